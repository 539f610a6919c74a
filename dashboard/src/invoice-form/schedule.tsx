import { Button, CloseButton, Group, Stack, Switch, Text, TextInput } from '@mantine/core'
import { inMonthlyParts } from '@kusanya/domain/instalment.ts'
import { fromWire, toWire, type Money } from '@kusanya/domain/money.ts'
import { useState } from 'react'
import { lastDays } from '../parts/dates.ts'
import { sayMoney } from '../parts/money.tsx'
import { NumberInput } from '../parts/number-input.tsx'
import { say } from '../words/say.ts'
import type { Part } from './draft.ts'

type Props = {
  parts: Part[]
  total: Money
  currency: string
  /** Whether parts have to be whole shillings, as the total is. */
  whole: boolean
  firstDay: string
  why: string | null
  set: (parts: Part[]) => void
}

/** By when which part of it is to be paid, and whether the parts are the whole. */
export function Schedule({ parts, total, currency, whole, firstDay, why, set }: Props) {
  const split = (count: number, first: string) =>
    set(inMonthlyParts(total, count, first, whole).map(({ day, amount }) => ({ day, amount: toWire(amount) })))
  const change = (place: number, changed: Partial<Part>) =>
    set(parts.map((part, index) => (index === place ? { ...part, ...changed } : part)))
  const isOn = parts.length > 0
  return (
    <Stack gap="xs" role="group" aria-label={say('Instalments')}>
      <Switch
        label={say('To be paid in instalments')}
        description={why}
        disabled={why !== null}
        checked={isOn}
        onChange={() => (isOn ? set([]) : split(3, firstDay || (lastDays(1)[0] ?? '')))}
      />
      {isOn && <Split split={split} first={parts[0]?.day ?? ''} disabled={why !== null} />}
      {parts.map(({ day, amount }, place) => (
        <div className="part" key={place}>
          <Text size="sm" className="amount" aria-hidden>
            {place + 1}
          </Text>
          <TextInput
            type="date"
            aria-label={say('Day of part {number}', { number: place + 1 })}
            required
            disabled={why !== null}
            value={day}
            onChange={(event) => change(place, { day: event.currentTarget.value })}
          />
          <NumberInput
            aria-label={say('Amount of part {number}', { number: place + 1 })}
            min={0.01}
            required
            disabled={why !== null}
            value={amount}
            onChange={(value) => change(place, { amount: value })}
          />
          {why === null && (
            <CloseButton
              aria-label={say('Take part {number} away', { number: place + 1 })}
              onClick={() => set(parts.filter((_, index) => index !== place))}
            />
          )}
        </div>
      ))}
      {isOn && why === null && (
        <Group justify="space-between">
          <Button variant="default" size="xs" onClick={() => set([...parts, { day: '', amount: '' }])}>
            {say('Another part')}
          </Button>
          <Sum parts={parts} total={total} currency={currency} change={change} />
        </Group>
      )}
    </Stack>
  )
}

type SplitProps = { split: (count: number, first: string) => void; first: string; disabled: boolean }

function Split({ split, first, disabled }: SplitProps) {
  const [count, setCount] = useState<number | string>(3)
  const [from, setFrom] = useState(first)
  const wanted = Number(count)
  return (
    <Group align="flex-end" gap="xs">
      <NumberInput
        label={say('Equal parts')}
        min={2}
        max={60}
        decimals={0}
        w={110}
        disabled={disabled}
        value={count}
        onChange={setCount}
      />
      <TextInput
        label={say('Monthly, the first on')}
        type="date"
        disabled={disabled}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={disabled || !from || !(wanted >= 2 && wanted <= 60)}
        onClick={() => split(wanted, from)}
      >
        {say('Split evenly')}
      </Button>
    </Group>
  )
}

type SumProps = Pick<Props, 'parts' | 'total' | 'currency'> & {
  change: (place: number, changed: Partial<Part>) => void
}

/** Says at once what the server would say: the parts must be the whole. */
function Sum({ parts, total, currency, change }: SumProps) {
  const amountOf = (part: Part | undefined) => fromWire(Number(part?.amount) || 0)
  const missing = total - parts.reduce((sum, part) => sum + amountOf(part), 0n)
  const more = (amount: Money) => ({ amount: sayMoney(toWire(amount), currency) })
  const mended = amountOf(parts.at(-1)) + missing
  return (
    <Group gap="xs" role="status">
      <Text size="sm" c={missing === 0n ? 'dimmed' : 'red'}>
        {missing === 0n
          ? say('They add up to {amount}, as they must.', more(total))
          : missing > 0n
            ? say('{amount} is missing.', more(missing))
            : say('{amount} is too much.', more(-missing))}
      </Text>
      {missing !== 0n && mended > 0n && (
        <Button variant="default" size="xs" onClick={() => change(parts.length - 1, { amount: toWire(mended) })}>
          {say('Put it right in the last part')}
        </Button>
      )}
    </Group>
  )
}
