import { adjustmentKinds, withholdings } from '@kusanya/domain/adjustment.ts'
import { writeInstant } from '@kusanya/domain/day.ts'
import { balanceOf, type Invoice } from '@kusanya/domain/invoice.ts'
import { fromWire, toWire } from '@kusanya/domain/money.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type, type Static } from 'typebox'
import { maybe, named, price, text, words } from '../http/fields.ts'
import type { NewAdjustment } from './adjust-invoice.ts'
import type { Adjustment } from './rows.ts'

export const AddAdjustmentBody = Type.Object({
  kind: Type.Enum(['write_off', 'withholding', 'rounding'], {
    wording: 'Invalid kind. Use write_off, withholding or rounding',
    missing: 'kind is required',
  }),
  reason: words(500, 'Why; kept in the audit trail'),
  amount: maybe(price()),
  withheld: maybe(Type.Enum(withholdings, { description: 'With withholding: which tax' })),
  certificateno: maybe(text(100)),
  certificatedate: maybe(text(30)),
})

export const ReverseAdjustmentBody = Type.Object({
  adjustmentid: Type.String({ minLength: 1 }),
  reason: words(500),
})

export const AdjustmentOnWire = named('Adjustment', {
  _id: Type.String(),
  invoiceid: Type.String(),
  kind: Type.Enum(adjustmentKinds),
  amount: Type.Number(),
  taxamount: Type.Number(),
  withheld: Type.Union([Type.Enum(withholdings), Type.Null()]),
  certificateno: Type.String(),
  certificatedate: Type.String(),
  reason: Type.String(),
  status: Type.Enum(['standing', 'reversed']),
  createdat: Type.String(),
})

/** The whole balance when no amount is given. Throws a refusal for a withholding without its certificate. */
export function readAdjustment(body: Static<typeof AddAdjustmentBody>, invoice: Invoice): NewAdjustment {
  const withholding = body.kind === 'withholding'
  const certificate = body.certificateno?.trim() || null
  if (withholding && (certificate === null || !body.withheld)) refuse('certificate_missing')
  return {
    kind: body.kind,
    amount: body.amount ? fromWire(body.amount) : balanceOf(invoice),
    tax: 0n,
    withheld: withholding ? (body.withheld ?? null) : null,
    certificate: withholding ? certificate : null,
    certifiedOn: withholding ? body.certificatedate?.trim() || null : null,
  }
}

export function presentAdjustment(one: Adjustment): Static<typeof AdjustmentOnWire> {
  return {
    _id: one.id,
    invoiceid: one.invoiceId,
    kind: one.kind,
    amount: toWire(one.amount),
    taxamount: toWire(one.tax),
    withheld: one.withheld,
    certificateno: one.certificate ?? '',
    certificatedate: one.certifiedOn ?? '',
    reason: one.reason,
    status: one.reversed ? 'reversed' : 'standing',
    createdat: writeInstant(one.createdAt),
  }
}
