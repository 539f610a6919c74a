import { tidyNumber, type Past } from '@kusanya/domain/matching/book.ts'
import type { Keys } from '@kusanya/domain/matching/leads.ts'
import { rememberedMs } from '@kusanya/domain/matching/score.ts'
import type { Tx } from '../db/sql.ts'
import { tracesOf, type Traces } from './traces.ts'

/** Of a payer who pays every day the newest payments say enough. */
const mostPerTrace = 50

/**
 * What the payers of these payments paid before and where that lies now, under the keys by which they will be asked for.
 * The books are the memory: what was moved counts where it is, what was undone or taken back counts no more.
 */
export async function findPast(tx: Tx, businessId: string, payers: Keys[], now: Date): Promise<Map<string, Past[]>> {
  const wanted = payers.map((keys) => ({ keys, traces: tracesOfKeys(keys) }))
  const traces = [...new Set(wanted.flatMap(({ traces }) => [traces.hash, traces.mask]))].filter((one) => one !== null)
  const found = await findByTraces(tx, businessId, traces, new Date(now.getTime() - rememberedMs))
  const past = new Map<string, Past[]>()
  for (const { keys, traces } of wanted) {
    for (const key of keys.payer)
      past.set(key, found.get((key.startsWith('mask ') ? traces.mask : traces.hash) ?? '') ?? [])
  }
  return past
}

function tracesOfKeys({ phone, payer }: Keys): Traces {
  if (phone?.kind === 'full') return { hash: tracesOf(phone.phone, null).hash, mask: maskIn(payer) }
  return { hash: phone?.kind === 'hashed' ? phone.sha256 : null, mask: maskIn(payer) }
}

function maskIn(payerKeys: string[]): string | null {
  return payerKeys.find((key) => key.startsWith('mask '))?.slice('mask '.length) ?? null
}

type Told = { trace: string | null; payment_id: string | null }

/** In two steps, each by an index: which payments left these traces, then where they lie. */
async function findByTraces(tx: Tx, businessId: string, traces: string[], since: Date): Promise<Map<string, Past[]>> {
  if (traces.length === 0) return new Map()
  const told = await tx<Told[]>`
    select t.trace, e.payment_id from unnest(${traces}::text[]) as t (trace)
    cross join lateral (
      (select h.payment_id from evidence h
        where h.business_id = ${businessId} and h.payer_hash = t.trace and h.created_at > ${since} and not h.contradicts
        order by h.created_at desc limit ${mostPerTrace})
      union
      (select k.payment_id from evidence k
        where k.business_id = ${businessId} and k.payer_mask = t.trace and k.created_at > ${since} and not k.contradicts
        order by k.created_at desc limit ${mostPerTrace})
    ) e
  `
  // One payment that left two traces is one object, so that it is counted once.
  const past = await findPayments(tx, businessId, [...new Set(told.flatMap(({ payment_id }) => payment_id ?? []))])
  const byTrace = Map.groupBy(told, ({ trace }) => trace ?? '')
  return new Map(
    [...byTrace].map(([trace, rows]) => [trace, rows.flatMap(({ payment_id }) => past.get(payment_id ?? '') ?? [])]),
  )
}

async function findPayments(tx: Tx, businessId: string, paymentIds: string[]): Promise<Map<string, Past[]>> {
  if (paymentIds.length === 0) return new Map()
  const [payments, places, chosen] = await Promise.all([
    tx<{ id: string; account_typed: string | null; paid_at: Date }[]>`
      select id, account_typed, paid_at from payments where business_id = ${businessId} and id = any (${paymentIds})
    `,
    tx<{ payment_id: string; account_id: string }[]>`
      select payment_id, account_id from allocations
      where business_id = ${businessId} and payment_id = any (${paymentIds}) and target in ('invoice', 'credit')
        and account_id is not null
      group by payment_id, account_id having sum(amount) > 0
    `,
    tx<{ payment_id: string; account_id: string }[]>`
      select payment_id, account_id from matches
      where business_id = ${businessId} and payment_id = any (${paymentIds}) and decided_by = 'clerk' and undone_at is null
    `,
  ])
  const byClerk = new Set(chosen.map(({ payment_id, account_id }) => `${payment_id} ${account_id}`))
  const accountsOf = Map.groupBy(places, ({ payment_id }) => payment_id)
  return new Map(
    payments.map(({ id, account_typed, paid_at }) => [
      id,
      (accountsOf.get(id) ?? []).map(({ account_id }) => ({
        accountId: account_id,
        at: paid_at,
        tidy: tidyNumber(account_typed ?? ''),
        by: byClerk.has(`${id} ${account_id}`) ? ('clerk' as const) : ('rule' as const),
      })),
    ]),
  )
}
