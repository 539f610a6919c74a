import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Schemas } from '../api.ts'
import { sayMinute, sayPhone } from '../parts/dates.ts'
import type { Column } from '../parts/list.tsx'
import { Money } from '../parts/money.tsx'
import { Tag } from '../parts/tag.tsx'
import { say } from '../words/say.ts'

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
