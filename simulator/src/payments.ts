import { callBack, sendAgain } from './callbacks.ts'
import { newReceipt } from './ids.ts'
import { paybillFee, plain } from './money.ts'
import { compactTime, dayOf } from './nairobi.ts'
import { accountKey, longestAccount } from './accounts.ts'
import { askBusiness, confirmationBody } from './c2b-bodies.ts'
import { textPaid } from './sms.ts'
import type { Business, Phone, StkPush, Transaction } from './state.ts'
import type { Road } from './work.ts'
import type { World } from './world.ts'

/** How a payment ended, with M-PESA's ResultCode; `refusal` is a word for programs. */
export type Paid =
  | { ok: true; transaction: Transaction }
  | { ok: false; resultCode: number | string; resultDesc: string; refusal: string }

export interface Payment {
  phone: Phone
  business: Business
  amountCents: number
  account: string
  via: 'menu' | 'stk' | 'simulate'
  push?: StkPush
}

const no = (refusal: string, resultCode: number | string, resultDesc: string): Paid => ({
  ok: false,
  resultCode,
  resultDesc,
  refusal,
})

/** Takes a customer's money to a Paybill or till and tells the business on every road it has asked for. */
export async function takePayment(world: World, payment: Payment): Promise<Paid> {
  const before = obstacle(world, payment)
  if (before) return before
  const receipt = unusedReceipt(world)
  const { phone, business, amountCents } = payment
  const feeCents = world.switches.customerFees ? paybillFee(amountCents) : 0
  const draft: Transaction = {
    receipt,
    at: world.agenda.now(),
    kind: business.kind === 'till' ? 'buy-goods' : 'paybill',
    amountCents,
    feeCents,
    from: phone.msisdn,
    fromName: phone.name,
    to: business.shortcode,
    toName: business.name,
    account: payment.account,
    via: payment.via,
    balanceAfterCents: 0,
    ...(payment.push && { checkoutId: payment.push.checkoutId }),
  }
  if (business.validation && business.c2b?.validationUrl) {
    const verdict = await askBusiness(world, business, draft)
    if (!verdict.accepted) return no('validation_rejected', verdict.code, `Rejected by the business (${verdict.code})`)
    if (verdict.thirdPartyId !== undefined) draft.thirdPartyId = verdict.thirdPartyId
    // The phone may have spent its money while the business was thinking.
    const after = obstacle(world, payment)
    if (after) return after
  }
  world.state.spent.set(phone.msisdn, { day: dayOf(draft.at), cents: spentToday(world, phone) + amountCents })
  phone.balanceCents -= amountCents + feeCents
  business.workingCents += amountCents
  draft.balanceAfterCents = business.workingCents
  world.state.transactions.set(receipt, draft)
  settleBills(world, draft)
  textPaid(world, phone, draft)
  world.changed({ type: 'business', shortcode: business.shortcode })
  for (const [road, url, body] of waysToTell(world, draft)) callBack(world, road, url, body, receipt)
  return { ok: true, transaction: draft }
}

function obstacle(world: World, { phone, business, amountCents, account }: Payment): Paid | undefined {
  const { perTransactionLimitKes, dailyLimitKes, customerFees } = world.switches
  if (business.kind === 'paybill' && (account === '' || account.length > longestAccount))
    return no('invalid_account', 'C2B00012', `The account number must have 1 to ${longestAccount} characters.`)
  if (amountCents < 100)
    return no('below_minimum', 2, 'Declined due to limit rule: less than the minimum transaction amount.')
  if (amountCents > perTransactionLimitKes * 100)
    return no('above_maximum', 3, 'Declined due to limit rule: greater than the maximum transaction amount.')
  if (spentToday(world, phone) + amountCents > dailyLimitKes * 100)
    return no('daily_limit', 4, 'Declined due to limit rule: would exceed daily transfer limit.')
  if (phone.balanceCents < amountCents + (customerFees ? paybillFee(amountCents) : 0))
    return no('insufficient_funds', 1, 'The balance is insufficient for the transaction.')
  return undefined
}

function spentToday(world: World, phone: Phone): number {
  const spent = world.state.spent.get(phone.msisdn)
  return spent?.day === dayOf(world.agenda.now()) ? spent.cents : 0
}

export function unusedReceipt(world: World): string {
  for (;;) {
    const receipt = newReceipt(world.chance, world.agenda.now())
    if (!world.state.transactions.has(receipt)) return receipt
  }
}

/** Bill Manager's own book: the oldest open bill of the account first. */
function settleBills(world: World, transaction: Transaction): void {
  let left = transaction.amountCents
  for (const key of world.state.billsByAccount.get(accountKey(transaction.to, transaction.account)) ?? []) {
    const bill = world.state.bills.get(key)
    if (!bill || bill.cancelled) continue
    const part = Math.min(left, Math.max(0, bill.amountCents - bill.paidCents))
    bill.paidCents += part
    left -= part
    if (part > 0) world.changed({ type: 'phone', msisdn: bill.msisdn })
  }
}

type Told = [road: Road, url: string, body: unknown]

/** The roads on which the business hears of this payment, always with the same receipt. */
export function waysToTell(world: World, transaction: Transaction): Told[] {
  const business = world.state.businesses.get(transaction.to)
  if (!business) return []
  const told: Told[] = []
  const push = transaction.checkoutId ? world.state.pushes.get(transaction.checkoutId) : undefined
  if (push) told.push(['stk-callback', push.callbackUrl, stkPaidBody(push, transaction)])
  if (business.c2b?.confirmationUrl)
    told.push(['c2b-confirmation', business.c2b.confirmationUrl, confirmationBody(world, business, transaction)])
  if (business.optIn?.callbackUrl && transaction.kind === 'paybill') {
    const known = world.state.billsByAccount.has(accountKey(transaction.to, transaction.account))
    if (known || world.switches.pushUnknownAccounts)
      told.push(['bill-payment', business.optIn.callbackUrl, billPaymentBody(transaction)])
  }
  return told
}

/** Tells of a payment once more, on all its roads or on the named ones; answers which were taken. */
export function tellAgain(world: World, receipt: string, only?: readonly Road[]): Road[] {
  const transaction = world.state.transactions.get(receipt)
  if (!transaction) throw new Error(`There is no payment ${receipt}`)
  const told = waysToTell(world, transaction).filter(([road]) => only === undefined || only.includes(road))
  for (const [road, url, body] of told) sendAgain(world, road, url, body, receipt)
  return told.map(([road]) => road)
}

function billPaymentBody(transaction: Transaction) {
  return {
    transactionId: transaction.receipt,
    paidAmount: plain(transaction.amountCents).replace(/\.00$/, ''),
    msisdn: transaction.from,
    dateCreated: dayOf(transaction.at),
    accountReference: transaction.account,
    shortCode: transaction.to,
  }
}

function stkPaidBody(push: StkPush, transaction: Transaction) {
  const item = [
    { Name: 'Amount', Value: transaction.amountCents / 100 },
    { Name: 'MpesaReceiptNumber', Value: transaction.receipt },
    { Name: 'Balance' },
    { Name: 'TransactionDate', Value: Number(compactTime(transaction.at)) },
    { Name: 'PhoneNumber', Value: Number(transaction.from) },
  ]
  return {
    Body: {
      stkCallback: {
        MerchantRequestID: push.merchantRequestId,
        CheckoutRequestID: push.checkoutId,
        ResultCode: 0,
        ResultDesc: 'The service request is processed successfully.',
        CallbackMetadata: { Item: item },
      },
    },
  }
}
