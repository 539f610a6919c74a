import type { BillManagerInvoiceItem, BillManagerSingleInvoiceRequest } from '../calls/bill-manager-types.ts'
import { isDuplicateReference, type Issue, PesafyError } from '../error.ts'
import type { Mpesa } from '../mpesa.ts'
import { shillings } from './command.ts'

export type BillState = 'sent' | 'duplicate' | 'invalid' | 'refused' | 'unknown'

export interface BillOutcome {
  externalReference: string
  state: BillState
  problem: string
}

/** Columns of a CSV of bills. */
export const columns = {
  externalReference: 'required',
  billedFullName: 'required',
  billedPhoneNumber: 'required',
  billedPeriod: 'required',
  invoiceName: 'required',
  dueDate: 'required',
  accountReference: 'required',
  amount: 'required',
  invoiceItems: 'optional',
} as const

/** Keeps what became of some bills; awaited before the next are sent. */
export type Recorder = (outcomes: readonly BillOutcome[]) => Promise<void>

type Bill = BillManagerSingleInvoiceRequest

/** An invoice from a CSV row whose columns are named like the fields; `invoiceItems` is JSON. */
export function billOf(row: { [column: string]: string }): Bill {
  const text = (name: keyof typeof columns) => (row[name] ?? '').trim()
  const items = text('invoiceItems')
  return {
    externalReference: text('externalReference'),
    billedFullName: text('billedFullName'),
    billedPhoneNumber: text('billedPhoneNumber'),
    billedPeriod: text('billedPeriod'),
    invoiceName: text('invoiceName'),
    dueDate: text('dueDate'),
    accountReference: text('accountReference'),
    amount: shillings(text('amount')),
    ...(items === '' ? {} : { invoiceItems: parsed(items) as BillManagerInvoiceItem[] }),
  }
}

/** What is no JSON stays text, which the client refuses by the column's name. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}

/**
 * Sends one batch, and records what became of every bill. Bills with faults are left out and the others sent. A batch that is
 * refused is sent bill by bill, since one bad row may have spoilt it; one that ends unknown only if `resolve` says so.
 * Throws, without a record of them, for bills that were never judged: no connection, no token, too many requests.
 */
export async function sendBatch(
  mpesa: Mpesa,
  bills: readonly Bill[],
  resolve: boolean,
  record: Recorder,
): Promise<void> {
  if (bills.length === 0) return
  try {
    await mpesa.sendBulkInvoices({ invoices: [...bills] })
  } catch (error) {
    if (!(error instanceof PesafyError)) throw error
    if (error.isValidation && error.issues) {
      const faults = faultsByRow(error.issues)
      await record(
        bills.flatMap((bill, row) => (faults[row] ? [outcome(bill, 'invalid', faults[row].join('; '))] : [])),
      )
      return sendBatch(
        mpesa,
        bills.filter((_, row) => !faults[row]),
        resolve,
        record,
      )
    }
    if (wasNotJudged(error)) throw error
    if (error.outcome === 'refused' || resolve) return sendEach(mpesa, bills, error.outcome === 'unknown', record)
    return record(bills.map((bill) => outcome(bill, 'unknown', error.message)))
  }
  await record(bills.map((bill) => outcome(bill, 'sent')))
}

/** One by one. A duplicate of a bill that may have arrived is the proof that it did. Throws like {@link sendBatch}. */
export async function sendEach(mpesa: Mpesa, bills: readonly Bill[], mayHaveArrived: boolean, record: Recorder) {
  for (const bill of bills) {
    const error = await mpesa.sendInvoice(bill).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    if (error === null) await record([outcome(bill, 'sent')])
    else if (!(error instanceof PesafyError)) throw error
    else if (error.isValidation) await record([outcome(bill, 'invalid', error.message)])
    else if (isDuplicateReference(error)) {
      await record([outcome(bill, mayHaveArrived ? 'sent' : 'duplicate', error.message)])
    } else if (wasNotJudged(error)) throw error
    else await record([outcome(bill, error.outcome === 'unknown' ? 'unknown' : 'refused', error.message)])
  }
}

/** Nothing is wrong with the bill, so that the next would fare no better. */
function wasNotJudged(error: PesafyError): boolean {
  return error.outcome === 'not_sent' || (error.outcome === 'refused' && (error.retryable || error.isAuth))
}

function faultsByRow(issues: readonly Issue[]): { [row: number]: string[] } {
  const faults: { [row: number]: string[] } = {}
  for (const { row = 0, field, problem } of issues) (faults[row] ??= []).push(`${field} ${problem}`)
  return faults
}

function outcome(bill: Bill, state: BillState, problem = ''): BillOutcome {
  return { externalReference: bill.externalReference, state, problem }
}
