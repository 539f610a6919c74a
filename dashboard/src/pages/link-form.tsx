import { TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { dayBefore, lastDays } from '../parts/dates.ts'
import { Form, wrongIn, type Written } from '../parts/form.tsx'
import { NumberInput } from '../parts/number-input.tsx'
import { say } from '../words/say.ts'

type PaymentLink = Schemas['PaymentLink']
type Facts = { title: string; amount: number; expiresat: string | null }

const readForm = ({ title = '', amount = '', expiresat }: Written): Facts => ({
  title: title.trim(),
  amount: Number(amount.replaceAll(',', '')),
  expiresat: expiresat || null,
})

/** Only what differs from what was shown is sent; what a link of an invoice says is the invoice's. */
function changed(link: PaymentLink, now: Facts): Partial<Facts> {
  const before: Facts = { ...link, expiresat: link.expiresat && dayBefore(link.expiresat) }
  const fields = link.invoiceid ? (['expiresat'] as const) : (['title', 'amount', 'expiresat'] as const)
  return Object.fromEntries(fields.filter((field) => now[field] !== before[field]).map((field) => [field, now[field]]))
}

/** A link that is not there yet, or what one says. */
export function LinkForm({ link, done }: { link?: PaymentLink; done: () => void }) {
  const navigate = useNavigate()
  const [header] = useState(wishKey)
  const writing = useAct(
    async (written: Written): Promise<string | null> => {
      const now = readForm(written)
      if (!link) {
        const body = { ...now, ...(written['type']?.trim() && { type: written['type'] }) }
        const { data } = await answered(api.POST('/business/payment-link/create', { params: { header }, body }))
        return data._id
      }
      const body = changed(link, now)
      if (Object.keys(body).length === 0) return null
      const params = { path: { id: link._id }, header: wishKey() }
      await answered(api.PATCH('/business/payment-link/update/{id}', { params, body }))
      return null
    },
    link ? 'Payment link changed' : 'Payment link made',
    (made) => {
      done()
      if (made) void navigate({ to: '/links/$id', params: { id: made } })
    },
  )
  const wrong = wrongIn(writing)
  const isOwn = !link?.invoiceid
  return (
    <Form
      work={writing}
      button={link ? 'Save' : 'Make the link'}
      cancel={done}
      send={(written) => writing.mutate(written)}
    >
      {isOwn && (
        <>
          <TextInput
            label={say('What is paid')}
            description={say('As payers read it')}
            name="title"
            required
            maxLength={200}
            defaultValue={link?.title ?? ''}
            data-autofocus
            error={wrong['title']}
          />
          <NumberInput
            label={say('Amount ({currency})', { currency: link?.currency ?? 'KES' })}
            name="amount"
            required
            min={0.01}
            defaultValue={link?.amount ?? ''}
            error={wrong['amount']}
          />
        </>
      )}
      {!link && (
        <TextInput
          label={say('Kind')}
          description={say('A word of your own, to find it again')}
          name="type"
          maxLength={50}
          error={wrong['type']}
        />
      )}
      <TextInput
        label={say('Last day')}
        description={say('Empty: until it is switched off')}
        name="expiresat"
        type="date"
        min={lastDays(1)[0]}
        defaultValue={link?.expiresat ? dayBefore(link.expiresat) : ''}
        error={wrong['expiresat']}
      />
    </Form>
  )
}
