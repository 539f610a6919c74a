import { type ErrorCode, PesafyError } from './error.ts'
import { recordOf, textOf } from './failure.ts'

/** Anything with a result code: a parsed STK or result callback, or the answer of `stkQuery`. */
export type Concluded = { resultCode: string; resultDesc: string } | { ResultCode: string; ResultDesc: string }

/**
 * Returns if the transaction succeeded; else throws INSUFFICIENT_FUNDS (result code 1) or TRANSACTION_FAILED (outcome
 * `refused`), with the code as `errorCode`. Codes mean different things in different calls: show `message` to people.
 */
export function requireSuccess(result: Concluded): void {
  const fields = recordOf(result) ?? {}
  const errorCode = textOf(fields['resultCode'] ?? fields['ResultCode'])
  if (errorCode === '0') return
  const code: ErrorCode = errorCode === '1' ? 'INSUFFICIENT_FUNDS' : 'TRANSACTION_FAILED'
  const said = textOf(fields['resultDesc'] ?? fields['ResultDesc'])
  const message = said || `The transaction failed with result code ${errorCode ?? '(none)'}`
  throw new PesafyError({ code, message, errorCode, outcome: 'refused', response: result })
}

export type Result<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: PesafyError }

/** A PesafyError as a value. Bugs are still thrown. */
export async function resultOf<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, data: await work() }
  } catch (error) {
    if (error instanceof PesafyError) return { ok: false, error }
    throw error
  }
}

/**
 * An STK query that says "not yet": the error it throws while the prompt is on the phone or Safaricom has not indexed it (the
 * first 30 s), or the answer with ResultCode 4999. Ask again later. "The transaction does not Exist" means the same at first,
 * and an unknown id after a minute or two.
 */
export function isStkPending(errorOrAnswer: unknown): boolean {
  if (errorOrAnswer instanceof Error) {
    const { errorCode } = errorOrAnswer as { errorCode?: unknown }
    return errorCode === '500.001.1001' && /being processed|does not exist/i.test(errorOrAnswer.message)
  }
  return textOf(recordOf(errorOrAnswer)?.['ResultCode']) === '4999'
}
