import { createBusiness, type NewBusiness } from '@kusanya/server/businesses/create-business.ts'
import { inBusiness } from '@kusanya/server/db/sql.ts'
import { findShortcodes } from '@kusanya/server/payments/daraja.ts'
import { withServersMeans } from './open.ts'

/** Makes a business. Its key is in the answer and nowhere else. */
export function makeBusiness(wanted: NewBusiness): Promise<{ businessId: string; apiKey: string }> {
  return withServersMeans((ctx) => createBusiness(ctx.sql, ctx, wanted))
}

export type Known = { id: string; name: string; shortcodes: string[]; createdAt: string }

/** The businesses of this server, the oldest first. */
export function listBusinesses(): Promise<Known[]> {
  return withServersMeans(async (ctx) => {
    const rows = await ctx.sql<{ id: string; name: string; created_at: Date }[]>`
      select id, name, created_at from businesses order by id
    `
    return Promise.all(
      rows.map(async ({ id, name, created_at }) => {
        const codes = await inBusiness(ctx.sql, id, (tx) => findShortcodes(tx, ctx, id))
        return { id, name, shortcodes: codes.map(({ shortcode }) => shortcode), createdAt: created_at.toISOString() }
      }),
    )
  })
}
