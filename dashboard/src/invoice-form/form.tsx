import { Alert, Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import { answered, api, type Schemas } from '../api.ts'
import { findCustomers } from '../find-choices.ts'
import { Refused, wrongIn } from '../parts/form.tsx'
import { NumberInput } from '../parts/number-input.tsx'
import { Pick } from '../parts/pick.tsx'
import { Select } from '../parts/select.tsx'
import { say, type Sentence } from '../words/say.ts'
import { AccountOf } from './account-of.tsx'
import { count, currencyOf, isWhole, lastDay, type Draft } from './draft.ts'
import { Lines } from './lines.tsx'
import { Schedule } from './schedule.tsx'
import { Sums } from './sums.tsx'

type Props = {
  begun: Draft
  work: { error: Error | null; isPending: boolean }
  send: (draft: Draft) => void
  button: Sentence
  /** Why it cannot be sent by who is signed in. */
  why: string | null
  /** Why customer, lines and tax stay as they are, why the discount does, and why the schedule does. */
  fixed?: { lines: string | null; discount: string | null; schedule: string | null }
  /** What stands beside the button. */
  children?: ReactNode
}

/** An invoice is written here; its totals are counted by the same rules as on the server, while one types. */
export function InvoiceForm({ begun, work, send, button, why, fixed, children }: Props) {
  const [draft, setDraft] = useState(begun)
  const set = (changed: Partial<Draft>) => setDraft({ ...draft, ...changed })
  const { taxes, cents } = useCounting()
  const counting = { tax: taxes.find(({ _id }) => _id === draft.tax) ?? null, cents }
  const counted = count(draft, counting)
  const currency = currencyOf(draft)
  const wrong = wrongIn(work)
  const isFixed = Boolean(fixed?.lines)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    send(draft)
  }
  return (
    <form onSubmit={submit} className="invoice-form">
      <Stack maw={860}>
        {fixed?.lines && <Alert color="gray">{fixed.lines}</Alert>}
        <Pick
          what="customers"
          find={findCustomers}
          label={say('Customer')}
          required
          disabled={isFixed}
          chosen={draft.customer}
          choose={(customer) => set({ customer, account: '' })}
          error={wrong['customerid']}
        />
        {draft.customer && (
          <AccountOf
            customerId={draft.customer.value}
            account={draft.account}
            disabled={isFixed}
            error={wrong['accountid']}
            choose={(account) => set({ account })}
          />
        )}
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <TextInput
            label={say('Title')}
            placeholder={say('Made from the number when empty')}
            maxLength={500}
            value={draft.title}
            onChange={(event) => set({ title: event.currentTarget.value })}
            error={wrong['title']}
          />
          <TextInput
            label={say('Due date')}
            description={draft.parts.length > 0 ? say('The day of the last instalment') : undefined}
            type="date"
            required
            disabled={draft.parts.length > 0}
            value={lastDay(draft)}
            onChange={(event) => set({ duedate: event.currentTarget.value })}
            error={wrong['duedate']}
          />
        </Group>
        <Textarea
          label={say('Description')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={5000}
          value={draft.description}
          onChange={(event) => set({ description: event.currentTarget.value })}
          error={wrong['description']}
        />
        <Lines
          lines={draft.lines}
          currency={currency}
          disabled={isFixed}
          error={wrong['items']}
          set={(lines) => set({ lines })}
        />
        <Group justify="space-between" align="flex-start">
          <Group align="flex-start" gap="xs">
            <NumberInput
              label={say('Discount')}
              description={fixed?.discount}
              min={0}
              w={130}
              disabled={Boolean(fixed?.discount)}
              value={draft.discount.value}
              onChange={(value) => set({ discount: { ...draft.discount, value } })}
              error={wrong['discount']}
            />
            <Select
              label={say('Discount in')}
              data={[
                { value: 'percentage', label: say('per cent') },
                { value: 'fixed', label: currency },
              ]}
              w={130}
              disabled={Boolean(fixed?.discount)}
              value={draft.discount.type}
              onChange={(type) =>
                set({ discount: { ...draft.discount, type: type === 'fixed' ? type : 'percentage' } })
              }
            />
            <Select
              label={say('Tax')}
              data={taxes
                .filter(({ active, _id }) => active || _id === begun.tax)
                .map(({ _id, name, rate }) => ({ value: _id, label: `${name} (${rate} %)` }))}
              placeholder={say('No tax')}
              w={180}
              disabled={isFixed}
              value={draft.tax || null}
              onChange={(tax) => set({ tax: tax ?? '' })}
            />
          </Group>
          <Sums of={counted} currency={currency} />
        </Group>
        <Schedule
          parts={draft.parts}
          total={typeof counted === 'string' ? 0n : counted.total}
          currency={currency}
          whole={isWhole(draft, counting)}
          firstDay={draft.duedate}
          why={fixed?.schedule ?? null}
          set={(parts) => set({ parts, duedate: lastDay({ ...draft, parts }) })}
        />
        <Refused error={work.error} />
        {why && <Alert color="gray">{why}</Alert>}
        <Group justify="flex-end">
          {children}
          <Button type="submit" loading={work.isPending} disabled={why !== null}>
            {say(button)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The taxes there are, and what the business does with cents: what the totals depend on besides what is written. */
function useCounting(): { taxes: Schemas['Tax'][]; cents: Schemas['Settings']['cents'] } {
  const taxes = useQuery({
    queryKey: ['taxes', 'all'],
    queryFn: () => answered(api.GET('/business/tax/list', { params: { query: { limit: '100' } } })),
  })
  const settings = useQuery({
    queryKey: ['settings'],
    queryFn: () => answered(api.GET('/business/settings/details')),
  })
  return { taxes: taxes.data?.data ?? [], cents: settings.data?.data.cents ?? 'keep' }
}
