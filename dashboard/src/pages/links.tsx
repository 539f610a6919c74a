import { Group, SegmentedControl, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy } from 'react'
import { answered, api, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { List, type Column } from '../parts/list.tsx'
import { Money } from '../parts/money.tsx'
import { Opening } from '../parts/opening.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { say } from '../words/say.ts'
import { LinkState, sayEnd } from './link-state.tsx'

type PaymentLink = Schemas['PaymentLink']

// Fetched by who makes one.
const LinkForm = lazy(async () => ({ default: (await import('./link-form.tsx')).LinkForm }))

const columns: Column<PaymentLink>[] = [
  {
    head: 'Title',
    cell: ({ _id, title }) => (
      <Link to="/links/$id" params={{ id: _id }} className="row-link clamped">
        {title}
      </Link>
    ),
  },
  {
    head: 'Status',
    cell: (link) => (
      <>
        <LinkState {...link} />
        {link.invoiceid && !link.active && (
          <Text size="xs" c="dimmed">
            {say('Switched off')}
          </Text>
        )}
      </>
    ),
  },
  { head: 'Ends', minor: true, cell: ({ expiresat }) => (expiresat ? sayEnd(expiresat) : '') },
  {
    head: 'Asks',
    minor: true,
    amount: true,
    cell: ({ amount, currency }) => <Money amount={amount} currency={currency} />,
  },
  {
    head: 'Paid',
    amount: true,
    cell: ({ amountpaid, amount, currency }) => (
      <>
        <Money amount={amountpaid} currency={currency} fw={550} />
        <div className="if-narrow">
          <Text size="xs" c="dimmed">
            {say('of')} <Money amount={amount} currency={currency} />
          </Text>
        </div>
      </>
    ),
  },
]

const shown = [
  ['', 'All'],
  ['active', 'Open'],
  ['inactive', 'Off'],
  ['expired', 'Ended'],
  ['invoice', 'Of invoices'],
] as const

/** Addresses where an amount is paid that no invoice asks for; and those of invoices, for who looks for one. */
export function Links() {
  const [{ show = '', search, page }, change] = useFilters()
  const which =
    show === ''
      ? { kind: 'standalone' }
      : show === 'invoice'
        ? { kind: 'invoice' }
        : { status: show, kind: 'standalone' }
  const filters = { limit: '20', ...which, ...(search && { search }), ...(page && { page }) }
  const query = useQuery({
    queryKey: ['links', filters],
    placeholderData: keepPreviousData,
    queryFn: () => answered(api.GET('/business/payment-link/list', { params: { query: filters as never } })),
  })
  return (
    <>
      <PageHead title={say('Payment links')}>
        <Opening button={say('New payment link')} title={say('New payment link')}>
          {(done) => <LinkForm done={done} />}
        </Opening>
      </PageHead>
      <SectionLinks of="customers" />
      <Group mb="md" justify="space-between">
        <SegmentedControl
          aria-label={say('Which payment links')}
          size="xs"
          data={shown.map(([value, word]) => ({ value, label: say(word) }))}
          value={show}
          onChange={(chosen) => change({ show: chosen })}
        />
        <SearchBox label={say('Search payment links')} />
      </Group>
      <List
        label={say('Payment links')}
        query={query}
        columns={columns}
        empty={
          show === ''
            ? say('A page where a trip, a deposit or a gift is paid. Press “New payment link” to make the first one.')
            : say('There is none of these.')
        }
      />
    </>
  )
}
