import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Simulator } from '@kusanya/simulator'
import type { Context } from '../../server/src/context.ts'
import { inBusiness } from '../../server/src/db/sql.ts'
import { eventually } from '../../server/src/embedded/postgres-process.ts'
import { auditBooks } from '../../server/src/ledger/audit.ts'

/** Until no callback waits, on disk or in its table. */
export async function waitsFor(ctx: Context, businessId: string, spool: string): Promise<void> {
  const done = await eventually(60_000, async () => {
    if (existsSync(spool) && readdirSync(spool).length > 0) return false
    const waiting = await inBusiness(
      ctx.sql,
      businessId,
      (tx) => tx`select 1 from callbacks where business_id = ${businessId} and next_attempt_at is not null limit 1`,
    )
    return waiting.length === 0
  })
  if (!done) throw new Error('callbacks still wait after a minute')
}

/** What M-PESA took, beside what is in the books. Amounts in cents. */
export async function countMoney(ctx: Context, businessId: string, simulator: Simulator, shortcode: string) {
  const lines = simulator.statement(shortcode).lines.filter(({ paidIn }) => paidIn > 0)
  const paid = new Map(lines.map(({ receipt, paidIn }) => [receipt, BigInt(paidIn) * 100n]))
  return inBusiness(ctx.sql, businessId, async (tx) => {
    const payments = await tx<{ receipt: string; amount: bigint; laid: bigint }[]>`
      select p.receipt, p.amount, coalesce(sum(a.amount), 0)::bigint as laid from payments p
      left join allocations a on a.business_id = p.business_id and a.payment_id = p.id
      where p.business_id = ${businessId} group by p.id, p.receipt, p.amount
    `
    const invoices = await tx<{ id: string; serial: bigint }[]>`
      select id, serial from invoices where business_id = ${businessId} and serial is not null
    `
    const stuck = await tx<{ id: string; last_error: string | null }[]>`
      select id, last_error from callbacks where business_id = ${businessId} and (attempts > 0 or outcome = 'nonsense')
    `
    const serials = invoices.map(({ serial }) => serial).sort((a, b) => Number(a - b))
    const differences = await auditBooks(tx, businessId)
    const booked = new Map(payments.map(({ receipt, amount }) => [receipt, amount]))
    return {
      paid,
      booked,
      invoices: new Set(invoices.map(({ id }) => id)),
      missing: [...paid].filter(([receipt]) => !booked.has(receipt)),
      /** How many payments there are beyond one a receipt. */
      doubled: payments.length - booked.size,
      /** In the books and not at M-PESA, or with another amount. */
      strange: payments.filter(({ receipt, amount }) => paid.get(receipt) !== amount),
      misallocated: payments.filter(({ amount, laid }) => amount !== laid),
      gaps: (serials.at(-1) ?? 0n) - BigInt(new Set(serials).size),
      differences,
      stuck,
    }
  })
}

/** How many callbacks came into the database by way of the disk, as the API logged it. */
export function spooledOf(log: string): number {
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.includes('spooled callbacks taken in'))
    .reduce((sum, line) => sum + (JSON.parse(line) as { callbacks: number }).callbacks, 0)
}
