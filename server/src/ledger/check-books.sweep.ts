import { toDecimal } from '@kusanya/domain/money.ts'
import { dayOf, endOfDay } from '@kusanya/domain/day.ts'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { eachBusinessWithWork } from '../db/waiting.ts'
import { auditBooks } from './audit.ts'

const afterMidnightMs = 2 * 3_600_000

/** Compares each business's books with their sources, once a night at two where it is; what differs is logged, not mended. */
export function checkBooks(ctx: Context): Promise<number> {
  return eachBusinessWithWork(ctx, 'book_checks', 'next_attempt_at', (businessId) =>
    inBusiness(ctx.sql, businessId, async (tx) => {
      const now = ctx.now()
      const claimed = await tx<{ business_id: string }[]>`
        select business_id from book_checks where business_id = ${businessId} and next_attempt_at <= ${now}
        for update skip locked
      `
      if (claimed.length === 0) return 0
      const { timeZone } = await theBusiness(tx, businessId)
      const differences = await auditBooks(tx, businessId)
      for (const { what, id, said, counted } of differences) {
        ctx.log.error({ businessId, what, id, said: toDecimal(said), counted: toDecimal(counted) }, 'the books differ')
      }
      const next = new Date(endOfDay(dayOf(now, timeZone), timeZone).getTime() + afterMidnightMs)
      await tx`
        update book_checks set checked_at = ${now}, differences = ${differences.length}, next_attempt_at = ${next}
        where business_id = ${businessId}
      `
      return 1
    }),
  )
}
