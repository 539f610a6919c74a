import { toWire } from '@kusanya/domain/money.ts'
import { Type, type Static } from 'typebox'
import type { Tx } from '../db/sql.ts'
import { anywhere, named } from '../http/fields.ts'
import type { Page } from '../http/envelope.ts'

export const RefusedOnWire = named('RefusedPayment', {
  _id: Type.String(),
  code: Type.String({ description: 'C2B00012: an account number that leads nowhere' }),
  shortcode: Type.String(),
  transactioncode: Type.String(),
  reference: Type.String({ description: 'What was typed' }),
  amount: Type.Union([Type.Number(), Type.Null()]),
  phone: Type.String(),
  name: Type.String(),
  date: Type.String(),
})

type Row = {
  id: string
  code: string
  shortcode: string
  receipt: string
  account_typed: string
  amount: bigint | null
  phone: string | null
  payer_name: string | null
  created_at: Date
}
type RefusedPayment = Omit<Row, 'created_at'> & { createdAt: Date }

/** A page of the payments that were turned away at validation, newest first, and how many there are in all. */
export async function listRefused(
  tx: Tx,
  businessId: string,
  search: string | null,
  { take, offset, before, counted }: Page,
): Promise<{ refused: RefusedPayment[]; total: bigint | null }> {
  const like = anywhere(search)
  const [count] = counted
    ? await tx<{ total: bigint }[]>`
        select count(*) as total from refused_payments
        where business_id = ${businessId} and (${like}::text is null or account_typed ilike ${like} or receipt ilike ${like})
      `
    : []
  const rows = await tx<Row[]>`
    select id, code, shortcode, receipt, account_typed, amount, phone, payer_name, created_at from refused_payments
    where business_id = ${businessId} and (${like}::text is null or account_typed ilike ${like} or receipt ilike ${like})
      and (created_at, id) < (${before.at}, ${before.id})
    order by created_at desc, id desc limit ${take} offset ${offset}
  `
  const refused = rows.map(({ created_at, ...row }) => ({ ...row, createdAt: created_at }))
  return { refused, total: count?.total ?? null }
}

export function presentRefused(one: RefusedPayment): Static<typeof RefusedOnWire> {
  return {
    _id: one.id,
    code: one.code,
    shortcode: one.shortcode,
    transactioncode: one.receipt,
    reference: one.account_typed,
    amount: one.amount === null ? null : toWire(one.amount),
    phone: one.phone ?? '',
    name: one.payer_name ?? '',
    date: one.createdAt.toISOString(),
  }
}
