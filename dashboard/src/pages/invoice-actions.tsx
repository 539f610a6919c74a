import { Alert, Button, Group, Modal, NumberInput, Stack, TextInput, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState, type FormEvent } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { may, useSession } from '../session.ts'

type Invoice = Schemas['Invoice']

/** What may be done with an invoice now. What may not is there too, and says why. */
export function InvoiceActions({ invoice }: { invoice: Invoice }) {
  const session = useSession()
  const [recording, { open, close }] = useDisclosure()
  const params = { path: { id: invoice._id } }
  const change = useAct(
    (status: 'unpaid' | 'cancelled') =>
      answered(
        api.PATCH('/business/invoice/update/{id}', { params: { ...params, header: wishKey() }, body: { status } }),
      ),
    'Invoice changed',
  )
  const isOpen = ['unpaid', 'partially_paid', 'overdue'].includes(invoice.status)
  const noMoney = invoice.amountpaid === 0
  const whyNotPaid = !may(session, 'payments')
    ? 'Your role may not record payments'
    : isOpen
      ? null
      : 'There is nothing to pay on it'
  const whyNotCancelled = !may(session, 'write')
    ? 'Your role may not change invoices'
    : invoice.status === 'cancelled'
      ? 'It is cancelled'
      : noMoney
        ? null
        : 'There is money on it: move or reverse the payment first'
  return (
    <>
      <Button component="a" href={`/business/invoice/${invoice._id}/pdf`} variant="default" target="_blank">
        PDF
      </Button>
      {invoice.status === 'draft' && may(session, 'write') && (
        <Button onClick={() => change.mutate('unpaid')}>Issue</Button>
      )}
      <WithReason why={whyNotCancelled}>
        <Button variant="default" disabled={whyNotCancelled !== null} onClick={() => change.mutate('cancelled')}>
          Cancel invoice
        </Button>
      </WithReason>
      {invoice.status !== 'draft' && (
        <WithReason why={whyNotPaid}>
          <Button disabled={whyNotPaid !== null} onClick={open}>
            Record payment
          </Button>
        </WithReason>
      )}
      {change.error && <Alert color="red">{change.error.message}</Alert>}
      <Modal opened={recording} onClose={close} title="Record a payment">
        <RecordPayment invoice={invoice} done={close} />
      </Modal>
    </>
  )
}

function WithReason({ why, children }: { why: string | null; children: React.ReactElement }) {
  return (
    <Tooltip label={why} disabled={why === null} events={{ hover: true, focus: true, touch: true }}>
      <span tabIndex={why === null ? undefined : 0}>{children}</span>
    </Tooltip>
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
  const record = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { method, reference, note } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    recording.mutate({
      amount: Number(amount),
      method: method || null,
      reference: reference || null,
      note: note || null,
    })
  }
  return (
    <form onSubmit={record}>
      <Stack>
        <NumberInput
          label={`Amount (${invoice.currency})`}
          value={amount}
          onChange={setAmount}
          min={0.01}
          decimalScale={2}
          thousandSeparator=","
          hideControls
          required
          data-autofocus
        />
        <TextInput label="How it came" name="method" placeholder="Cash, cheque, bank" />
        <TextInput label="Reference" name="reference" placeholder="Number of the cheque or slip" />
        <TextInput label="Note" name="note" />
        {recording.error && (
          <Alert color="red" role="alert">
            {recording.error.message}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={done}>
            Not now
          </Button>
          <Button type="submit" loading={recording.isPending}>
            Record
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
