import { Anchor, Group, SegmentedControl, Text, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answered, api, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { sayChannel } from '../parts/channels.ts'
import { sayMinute, sayPhone } from '../parts/dates.ts'
import { List, type Column } from '../parts/list.tsx'
import { Money } from '../parts/money.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { Select } from '../parts/select.tsx'
import { Tag } from '../parts/tag.tsx'
import { say } from '../words/say.ts'
import { OfWhom } from './of-whom.tsx'

type Row = Schemas['Transaction']

/** Where the money of a payment lies, in a word. Only what has arrived on an invoice is green. */
function Where({ status, held, unmatched, invoiceid, credit }: Row) {
  if (status === 'cancelled') return <Tag colour="gray">{say('Reversed')}</Tag>
  if (held > 0) return <Tag colour="yellow">{say('Held until confirmed')}</Tag>
  if (unmatched > 0) return <Tag colour="yellow">{say('Unmatched')}</Tag>
  if (!invoiceid) return <Tag colour="teal">{credit > 0 ? say('Credit') : say('Received')}</Tag>
  return (
    <Anchor component={Link} to={`/invoices/${invoiceid}`} inherit className="above">
      {say('On an invoice')}
    </Anchor>
  )
}

export const paymentColumns: Column<Row>[] = [
  {
    head: 'Received',
    cell: ({ _id, date, ...row }) => (
      <>
        <Link to="/payments/$id" params={{ id: _id }} className="row-link" style={{ whiteSpace: 'normal' }}>
          {sayMinute(date)}
        </Link>
        <div className="if-narrow">
          <Text size="xs" c="dimmed" lineClamp={2}>
            {payer(row)}
          </Text>
        </div>
      </>
    ),
  },
  { head: 'Code', extra: true, cell: ({ transactioncode }) => <span className="clamped">{transactioncode}</span> },
  { head: 'From', minor: true, cell: (row) => <span className="clamped">{payer(row)}</span> },
  { head: 'Typed', extra: true, cell: ({ reference }) => <span className="clamped">{reference}</span> },
  { head: 'Confirmed', extra: true, cell: ({ confirmed }) => (confirmed ? say('Yes') : say('Reported')) },
  { head: 'Where it is', cell: (row) => <Where {...row} /> },
  {
    head: 'Amount',
    amount: true,
    cell: ({ amount, currency }) => <Money amount={amount} currency={currency} fw={550} />,
  },
]

function payer({ name, phone }: Pick<Row, 'name' | 'phone'>) {
  return [name, phone && sayPhone(phone)].filter(Boolean).join(' · ')
}

export function Payments() {
  const [filters, change] = useFilters()
  const query = useQuery({
    queryKey: ['payments', filters],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answered(api.GET('/business/transaction/list', { params: { query: { limit: '20', ...filters } as never } })),
  })
  return (
    <>
      <PageHead title={say('Payments')} />
      <SectionLinks of="payments" />
      <Group mb="md" justify="space-between">
        <SegmentedControl
          aria-label={say('Which payments')}
          size="xs"
          data={[
            { value: '', label: say('All') },
            { value: 'confirmed', label: say('Confirmed') },
            { value: 'unconfirmed', label: say('Reported') },
            { value: 'held', label: say('Held') },
            { value: 'suspicious', label: say('Suspicious') },
          ]}
          value={filters['trust'] ?? ''}
          onChange={(trust) => change({ trust })}
        />
        <SearchBox label={say('Search payments')} />
      </Group>
      <Group mb="md" align="flex-end">
        <Select
          label={say('Channel')}
          placeholder={say('All')}
          size="xs"
          w={140}
          data={['mpesa', 'manual'].map((value) => ({ value, label: sayChannel(value) }))}
          value={filters['channel'] ?? null}
          onChange={(channel) => change({ channel })}
        />
        <DayBox name="paidfrom" label={say('Paid from')} />
        <DayBox name="paidto" label={say('Paid until')} />
      </Group>
      <OfWhom />
      <List
        label={say('Payments')}
        query={query}
        columns={paymentColumns}
        empty={
          ['channel', 'trust', 'paidfrom', 'paidto', 'customerid', 'accountid', 'paymentlinkid'].some(
            (name) => filters[name],
          )
            ? say('Nothing is found.')
            : say('Money that arrives, from phones, the counter or a file, appears here.')
        }
      />
    </>
  )
}

/** A day that the list begins or ends with. What is half written is not asked for. */
function DayBox({ name, label }: { name: 'paidfrom' | 'paidto'; label: string }) {
  const [filters, change] = useFilters()
  return (
    <TextInput
      type="date"
      label={label}
      size="xs"
      w={140}
      value={filters[name] ?? ''}
      onChange={({ currentTarget: { value, validity } }) => !validity.badInput && change({ [name]: value })}
    />
  )
}
