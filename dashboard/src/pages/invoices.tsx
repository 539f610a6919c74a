import { Button, Group, SegmentedControl, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { answered, api, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { sayDay } from '../parts/dates.ts'
import { List, type Column } from '../parts/list.tsx'
import { Money } from '../parts/money.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { may, useSession } from '../session.ts'
import { say } from '../words/say.ts'
import { OfWhom } from './of-whom.tsx'

type Row = Schemas['InvoiceInList']

// Fetched by who ticks an invoice.
const InvoiceBulk = lazy(async () => ({ default: (await import('./invoice-bulk.tsx')).InvoiceBulk }))

const statuses = [
  { value: '', label: 'All' },
  { value: 'unpaid', label: 'Unpaid' },
  { value: 'partially_paid', label: 'Part paid' },
  { value: 'overdue', label: 'Overdue' },
  { value: 'paid', label: 'Paid' },
  { value: 'draft', label: 'Drafts' },
] as const

const columns: Column<Row>[] = [
  {
    head: 'Number',
    cell: ({ _id, invoiceno, customer }) => (
      <>
        <Link to="/invoices/$id" params={{ id: _id }} className="row-link">
          {invoiceno ?? say('Draft')}
        </Link>
        <div className="if-narrow">
          <Text size="xs" c="dimmed" lineClamp={2}>
            {customer.name}
          </Text>
        </div>
      </>
    ),
  },
  { head: 'Customer', minor: true, cell: ({ customer }) => <span className="clamped">{customer.name}</span> },
  { head: 'Title', extra: true, cell: ({ title }) => <span className="clamped">{title}</span> },
  { head: 'Status', cell: ({ status }) => <StatusBadge status={status} /> },
  { head: 'Due', minor: true, cell: ({ duedate }) => sayDay(duedate) },
  {
    head: 'Total',
    extra: true,
    amount: true,
    cell: ({ total, currency }) => <Money amount={total} currency={currency} />,
  },
  {
    head: 'Balance',
    amount: true,
    cell: ({ balance, currency }) => <Money amount={balance} currency={currency} fw={550} />,
  },
]

export function Invoices() {
  const [filters, change] = useFilters()
  const session = useSession()
  const [ids, choose] = useState<ReadonlySet<string>>(new Set())
  const query = useQuery({
    queryKey: ['invoices', filters],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answered(api.GET('/business/invoice/list', { params: { query: { limit: '20', ...filters } as never } })),
  })
  const chosen = query.data?.data.filter(({ _id }) => ids.has(_id)) ?? []
  return (
    <>
      <PageHead title={say('Invoices')}>
        {may(session, 'write') && (
          <Button component={Link} to="/imports" search={{ what: 'invoices' } as never} variant="default">
            {say('Import')}
          </Button>
        )}
        {may(session, 'write') && (
          <Button component={Link} to="/invoices/new">
            {say('New invoice')}
          </Button>
        )}
      </PageHead>
      <Group mb="md" justify="space-between">
        <SegmentedControl
          aria-label={say('Status')}
          size="xs"
          data={statuses.map(({ value, label }) => ({ value, label: say(label) }))}
          value={filters['status'] ?? ''}
          onChange={(status) => change({ status })}
        />
        <SearchBox label={say('Search invoices')} />
      </Group>
      <OfWhom />
      {chosen.length > 0 && (
        <Suspense>
          <InvoiceBulk chosen={chosen} clear={() => choose(new Set())} />
        </Suspense>
      )}
      <List
        label={say('Invoices')}
        chosen={{ ids, choose, name: ({ invoiceno, title }) => invoiceno ?? title }}
        query={query}
        columns={columns}
        empty={say('Bills you send appear here. Press “New invoice” to make the first one.')}
      />
    </>
  )
}
