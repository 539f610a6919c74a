import { type B2BExpressCallback, parseB2BExpress } from './b2b-express.ts'
import { type BillPayment, parseBillPayment } from './bill-payment.ts'
import { type C2BCallback, parseC2B } from './c2b.ts'
import { fieldsOf, type Parsed } from './reading.ts'
import { parseResult, type ResultCallback } from './result.ts'
import { parseStandingOrder, type StandingOrderCallback } from './standing-order.ts'
import { parseStkCallback, type StkCallback } from './stk.ts'

/** Not a callback we know, or one that lacks what makes it one. Keep the body: it may be money. */
export interface UnknownCallback {
  kind: 'unknown'
  problem: string
  body: unknown
}

export type Callback =
  | StkCallback
  | C2BCallback
  | BillPayment
  | ResultCallback
  | B2BExpressCallback
  | StandingOrderCallback
  | UnknownCallback

/** Tells by its shape which callback a parsed JSON body is. Never throws. */
export function parseCallback(body: unknown): Callback {
  const parsed = parserFor(body)(body)
  return parsed.ok ? parsed.value : { kind: 'unknown', problem: parsed.problem, body }
}

function parserFor(body: unknown): (body: unknown) => Parsed<Exclude<Callback, UnknownCallback>> {
  const fields = fieldsOf(body)
  const has = (name: string) => fields !== null && Object.hasOwn(fields, name)
  if (has('Body')) return parseStkCallback
  if (has('Result')) return parseResult
  if (has('ResponseHeader') || has('responseHeader')) return parseStandingOrder
  if (has('TransID')) return parseC2B
  if (has('paidAmount')) return parseBillPayment
  if (has('resultCode')) return parseB2BExpress
  return () => ({ ok: false, problem: 'not a callback of M-PESA' })
}
