import { readDecimal } from '@kusanya/domain/money.ts'
import { parseResult, parseTransactionStatus } from '@kusanya/mpesa'
import type { Arrival } from '../payments/arrival.ts'
import { phoneText } from '../payments/phone-text.ts'

/** What was asked, as far as an answer is held against it. */
export type Asked = { shortcode: string; receipt: string }

/** What an answer of Transaction Status turns out to be. */
export type StatusReading =
  | { kind: 'arrival'; arrival: Arrival }
  /** Safaricom says something else than that the money came: unknown, failed, another's, or that it does not answer us. */
  | { kind: 'answer'; resultCode: string; resultText: string; reversed: boolean }
  | { kind: 'nonsense'; problem: string }

/** Reads an answer without believing more than it says: completed, this receipt, to this shortcode. */
export function readStatus(json: unknown, asked: Asked, callbackId: string): StatusReading {
  const result = parseResult(json)
  if (!result.ok) return { kind: 'nonsense', problem: result.problem }
  const { resultCode, resultDesc, succeeded } = result.value
  if (!succeeded) return { kind: 'answer', resultCode, resultText: resultDesc, reversed: false }
  const parsed = parseTransactionStatus(result.value)
  if (!parsed.ok) return { kind: 'nonsense', problem: parsed.problem }
  const { receipt, status, amount: written, creditParty, debitParty, phone, finalisedAt } = parsed.value
  if (receipt !== asked.receipt) return { kind: 'nonsense', problem: `${receipt} was not asked about` }
  if (creditParty.number !== asked.shortcode) {
    return { kind: 'answer', resultCode, resultText: 'paid to somebody else', reversed: false }
  }
  if (status !== 'Completed') {
    return { kind: 'answer', resultCode, resultText: status, reversed: /^reversed$/i.test(status) }
  }
  const amount = readDecimal(written)
  if (amount === null) return { kind: 'nonsense', problem: `unreadable amount ${written}` }
  return {
    kind: 'arrival',
    arrival: {
      road: 'status',
      channel: 'mpesa',
      currency: 'KES',
      shortcode: asked.shortcode,
      receipt,
      amount,
      // What the payer typed is not told.
      accountTyped: null,
      phone: phoneText(phone),
      payerName: debitParty.name || null,
      paidAt: finalisedAt === null ? null : new Date(finalisedAt),
      note: null,
      callbackId,
      asked: null,
    },
  }
}
