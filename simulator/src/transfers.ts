import { accountKey } from './accounts.ts'
import { dayOf } from './nairobi.ts'
import { unusedReceipt } from './payments.ts'
import { phoneOf } from './phones.ts'
import { textReceived } from './sms.ts'
import type { Business, OwnAccount, Phone, Transaction, TransactionKind } from './state.ts'
import type { World } from './world.ts'

/** A refusal of M-PESA's core, as ResultCode and ResultDesc. */
export type Refused = { code: number | string; desc: string }
export type Moved = { transaction: Transaction } | { refused: Refused }

const insufficient: Refused = { code: 1, desc: 'The balance is insufficient for the transaction.' }

interface Movement {
  kind: TransactionKind
  amountCents: number
  account?: string
  conversationId: string
  originatorConversationId: string
}

function record(
  world: World,
  movement: Pick<Transaction, 'kind' | 'amountCents'> & Partial<Transaction>,
  parties: Pick<Transaction, 'from' | 'fromName' | 'to' | 'toName'>,
  balanceAfterCents: number,
) {
  const transaction: Transaction = {
    receipt: unusedReceipt(world),
    at: world.agenda.now(),
    feeCents: 0,
    account: '',
    via: 'api',
    balanceAfterCents,
    ...movement,
    ...parties,
  }
  world.state.transactions.set(transaction.receipt, transaction)
  world.changed({ type: 'business', shortcode: transaction.from })
  return transaction
}

/** B2C: from the business's utility account to a phone. */
export function payOut(world: World, business: Business, msisdn: string, movement: Movement): Moved {
  const { amountCents } = movement
  const { perTransactionLimitKes, balanceLimitKes } = world.switches
  if (amountCents < 1000)
    return { refused: { code: 2, desc: 'Declined due to limit rule: less than the minimum transaction amount.' } }
  if (amountCents > perTransactionLimitKes * 100)
    return { refused: { code: 3, desc: 'Declined due to limit rule: greater than the maximum transaction amount.' } }
  if (business.utilityCents < amountCents) return { refused: insufficient }
  const phone = phoneOf(world, msisdn)
  if (phone.balanceCents + amountCents > balanceLimitKes * 100)
    return { refused: { code: 8, desc: 'Declined due to limit rule: would exceed the maximum balance.' } }
  business.utilityCents -= amountCents
  phone.balanceCents += amountCents
  const parties = { from: business.shortcode, fromName: business.name, to: msisdn, toName: phone.name }
  const transaction = record(world, movement, parties, business.utilityCents)
  textReceived(world, phone, transaction)
  return { transaction }
}

/** B2B and tax: from the business's working account to another business, or out of the simulator (KRA). */
export function payBusiness(
  world: World,
  business: Business,
  receiver: Business | undefined,
  to: string,
  movement: Movement,
): Moved {
  if (business.workingCents < movement.amountCents) return { refused: insufficient }
  business.workingCents -= movement.amountCents
  if (receiver) receiver.workingCents += movement.amountCents
  const parties = { from: business.shortcode, fromName: business.name, to, toName: receiver?.name ?? to }
  return { transaction: record(world, movement, parties, business.workingCents) }
}

/** Between a business's own accounts. */
export function moveFloat(world: World, business: Business, toUtility: boolean, movement: Movement): Moved {
  const { amountCents } = movement
  if ((toUtility ? business.workingCents : business.utilityCents) < amountCents) return { refused: insufficient }
  business.workingCents += toUtility ? -amountCents : amountCents
  business.utilityCents += toUtility ? amountCents : -amountCents
  const parties = { from: business.shortcode, fromName: business.name, to: business.shortcode, toName: business.name }
  const into = { ...movement, own: toUtility ? ('utility' as const) : ('working' as const) }
  return { transaction: record(world, into, parties, business.workingCents) }
}

/** Sets a balance by hand, as a deposit or a withdrawal would: the statement goes on adding up. */
export function setBalance(world: World, business: Business, own: OwnAccount, toCents: number): void {
  const field = own === 'working' ? 'workingCents' : 'utilityCents'
  const by = toCents - business[field]
  if (by === 0) return
  business[field] = toCents
  const me = business.shortcode
  const parties = by > 0 ? { from: '', to: me } : { from: me, to: '' }
  record(
    world,
    { kind: 'deposit', via: 'hand', own, amountCents: Math.abs(by) },
    { ...parties, fromName: '', toName: '' },
    toCents,
  )
}

/** Gives a customer's payment back, whole; the bills it paid are open again. */
export function reverse(world: World, business: Business, receipt: string, movement: Movement): Moved {
  const original = world.state.transactions.get(receipt)
  const isPayment = original?.kind === 'paybill' || original?.kind === 'buy-goods'
  if (!original || !isPayment || original.to !== business.shortcode)
    return { refused: { code: 'R000002', desc: 'The OriginalTransactionID is invalid.' } }
  if (original.reversedBy !== undefined)
    return { refused: { code: 'R000001', desc: 'The transaction has already been reversed.' } }
  if (original.amountCents !== movement.amountCents)
    return { refused: { code: 25, desc: 'The amount differs from the amount of the original transaction.' } }
  if (business.workingCents < movement.amountCents) return { refused: insufficient }
  const phone = phoneOf(world, original.from)
  business.workingCents -= movement.amountCents
  phone.balanceCents += movement.amountCents
  reopenBills(world, original)
  giveBackAllowance(world, phone, original)
  const parties = { from: business.shortcode, fromName: business.name, to: phone.msisdn, toName: phone.name }
  const transaction = record(world, movement, parties, business.workingCents)
  original.reversedBy = transaction.receipt
  textReceived(world, phone, transaction)
  return { transaction }
}

function reopenBills(world: World, original: Transaction): void {
  let left = original.amountCents
  for (const key of [...(world.state.billsByAccount.get(accountKey(original.to, original.account)) ?? [])].reverse()) {
    const bill = world.state.bills.get(key)
    if (!bill) continue
    const part = Math.min(left, bill.paidCents)
    bill.paidCents -= part
    left -= part
  }
}

function giveBackAllowance(world: World, phone: Phone, original: Transaction): void {
  const spent = world.state.spent.get(phone.msisdn)
  if (spent?.day === dayOf(original.at)) spent.cents = Math.max(0, spent.cents - original.amountCents)
}
