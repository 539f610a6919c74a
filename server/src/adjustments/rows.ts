import type { AdjustmentKind, Withholding } from '@kusanya/domain/adjustment.ts'
import type { Money } from '@kusanya/domain/money.ts'
import type { Tx } from '../db/sql.ts'

/** Something besides money that was put on an invoice. */
export type Adjustment = {
  id: string
  invoiceId: string
  kind: AdjustmentKind
  amount: Money
  /** The part of it that was tax of the invoice: credit notes only. */
  tax: Money
  withheld: Withholding | null
  certificate: string | null
  /** The day on the certificate, as it was written. */
  certifiedOn: string | null
  reason: string
  reversed: boolean
  createdAt: Date
}

/** The adjustments of an invoice, newest first; what took one back shows in `reversed`. */
export async function findAdjustments(tx: Tx, businessId: string, invoiceId: string): Promise<Adjustment[]> {
  const rows = await tx<
    {
      id: string
      invoice_id: string
      kind: AdjustmentKind
      amount: bigint
      tax: bigint
      withheld: Withholding | null
      certificate: string | null
      certified_on: string | null
      reason: string
      reversed_by: string | null
      created_at: Date
    }[]
  >`
    select a.id, a.invoice_id, a.kind, a.amount, a.tax, a.withheld, a.certificate, a.certified_on, a.reason,
      r.id as reversed_by, a.created_at
    from adjustments a
    left join adjustments r on r.business_id = a.business_id and r.reverses_id = a.id
    where a.business_id = ${businessId} and a.invoice_id = ${invoiceId} and a.amount > 0
    order by a.created_at desc, a.id desc
  `
  return rows.map(({ invoice_id, certified_on, reversed_by, created_at, ...row }) => ({
    ...row,
    invoiceId: invoice_id,
    certifiedOn: certified_on,
    reversed: reversed_by !== null,
    createdAt: created_at,
  }))
}

/** Writes an adjustment down, or, with `reversesId`, what takes it back: its amounts below zero. */
export async function insertAdjustment(
  tx: Tx,
  businessId: string,
  one: Omit<Adjustment, 'reversed'>,
  reversesId: string | null,
): Promise<void> {
  const sign = reversesId === null ? 1n : -1n
  await tx`
    insert into adjustments (
      business_id, id, invoice_id, kind, amount, tax, withheld, certificate, certified_on, reason, reverses_id, created_at
    ) values (
      ${businessId}, ${one.id}, ${one.invoiceId}, ${one.kind}, ${sign * one.amount}, ${sign * one.tax}, ${one.withheld},
      ${one.certificate}, ${one.certifiedOn}, ${one.reason}, ${reversesId}, ${one.createdAt}
    )
  `
}
