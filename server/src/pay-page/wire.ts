import { writeInstant } from '@kusanya/domain/day.ts'
import { lineTotal, statuses } from '@kusanya/domain/invoice.ts'
import { toWire } from '@kusanya/domain/money.ts'
import { Type, type Static } from 'typebox'
import { named } from '../http/fields.ts'
import type { Bill } from './read-bill.ts'
import type { PhoneRequest } from './read-requests.ts'

const Nullable = <T extends ReturnType<typeof Type.String>>(type: T) => Type.Union([type, Type.Null()])

/** What anybody who has a link may know. No ids, no name or phone of the payer, no e-mail. */
export const PublicBill = named('Bill', {
  business: Type.String(),
  title: Nullable(Type.String()),
  invoiceno: Nullable(Type.String()),
  status: Type.Enum(statuses),
  currency: Type.String(),
  total: Type.Number(),
  amountpaid: Type.Number(),
  balance: Type.Number(),
  duenow: Type.Number({ description: 'What is asked for now: all of it, or the instalments that are due' }),
  duedate: Nullable(Type.String()),
  instalments: Type.Array(
    Type.Object({ duedate: Type.String(), amount: Type.Number(), balance: Type.Number(), status: Type.String() }),
  ),
  paybill: Nullable(Type.String()),
  accountno: Nullable(Type.String()),
  items: Type.Array(Type.Object({ name: Type.String(), quantity: Type.Integer(), total: Type.Number() })),
  payments: Type.Array(
    Type.Object({
      receipt: Nullable(Type.String()),
      amount: Type.Number(),
      paidat: Type.String(),
      confirmed: Type.Boolean(),
    }),
  ),
  held: Type.Number({ description: 'Reported, and waiting until M-PESA confirms it' }),
  request: Type.Optional(Type.Object({ state: Type.String(), amount: Type.Number() })),
  claim: Type.Optional(Type.Object({ state: Type.Enum(['found', 'known', 'waiting', 'lost']) })),
})

type Asked = { request: PhoneRequest | null; claim: 'found' | 'known' | 'waiting' | 'lost' | null }

/** Amounts in major units. A draft tells only that it is one. */
export function presentBill(bill: Bill, { request, claim }: Asked): Static<typeof PublicBill> {
  const isDraft = bill.status === 'draft'
  return {
    business: bill.business.name,
    title: isDraft ? null : bill.title,
    invoiceno: bill.number,
    status: bill.status,
    currency: bill.currency,
    total: isDraft ? 0 : toWire(bill.total),
    amountpaid: toWire(bill.paid),
    balance: isDraft ? 0 : toWire(bill.balance),
    duenow: isDraft ? 0 : toWire(bill.dueNow),
    instalments: isDraft
      ? []
      : bill.instalments.map(({ dueAt, amount, balance, status }) => ({
          duedate: writeInstant(dueAt),
          amount: toWire(amount),
          balance: toWire(balance),
          status,
        })),
    duedate: isDraft || bill.dueAt === null ? null : writeInstant(bill.dueAt),
    paybill: isDraft ? null : bill.paybill,
    accountno: isDraft ? null : bill.accountNumber,
    items: isDraft
      ? []
      : bill.items.map((item) => ({ name: item.name, quantity: item.quantity, total: toWire(lineTotal(item)) })),
    payments: bill.payments.map(({ channel, receipt, amount, paidAt, confirmed }) => ({
      receipt: channel === 'mpesa' ? receipt : null,
      amount: toWire(amount),
      paidat: writeInstant(paidAt),
      confirmed,
    })),
    held: toWire(bill.held.reduce((sum, { amount }) => sum + amount, 0n)),
    ...(request && { request: { state: request.state, amount: toWire(request.amount) } }),
    ...(claim && { claim: { state: claim } }),
  }
}
