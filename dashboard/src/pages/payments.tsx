import { Anchor, Group, SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answered, api, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { sayMinute, sayPhone } from '../parts/dates.ts'
import { List, type Column } from '../parts/list.tsx'
import { Money } from '../parts/money.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { Tag } from '../parts/tag.tsx'

type Row = Schemas['Transaction']

/** Where the money of a payment lies, in a word. Only what has arrived on an invoice is green. */
function Where({ status, held, unmatched, invoiceid, credit }: Row) {
  if (status === 'cancelled') return <Tag colour="gray">Reversed</Tag>
  if (held > 0) return <Tag colour="yellow">Held until confirmed</Tag>
  if (unmatched > 0) return <Tag colour="yellow">Unmatched</Tag>
  if (!invoiceid) return <Tag colour="teal">{credit > 0 ? 'Credit' : 'Received'}</Tag>
  return (
    <Anchor component={Link} to={`/invoices/${invoiceid}`} inherit>
      On an invoice
    </Anchor>
  )
}

const columns: Column<Row>[] = [
  { head: 'Received', cell: ({ date }) => sayMinute(date) },
  { head: 'Code', minor: true, cell: ({ transactioncode }) => transactioncode },
  { head: 'From', cell: ({ name, phone }) => [name, phone && sayPhone(phone)].filter(Boolean).join(' · ') },
  { head: 'Typed', minor: true, cell: ({ reference }) => reference },
  { head: 'Confirmed', minor: true, cell: ({ confirmed }) => (confirmed ? 'Yes' : 'Reported') },
  { head: 'Where it is', cell: (row) => <Where {...row} /> },
  {
    head: 'Amount',
    amount: true,
    cell: ({ amount, currency }) => <Money amount={amount} currency={currency} fw={550} />,
  },
]

export function Payments() {
  const [filters, change] = useFilters()
  const query = useQuery({
    queryKey: ['payments', filters],
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
    queryFn: () =>
      answered(api.GET('/business/transaction/list', { params: { query: { limit: '20', ...filters } as never } })),
  })
  return (
    <>
      <PageHead title="Payments" />
      <Group mb="md" justify="space-between">
        <SegmentedControl
          aria-label="Which payments"
          size="xs"
          data={[
            { value: '', label: 'All' },
            { value: 'confirmed', label: 'Confirmed' },
            { value: 'held', label: 'Held' },
            { value: 'suspicious', label: 'Suspicious' },
          ]}
          value={filters['trust'] ?? ''}
          onChange={(trust) => change({ trust })}
        />
        <SearchBox label="Search payments" />
      </Group>
      <List
        label="Payments"
        query={query}
        columns={columns}
        empty="Money that arrives, from phones, the counter or a file, appears here."
      />
    </>
  )
}
