import { Anchor, Group, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answered, api } from '../api.ts'
import { useFilters } from '../filters.ts'
import { findCustomers } from '../find-choices.ts'
import { sayMinute } from '../parts/dates.ts'
import { List, type Column } from '../parts/list.tsx'
import { Pick, type Choice } from '../parts/pick.tsx'
import { Select } from '../parts/select.tsx'
import { say, type Sentence } from '../words/say.ts'
import { Fate, MessageDialog, MessageName } from './message-line.tsx'
import { channels, purposes, sayChannel, statuses, type Message } from './message-words.ts'
import { MessagesHead } from './messages-head.tsx'

type Customer = Choice<unknown>

const columns = (open: (id: string) => void): Column<Message>[] => [
  {
    head: 'What',
    cell: (message) => (
      <>
        <MessageName message={message} open={open} />
        <div className="if-narrow">
          <Text size="xs" c="dimmed" lineClamp={2}>
            {message.customername} · {message.invoiceno}
          </Text>
        </div>
        <Text size="xs" c="dimmed">
          {sayMinute(message.createdat)}
        </Text>
      </>
    ),
  },
  {
    head: 'Customer',
    minor: true,
    cell: ({ customername }) => <span className="clamped">{customername}</span>,
  },
  {
    head: 'Invoice',
    minor: true,
    cell: ({ invoiceid, invoiceno }) => (
      <Anchor component={Link} to={`/invoices/${invoiceid}`} className="above" inherit style={{ whiteSpace: 'nowrap' }}>
        {invoiceno}
      </Anchor>
    ),
  },
  { head: 'What became of it', cell: (message) => <Fate message={message} /> },
]

const choices = (of: Record<string, Sentence>) =>
  Object.entries(of).map(([value, sentence]) => ({ value, label: say(sentence) }))
const width = { base: 'calc(50% - 5px)', xs: 170 }
const words = Object.fromEntries(Object.entries(statuses).map(([status, [, word]]) => [status, word]))

/** All messages to customers, and what became of each. */
export function MessageLog() {
  const [filters, change] = useFilters()
  const [looked, look] = useState<string | null>(null)
  const query = useQuery({
    queryKey: ['messages', filters],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answered(api.GET('/business/message/list', { params: { query: { limit: '20', ...filters } as never } })),
  })
  const filter = (name: string, label: string, data: { value: string; label: string }[]) => (
    <Select
      aria-label={label}
      placeholder={label}
      size="xs"
      w={width}
      data={data}
      value={filters[name] ?? null}
      onChange={(value) => change({ [name]: value })}
    />
  )
  const isFiltered = ['status', 'channel', 'purpose', 'customerid'].some((name) => filters[name])
  return (
    <>
      <MessagesHead title={say('Log of messages')} />
      <Group mb="md" gap="xs">
        {filter('status', say('What became of it'), choices(words))}
        {filter('purpose', say('What it is for'), choices(purposes))}
        {filter(
          'channel',
          say('Channel'),
          channels.map((value) => ({ value, label: sayChannel(value) })),
        )}
        <OfCustomer id={filters['customerid'] ?? null} choose={(customerid) => change({ customerid })} />
      </Group>
      <List
        label={say('Log of messages')}
        query={query}
        columns={columns(look)}
        empty={say(
          isFiltered
            ? 'No message is like this.'
            : 'Each invoice, reminder and receipt to a customer appears here, with what became of it. Tick under “What goes out” what they should get, or open an invoice and send it.',
        )}
      />
      <MessageDialog message={query.data?.data.find(({ _id }) => _id === looked)} close={() => look(null)} />
    </>
  )
}

/** Messages of one customer. Who comes by an address has only his id, and his name is asked for. */
function OfCustomer({ id, choose }: { id: string | null; choose: (id: string | null) => void }) {
  const [picked, setPicked] = useState<Customer | null>(null)
  const isPicked = picked?.value === id
  const named = useQuery({
    queryKey: ['customer', id],
    enabled: id !== null && !isPicked,
    queryFn: () => answered(api.GET('/business/customer/details/{id}', { params: { path: { id: id ?? '' } } })),
  })
  if (named.isLoading) return null
  const chosen = isPicked || id === null ? picked : { value: id, label: named.data?.data.name ?? id, thing: null }
  return (
    <Pick
      key={isPicked || id === null ? '' : id}
      what="customers"
      find={findCustomers}
      chosen={id === null ? null : chosen}
      choose={(choice) => {
        setPicked(choice)
        choose(choice?.value ?? null)
      }}
      size="xs"
      w={width}
      aria-label={say('Customer')}
      placeholder={say('Customer')}
    />
  )
}
