import { spoken, withCents } from './money.ts'
import { smsTime, spokenDay, startOfDay } from './nairobi.ts'
import { sendSms } from './phones.ts'
import type { Bill, Business, Phone, Transaction } from './state.ts'
import type { World } from './world.ts'

// Safaricom does not publish its templates: these are ours, as short as the real ones.

const dueWords = (bill: Bill) => (bill.dueDay === '' ? '' : ` Due ${spokenDay(startOfDay(bill.dueDay, 12))}.`)
const firstName = (fullName: string) => fullName.trim().split(/\s+/)[0] ?? ''
const owed = (bill: Bill) => Math.max(0, bill.amountCents - bill.paidCents)

function billRef(bill: Bill) {
  return {
    shortcode: bill.shortcode,
    externalReference: bill.externalReference,
    account: bill.account,
    amountCents: owed(bill),
    dueDay: bill.dueDay,
  }
}

export function textBill(world: World, business: Business, bill: Bill): void {
  const text =
    `Dear ${firstName(bill.fullName)}, ${business.name} has billed you KES ${spoken(bill.amountCents)} ` +
    `for ${bill.invoiceName} (${bill.period}), account ${bill.account}.${dueWords(bill)} ` +
    `Pay to M-PESA Paybill ${bill.shortcode}, account ${bill.account}.`
  sendSms(world, bill.msisdn, { from: 'M-PESA Bills', text, kind: 'bill', bill: billRef(bill) })
}

export function textReminder(world: World, business: Business, bill: Bill, daysLeft: number): void {
  const when = daysLeft === 0 ? 'today' : `in ${daysLeft} days, on ${spokenDay(startOfDay(bill.dueDay, 12))}`
  const text =
    `Reminder: KES ${spoken(owed(bill))} to ${business.name} for ${bill.invoiceName}, account ${bill.account}, ` +
    `is due ${when}. Pay to M-PESA Paybill ${bill.shortcode}, account ${bill.account}.`
  sendSms(world, bill.msisdn, { from: 'M-PESA Bills', text, kind: 'reminder', bill: billRef(bill) })
}

export function textCancelled(world: World, business: Business, bill: Bill): void {
  const text = `${business.name} has cancelled its bill of KES ${spoken(bill.amountCents)} for ${bill.invoiceName}, account ${bill.account}. You need not pay it.`
  sendSms(world, bill.msisdn, { from: 'M-PESA Bills', text, kind: 'cancelled' })
}

export function textReceipt(
  world: World,
  business: Business,
  msisdn: string,
  paid: { fullName: string; amountCents: number; invoiceName: string; account: string; receipt: string },
): void {
  const text =
    `Dear ${firstName(paid.fullName)}, ${business.name} has received KES ${spoken(paid.amountCents)} for ` +
    `${paid.invoiceName}, account ${paid.account}. Receipt ${paid.receipt}. Thank you.`
  sendSms(world, msisdn, { from: 'M-PESA Bills', text, kind: 'receipt', receipt: paid.receipt })
}

export function textPaid(world: World, phone: Phone, transaction: Transaction): void {
  const account = transaction.kind === 'paybill' ? ` for account ${transaction.account}` : ''
  const verb = transaction.kind === 'paybill' ? 'sent to' : 'paid to'
  const text =
    `${transaction.receipt} Confirmed. Ksh${withCents(transaction.amountCents)} ${verb} ${transaction.toName}${account} ` +
    `on ${smsTime(transaction.at)}. New M-PESA balance is Ksh${withCents(phone.balanceCents)}. ` +
    `Transaction cost, Ksh${withCents(transaction.feeCents)}.`
  sendSms(world, phone.msisdn, { from: 'MPESA', text, kind: 'mpesa', receipt: transaction.receipt })
}

/** Money that came to the phone: a B2C payment, or a reversal. */
export function textReceived(world: World, phone: Phone, transaction: Transaction): void {
  const what = transaction.kind === 'reversal' ? 'has been returned to you by reversal from' : 'has been received from'
  const text =
    `${transaction.receipt} Confirmed. Ksh${withCents(transaction.amountCents)} ${what} ${transaction.fromName} ` +
    `on ${smsTime(transaction.at)}. New M-PESA balance is Ksh${withCents(phone.balanceCents)}.`
  sendSms(world, phone.msisdn, { from: 'MPESA', text, kind: 'mpesa', receipt: transaction.receipt })
}

/** A payment that was asked for and did not happen. */
export function textFailed(world: World, phone: Phone, reason: string): void {
  sendSms(world, phone.msisdn, { from: 'MPESA', text: `Failed. ${reason}`, kind: 'mpesa' })
}
