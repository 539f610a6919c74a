import { Button, CloseButton, Group, Stack, Text } from '@mantine/core'
import { fromWire, toWire } from '@kusanya/domain/money.ts'
import { findProducts } from '../find-choices.ts'
import { sayMoney } from '../parts/money.tsx'
import { NumberInput } from '../parts/number-input.tsx'
import { Pick } from '../parts/pick.tsx'
import { say } from '../words/say.ts'
import { noLine, type Line } from './draft.ts'

type Props = {
  lines: Line[]
  currency: string
  disabled: boolean
  error: string | undefined
  set: (lines: Line[]) => void
}

/** What is billed, line by line, with what each comes to while one types. */
export function Lines({ lines, currency, disabled, error, set }: Props) {
  const change = (place: number, changed: Partial<Line>) =>
    set(lines.map((line, index) => (index === place ? { ...line, ...changed } : line)))
  const choose = (place: number, product: Line['product']) =>
    change(place, { product, ...(product && { rate: product.thing.price }) })
  return (
    <Stack gap="xs" role="group" aria-label={say('Line items')}>
      <div className="line minor" aria-hidden>
        <Text size="sm">{say('Item')}</Text>
        <Text size="sm">{say('Quantity')}</Text>
        <Text size="sm">{say('Rate')}</Text>
        <Text size="sm" className="amount">
          {say('Amount')}
        </Text>
      </div>
      {lines.map(({ product, quantity, rate }, place) => (
        <div className="line" key={place}>
          <Pick
            what="products"
            find={findProducts}
            aria-label={say('Item {number}', { number: place + 1 })}
            placeholder={say('Item')}
            required={place === 0 || Number(rate) > 0}
            disabled={disabled}
            chosen={product}
            choose={(chosen) => choose(place, chosen)}
          />
          <NumberInput
            aria-label={say('Quantity {number}', { number: place + 1 })}
            placeholder={say('Quantity')}
            min={1}
            decimals={0}
            required
            disabled={disabled}
            value={quantity}
            onChange={(value) => change(place, { quantity: value })}
          />
          <NumberInput
            aria-label={say('Rate {number}', { number: place + 1 })}
            placeholder={say('Rate')}
            min={0}
            disabled={disabled}
            value={rate}
            onChange={(value) => change(place, { rate: value })}
          />
          <Text size="sm" className="amount">
            {sayMoney(toWire(fromWire(Number(rate) || 0) * BigInt(Math.trunc(Number(quantity) || 0))), currency)}
          </Text>
          {lines.length > 1 && !disabled && (
            <CloseButton
              aria-label={say('Take line {number} away', { number: place + 1 })}
              onClick={() => set(lines.filter((_, index) => index !== place))}
            />
          )}
        </div>
      ))}
      {error && (
        <Text size="sm" c="red">
          {error}
        </Text>
      )}
      {!disabled && (
        <Group>
          <Button variant="default" size="xs" onClick={() => set([...lines, noLine])}>
            {say('Another line')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
