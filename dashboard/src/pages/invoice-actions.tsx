import { Button, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { AskFirst } from '../parts/ask-first.tsx'
import { Dialog, Form, Refused } from '../parts/form.tsx'
import { NumberInput } from '../parts/number-input.tsx'
import { WithReason } from '../parts/with-reason.tsx'
import { may, useSession, whyNot } from '../session.ts'
import { say } from '../words/say.ts'

type Invoice = Schemas['Invoice']
const stillOpen = ['unpaid', 'partially_paid', 'overdue']

/** What may be done with an invoice now. What may not is there too, and says why. */
export function InvoiceActions({ invoice }: { invoice: Invoice }) {
  const session = useSession()
  const [recording, { open, close }] = useDisclosure()
  const setStatus = (status: 'unpaid' | 'cancelled') =>
    answered(
      api.PATCH('/business/invoice/update/{id}', {
        params: { path: { id: invoice._id }, header: wishKey() },
        body: { status },
      }),
    )
  const issue = useAct(() => setStatus('unpaid'), 'Invoice issued')
  const whyNotPaid =
    whyNot(session, 'payments') ?? (stillOpen.includes(invoice.status) ? null : say('There is nothing to pay on it'))
  const whyNotCancelled =
    whyNot(session, 'write') ??
    (invoice.status === 'cancelled'
      ? say('It is cancelled')
      : invoice.amountpaid > 0
        ? say('There is money on it: move or reverse the payment first')
        : null)
  return (
    <>
      {invoice.status === 'draft' && may(session, 'write') && (
        <Button loading={issue.isPending} onClick={() => issue.mutate(undefined)}>
          {say('Issue')}
        </Button>
      )}
      <AskFirst
        button="Cancel invoice"
        question={say('It will ask for nothing any more, and the bill on the phone is called off.')}
        said="Invoice cancelled"
        why={whyNotCancelled}
        colour="red"
        work={() => setStatus('cancelled')}
      />
      {invoice.status !== 'draft' && (
        <WithReason why={whyNotPaid}>
          <Button disabled={whyNotPaid !== null} onClick={open}>
            {say('Record payment')}
          </Button>
        </WithReason>
      )}
      <Refused error={issue.error} />
      <Dialog opened={recording} close={close} title={say('Record a payment')}>
        <RecordPayment invoice={invoice} done={close} />
      </Dialog>
    </>
  )
}

function RecordPayment({ invoice, done }: { invoice: Invoice; done: () => void }) {
  const [amount, setAmount] = useState<number | string>(invoice.balance)
  const [header] = useState(wishKey)
  const recording = useAct(
    (body: Schemas['AddInvoicePayment']) =>
      answered(api.POST('/business/invoice/{id}/payment/add', { params: { path: { id: invoice._id }, header }, body })),
    'Payment recorded',
    done,
  )
  return (
    <Form
      work={recording}
      button="Record"
      cancel={done}
      send={({ method, reference, note }) =>
        recording.mutate({
          amount: Number(amount),
          ...(method && { method }),
          ...(reference && { reference }),
          ...(note && { note }),
        })
      }
    >
      <NumberInput
        label={say('Amount ({currency})', { currency: invoice.currency })}
        value={amount}
        onChange={setAmount}
        min={0.01}
        required
        data-autofocus
      />
      <TextInput label={say('How it came')} name="method" placeholder={say('Cash, cheque, bank')} />
      <TextInput label={say('Reference')} name="reference" placeholder={say('Number of the cheque or slip')} />
      <TextInput label={say('Note')} name="note" />
    </Form>
  )
}
