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

/** A page of the payments that were turned away at validation, newest first, and how many there are in all. */
export async function listRefused(
  tx: Tx,
  businessId: string,
  search: string | null,
  { limit, offset }: Page,
): Promise<{ refused: Static<typeof RefusedOnWire>[]; total: bigint }> {
  const like = anywhere(search)
  const [counted] = await tx<{ total: bigint }[]>`
    select count(*) as total from refused_payments
    where business_id = ${businessId} and (${like}::text is null or account_typed ilike ${like} or receipt ilike ${like})
  `
  const rows = await tx<
    {
      id: string
      code: string
      shortcode: string
      receipt: string
      account_typed: string
      amount: bigint | null
      phone: string | null
      payer_name: string | null
      created_at: Date
    }[]
  >`
    select id, code, shortcode, receipt, account_typed, amount, phone, payer_name, created_at from refused_payments
    where business_id = ${businessId} and (${like}::text is null or account_typed ilike ${like} or receipt ilike ${like})
    order by created_at desc, id desc limit ${limit} offset ${offset}
  `
  const refused = rows.map((row) => ({
    _id: row.id,
    code: row.code,
    shortcode: row.shortcode,
    transactioncode: row.receipt,
    reference: row.account_typed,
    amount: row.amount === null ? null : toWire(row.amount),
    phone: row.phone ?? '',
    name: row.payer_name ?? '',
    date: row.created_at.toISOString(),
  }))
  return { refused, total: counted?.total ?? 0n }
}
