import { readPhone } from '../phone.ts'

/**
 * A phone as M-PESA reports it. C2B sends the mask `2547 ***** 126` (version 2) or SHA-256 hex of the twelve digits
 * (version 1); STK callbacks, Bill Manager and Pull Transactions send it whole.
 */
export type PayerPhone =
  { kind: 'full'; phone: string } | { kind: 'masked'; start: string; end: string } | { kind: 'hashed'; sha256: string }

/** Reads what was reported; null when it is absent or tells less than three of the last digits. */
export function readPayerPhone(reported: string | null): PayerPhone | null {
  const text = (reported ?? '').replace(/[\s+]/g, '')
  const phone = readPhone(text)
  if (phone) return { kind: 'full', phone }
  if (/^[0-9a-f]{64}$/i.test(text)) return { kind: 'hashed', sha256: text.toLowerCase() }
  const [, start, end] = /^(\d{3,8})\*+(\d{3,6})$/.exec(text) ?? []
  return start && end ? { kind: 'masked', start, end } : null
}

/** Whether this can be the phone reported. `sha256` holds the lower-case hex of the same phones. */
export function hasPhone(owner: { phones: string[]; phoneHashes: string[] }, reported: PayerPhone): boolean {
  switch (reported.kind) {
    case 'full':
      return owner.phones.includes(reported.phone)
    case 'hashed':
      return owner.phoneHashes.includes(reported.sha256)
    case 'masked':
      return owner.phones.some((phone) => phone.startsWith(reported.start) && phone.endsWith(reported.end))
  }
}

/** How likely a stranger's phone looks the same: of a mask, one in a thousand. Whole and hashed ones are unique. */
export function chanceOfMask(masked: { start: string; end: string }): number {
  // Every Kenyan mobile number begins with 2547 or 2541.
  const told = Math.max(0, masked.start.length - 4) + masked.end.length
  return 10 ** -told
}

/**
 * Under which names a payer is remembered. A mask belongs to a thousand phones, so it is remembered with the name and
 * without a name not at all. Who knows the whole phone remembers it under all three.
 */
export function payerKeys(phone: PayerPhone | null, payerName: string | null, sha256: string | null = null): string[] {
  if (!phone) return []
  if (phone.kind === 'hashed') return [`sha256 ${phone.sha256}`]
  const [name] = (payerName ?? '').toUpperCase().match(/[A-Z]{2,}/g) ?? []
  if (phone.kind === 'masked') return name ? [`mask ${phone.start}*${phone.end} ${name}`] : []
  const whole = [`phone ${phone.phone}`, ...(sha256 ? [`sha256 ${sha256}`] : [])]
  return name ? [...whole, `mask ${phone.phone.slice(0, 4)}*${phone.phone.slice(-3)} ${name}`] : whole
}
