import { Button, Group, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { defaultAccountOf, findCustomers } from '../find-choices.ts'
import { AskFirst } from '../parts/ask-first.tsx'
import { Dialog, Form } from '../parts/form.tsx'
import { Pick, type Choice } from '../parts/pick.tsx'
import { WithReason } from '../parts/with-reason.tsx'
import { useSession, whyNot } from '../session.ts'
import { say } from '../words/say.ts'

type Payment = Schemas['Payment']

/** What may be done with a payment; what may not says why. The server has the last word. */
export function PaymentDeeds({ payment }: { payment: Payment }) {
  const why = useWhyNot(payment)
  const [moving, move] = useDisclosure()
  const params = () => ({ path: { id: payment._id }, header: wishKey() })
  return (
    <Group gap="xs" role="group" aria-label={say('What to do')}>
      <AskFirst
        button="Release"
        question={say('It is laid on what it was meant for, though M-PESA has not confirmed it.')}
        said="Payment released"
        reason
        why={why.release}
        work={(reason) => answered(api.POST('/business/payment/{id}/release', { params: params(), body: { reason } }))}
      />
      <WithReason why={why.move}>
        <Button variant="default" disabled={why.move !== null} onClick={move.open}>
          {say('Move')}
        </Button>
      </WithReason>
      <AskFirst
        button="Take off the account"
        question={say('It waits again for somebody to say whose it is, and what it paid is open again.')}
        said="Payment taken off"
        reason
        why={why.unmatch}
        work={(reason) => answered(api.POST('/business/payment/{id}/unmatch', { params: params(), body: { reason } }))}
      />
      <AskFirst
        button="Reverse"
        question={say('The whole payment is taken back, wherever it lies, and what it paid is open again.')}
        said="Payment reversed"
        reason
        colour="red"
        why={why.reverse}
        work={(reason) => answered(api.POST('/business/payment/{id}/reverse', { params: params(), body: { reason } }))}
      />
      <AskFirst
        button="Have M-PESA give it back"
        question={say('M-PESA is asked to send the whole payment back to the phone. The books follow when it has.')}
        said="M-PESA was asked"
        reason
        colour="red"
        why={why.giveBack}
        work={(reason) =>
          answered(api.POST('/business/payment/{id}/reverse', { params: params(), body: { reason, atmpesa: true } }))
        }
      />
      <Dialog opened={moving} close={move.close} title={say('Move')}>
        <Move payment={payment} done={move.close} />
      </Dialog>
    </Group>
  )
}

/** Why each deed is not possible, as far as the payment itself tells; null when it is. */
function useWhyNot({ status, channel, held, unmatched, amount, reversal }: Payment) {
  const never = whyNot(useSession(), 'payments') ?? (status === 'cancelled' ? say('It was reversed') : null)
  const isByHand = channel !== 'mpesa'
  const asked =
    reversal?.status === 'asking' || reversal?.status === 'asked' ? say('M-PESA has been asked already') : null
  const isHeld = held > 0 ? say('It is held: release it first') : null
  return {
    release: never ?? (held > 0 ? null : say('Nothing of it is held')),
    move: never ?? isHeld,
    unmatch:
      never ??
      isHeld ??
      (isByHand ? say('It was recorded by hand: reverse it instead') : null) ??
      (unmatched >= amount ? say('It lies on no account') : null),
    reverse: never ?? asked,
    giveBack:
      never ??
      (isByHand ? say('Only what M-PESA received can be given back by M-PESA') : null) ??
      asked ??
      (Number.isInteger(amount) ? null : say('It has cents, and M-PESA gives back whole shillings')),
  }
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
