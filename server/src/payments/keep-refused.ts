import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

/** A payment that was turned away at validation: what was typed, by whom, and the bytes as they came. */
export type Refused = {
  code: 'C2B00012'
  shortcode: string
  receipt: string
  amount: bigint | null
  accountTyped: string
  phone: string | null
  payerName: string | null
  body: Buffer
}

export async function keepRefused(tx: Tx, given: Given, businessId: string, refused: Refused[]): Promise<void> {
  const rows = refused.map(({ amount, accountTyped, payerName, body, ...row }) => ({
    ...row,
    id: given.newId(),
    amount: amount === null ? null : String(amount),
    account_typed: accountTyped,
    payer_name: payerName,
    body: body.toString('base64'),
  }))
  await tx`
    insert into refused_payments (
      business_id, id, code, shortcode, receipt, amount, account_typed, phone, payer_name, body, created_at
    )
    select ${businessId}, r.id, r.code, r.shortcode, r.receipt, r.amount, r.account_typed, r.phone, r.payer_name,
      decode(r.body, 'base64'), ${given.now()}
    from jsonb_to_recordset(${tx.json(rows)}) as r (
      id text, code text, shortcode text, receipt text, amount bigint, account_typed text, phone text, payer_name text, body text
    )
  `
}
