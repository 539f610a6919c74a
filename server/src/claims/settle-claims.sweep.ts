import { nextCallAt } from '@kusanya/domain/retry.ts'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { eachBusinessWithWork } from '../db/waiting.ts'
import { settleClaim } from './settle-claim.ts'

type Due = { id: string; attempts: number }

const leaseMs = 60_000

/**
 * Looks again for payments that payers claim, one transaction each. None holds a claim locked while it waits for a payment:
 * who lays the payment wakes its claims, and the two would wait for each other. One that throws is put off.
 */
export function settleClaims(ctx: Context, limit: number): Promise<number> {
  return eachBusinessWithWork(ctx, 'claims', 'next_attempt_at', async (businessId) => {
    const due = await inBusiness(
      ctx.sql,
      businessId,
      (tx) => tx<Due[]>`
        update claims set attempts = attempts + 1, next_attempt_at = ${new Date(ctx.now().getTime() + leaseMs)}
        where business_id = ${businessId} and id in (
          select id from claims where business_id = ${businessId} and next_attempt_at <= ${ctx.now()}
          order by next_attempt_at limit ${Math.min(limit, 100)} for update skip locked
        )
        returning id, attempts
      `,
    )
    for (const one of due) {
      try {
        await inBusiness(ctx.sql, businessId, async (tx) =>
          settleClaim(tx, ctx, await theBusiness(tx, businessId), one.id),
        )
      } catch (error) {
        await putOff(ctx, businessId, one, error)
      }
    }
    return due.length
  })
}

function putOff(ctx: Context, businessId: string, { id, attempts }: Due, error: unknown): Promise<void> {
  ctx.log.error({ err: error, businessId, claimId: id }, 'bug: a claim cannot be settled')
  return inBusiness(ctx.sql, businessId, async (tx) => {
    await tx`
      update claims set next_attempt_at = ${nextCallAt(attempts, ctx.now(), ctx.chance.fraction())}
      where business_id = ${businessId} and id = ${id} and state in ('waiting', 'suggested', 'given_up', 'dismissed')
    `
  })
}
