import { Alert, Card, Grid, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { answered, api, type Schemas } from '../api.ts'
import { attentionQuery } from '../attention.ts'
import { Bars } from '../parts/bars.tsx'
import { sayChannel } from '../parts/channels.ts'
import { lastDays, sayDay, startsOf } from '../parts/dates.ts'
import { addUp, sayMoney } from '../parts/money.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Shares } from '../parts/shares.tsx'
import { ink } from '../parts/tag.tsx'
import { say, type Sentence } from '../words/say.ts'
import { AttentionList } from './overview-attention.tsx'

const shownDays = 30
export function Overview() {
  const days = lastDays(shownDays)
  const [shownFrom = '', today = ''] = [days[0], days.at(-1)]
  const { week, month } = startsOf(today)
  const from = month < shownFrom ? month : shownFrom
  const owed = useQuery({
    queryKey: ['owed'],
    queryFn: () => answered(api.GET('/business/report/owed')),
  })
  const collected = useQuery({
    queryKey: ['collected', from, today],
    queryFn: () => answered(api.GET('/business/report/collected', { params: { query: { from, to: today } } })),
  })
  const channels = useQuery({
    queryKey: ['channels', shownFrom, today],
    queryFn: () =>
      answered(api.GET('/business/report/channels', { params: { query: { from: shownFrom, to: today } } })),
  })
  const closes = useQuery({
    queryKey: ['closes'],
    queryFn: () => answered(api.GET('/business/close/list', { params: { query: { limit: '5' } } })),
  })
  const unmatched = useQuery(attentionQuery).data?.unmatched.amount ?? 0
  const problem = owed.error ?? collected.error ?? channels.error ?? closes.error
  if (problem) return <Alert color="red">{problem.message}</Alert>

  const { total = 0, notdue = 0, days1to30 = 0, days31to60 = 0, days61to90 = 0, over90 = 0 } = owed.data?.data ?? {}
  const late = addUp(days1to30, days31to60, days61to90, over90)
  const perDay = new Map(days.map((day) => [day, 0]))
  for (const { date, amount } of collected.data?.data ?? [])
    perDay.set(date.slice(0, 10), addUp(perDay.get(date.slice(0, 10)) ?? 0, amount))
  const since = (first: string) => addUp(...[...perDay].flatMap(([day, amount]) => (day >= first ? amount : [])))
  const buckets: [Sentence, number][] = [
    ['Not due', notdue],
    ['1 to 30 days', days1to30],
    ['31 to 60', days31to60],
    ['61 to 90', days61to90],
    ['Over 90', over90],
  ]
  return (
    <>
      <PageHead title={say('Overview')} />
      <AttentionList />
      <SimpleGrid cols={{ base: 2, md: 3 }} mb="lg">
        <Figure name="Owed to you" value={sayMoney(total)} />
        <Figure name="Overdue" value={sayMoney(late)} late={late > 0} />
        <Figure name="Collected today" value={sayMoney(since(today))} />
        <Figure name="Collected this week" value={sayMoney(since(week))} />
        <Figure name="Collected this month" value={sayMoney(since(month))} />
        <Figure name="Unmatched" value={sayMoney(unmatched)} />
      </SimpleGrid>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Panel title={say('Collected per day')}>
            <Bars
              label={say('Collected per day')}
              bars={days.map((day) => ({ label: sayDay(`${day}T00:00:00Z`), amount: perDay.get(day) ?? 0 }))}
            />
          </Panel>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Panel title={say('How late')}>
            <Shares
              label={say('What is owed, by how late it is')}
              shares={buckets.map(([name, amount], place) => ({ name: say(name), amount, late: place > 0 }))}
            />
          </Panel>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Panel title={say('By channel, in 30 days')}>
            {channels.data?.data.length === 0 && <Text c="dimmed">{say('Nothing was collected yet.')}</Text>}
            <Shares label={say('Collected by channel')} shares={sharesOf(channels.data?.data ?? [])} />
          </Panel>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Panel title={say('Daily close')}>
            {closes.data?.data.length === 0 && (
              <Text c="dimmed">{say('Days that were closed appear here, with a tick or what differs.')}</Text>
            )}
            {closes.data?.data.map((close) => (
              <Text key={close._id} size="sm" c={ink(close.agrees ? 'green' : 'red')}>
                {close.agrees ? '✓' : '✗'} {sayDay(`${close.date}T00:00:00Z`)} · {close.shortcode}
                {close.agrees ? '' : ` · ${say('{count} differences', { count: close.differences.length })}`}
              </Text>
            ))}
          </Panel>
        </Grid.Col>
      </Grid>
    </>
  )
}

/** One share a channel, the largest first; M-PESA's are told apart by their business number. */
function sharesOf(channels: Schemas['CollectedByChannel'][]) {
  return channels
    .map(({ channel, shortcode, amount }) => ({
      name: [sayChannel(channel), shortcode].filter(Boolean).join(' '),
      amount,
    }))
    .toSorted((one, other) => other.amount - one.amount)
}

function Figure({ name, value, late = false }: { name: Sentence; value: string; late?: boolean }) {
  return (
    <Card withBorder padding="md">
      <Text size="sm" c="dimmed">
        {say(name)}
      </Text>
      <Text
        fz={{ base: 17, sm: 22 }}
        fw={650}
        {...(late && { c: ink('red') })}
        style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
      >
        {value}
      </Text>
    </Card>
  )
}

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Title order={2} size="h5">
          {title}
        </Title>
        {children}
      </Stack>
    </Card>
  )
}
