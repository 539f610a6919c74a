import { Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy } from 'react'
import { answered, api, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { sayDay } from '../parts/dates.ts'
import { List, type Column } from '../parts/list.tsx'
import { Money } from '../parts/money.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { Views } from '../parts/views.tsx'
import { say } from '../words/say.ts'
import { InList } from './in-list.tsx'
import type { StatementOf } from './statement-view.tsx'

// Fetched by who looks at them.
const StatementView = lazy(async () => ({ default: (await import('./statement-view.tsx')).StatementView }))
const PaymentsView = lazy(async () => ({ default: (await import('./payments-view.tsx')).PaymentsView }))
const HistoryView = lazy(async () => ({ default: (await import('./history-view.tsx')).HistoryView }))

/** Whose books: a filter of the lists of invoices, payments and changes. */
export type Whose = { customerid: string } | { accountid: string }

/** What was billed to a customer or an account, what was paid, how it adds up, and who changed what. */
export function Books({ whose, statement }: { whose: Whose; statement: StatementOf }) {
  return (
    <Views
      of={[
        ['invoices', 'Invoices', () => <InvoicesOf whose={whose} />],
        ['payments', 'Payments', () => <PaymentsView whose={whose} />],
        ['statement', 'Statement', () => <StatementView of={statement} />],
        ['history', 'History', () => <HistoryView about={whose} />],
      ]}
    />
  )
}

const invoiceColumns: Column<Schemas['InvoiceInList']>[] = [
  {
    head: 'Number',
    cell: ({ _id, invoiceno, title, status, duedate }) => (
      <>
        <Link to="/invoices/$id" params={{ id: _id }} className="row-link">
          {invoiceno ?? say('Draft')}
        </Link>
        <Text size="xs" c="dimmed" className="clamped">
          {title}
        </Text>
        <div className="if-narrow">
          <StatusBadge status={status} />{' '}
          <Text size="xs" span>
            {sayDay(duedate)}
          </Text>
        </div>
      </>
    ),
  },
  { head: 'Status', minor: true, cell: ({ status }) => <StatusBadge status={status} /> },
  { head: 'Due', minor: true, cell: ({ duedate }) => <span className="figures">{sayDay(duedate)}</span> },
  {
    head: 'Balance',
    amount: true,
    cell: ({ balance, total, currency }) => (
      <>
        <Money amount={balance} currency={currency} fw={550} />
        {balance !== total && (
          <Text size="xs" c="dimmed">
            {say('of')} <Money amount={total} currency={currency} />
          </Text>
        )}
      </>
    ),
  },
]

function InvoicesOf({ whose }: { whose: Whose }) {
  const [{ page }] = useFilters()
  const filters = { ...whose, limit: '20', ...(page && { page }) }
  const query = useQuery({
    queryKey: ['invoices', filters],
    placeholderData: keepPreviousData,
    queryFn: () => answered(api.GET('/business/invoice/list', { params: { query: filters } })),
  })
  return (
    <Stack gap="xs">
      <List
        label={say('Invoices')}
        query={query}
        columns={invoiceColumns}
        empty={say('Bills appear here. Press “New invoice” to make the first one.')}
      />
      <InList to="/invoices" whose={whose} isThere={query.data?.data.length !== 0} />
    </Stack>
  )
}
