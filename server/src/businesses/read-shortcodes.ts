import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { findConnections, type Connection } from './shortcode-rows.ts'

/** A page of shortcodes, newest first, and how many there are in all. */
export async function listShortcodes(
  tx: Tx,
  businessId: string,
  { take, offset, before, counted }: Page,
): Promise<{ connections: Connection[]; total: bigint }> {
  const [count] = await tx<{ total: bigint }[]>`
    select count(*) as total from shortcodes where ${counted}::boolean and business_id = ${businessId}
  `
  const rows = await tx<{ shortcode: string }[]>`
    select shortcode from shortcodes
    where business_id = ${businessId} and (created_at, shortcode) < (${before.at}, ${before.id})
    order by created_at desc, shortcode desc limit ${take} offset ${offset}
  `
  const page = rows.map(({ shortcode }) => shortcode)
  return { connections: await findConnections(tx, businessId, page), total: count?.total ?? 0n }
}
