import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { eachBusinessWithWork } from '../db/waiting.ts'

/** Forgets Idempotency-Keys after a day. */
export function forgetKeys(ctx: Context, limit: number): Promise<number> {
  return eachBusinessWithWork(ctx, 'idempotency_keys', 'expires_at', (businessId) =>
    inBusiness(ctx.sql, businessId, async (tx) => {
      const forgotten = await tx`
        delete from idempotency_keys
        where business_id = ${businessId} and key in (
          select key from idempotency_keys
          where business_id = ${businessId} and expires_at <= ${ctx.now()}
          order by expires_at limit ${limit} for update skip locked
        )
      `
      return forgotten.count
    }),
  )
}
