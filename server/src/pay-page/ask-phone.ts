import { Refusal } from '@kusanya/domain/refusal.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { requestPayment } from '../payments/request-payment.ts'
import type { Found } from './find-bill.ts'
import type { Wish } from './read-form.ts'
import { countRequests, readOpenRequest } from './read-requests.ts'

/** The request to look at now, or which sentence says why there is none. */
export type AskedPhone = { requestId: string } | { refused: 'tooSoon' | 'tooManyToday' | 'cannotAsk' }

const mostPerDay = 10
const dayMs = 24 * 3_600_000

/**
 * Asks a phone on behalf of whoever has the link. Pressing twice leads to the same request; the answers are the same
 * whether or not a number exists.
 */
export async function askPhone(ctx: Context, { businessId, bill }: Found, wish: Wish): Promise<AskedPhone> {
  const link = { businessId, linkId: bill.link.id }
  const lookUp = () => inBusiness(ctx.sql, businessId, (tx) => readOpenRequest(tx, link, wish.phone, since(2 * 60_000)))
  const since = (ms: number) => new Date(ctx.now().getTime() - ms)

  const made = await inBusiness(ctx.sql, businessId, (tx) => countRequests(tx, link, since(dayMs)))
  const before = await lookUp()
  if (before) return { requestId: before.id }
  if (made >= mostPerDay) return { refused: 'tooManyToday' }
  try {
    const { id } = await requestPayment(ctx, businessId, { link: bill.link.id, ...wish })
    return { requestId: id }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code !== 'payment_request_too_soon') return { refused: 'cannotAsk' }
    const twin = await lookUp()
    return twin ? { requestId: twin.id } : { refused: 'tooSoon' }
  }
}
