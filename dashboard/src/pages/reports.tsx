import { Alert, Anchor, Group, Skeleton, Stack, TextInput, Title } from '@mantine/core'
import { addDays, daysBetween, readDay } from '@kusanya/domain/day.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { answered, api } from '../api.ts'
import { useFilters } from '../filters.ts'
import { Bars } from '../parts/bars.tsx'
import { sayChannel } from '../parts/channels.ts'
import { lastDays, sayDay } from '../parts/dates.ts'
import { addUp, sayMoney } from '../parts/money.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { Sideways } from '../parts/sideways.tsx'
import { Table } from '../parts/table.tsx'
import { say, type Sentence } from '../words/say.ts'

const mostDays = 92

/** Every day of a span that can be drawn, so that one without money is seen as one. */
function daysOf(from: string, to: string): string[] {
  if (!readDay(from) || !readDay(to) || from > to) return []
  const count = Math.min(mostDays, daysBetween(from, to) + 1)
  return Array.from({ length: count }, (_, place) => addDays(to, place - count + 1))
}

/** What an accountant asks at the end of a month: collected by channel, days outstanding, who owes since when, the ledger. */
export function Reports() {
  const [filters, change] = useFilters()
  const days = lastDays(30)
  const [from, to] = [filters['from'] ?? days[0] ?? '', filters['to'] ?? days.at(-1) ?? '']
  const span = { from, to }
  const channels = useQuery({
    queryKey: ['channels', span],
    queryFn: () => answered(api.GET('/business/report/channels', { params: { query: span } })),
  })
  const collected = useQuery({
    queryKey: ['collected', span],
    queryFn: () => answered(api.GET('/business/report/collected', { params: { query: span } })),
  })
  const outstanding = useQuery({
    queryKey: ['dso', to],
    queryFn: () => answered(api.GET('/business/report/dso')),
  })
  const aging = useQuery({
    queryKey: ['aging', to],
    queryFn: () => answered(api.GET('/business/report/aging', { params: { query: { date: to } } })),
  })
  const balance = useQuery({
    queryKey: ['trial-balance', to],
    queryFn: () => answered(api.GET('/business/report/trial-balance', { params: { query: { date: to } } })),
  })
  const problem = [channels, collected, outstanding, aging, balance].find(({ error }) => error)?.error
  const perDay = new Map<string, number>(daysOf(from, to).map((day) => [day, 0]))
  for (const { date, amount } of collected.data?.data ?? []) {
    const day = date.slice(0, 10)
    if (perDay.has(day)) perDay.set(day, addUp(perDay.get(day) ?? 0, amount))
  }
  const csv = (report: string, query: Record<string, string>) =>
    `/business/report/${report}?${new URLSearchParams({ ...query, format: 'csv' })}`
  return (
    <>
      <PageHead title={say('Reports')} />
      <SectionLinks of="reports" />
      <Stack gap="xl">
        <Group align="flex-end">
          <TextInput
            label={say('From')}
            type="date"
            value={from}
            onChange={(event) => change({ from: event.currentTarget.value })}
          />
          <TextInput
            label={say('To')}
            type="date"
            value={to}
            onChange={(event) => change({ to: event.currentTarget.value })}
          />
        </Group>
        {problem && <Alert color="red">{problem.message}</Alert>}
        <Report head="Collected" csv={csv('collected', span)} ready={collected.isSuccess && channels.isSuccess}>
          {collected.data?.data.length !== 0 && (
            <Bars
              label={say('Collected per day')}
              bars={[...perDay].map(([day, amount]) => ({ label: sayDay(`${day}T00:00:00Z`), amount }))}
            />
          )}
          <Figures
            label={say('Collected by channel')}
            head={['Channel', 'Business number', 'Payments', 'Amount']}
            rows={(channels.data?.data ?? []).map((one) => [
              sayChannel(one.channel),
              one.shortcode,
              one.payments,
              sayMoney(one.amount),
            ])}
            text={2}
          />
        </Report>
        <Report head="Days outstanding" csv={csv('dso', {})} ready={outstanding.isSuccess}>
          <Figures
            label={say('Days outstanding')}
            head={['Month', 'Sales', 'Owed to you', 'Days']}
            rows={(outstanding.data?.data ?? []).map((one) => [
              one.month,
              sayMoney(one.sales),
              sayMoney(one.receivable),
              one.dso ?? '–',
            ])}
          />
        </Report>
        <Report head="Who owes, and since when" csv={csv('aging', { date: to })} ready={aging.isSuccess}>
          <Figures
            label={say('Who owes, and since when')}
            head={['Customer', 'Not due', '1 to 30 days', '31 to 60', '61 to 90', 'Over 90', 'Total']}
            rows={(aging.data?.data ?? []).map((one) => [
              <Anchor key="c" component={Link} to={`/customers/${one.customer._id}`} inherit className="clamped">
                {one.customer.name}
              </Anchor>,
              ...[one.notdue, one.days1to30, one.days31to60, one.days61to90, one.over90, one.total].map((amount) =>
                amount === 0 ? '–' : sayMoney(amount),
              ),
            ])}
          />
        </Report>
        <Report head="Trial balance" csv={csv('trial-balance', { date: to })} ready={balance.isSuccess}>
          <Figures
            label={say('Trial balance')}
            head={['Ledger account', 'Debit', 'Credit']}
            rows={[
              ...(balance.data?.data.accounts ?? []).map((one) => [
                [one.title || one.account, one.reference].filter(Boolean).join(' · '),
                one.debit === 0 ? '' : sayMoney(one.debit),
                one.credit === 0 ? '' : sayMoney(one.credit),
              ]),
              ...(balance.data
                ? [[say('Total'), sayMoney(balance.data.data.debit), sayMoney(balance.data.data.credit)]]
                : []),
            ]}
          />
        </Report>
      </Stack>
    </>
  )
}

function Report({ head, csv, ready, children }: { head: Sentence; csv: string; ready: boolean; children: ReactNode }) {
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {say(head)}
        </Title>
        <Anchor href={csv} size="sm" aria-label={say('{report} as CSV', { report: say(head) })}>
          {say('CSV')}
        </Anchor>
      </Group>
      {ready ? children : <Skeleton height={80} />}
    </Stack>
  )
}

type FiguresProps = { label: string; head: Sentence[]; rows: ReactNode[][]; text?: number }

/** A table whose first columns (`text` of them) are words and the others amounts. */
function Figures({ label, head, rows, text = 1 }: FiguresProps) {
  const look = (at: number) => (at < text ? {} : { className: 'amount' })
  if (rows.length === 0) return say('Nothing in this time.')
  return (
    <Sideways label={label}>
      <Table aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {head.map((name, at) => (
              <Table.Th key={name} {...look(at)}>
                {say(name)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, line) => (
            <Table.Tr key={line}>
              {row.map((cell, at) => (
                <Table.Td key={at} {...look(at)}>
                  {cell}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Sideways>
  )
}
