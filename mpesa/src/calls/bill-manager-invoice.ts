import type { BillManagerSingleInvoiceRequest } from './bill-manager-types.ts'
import { Checks, given } from '../check.ts'

/** Rows of one bulk call. */
export const mostRows = 1_000

/** As long as a Paybill's account number may be (C2B BillRefNumber). */
const longestAccount = 20

/** The invoice as it goes over the wire, where every value is text; its faults are noted in `check`. */
export function invoiceBody(check: Checks, invoice: BillManagerSingleInvoiceRequest) {
  const amount = check.shillings('amount', invoice.amount)
  const items = check.list('invoiceItems', invoice.invoiceItems ?? []).map((item, index) => ({
    itemName: check.text(`invoiceItems[${index}].itemName`, item.itemName),
    amount: check.shillings(`invoiceItems[${index}].amount`, item.amount, 0),
  }))
  const sum = items.reduce((total, item) => total + item.amount, 0)
  if (items.length > 0 && sum !== amount) check.add('invoiceItems', `add up to KES ${sum}, not to the amount`)
  return {
    externalReference: check.text('externalReference', invoice.externalReference),
    billedFullName: check.text('billedFullName', invoice.billedFullName),
    billedPhoneNumber: check.phone('billedPhoneNumber', invoice.billedPhoneNumber),
    billedPeriod: check.text('billedPeriod', invoice.billedPeriod),
    invoiceName: check.text('invoiceName', invoice.invoiceName),
    dueDate: check.billDate('dueDate', invoice.dueDate),
    accountReference: check.text('accountReference', invoice.accountReference, longestAccount),
    amount: String(amount),
    ...(items.length > 0 ? { invoiceItems: items.map((item) => ({ ...item, amount: String(item.amount) })) } : {}),
  }
}

/** Every row, or one VALIDATION_ERROR that lists the faults of all of them. */
export function invoiceBodies(call: string, invoices: readonly BillManagerSingleInvoiceRequest[]) {
  const check = new Checks()
  const firstRow = new Map<string, number>()
  const bodies = check.rows('invoices', invoices, mostRows).map((one, row) => {
    check.inRow(row)
    const invoice = given(one)
    const twin = firstRow.get(invoice.externalReference)
    if (twin === undefined || typeof invoice.externalReference !== 'string')
      firstRow.set(invoice.externalReference, row)
    else check.add('externalReference', `is the same as in row ${twin}`)
    return invoiceBody(check, invoice)
  })
  check.done(call)
  return bodies
}
