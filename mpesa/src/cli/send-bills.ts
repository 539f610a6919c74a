import type { BillManagerSingleInvoiceRequest } from '../calls/bill-manager-types.ts'
import { isDuplicateReference, PesafyError } from '../error.ts'
import type { Mpesa } from '../mpesa.ts'
import { shillings } from './command.ts'

export type BillState = 'sent' | 'duplicate' | 'invalid' | 'refused' | 'unknown'

export interface BillOutcome {
  externalReference: string
  state: BillState
  problem: string
}

/** An invoice from a CSV row whose columns are named like the fields. */
export function billOf(row: Record<string, string>): BillManagerSingleInvoiceRequest {
  const text = (name: string) => (row[name] ?? '').trim()
  return {
    externalReference: text('externalReference'),
    billedFullName: text('billedFullName'),
    billedPhoneNumber: text('billedPhoneNumber'),
    billedPeriod: text('billedPeriod'),
    invoiceName: text('invoiceName'),
    dueDate: text('dueDate'),
    accountReference: text('accountReference'),
    amount: shillings(text('amount')),
  }
}

/**
 * Sends one batch, and says of every bill what became of it. Bills with faults are left out and the others sent. A batch that is
 * refused is sent bill by bill, since one bad row may have spoilt it; one that ends unknown only if `resolve` says so.
 */
export async function sendBatch(
  mpesa: Mpesa,
  bills: readonly BillManagerSingleInvoiceRequest[],
  resolve: boolean,
): Promise<BillOutcome[]> {
  if (bills.length === 0) return []
  try {
    await mpesa.sendBulkInvoices({ invoices: [...bills] })
    return bills.map((bill) => outcome(bill, 'sent'))
  } catch (error) {
    if (!(error instanceof PesafyError)) throw error
    if (error.isValidation && error.issues) return withoutInvalid(mpesa, bills, error, resolve)
    const oneByOne =
      error.outcome === 'refused' ? !error.retryable && !error.isAuth : error.outcome === 'unknown' && resolve
    if (oneByOne) return sendEach(mpesa, bills, error.outcome === 'unknown')
    if (error.outcome === 'not_sent') throw error
    return bills.map((bill) => outcome(bill, error.outcome === 'unknown' ? 'unknown' : 'refused', error.message))
  }
}

async function withoutInvalid(
  mpesa: Mpesa,
  bills: readonly BillManagerSingleInvoiceRequest[],
  error: PesafyError,
  resolve: boolean,
): Promise<BillOutcome[]> {
  const faults = new Map<number, string[]>()
  for (const { row = 0, field, problem } of error.issues ?? []) {
    faults.set(row, [...(faults.get(row) ?? []), `${field} ${problem}`])
  }
  const invalid = bills.flatMap((bill, row) => {
    const problems = faults.get(row)
    return problems ? [outcome(bill, 'invalid', problems.join('; '))] : []
  })
  const valid = bills.filter((_, row) => !faults.has(row))
  return [...invalid, ...(await sendBatch(mpesa, valid, resolve))]
}

async function sendEach(
  mpesa: Mpesa,
  bills: readonly BillManagerSingleInvoiceRequest[],
  mayHaveArrived: boolean,
): Promise<BillOutcome[]> {
  const outcomes: BillOutcome[] = []
  for (const bill of bills) {
    try {
      await mpesa.sendInvoice(bill)
      outcomes.push(outcome(bill, 'sent'))
    } catch (error) {
      if (!(error instanceof PesafyError)) throw error
      // A duplicate of a bill that may have arrived is the proof that it did.
      if (isDuplicateReference(error))
        outcomes.push(outcome(bill, mayHaveArrived ? 'sent' : 'duplicate', error.message))
      else outcomes.push(outcome(bill, error.outcome === 'unknown' ? 'unknown' : 'refused', error.message))
    }
  }
  return outcomes
}

function outcome(bill: BillManagerSingleInvoiceRequest, state: BillState, problem = ''): BillOutcome {
  return { externalReference: bill.externalReference, state, problem }
}
