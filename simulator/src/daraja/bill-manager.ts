import { indexBill } from '../accounts.ts'
import { phoneOf } from '../phones.ts'
import { textBill, textCancelled, textReceipt } from '../sms.ts'
import type { Bill, Business } from '../state.ts'
import type { World } from '../world.ts'
import type { Answer } from './answers.ts'
import {
  BillRefusal,
  duplicateReference,
  readBill,
  readBillAmount,
  readBillPhone,
  readItems,
  required,
} from './bill-fields.ts'
import { billerOf } from './bill-opt-in.ts'
import { type Call, type Fields, ok, text } from './call.ts'

const mostRows = 1000
const sent = () => ok({ Status_Message: 'Invoice sent successfully', resmsg: 'Success', rescode: '200' })
const keyOf = (business: Business, reference: string) => `${business.shortcode} ${reference}`

/** `POST /v1/billmanager-invoice/single-invoicing`. */
export function sendOne(world: World, call: Call): Answer {
  const biller = billerOf(world, call)
  const bill = readBill(biller.shortcode, call.body, world.agenda.now())
  if (world.state.bills.has(keyOf(biller, bill.externalReference))) throw new BillRefusal('409', duplicateReference)
  send(world, biller, bill)
  return sent()
}

/** `POST /v1/billmanager-invoice/bulk-invoicing`: a bare array; `{bulk: […]}` is understood too. */
export function sendMany(world: World, call: Call): Answer {
  const biller = billerOf(world, call)
  const rows = readRows(call, 'bulk')
  const good = new Map<string, Bill>()
  const errors: BillRefusal['errors'] = []
  for (const row of rows) {
    const externalReference = text((row ?? {}) as Fields, 'externalReference')
    try {
      const bill = readBill(biller.shortcode, row, world.agenda.now())
      if (good.has(externalReference) || world.state.bills.has(keyOf(biller, externalReference)))
        throw new BillRefusal('409', duplicateReference)
      good.set(externalReference, bill)
    } catch (error) {
      if (!(error instanceof BillRefusal)) throw error
      errors.push({ externalReference, message: error.message })
    }
  }
  if (errors.length === 0 || !world.switches.bulkAtomic) for (const bill of good.values()) send(world, biller, bill)
  if (errors.length > 0) throw new BillRefusal('409', errors[0]!.message, errors)
  return sent()
}

function readRows(call: Call, wrapper: string): unknown[] {
  const rows = Array.isArray(call.body) ? (call.body as unknown[]) : call.fields[wrapper]
  if (!Array.isArray(rows) || rows.length < 1 || rows.length > mostRows)
    throw new BillRefusal('400', `Bad Request - an array of 1 to ${mostRows} invoices is expected`)
  return rows
}

function send(world: World, biller: Business, bill: Bill): void {
  const key = keyOf(biller, bill.externalReference)
  world.state.bills.set(key, bill)
  indexBill(world.state, key, bill)
  phoneOf(world, bill.msisdn, bill.fullName)
  textBill(world, biller, bill)
}

/** `POST /v1/billmanager-invoice/change-invoice(s)`: only the items may change. */
export function changeBills(world: World, call: Call): Answer {
  const biller = billerOf(world, call)
  const rows = call.path.endsWith('s') ? readRows(call, 'bulk') : [call.body]
  const changes = rows.map((row) => {
    const fields = (row ?? {}) as Fields
    const bill = findBill(world, biller, required(fields, 'externalReference'))
    if (bill.cancelled || bill.paidCents > 0) throw new BillRefusal('409', 'Action Forbidden')
    if (fields.amount !== undefined && readBillAmount(fields.amount) !== bill.amountCents)
      throw new BillRefusal('409', 'Action Forbidden')
    return { bill, items: readItems(fields.invoiceItems) }
  })
  for (const { bill, items } of changes) bill.items = items
  world.changed()
  return ok({ Status_Message: 'Invoice updated successfully', resmsg: 'Success', rescode: '200' })
}

/** `POST /v1/billmanager-invoice/cancel-single-invoice` and `cancel-bulk-invoices`: all of them or none. */
export function cancelBills(world: World, call: Call): Answer {
  const biller = billerOf(world, call)
  const rows = call.path.includes('bulk') ? readRows(call, 'invoices') : [call.body]
  const bills = new Set<Bill>()
  const errors: BillRefusal['errors'] = []
  for (const row of rows) {
    const externalReference = text((row ?? {}) as Fields, 'externalReference')
    try {
      bills.add(cancellable(world, biller, required((row ?? {}) as Fields, 'externalReference')))
    } catch (error) {
      if (!(error instanceof BillRefusal)) throw error
      errors.push({ externalReference, message: error.message })
      if (rows.length === 1) throw error
    }
  }
  if (errors.length > 0) throw new BillRefusal('409', errors[0]!.message, errors)
  for (const bill of bills) {
    if (bill.cancelled) continue
    bill.cancelled = true
    textCancelled(world, biller, bill)
  }
  const body = { Status_Message: 'Invoice cancelled successfully.', resmsg: 'Success', rescode: '200', errors: [] }
  return ok(body)
}

function cancellable(world: World, biller: Business, reference: string): Bill {
  const bill = findBill(world, biller, reference)
  if (bill.paidCents > 0) throw new BillRefusal('409', 'partially or fully paid invoices cannot be cancelled.')
  if (bill.cancelled && world.switches.cancelAgain === 'refuse')
    throw new BillRefusal('409', 'The invoice is already cancelled.')
  return bill
}

function findBill(world: World, biller: Business, reference: string): Bill {
  const bill = world.state.bills.get(keyOf(biller, reference))
  if (!bill) throw new BillRefusal('404', 'No invoice exists with this externalReference number')
  return bill
}

/** `POST /v1/billmanager-invoice/reconciliation`: the biller acknowledges a payment, the payer gets an e-receipt, once. */
export function acknowledge(world: World, call: Call): Answer {
  const biller = billerOf(world, call)
  const { fields } = call
  const given = [
    'paymentDate',
    'paidAmount',
    'accountReference',
    'transactionId',
    'phoneNumber',
    'fullName',
    'invoiceName',
    'externalReference',
  ]
  for (const name of given) required(fields, name)
  if (!/^\d{4}-\d\d-\d\d/.test(text(fields, 'paymentDate')))
    throw new BillRefusal('400', 'Bad Request - Invalid paymentDate')
  const amountCents = readBillAmount(fields.paidAmount)
  const msisdn = readBillPhone(text(fields, 'phoneNumber'))
  const receipt = text(fields, 'transactionId')
  const transaction = world.state.transactions.get(receipt)
  const known = transaction?.to === biller.shortcode
  if (!known && world.switches.reconcileUnknown === 'refuse')
    throw new BillRefusal('404', 'No payment exists with this transactionId')
  if (!transaction?.acknowledged) {
    const invoiceName = text(fields, 'invoiceName')
    const account = text(fields, 'accountReference')
    textReceipt(world, biller, msisdn, {
      fullName: text(fields, 'fullName'),
      amountCents,
      invoiceName,
      account,
      receipt,
    })
  }
  if (transaction && known) transaction.acknowledged = true
  world.changed()
  return ok({ resmsg: 'Success', rescode: '200' })
}
