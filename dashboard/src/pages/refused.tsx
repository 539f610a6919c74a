import { Anchor, Button, Group, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answered, api, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { sayMinute, sayPhone } from '../parts/dates.ts'
import { List, type Column } from '../parts/list.tsx'
import { sayMoney } from '../parts/money.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { say } from '../words/say.ts'

const columns: Column<Schemas['RefusedPayment']>[] = [
  {
    head: 'When',
    cell: ({ date, transactioncode, shortcode }) => (
      <>
        {sayMinute(date)}
        <Text size="xs" c="dimmed">
          {[transactioncode, shortcode].filter(Boolean).join(' · ')}
        </Text>
      </>
    ),
  },
  {
    head: 'From',
    minor: true,
    cell: ({ name, phone }) => (
      <span className="breaks">{[name, phone && sayPhone(phone)].filter(Boolean).join(' · ')}</span>
    ),
  },
  {
    head: 'Typed',
    cell: ({ reference, name, phone }) => (
      <>
        <Text size="sm" fw={550} className="breaks">
          {reference || say('nothing')}
        </Text>
        <Text size="xs" c="dimmed" hiddenFrom="sm" className="breaks">
          {[name, phone && sayPhone(phone)].filter(Boolean).join(' · ')}
        </Text>
      </>
    ),
  },
  { head: 'Why', minor: true, cell: () => say('It leads to no account, invoice, phone or name of yours.') },
  {
    head: 'Amount',
    amount: true,
    cell: ({ amount }) => (amount === null ? say('not told') : sayMoney(amount)),
  },
  {
    head: 'What to do',
    minor: true,
    cell: ({ reference, name }) => (
      <Button
        component={Link}
        to="/customers"
        search={{ search: name || reference } as never}
        size="xs"
        variant="default"
        aria-label={say('Look for the customer {name}', { name: name || reference })}
      >
        {say('Look for the customer')}
      </Button>
    ),
  },
]

/** Who was turned away while he was paying: no money moved, and he may not know what to type. */
export function RefusedPayments() {
  const [filters] = useFilters()
  const query = useQuery({
    queryKey: ['refused', filters],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answered(api.GET('/business/payment/refused/list', { params: { query: { limit: '20', ...filters } as never } })),
  })
  return (
    <>
      <PageHead title={say('Turned away')} />
      <SectionLinks of="unmatched" />
      <Group mb="md" justify="space-between" align="flex-start">
        <Text size="sm" maw={620}>
          {say(
            'No money moved. What would have let it in: the account number of a customer, the number of an invoice, a customer’s phone or whole name.',
          )}{' '}
          <Anchor component={Link} to="/settings" inherit underline="always">
            {say('Or the setting that lets every payment in.')}
          </Anchor>
        </Text>
        <SearchBox label={say('Search what was typed')} />
      </Group>
      <List
        label={say('Turned away')}
        query={query}
        columns={columns}
        empty={say(
          'Nobody was turned away. Payments that M-PESA asks about first, and that lead nowhere, appear here.',
        )}
      />
    </>
  )
}
