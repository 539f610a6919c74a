import { Anchor, Card, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { AskFirst } from '../parts/ask-first.tsx'
import { sayDay, sayMinute, sayPhone } from '../parts/dates.ts'
import { Facts } from '../parts/facts.tsx'
import { Money, sayMoney } from '../parts/money.tsx'
import { useSession, whyNot } from '../session.ts'
import { say, spokenLanguage, type Sentence } from '../words/say.ts'

type Invoice = Schemas['Invoice']

/** What is still to be paid, by whom and by when, and how far its bill has come. */
export function InvoiceSummary({ invoice }: { invoice: Invoice }) {
  const { currency, customer, push, seenat } = invoice
  return (
    <Card withBorder>
      <Text c="dimmed" size="sm">
        {say('Still to be paid')}
      </Text>
      <Text fz={28} fw={650}>
        <Money amount={invoice.balance} currency={currency} />
      </Text>
      <Facts
        of={[
          [
            'Customer',
            <Anchor key="c" component={Link} to={`/customers/${customer._id}`} inherit className="breaks">
              {customer.name}
            </Anchor>,
          ],
          ['Phone', customer.phone && sayPhone(customer.phone)],
          ['Account number', invoice.accountno],
          ['Issued', invoice.status === 'draft' ? null : sayDay(invoice.invoicedate)],
          ['Due', sayDay(invoice.duedate)],
          ['Total', sayMoney(invoice.total, currency)],
          ['Paid', sayMoney(invoice.amountpaid, currency)],
          ['Adjusted', invoice.adjusted ? sayMoney(invoice.adjusted, currency) : null],
          ['Phone bill', push ? <PhoneBill push={push} /> : null],
          ['Pay page', invoice.status === 'draft' ? null : seenat ? say('Opened {at}', { at: sayMinute(seenat) }) : say('Not opened yet')], // prettier-ignore
        ]}
      />
      <Group gap="md" mt="sm">
        <Anchor href={`/business/invoice/${invoice._id}/pdf?lang=${spokenLanguage()}`} target="_blank" size="sm">
          {say('Invoice (PDF)')}
        </Anchor>
        {invoice.status !== 'draft' && (
          <Anchor href={invoice.paymentlink.rawurl} target="_blank" rel="noreferrer" size="sm">
            {say('Open the pay page')}
          </Anchor>
        )}
      </Group>
      {invoice.status !== 'draft' && invoice.balance > 0 && <Credit invoice={invoice} />}
    </Card>
  )
}

const phoneBills: Record<string, Sentence> = {
  queued: 'It waits to go to the phone',
  sending: 'It is going to the phone now',
  sent: 'It is on the customer’s phone',
  refused: 'It did not go to the phone',
  unknown: 'Nobody knows whether it reached the phone',
  cancelled: 'It was taken off the phone',
}

function PhoneBill({ push: { state, reason } }: { push: NonNullable<Invoice['push']> }) {
  return (
    <>
      {say(phoneBills[state] ?? 'Nobody knows whether it reached the phone')}
      {reason && (
        <Text size="xs" c="dimmed" className="breaks">
          {reason}
        </Text>
      )}
    </>
  )
}

/** Money of the payer that no invoice has asked for yet, while this one asks. */
function Credit({ invoice }: { invoice: Invoice }) {
  const session = useSession()
  const { data } = useQuery({
    queryKey: ['account', invoice.accountid],
    queryFn: () => answered(api.GET('/business/account/details/{id}', { params: { path: { id: invoice.accountid } } })),
  })
  const credit = data?.data.credit ?? 0
  if (credit <= 0) return null
  const amount = sayMoney(Math.min(credit, invoice.balance), invoice.currency)
  const why =
    whyNot(session, 'payments') ??
    (invoice.currency === 'KES' ? null : say('Credit is in KES, and this invoice is not'))
  return (
    <Group gap="sm" mt="md">
      <Text size="sm">{say('The account has {amount} of credit.', { amount: sayMoney(credit) })}</Text>
      <AskFirst
        button="Pay from credit"
        question={say('{amount} of the credit pays this invoice.', { amount })}
        said="Paid from credit"
        why={why}
        size="xs"
        work={() =>
          answered(
            api.POST('/business/invoice/{id}/credit/apply', {
              params: { path: { id: invoice._id }, header: wishKey() },
              body: {},
            }),
          )
        }
      />
    </Group>
  )
}
