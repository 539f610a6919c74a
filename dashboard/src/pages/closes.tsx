import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { sayDay } from '../parts/dates.ts'
import { Dialog, Form, wrongIn } from '../parts/form.tsx'
import { List, type Column } from '../parts/list.tsx'
import { Money, sayMoney } from '../parts/money.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { WithReason } from '../parts/with-reason.tsx'
import { useSession, whyNot } from '../session.ts'
import { say } from '../words/say.ts'

type Close = Schemas['Close']

const columns: Column<Close>[] = [
  { head: 'Day', cell: ({ date }) => sayDay(`${date}T00:00:00Z`) },
  { head: 'Business number', minor: true, cell: ({ shortcode }) => shortcode },
  { head: 'Agrees with M-PESA', cell: (close) => <Verdict close={close} /> },
  { head: 'Paid in', minor: true, amount: true, cell: ({ paidin }) => <Money amount={paidin} /> },
  { head: 'Paid out', minor: true, amount: true, cell: ({ paidout }) => <Money amount={paidout} /> },
  { head: 'Balance', amount: true, cell: ({ closing }) => <Money amount={closing} fw={550} /> },
]

/** Days of a Paybill that were held against M-PESA's own statement. */
export function Closes() {
  const session = useSession()
  const [filters] = useFilters()
  const [closing, { open, close }] = useDisclosure()
  const query = useQuery({
    queryKey: ['closes', filters],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answered(api.GET('/business/close/list', { params: { query: { limit: '20', ...filters } as never } })),
  })
  const why = whyNot(session, 'payments')
  return (
    <>
      <PageHead title={say('Daily closes')}>
        <WithReason why={why}>
          <Button onClick={open} disabled={why !== null}>
            {say('Close a day')}
          </Button>
        </WithReason>
      </PageHead>
      <SectionLinks of="reports" />
      <List
        label={say('Daily closes')}
        query={query}
        columns={columns}
        empty={say('Days that were closed appear here, with a tick or what differs.')}
      />
      <Dialog opened={closing} close={close} title={say('Close a day')}>
        <CloseDay done={close} />
      </Dialog>
    </>
  )
}

function CloseDay({ done }: { done: () => void }) {
  const [header] = useState(wishKey)
  const closing = useAct(
    (body: Schemas['CreateClose']) => answered(api.POST('/business/close/create', { params: { header }, body })),
    'Day closed',
    done,
  )
  const wrong = wrongIn(closing)
  return (
    <Form
      work={closing}
      button="Close the day"
      cancel={done}
      send={({ shortcode = '', date = '' }) => closing.mutate({ shortcode, date })}
    >
      <Text size="sm">{say('Our books of the day are held against M-PESA’s, receipt by receipt.')}</Text>
      <TextInput label={say('Business number')} name="shortcode" required data-autofocus error={wrong['shortcode']} />
      <TextInput label={say('Day')} name="date" type="date" required error={wrong['date']} />
    </Form>
  )
}

function Verdict({ close: { agrees, differences, date } }: { close: Close }) {
  const [opened, { open, close }] = useDisclosure()
  if (agrees) return <Tag colour="green">{say('It agrees')}</Tag>
  const title = say('What differs on {day}', { day: sayDay(`${date}T00:00:00Z`) })
  const told = (amount: number | null) => (amount === null ? say('nothing') : sayMoney(amount))
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        {say('{count} differences', { count: differences.length })}
      </Button>
      <Dialog opened={opened} close={close} title={title} wide>
        <Stack>
          <Table aria-label={title}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{say('Code')}</Table.Th>
                <Table.Th className="amount">{say('Ours')}</Table.Th>
                <Table.Th className="amount">{say('M-PESA’s')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {differences.map(({ receipt, kind, ours, theirs }) => (
                <Table.Tr key={`${kind} ${receipt}`}>
                  <Table.Td>
                    {receipt}
                    <Text size="xs" c="dimmed">
                      {kind}
                    </Text>
                  </Table.Td>
                  <Table.Td className="amount">{told(ours)}</Table.Td>
                  <Table.Td className="amount">{told(theirs)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Stack>
      </Dialog>
    </>
  )
}
