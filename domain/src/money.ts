/**
 * Money is a bigint count of minor units (KES cents). The language itself refuses to add it to a float,
 * and JSON.stringify refuses to print it, so it cannot leak to the wire by accident.
 */
export type Money = bigint

/** The most that one document may say: ten trillion shillings, which a JSON number still carries to the cent. */
export const largestAmount: Money = 10n ** 15n

/** Reads a major-unit JSON number. Digits past the second decimal are cut, never rounded. */
export function fromWire(major: number): Money {
  if (!Number.isFinite(major)) throw new RangeError(`not an amount: ${major}`)
  // From here on JavaScript writes exponents, and every number is whole.
  if (Math.abs(major) >= 1e21) return BigInt(major) * 100n
  const text = String(major)
  return cents(text.includes('e') ? major.toFixed(20) : text)
}

/** Reads a plain decimal such as `2500` or `5.00`; null for anything else (`1e3`, ` 5`, `-1`, `0x10`, a third decimal). */
export function readDecimal(text: string): Money | null {
  return /^\d{1,15}(\.\d{1,2})?$/.test(text) ? cents(text) : null
}

/** Minor units → a major-unit JSON number. */
export function toWire(amount: Money): number {
  return Number(toDecimal(amount))
}

/** Minor units → `-1234.50`. */
export function toDecimal(amount: Money): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Minor units → `145,800`, with cents only when there are any: `1,234.56`. */
export function readable(amount: Money): string {
  const [whole = '', fraction = ''] = toDecimal(amount).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return fraction === '00' ? grouped : `${grouped}.${fraction}`
}

/** amount × numerator / denominator, halves away from zero: the only place where we round. */
export function scale(amount: Money, numerator: bigint, denominator: bigint): Money {
  const product = amount * numerator
  const half = denominator / 2n
  return product < 0n ? -((-product + half) / denominator) : (product + half) / denominator
}

/** The amount that a phone is asked for: M-PESA takes no cents, so it is the next whole shilling. */
export function nextShilling(amount: Money): Money {
  return ((amount + 99n) / 100n) * 100n
}

/** The same as M-PESA is told it: a number of shillings. */
export function wholeShillings(amount: Money): number {
  return Number(nextShilling(amount) / 100n)
}

/** The nearest whole shilling, halves up. */
export function nearestShilling(amount: Money): Money {
  return scale(amount, 1n, 100n) * 100n
}

function cents(decimal: string): Money {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? []
  const amount = BigInt(whole + fraction.padEnd(2, '0').slice(0, 2))
  return sign === '-' ? -amount : amount
}
