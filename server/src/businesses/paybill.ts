import type { Tx } from '../db/sql.ts'

/** Where bills of a business are paid by hand, and whether it may ask phones; null when it has connected nothing. */
export async function findPaybill(tx: Tx, businessId: string): Promise<{ shortcode: string; canAsk: boolean } | null> {
  const [row] = await tx<{ shortcode: string; can_ask: boolean }[]>`
    select shortcode, exists (
      select 1 from shortcodes s where s.business_id = ${businessId} and s.passkey is not null
    ) as can_ask
    from shortcodes where business_id = ${businessId} and disconnected_at is null order by created_at, shortcode limit 1
  `
  return row ? { shortcode: row.shortcode, canAsk: row.can_ask } : null
}
