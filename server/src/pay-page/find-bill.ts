import type { Context } from '../context.ts'
import { inBusiness, type Tx } from '../db/sql.ts'
import { hashOf } from '../secrets/vault.ts'
import { readBill, type Bill } from './read-bill.ts'

export type Found = { businessId: string; bill: Bill }

/**
 * The bill of a code, and what `more` reads in the same transaction. Null for a code that nobody was given, one that was
 * revoked or has ended, and one that is no code at all: all go the same way as far as the directory.
 */
export async function findBill<T>(
  ctx: Context,
  code: string,
  more: (tx: Tx, found: Found) => Promise<T>,
): Promise<(Found & { more: T }) | null> {
  const [path] = await ctx.sql<{ business_id: string; subject_id: string }[]>`
    select business_id, subject_id from secret_paths where hash = ${hashOf(code)} and kind = 'payment_link'
  `
  if (!path) return null
  const businessId = path.business_id
  return inBusiness(ctx.sql, businessId, async (tx) => {
    const bill = await readBill(tx, ctx, businessId, path.subject_id)
    // A code of an older generation stays dead even where its row in the directory was left behind.
    if (!bill || ctx.vault.path('payment_link', bill.link.id, bill.link.generation) !== code) return null
    const found = { businessId, bill }
    return { ...found, more: await more(tx, found) }
  })
}
