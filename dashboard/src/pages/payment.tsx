import { Alert, Anchor, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { answered, api, type Schemas } from '../api.ts'
import { sayChannel } from '../parts/channels.ts'
import { sayMinute, sayPhone } from '../parts/dates.ts'
import { Facts } from '../parts/facts.tsx'
import { sayMoney } from '../parts/money.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { Failed } from '../parts/trouble.tsx'
import { say, type Sentence } from '../words/say.ts'
import { PaymentDeeds } from './payment-deeds.tsx'

type Payment = Schemas['Payment']

const reversals: Record<NonNullable<Payment['reversal']>['status'], Sentence> = {
  asking: 'M-PESA is being asked to give it back.',
  asked: 'M-PESA was asked to give it back, and has not answered yet.',
  done: 'M-PESA has given it back.',
  refused: 'M-PESA refused to give it back.',
  unknown: 'Nobody knows whether M-PESA gave it back: look in its portal.',
}

/** One payment: whose it is, who has confirmed it, and what may be put right. */
export function PaymentPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery({
    queryKey: ['payment', id],
    queryFn: () => answered(api.GET('/business/payment/{id}', { params: { path: { id } } })),
  })
  const { data, error } = query
  if (error && !data) return <Failed query={query} back={['/payments', 'Payments']} />
  if (!data) return null
  const payment = data.data
  const { currency, reversal } = payment
  return (
    <>
      <PageHead title={sayMoney(payment.amount, currency)} />
      <SectionLinks of="payments" />
      <Stack maw={720}>
        <PaymentDeeds payment={payment} />
        <Contradicted payment={payment} />
        {payment.status === 'cancelled' && <Alert color="gray">{say('Reversed')}</Alert>}
        {reversal && (
          <Alert color={reversal.status === 'done' ? 'gray' : 'yellow'}>
            {say(reversals[reversal.status])} {reversal.message}
          </Alert>
        )}
        <Facts
          of={[
            ['Code', payment.transactioncode],
            ['Received', sayMinute(payment.date)],
            ['Channel', sayChannel(payment.channel)],
            ['From', [payment.name, payment.phone && sayPhone(payment.phone)].filter(Boolean).join(' · ')],
            ['Typed', payment.reference || null],
            ['Confirmed', payment.confirmed ? say('Yes') : say('Reported')],
            [
              'Customer',
              payment.customerid && (
                <Anchor component={Link} to={`/customers/${payment.customerid}`} inherit>
                  {say('Open the customer')}
                </Anchor>
              ),
            ],
            [
              'Invoice',
              payment.invoiceid && (
                <Anchor component={Link} to={`/invoices/${payment.invoiceid}`} inherit>
                  {say('On an invoice')}
                </Anchor>
              ),
            ],
            ['Credit', payment.credit > 0 ? sayMoney(payment.credit, currency) : null],
            ['Held', payment.held > 0 ? sayMoney(payment.held, currency) : null],
            ['Unmatched', payment.unmatched > 0 ? sayMoney(payment.unmatched, currency) : null],
          ]}
        />
        {payment.unmatched > 0 && payment.held === 0 && (
          <Anchor component={Link} to="/unmatched" search={{ search: payment.transactioncode } as never}>
            {say('Say whose it is')}
          </Anchor>
        )}
      </Stack>
    </>
  )
}

/** Says that somebody has to decide about it, while somebody has. */
function Contradicted({ payment: { transactioncode, currency, channel } }: { payment: Payment }) {
  const { data } = useQuery({
    queryKey: ['contradictions', 'of', transactioncode],
    enabled: channel === 'mpesa',
    queryFn: () =>
      answered(
        api.GET('/business/payment/contradiction/list', {
          params: { query: { search: transactioncode, state: 'open', limit: '1' } },
        }),
      ),
  })
  const [open] = data?.data ?? []
  if (!open) return null
  return (
    <Alert color="yellow">
      {say('Another amount was told of it: {amount}.', { amount: sayMoney(open.theirs.amount, currency) })}{' '}
      <Anchor
        component={Link}
        to="/contradictions"
        search={{ search: transactioncode } as never}
        inherit
        underline="always"
      >
        {say('Decide')}
      </Anchor>
    </Alert>
  )
}
