import { agingBucket, agingBuckets, type AgingBucket } from '@kusanya/domain/aging.ts'
import { daysBetween, type Day } from '@kusanya/domain/day.ts'
import type { Money } from '@kusanya/domain/money.ts'
import type { Business } from '../businesses/business.ts'
import type { Tx } from '../db/sql.ts'
import { readOpenParts } from './read-open-parts.ts'
import type { Aged } from './wire.ts'

/**
 * Who owed how much since when at the end of a day, past days too, account by account; the most first. What is to be paid in
 * instalments is as old as each of them.
 */
export async function readAging(tx: Tx, business: Business, day: Day): Promise<Aged[]> {
  const byAccount = new Map<string, Aged>()
  for (const { customer, account, dueOn, balance } of await readOpenParts(tx, business, day)) {
    const aged = byAccount.get(account.id) ?? { ...nothing(), customer, account }
    byAccount.set(account.id, aged)
    aged[agingBucket(daysBetween(dueOn, day))] += balance
    aged.total += balance
  }
  return [...byAccount.values()].sort((a, b) => Number(b.total - a.total) || (a.account.id < b.account.id ? -1 : 1))
}

/** All of it together, by how late it is. */
export function addAged(aged: Aged[]): Record<AgingBucket | 'total', Money> {
  const sums = nothing()
  for (const one of aged) for (const column of [...agingBuckets, 'total'] as const) sums[column] += one[column]
  return sums
}

function nothing(): Record<AgingBucket | 'total', Money> {
  return Object.fromEntries([...agingBuckets, 'total'].map((bucket) => [bucket, 0n])) as Record<
    AgingBucket | 'total',
    Money
  >
}
