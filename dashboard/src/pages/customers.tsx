import { Group, SegmentedControl, Text } from '@mantine/core'
import { spokenAccountNumber } from '@kusanya/domain/account-number.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy } from 'react'
import { answered, api, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { sayPhone } from '../parts/dates.ts'
import { Going } from '../parts/going.tsx'
import { List, type Column } from '../parts/list.tsx'
import { Money } from '../parts/money.tsx'
import { Opening } from '../parts/opening.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { say } from '../words/say.ts'

// Fetched by who adds one.
const CustomerForm = lazy(async () => ({ default: (await import('./customer-form.tsx')).CustomerForm }))

const columns: Column<Schemas['CustomerInList']>[] = [
  {
    head: 'Name',
    cell: ({ _id, name, company }) => (
      <>
        <Link to="/customers/$id" params={{ id: _id }} className="row-link clamped">
          {name}
        </Link>
        {company && (
          <Text size="xs" c="dimmed" className="clamped">
            {company}
          </Text>
        )}
      </>
    ),
  },
  { head: 'Phone', cell: ({ phone }) => <span className="figures">{phone ? sayPhone(phone) : ''}</span> },
  {
    head: 'Account number',
    minor: true,
    cell: ({ accountno }) => <span className="figures">{spokenAccountNumber(accountno)}</span>,
  },
  {
    head: 'Credit',
    minor: true,
    amount: true,
    cell: ({ credit, currency }) => (credit > 0 ? <Money amount={credit} currency={currency} /> : ''),
  },
  {
    head: 'Owes',
    amount: true,
    cell: ({ balance, currency }) => <Money amount={balance} currency={currency} fw={550} />,
  },
]

export function Customers() {
  const [filters, change] = useFilters()
  const query = useQuery({
    queryKey: ['customers', filters],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answered(api.GET('/business/customer/list', { params: { query: { limit: '20', ...filters } as never } })),
  })
  return (
    <>
      <PageHead title={say('Customers')}>
        <Going to="/imports" search={{ what: 'customers' }} plain>
          {say('Import')}
        </Going>
        <Opening button={say('New customer')} title={say('New customer')} wide>
          {(done) => <CustomerForm done={done} />}
        </Opening>
      </PageHead>
      <SectionLinks of="customers" />
      <Group mb="md" justify="space-between">
        <SegmentedControl
          aria-label={say('Which customers')}
          size="xs"
          data={[
            { value: '', label: say('All') },
            { value: 'individual', label: say('People') },
            { value: 'business', label: say('Companies') },
          ]}
          value={filters['type'] ?? ''}
          onChange={(type) => change({ type })}
        />
        <SearchBox label={say('Search customers')} />
      </Group>
      <List
        label={say('Customers')}
        query={query}
        columns={columns}
        empty={say('Who pays you appears here. Press “New customer” to add the first one.')}
      />
    </>
  )
}
