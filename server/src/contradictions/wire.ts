import { writeInstant } from '@kusanya/domain/day.ts'
import { toWire } from '@kusanya/domain/money.ts'
import { roads } from '@kusanya/domain/payment.ts'
import { Type, type Static } from 'typebox'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents } from '../events/record-events.ts'
import { named, words } from '../http/fields.ts'
import { findContradictions, keepable, type Contradiction, type Side } from './rows.ts'

const Keep = Type.Enum(keepable, {
  wording: 'keep must be ours or theirs',
  missing: 'keep is required: ours or theirs',
})

export const ResolveBody = Type.Object({
  keep: Keep,
  reason: words(500, 'Why; kept in the audit trail'),
})

const SideOnWire = named('ContradictionSide', {
  amount: Type.Number(),
  sources: Type.Array(Type.Enum(roads), { description: 'By which roads it was told, in the order of the alphabet' }),
  confirmed: Type.Boolean({ description: 'Safaricom said so when we asked, or in its statement' }),
})
const StringOrNull = Type.Union([Type.String(), Type.Null()])

export const ContradictionOnWire = named('Contradiction', {
  _id: Type.String(),
  state: Type.Enum(['open', 'resolved']),
  transactionid: Type.String({ description: 'The payment as it was booked' }),
  transactioncode: Type.String(),
  shortcode: Type.String(),
  currency: Type.String(),
  ours: SideOnWire,
  theirs: SideOnWire,
  reference: Type.String(),
  phone: Type.String(),
  name: Type.String(),
  date: Type.String(),
  kept: Type.Union([Type.Enum(keepable), Type.Null()]),
  newtransactionid: Type.Union([Type.String(), Type.Null()], {
    description: 'The payment that was booked with the other amount, if theirs was kept',
  }),
  resolvedby: StringOrNull,
  reason: StringOrNull,
  resolvedat: StringOrNull,
  createdat: Type.String(),
})

export function presentContradiction(one: Contradiction): Static<typeof ContradictionOnWire> {
  return {
    _id: one.id,
    state: one.kept === null ? 'open' : 'resolved',
    transactionid: one.paymentId,
    transactioncode: one.receipt,
    shortcode: one.shortcode,
    // M-PESA moves no other.
    currency: 'KES',
    ours: presentSide(one.ours),
    theirs: presentSide(one.theirs),
    reference: one.reference ?? '',
    phone: one.phone ?? '',
    name: one.name ?? '',
    date: writeInstant(one.paidAt),
    kept: one.kept,
    newtransactionid: one.successorId,
    resolvedby: one.actor,
    reason: one.reason,
    resolvedat: one.resolvedAt && writeInstant(one.resolvedAt),
    createdat: writeInstant(one.createdAt),
  }
}

/** Announces contradictions as they now are: that they were found, or decided. */
export async function tellContradictions(
  tx: Tx,
  given: Given,
  businessId: string,
  type: 'payment.contradicted' | 'payment.contradiction_resolved',
  ids: string[],
): Promise<void> {
  if (ids.length === 0) return
  const found = await findContradictions(tx, businessId, ids)
  await recordEvents(
    tx,
    given,
    businessId,
    found.map((one) => ({ type, subjectId: one.id, data: presentContradiction(one) })),
  )
}

function presentSide({ amount, roads, confirmed }: Side) {
  return { amount: toWire(amount), sources: roads, confirmed }
}
