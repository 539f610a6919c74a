import { readDecimal } from '@kusanya/domain/money.ts'
import { reversedBefore } from '@kusanya/domain/reversal.ts'
import { parseResult, parseTransactionStatus } from '@kusanya/mpesa'
import type { Reversal } from './rows.ts'

/** What an answer about a reversal says. `untold`: neither that the money went back, nor that it stays. */
export type ReversalReading =
  | { kind: 'done'; code: string; words: string; receipt: string | null }
  | { kind: 'refused' | 'untold'; code: string; words: string }
  | { kind: 'nonsense'; problem: string }

type Asked = Pick<Reversal, 'receipt' | 'amount' | 'shortcode'>

/** Reads the result of TransactionReversal, which must be of this payment as far as it says. */
export function readReversal(json: unknown, asked: Asked): ReversalReading {
  const result = parseResult(json)
  if (!result.ok) return { kind: 'nonsense', problem: result.problem }
  const { resultCode: code, resultDesc: words, succeeded, transactionId, parameters } = result.value
  if (!succeeded) {
    return code === reversedBefore ? { kind: 'done', code, words, receipt: null } : { kind: 'refused', code, words }
  }
  const { OriginalTransactionID: original = '', Amount: amount = '' } = parameters
  if (original !== '' && original !== asked.receipt) {
    return { kind: 'nonsense', problem: `${original} was not asked to be reversed` }
  }
  if (amount !== '' && readDecimal(amount) !== asked.amount) {
    return { kind: 'nonsense', problem: `the amount ${amount} was not asked to be reversed` }
  }
  return { kind: 'done', code, words, receipt: transactionId || null }
}

/** Reads what Transaction Status says of a reversal: its own transaction, from us, or the payment's. */
export function readReversalStatus(json: unknown, asked: Asked): ReversalReading {
  const result = parseResult(json)
  if (!result.ok) return { kind: 'nonsense', problem: result.problem }
  const { resultCode: code, resultDesc, succeeded } = result.value
  if (!succeeded) return { kind: 'untold', code, words: resultDesc }
  const parsed = parseTransactionStatus(result.value)
  if (!parsed.ok) return { kind: 'nonsense', problem: parsed.problem }
  const { receipt, status: words, amount, debitParty } = parsed.value
  if (receipt === asked.receipt) {
    return /^reversed$/i.test(words) ? { kind: 'done', code, words, receipt: null } : { kind: 'untold', code, words }
  }
  if (debitParty.number !== asked.shortcode || readDecimal(amount) !== asked.amount) {
    return { kind: 'nonsense', problem: `${receipt} is no reversal of ${asked.receipt}` }
  }
  if (words === 'Completed') return { kind: 'done', code, words, receipt }
  return { kind: /^(cancelled|declined|expired)$/i.test(words) ? 'refused' : 'untold', code, words }
}
