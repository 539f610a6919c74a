import { Alert, Anchor, Button, Checkbox, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { defaultAccountOf, findCustomers } from '../find-choices.ts'
import { AskFirst } from '../parts/ask-first.tsx'
import { sayChannel } from '../parts/channels.ts'
import { sayMinute, sayPhone } from '../parts/dates.ts'
import { Facts } from '../parts/facts.tsx'
import { Dialog, Form } from '../parts/form.tsx'
import { sayMoney } from '../parts/money.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Pick, type Choice } from '../parts/pick.tsx'
import { Failed } from '../parts/trouble.tsx'
import { WithReason } from '../parts/with-reason.tsx'
import { useSession, whyNot } from '../session.ts'
import { say, type Sentence } from '../words/say.ts'

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
      <PageHead title={sayMoney(payment.amount, currency)}>
        <Deeds payment={payment} />
      </PageHead>
      <Stack maw={720}>
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
          <Anchor component={Link} to="/unmatched">
            {say('Say whose it is')}
          </Anchor>
        )}
      </Stack>
    </>
  )
}

function Deeds({ payment }: { payment: Payment }) {
  const session = useSession()
  const [moving, move] = useDisclosure()
  const [atMpesa, setAtMpesa] = useState(false)
  const path = { id: payment._id }
  const role = whyNot(session, 'payments')
  const gone = payment.status === 'cancelled' ? say('It was reversed') : null
  const isAsked = payment.reversal?.status === 'asking' || payment.reversal?.status === 'asked'
  const whyNotReversed = role ?? gone ?? (isAsked ? say('M-PESA has been asked already') : null)
  const whyNotMoved = role ?? gone ?? (payment.held > 0 ? say('It is held: release it first') : null)
  return (
    <>
      {payment.held > 0 && (
        <AskFirst
          button="Release"
          question={say('It is laid on what it was meant for, though M-PESA has not confirmed it.')}
          said="Payment released"
          reason
          why={role ?? gone}
          work={(reason) =>
            answered(
              api.POST('/business/payment/{id}/release', { params: { path, header: wishKey() }, body: { reason } }),
            )
          }
        />
      )}
      <WithReason why={whyNotMoved}>
        <Button variant="default" disabled={whyNotMoved !== null} onClick={move.open}>
          {say('Move')}
        </Button>
      </WithReason>
      <AskFirst
        button="Reverse"
        question={say('The whole payment is taken back, wherever it lies, and what it paid is open again.')}
        said="Reversal begun"
        reason
        colour="red"
        why={whyNotReversed}
        work={(reason) =>
          answered(
            api.POST('/business/payment/{id}/reverse', {
              params: { path, header: wishKey() },
              body: { reason, atmpesa: atMpesa },
            }),
          )
        }
      >
        {payment.channel === 'mpesa' && (
          <Checkbox
            label={say('Have M-PESA give the money back; the books follow when it has')}
            checked={atMpesa}
            onChange={(event) => setAtMpesa(event.currentTarget.checked)}
          />
        )}
      </AskFirst>
      <Dialog opened={moving} close={move.close} title={say('Move')}>
        <Move payment={payment} done={move.close} />
      </Dialog>
    </>
  )
}

function Move({ payment, done }: { payment: Payment; done: () => void }) {
  const [header] = useState(wishKey)
  const [to, setTo] = useState<Choice<Schemas['CustomerInList']> | null>(null)
  const moving = useAct(
    async ({ customer, reason }: { customer: string; reason: string }) =>
      answered(
        api.POST('/business/payment/{id}/move', {
          params: { path: { id: payment._id }, header },
          body: { reason, accountid: await defaultAccountOf(customer) },
        }),
      ),
    'Payment moved',
    done,
  )
  return (
    <Form
      work={moving}
      button="Move"
      cancel={done}
      send={({ reason = '' }) => to && moving.mutate({ customer: to.value, reason })}
    >
      <Text size="sm">{say('It pays what that customer owes, the rest is credit.')}</Text>
      <Pick what="customers" find={findCustomers} label={say('Customer')} chosen={to} choose={setTo} required />
      <TextInput label={say('Why')} name="reason" required maxLength={500} />
    </Form>
  )
}
