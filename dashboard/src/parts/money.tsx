import { Text, type TextProps } from '@mantine/core'
import { fromWire, readable, toWire } from '@kusanya/domain/money.ts'

/** `KES 145,800`, with cents only when there are any. `amount` is in major units, as the API writes it. */
export function sayMoney(amount: number, currency = 'KES'): string {
  return `${currency} ${readable(fromWire(amount))}`
}

/** Added up in cents: the sum of two fractions may be a cent less than it is. */
export function addUp(...amounts: number[]): number {
  return toWire(amounts.reduce((sum, amount) => sum + fromWire(amount), 0n))
}

export function Money({ amount, currency, ...props }: { amount: number; currency?: string } & TextProps) {
  return (
    <Text component="span" inherit style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }} {...props}>
      {sayMoney(amount, currency)}
    </Text>
  )
}
