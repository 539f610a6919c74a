/** Inside the simulator money is whole cents in a number; on its control API it is KES. */
export const cents = (kes: number): number => Math.round(kes * 100)
export const kes = (amountCents: number): number => amountCents / 100

/** `1,234.56`, with cents always: how M-PESA writes in an SMS. */
export function withCents(amountCents: number): string {
  const whole = Math.trunc(amountCents / 100)
  return `${grouped(whole)}.${String(Math.abs(amountCents) % 100).padStart(2, '0')}`
}

/** `145,800`, cents only when there are any: for a person. */
export function spoken(amountCents: number): string {
  return amountCents % 100 === 0 ? grouped(amountCents / 100) : withCents(amountCents)
}

/** `5.00`: how Daraja writes amounts in C2B bodies. */
export const plain = (amountCents: number): string => (amountCents / 100).toFixed(2)

const grouped = (whole: number) => String(whole).replace(/\B(?=(\d{3})+$)/g, ',')

/** A whole amount in KES from a number or a string of digits, in cents; undefined for anything else. */
export function readWholeKes(value: unknown): number | undefined {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : ''
  if (!/^\d{1,9}(\.0{1,2})?$/.test(text)) return undefined
  return Number.parseInt(text, 10) * 100
}

/**
 * What a customer pays on top of a Paybill payment when `customerFees` is on, in cents: the bands of Safaricom's
 * published customer tariff as we knew them in 2026. An assumption, good enough to see that fees are reckoned with.
 */
export function paybillFee(amountCents: number): number {
  const bands: [number, number][] = [
    [100, 0],
    [500, 5],
    [1000, 10],
    [1500, 15],
    [2500, 20],
    [3500, 25],
    [5000, 34],
    [7500, 42],
    [10_000, 48],
    [15_000, 57],
    [20_000, 62],
    [25_000, 67],
    [30_000, 72],
    [35_000, 83],
    [40_000, 99],
    [45_000, 103],
  ]
  for (const [upTo, fee] of bands) if (amountCents <= upTo * 100) return fee * 100
  return 10_800
}
