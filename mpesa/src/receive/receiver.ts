import type { C2BCallback } from '../callbacks/c2b.ts'
import { parseC2B } from '../callbacks/c2b.ts'
import { type Callback, parseCallback } from '../callbacks/parse-callback.ts'
import type { Parsed, PayerPhone } from '../callbacks/reading.ts'
import { type C2BRejection, respond } from '../callbacks/respond.ts'
import { PesafyError } from '../error.ts'

/** Money that has arrived, by whichever road the news came. One payment may come by three: the receipt tells. */
export interface Payment {
  road: 'stk' | 'c2b' | 'bill_manager' | 'b2b_express'
  /** M-PESA receipt: make it unique in your tables. */
  receipt: string
  /** KES, decimal text. */
  amount: string
  phone: PayerPhone
  /** What was typed as account number; null by STK and B2B Express, which do not say. */
  account: string | null
  shortCode: string | null
  /** The push it answers: CheckoutRequestID or RequestRefID. */
  requestId: string | null
}

export interface ReceiverOptions {
  /** Awaited before Safaricom is answered. If it throws, the answer is 500, and Bill Manager tries again (5 times in all). */
  onPayment: (payment: Payment, callback: Callback) => Promise<void> | void
  /**
   * Everything else: failed pushes, results, unknown bodies, and C2B bodies of which neither path nor balance says whether they
   * are payments. Without it, unknown bodies are answered 400 and doubtful C2B ones go to `onError`.
   */
  onCallback?: (callback: Callback) => Promise<void> | void
  /** A C2B payment that asks to be let in: null lets it in. Answer within 8 s. What is a validation: see `validationPath`. */
  onValidation?: (payment: C2BCallback) => Promise<C2BRejection | null> | C2BRejection | null
  /**
   * The end of the path of your ValidationURL, such as '/c2b/check'. Without it, the last segment of the path with `validat` or
   * `confirm` in it decides between validation and confirmation. If none has, a body with an empty OrgAccountBalance, which is
   * how validations are documented, is never taken for a payment.
   */
  validationPath?: string
  /**
   * Must be a segment of the path, else 404: callbacks are not signed, so the URL is the password. 16 to 128 of A-Z a-z 0-9 _ -;
   * best 32 hex characters. `false` lets in everybody who finds the URL: for tests, or behind a check of your own.
   */
  secret: string | false
  /** If given, others are answered 403. `safaricomIps` is the published list, which changes: watch what you refuse. */
  allowedIps?: readonly string[]
  /** What the hooks threw. Default: console.error. */
  onError?: (error: unknown) => void
}

export interface Delivery {
  method: string
  /** Without the query. */
  path: string
  /** Of the caller, as your framework tells it: behind a proxy configure *that*, never read X-Forwarded-For's first entry. */
  ip: string | undefined
  /** Parsed JSON; undefined if it was none. */
  body: unknown
}

export interface Reply {
  status: number
  body: Record<string, unknown>
}

/** Bodies above this many bytes are no callbacks. */
export const mostCallbackBytes = 65_536

/** Addresses Safaricom's documentation lists (union of its two lists, 2026). */
export const safaricomIps: readonly string[] = [
  ...['200', '206', '207', '208'].map((host) => `196.201.214.${host}`),
  ...['44', '114'].map((host) => `196.201.213.${host}`),
  ...['69', '74', '127', '128', '129', '132', '136', '138'].map((host) => `196.201.212.${host}`),
]

/**
 * What all adapters share: judges a delivery, calls the hooks, and says what to answer. What it gives never throws; itself it
 * throws VALIDATION_ERROR if there is no good `secret`, so that a missing variable is seen at start-up.
 */
export function createReceiver(options: ReceiverOptions): (delivery: Delivery) => Promise<Reply> {
  const { secret } = options
  if (secret !== false && !(typeof secret === 'string' && /^[\w-]{16,128}$/.test(secret))) {
    const problem = 'must be 16 to 128 of A-Z a-z 0-9 _ -, or false'
    const issues = [{ field: 'secret', problem }]
    throw new PesafyError({ code: 'VALIDATION_ERROR', message: `secret ${problem}`, issues, outcome: 'not_sent' })
  }
  return async (delivery) => {
    const refusal = refuse(options, delivery)
    if (refusal) return refusal
    try {
      return await receive(options, delivery)
    } catch (error) {
      report(options, error)
      return refused(500, 'Not stored, send again')
    }
  }
}

function refuse({ secret, allowedIps }: ReceiverOptions, { method, path, ip, body }: Delivery): Reply | null {
  if (secret !== false && !path.split('/').some((segment) => sameText(segment, secret))) {
    return refused(404, 'Not found')
  }
  if (allowedIps && !allowedIps.includes((ip ?? '').replace(/^::ffff:/i, ''))) return refused(403, 'Forbidden')
  if (method !== 'POST') return refused(405, 'Method not allowed')
  return body === undefined ? refused(400, 'Not JSON') : null
}

async function receive(options: ReceiverOptions, { path, body }: Delivery): Promise<Reply> {
  const purpose = purposeOf(path, options.validationPath)
  if (purpose === 'validation') return validate(options, parseC2B(body))
  const callback = parseCallback(body)
  if (callback.kind === 'c2b' && callback.orgAccountBalance === '' && purpose === 'unsaid') {
    if (options.onCallback) await options.onCallback(callback)
    else report(options, new Error('C2B body without OrgAccountBalance on a path without "confirm": not taken as paid'))
    return validate(options, { ok: true, value: callback })
  }
  const payment = paymentOf(callback)
  if (payment) await options.onPayment(payment, callback)
  else if (options.onCallback) await options.onCallback(callback)
  else if (callback.kind === 'unknown') return refused(400, 'Not understood')
  return { status: 200, body: respond.accept() }
}

async function validate({ onValidation }: ReceiverOptions, asked: Parsed<C2BCallback>): Promise<Reply> {
  const rejection = asked.ok ? await onValidation?.(asked.value) : 'C2B00016'
  return { status: 200, body: rejection ? respond.reject(rejection) : respond.accept() }
}

function purposeOf(path: string, validationPath: string | undefined): 'validation' | 'confirmation' | 'unsaid' {
  const bare = (text: string) => text.replace(/\/+$/, '')
  if (validationPath !== undefined && bare(path).endsWith(bare(validationPath))) return 'validation'
  const telling = path.split('/').findLast((segment) => /validat|confirm/i.test(segment))
  if (telling === undefined) return 'unsaid'
  if (/confirm/i.test(telling)) return 'confirmation'
  return validationPath === undefined ? 'validation' : 'unsaid'
}

function report({ onError }: ReceiverOptions, error: unknown): void {
  if (onError) onError(error)
  else console.error(error)
}

/** The payment a callback announces, or null. */
export function paymentOf(callback: Callback): Payment | null {
  switch (callback.kind) {
    case 'stk': {
      if (!callback.paid) return null
      const { receipt, amount, phone, checkoutRequestId } = callback
      return { road: 'stk', receipt, amount, phone, account: null, shortCode: null, requestId: checkoutRequestId }
    }
    case 'c2b': {
      const { receipt, amount, phone, shortCode, billRefNumber } = callback
      return { road: 'c2b', receipt, amount, phone, account: billRefNumber, shortCode, requestId: null }
    }
    case 'bill_payment': {
      const { receipt, amount, phone, shortCode, accountReference } = callback
      return { road: 'bill_manager', receipt, amount, phone, account: accountReference, shortCode, requestId: null }
    }
    case 'b2b_express': {
      const { receipt, amount, requestId } = callback
      if (receipt === null || amount === null) return null
      const phone: PayerPhone = { kind: 'absent' }
      return { road: 'b2b_express', receipt, amount, phone, account: null, shortCode: null, requestId }
    }
    case 'result':
    case 'standing_order':
    case 'unknown':
      return null
  }
}

function refused(status: number, why: string): Reply {
  return { status, body: { resmsg: why, rescode: String(status), ResultCode: 1, ResultDesc: why } }
}

/** In a time that does not tell how much of it was right. */
function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let i = 0; i < b.length; i++) difference |= (a.charCodeAt(i) || 0) ^ b.charCodeAt(i)
  return difference === 0
}
