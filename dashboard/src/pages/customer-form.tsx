import { Checkbox, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { sayPhone } from '../parts/dates.ts'
import { Form, wrongIn, type Written } from '../parts/form.tsx'
import { Select } from '../parts/select.tsx'
import { say, type Sentence } from '../words/say.ts'
import { kinds, languages, wishes } from './customer-words.ts'

type Customer = Schemas['Customer']
type Facts = Required<Schemas['UpdateCustomer']>

/** What was written, as the API takes it: a box that is empty says nothing. */
function readForm(written: Written): Facts {
  const orNull = (name: string) => written[name]?.trim() || null
  return {
    name: written['name']?.trim() ?? '',
    phone: orNull('phone'),
    email: orNull('email'),
    type: orNull('type') as Facts['type'],
    company: orNull('company'),
    address: orNull('address'),
    city: orNull('city'),
    country: orNull('country'),
    currency: (written['currency'] ?? '').trim().toUpperCase(),
    language: orNull('language') as Facts['language'],
    emails: orNull('emails') as Facts['emails'],
    sms: orNull('sms') as Facts['sms'],
    active: 'active' in written,
  }
}

/** A phone as people type it, with spaces of the keyboard. */
function typed(phone: string | null): string {
  return sayPhone(phone ?? '').replace(/\s/g, ' ')
}

/** Only what differs from what was shown is sent, so that two who change different things do not undo each other. */
function changed(customer: Customer, now: Facts): Partial<Facts> {
  const before: Facts = { ...customer, phone: typed(customer.phone) || null }
  const fields = Object.keys(now) as (keyof Facts)[]
  return Object.fromEntries(fields.filter((field) => now[field] !== before[field]).map((field) => [field, now[field]]))
}

/** A customer who is not there yet, or what is known of one. */
export function CustomerForm({ customer, done }: { customer?: Customer; done: () => void }) {
  const [header] = useState(wishKey)
  const writing = useAct(
    async (now: Facts): Promise<unknown> => {
      if (!customer) {
        const body = now as Schemas['CreateCustomer']
        return answered(api.POST('/business/customer/create', { params: { header }, body }))
      }
      const body = changed(customer, now)
      if (Object.keys(body).length === 0) return null
      const params = { path: { id: customer._id }, header: wishKey() }
      return answered(api.PATCH('/business/customer/update/{id}', { params, body }))
    },
    customer ? 'Customer changed' : 'Customer added',
    done,
  )
  const wrong = wrongIn(writing)
  const box = (name: keyof Facts & keyof Customer, label: Sentence) => ({
    name,
    label: say(label),
    defaultValue: String(customer?.[name] ?? ''),
    error: wrong[name],
  })
  return (
    <Form
      work={writing}
      button={customer ? 'Save' : 'Add'}
      cancel={done}
      send={(written) => writing.mutate(readForm(written))}
    >
      <TextInput {...box('name', 'Name')} required maxLength={200} data-autofocus />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          {...box('phone', 'Phone')}
          defaultValue={typed(customer?.phone ?? null)}
          type="tel"
          required={!customer}
          placeholder="0712 345 678"
        />
        <TextInput {...box('email', 'E-mail')} type="email" required={!customer} />
      </SimpleGrid>
      <details open={customer !== undefined}>
        <summary>{say('Company, address and messages')}</summary>
        <Stack mt="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Select {...choice('type', 'Kind', kinds)} defaultValue={customer?.type ?? 'individual'} />
            <TextInput {...box('company', 'Company')} maxLength={200} />
            <TextInput {...box('address', 'Postal address')} maxLength={500} />
            <TextInput {...box('city', 'Town')} maxLength={100} />
            <TextInput {...box('country', 'Country')} defaultValue={customer?.country ?? 'Kenya'} maxLength={100} />
            <TextInput {...box('currency', 'Currency')} defaultValue={customer?.currency ?? 'KES'} maxLength={3} />
            <Select {...choice('emails', 'Messages by e-mail', wishes)} defaultValue={customer?.emails ?? 'all'} />
            <Select {...choice('sms', 'Messages by SMS', wishes)} defaultValue={customer?.sms ?? 'all'} />
            <Select
              label={say('Language')}
              name="language"
              data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
              defaultValue={customer?.language ?? null}
              placeholder={say('As the business writes')}
            />
          </SimpleGrid>
          <Checkbox name="active" label={say('Still a customer')} defaultChecked={customer?.active ?? true} />
        </Stack>
      </details>
    </Form>
  )
}

function choice(name: string, label: Sentence, of: Record<string, Sentence>) {
  const data = Object.entries(of).map(([value, word]) => ({ value, label: say(word) }))
  return { name, label: say(label), data }
}
