import { readDecimal } from '@kusanya/domain/money.ts'
import { pullWindow, trueTimes, type Pull } from '@kusanya/domain/pull.ts'
import { nextCallAt } from '@kusanya/domain/retry.ts'
import { isPesafyError, type PulledTransaction } from '@kusanya/mpesa'
import { callbackUrls } from '../businesses/connect-shortcode.ts'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { eachBusinessWithWork } from '../db/waiting.ts'
import { findShortcodes, type Shortcode } from '../payments/daraja.ts'
import { applyPulled, type Pulled } from './apply-pulled.ts'

type Due = Pull & {
  shortcode: Shortcode
  nominatedNumber: string
  registeredAt: Date | null
  attempts: number
  timeZone: string
}

const leaseMs = 120_000
const everyMs = 5 * 60_000
const together = 200

/**
 * Asks Safaricom for the payments of each shortcode, so that a callback that was lost is made good within minutes: every
 * five minutes with an overlap, and each day once more when it has ended. What is known already is only confirmed.
 */
export function pullTransactions(ctx: Context, limit: number): Promise<number> {
  return eachBusinessWithWork(ctx, 'pulls', 'next_attempt_at', async (businessId) => {
    const due = await claim(ctx, businessId, Math.min(limit, 20))
    for (const one of due) {
      try {
        await pull(ctx, businessId, one)
      } catch (error) {
        await putOff(ctx, businessId, one, error)
        if (!isPesafyError(error)) throw error
      }
    }
    return due.length
  })
}

function claim(ctx: Context, businessId: string, limit: number): Promise<Due[]> {
  return inBusiness(ctx.sql, businessId, async (tx) => {
    const now = ctx.now()
    const rows = await tx<
      {
        shortcode: string
        nominated_number: string
        registered_at: Date | null
        pulled_to_at: Date | null
        whole_day_on: string | null
        times_are_local: boolean
        attempts: number
      }[]
    >`
      update pulls set attempts = attempts + 1, next_attempt_at = ${new Date(now.getTime() + leaseMs)}
      where business_id = ${businessId} and shortcode in (
        select shortcode from pulls
        where business_id = ${businessId} and next_attempt_at <= ${now}
        order by next_attempt_at limit ${limit} for update skip locked
      )
      returning shortcode, nominated_number, registered_at, pulled_to_at, whole_day_on, times_are_local, attempts
    `
    const shortcodes = await findShortcodes(tx, ctx, businessId)
    const { timeZone } = await theBusiness(tx, businessId)
    return rows.flatMap((row) => {
      const shortcode = shortcodes.find((one) => one.shortcode === row.shortcode)
      if (!shortcode) return []
      return [
        {
          shortcode,
          nominatedNumber: row.nominated_number,
          registeredAt: row.registered_at,
          pulledToAt: row.pulled_to_at,
          wholeDayOn: row.whole_day_on,
          timesAreLocal: row.times_are_local,
          attempts: row.attempts,
          timeZone,
        },
      ]
    })
  })
}

async function pull(ctx: Context, businessId: string, due: Due): Promise<void> {
  const { shortcode } = due.shortcode
  const client = ctx.daraja(due.shortcode)
  if (due.registeredAt === null) {
    await client.pullTransactionsRegister({
      shortCode: shortcode,
      nominatedNumber: due.nominatedNumber,
      callbackUrl: callbackUrls(ctx, businessId).confirmation,
    })
    const registered = ctx.now()
    await inBusiness(ctx.sql, businessId, async (tx) => {
      await tx`update pulls set registered_at = ${registered} where business_id = ${businessId} and shortcode = ${shortcode}`
    })
  }
  const now = ctx.now()
  const window = pullWindow(due, now, due.timeZone)
  const rows: PulledTransaction[] = []
  const period = { shortCode: shortcode, startDate: window.from, endDate: now }
  for await (const row of client.pullTransactions(period)) rows.push(row)

  const { times, areLocal } = trueTimes(
    rows.map(({ trxDate }) => trxDate),
    now,
    due.timesAreLocal,
  )
  const pulled = rows.flatMap((row, index): Pulled[] => {
    const amount = readDecimal(row.amount ?? '')
    if (amount === null || amount === 0n) {
      ctx.log.error({ businessId, shortcode, receipt: row.receipt }, 'a pulled payment has no readable amount')
      return []
    }
    return [{ ...row, amount, paidAt: times[index] ?? null }]
  })
  for (let start = 0; start < pulled.length; start += together) {
    await inBusiness(ctx.sql, businessId, async (tx) => {
      const business = await theBusiness(tx, businessId)
      await applyPulled(tx, ctx, business, shortcode, pulled.slice(start, start + together))
    })
  }
  await inBusiness(ctx.sql, businessId, async (tx) => {
    await tx`
      update pulls set pulled_to_at = ${now}, whole_day_on = ${window.wholeDayOn}, times_are_local = ${areLocal},
        attempts = 0, last_error = null, next_attempt_at = ${new Date(now.getTime() + everyMs)}
      where business_id = ${businessId} and shortcode = ${shortcode}
    `
  })
}

function putOff(ctx: Context, businessId: string, due: Due, error: unknown): Promise<void> {
  const { shortcode } = due.shortcode
  ctx.log.warn({ businessId, shortcode, err: error }, 'payments could not be pulled')
  const next = nextCallAt(due.attempts, ctx.now(), ctx.chance.fraction())
  return inBusiness(ctx.sql, businessId, async (tx) => {
    await tx`
      update pulls set next_attempt_at = ${next}, last_error = ${String(error).slice(0, 500)}
      where business_id = ${businessId} and shortcode = ${shortcode}
    `
  })
}
