import { Skeleton, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { Form, Refused, wrongIn, type Written } from '../parts/form.tsx'
import { sayMoney } from '../parts/money.tsx'
import { NumberInput } from '../parts/number-input.tsx'
import { Select } from '../parts/select.tsx'
import { say, type Sentence } from '../words/say.ts'

type Props = { account: Schemas['Account']; done: () => void }

const amountIn = ({ amount = '' }: Written) => Number(amount.replaceAll(',', ''))
const shillings = (label: Sentence) => ({
  label: say(label, { currency: 'KES' }),
  name: 'amount',
  min: 0.01,
})

/** Lays credit on an open invoice of the account. */
export function PayFromCredit({ account, done }: Props) {
  const [header] = useState(wishKey)
  const query = { accountid: account._id, status: 'unpaid,partially_paid,overdue', limit: '100' }
  const open = useQuery({
    queryKey: ['invoices', query],
    queryFn: () => answered(api.GET('/business/invoice/list', { params: { query } })),
  })
  const paying = useAct(
    ({ id, ...body }: { id: string; amount: number | null; reason: string | null }) =>
      answered(api.POST('/business/invoice/{id}/credit/apply', { params: { path: { id }, header }, body })),
    'Paid from credit',
    done,
  )
  if (open.error && !open.data) return <Refused error={open.error} />
  if (!open.data) return <Skeleton height={120} />
  const invoices = open.data.data.toSorted((one, other) => one.duedate.localeCompare(other.duedate))
  const wrong = wrongIn(paying)
  return (
    <Form
      work={paying}
      button="Pay from credit"
      cancel={done}
      send={({ invoice = '', reason, ...written }) =>
        paying.mutate({ id: invoice, amount: amountIn(written) || null, reason: reason || null })
      }
    >
      <Text size="sm">{say('It has {amount} of credit.', { amount: sayMoney(account.credit) })}</Text>
      <Select
        label={say('Invoice')}
        name="invoice"
        required
        data={invoices.map(({ _id, invoiceno, title, balance, currency }) => ({
          value: _id,
          label: [invoiceno, sayMoney(balance, currency), title].filter(Boolean).join(' · '),
        }))}
        defaultValue={invoices[0]?._id ?? null}
      />
      <NumberInput
        {...shillings('Amount ({currency})')}
        description={say('Empty: as much as there is and finds room')}
        error={wrong['amount']}
      />
      <TextInput label={say('Why')} name="reason" maxLength={500} error={wrong['reason']} />
    </Form>
  )
}

/** Notes that credit was given back. */
export function RefundCredit({ account, done }: Props) {
  const [header] = useState(wishKey)
  const refunding = useAct(
    (body: Schemas['RefundAccountCredit']) =>
      answered(
        api.POST('/business/account/{id}/credit/refund', { params: { path: { id: account._id }, header }, body }),
      ),
    'Noted that credit was given back',
    done,
  )
  const wrong = wrongIn(refunding)
  return (
    <Form
      work={refunding}
      button="Give credit back"
      cancel={done}
      send={({ method = '', reason = '', reference, date, ...written }) =>
        refunding.mutate({
          amount: amountIn(written),
          method,
          reason,
          reference: reference || null,
          date: date || null,
        })
      }
    >
      <Text size="sm">
        {say('This notes that you have given money back; it sends none. There is {amount} of credit.', {
          amount: sayMoney(account.credit),
        })}
      </Text>
      <NumberInput
        {...shillings('Amount ({currency})')}
        defaultValue={account.credit}
        required
        data-autofocus
        error={wrong['amount']}
      />
      <TextInput
        label={say('How it was given back')}
        name="method"
        placeholder={say('Cash, M-PESA, bank')}
        required
        maxLength={50}
        error={wrong['method']}
      />
      <TextInput label={say('Reference')} name="reference" maxLength={100} error={wrong['reference']} />
      <TextInput label={say('Day')} description={say('Empty: today')} name="date" type="date" error={wrong['date']} />
      <TextInput label={say('Why')} name="reason" required maxLength={500} error={wrong['reason']} />
    </Form>
  )
}
