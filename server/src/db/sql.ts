import type postgres from 'postgres'
import { traced, type Tracer } from '../watching/tracer.ts'
import { postgres as driver } from './driver.ts'
import { connectTo } from './postgres-url.ts'

type Types = { bigint: bigint }
/** The pool: for tables that belong to no business, and for opening a transaction at an edge. */
export type Sql = postgres.Sql<Types>
/** An open transaction on one business's rows. Every function that writes takes one, and none opens its own. */
export type Tx = postgres.TransactionSql<Types>

export type ConnectOptions = {
  /** Connections kept at most. */
  max?: number
  /** The role that statements run as; the login role when absent (migrations only). */
  role?: 'kusanya_app'
}

/** A pool on a PostgreSQL URL (`?host=` may name a unix socket's directory). Opens nothing until it is used. */
export function connect(url: string, { max = 10, role }: ConnectOptions = {}): Sql {
  const [address, place] = connectTo(url)
  return driver(address, {
    ...place,
    max,
    types: { bigint: driver.BigInt },
    onnotice: () => {},
    connect_timeout: 5,
    backoff: (failures: number) => Math.min(0.05 * 2 ** failures, 1), // seconds; the driver's own goes up to 20
    connection: {
      application_name: 'kusanya',
      ...(role && {
        role,
        statement_timeout: 10_000,
        lock_timeout: 5_000,
        idle_in_transaction_session_timeout: 15_000,
      }),
    },
  })
}

/**
 * The one door to a business's rows: a transaction in which row security shows that business and no other.
 * What `work` throws rolls everything back.
 */
export async function inBusiness<T>(sql: Sql, businessId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const counts = transactionsOf(sql)
  let state: 'waiting' | 'open' = 'waiting'
  counts.waiting++
  const attributes = { 'db.system.name': 'postgresql', 'kusanya.business_id': businessId }
  try {
    const answer = await traced(tracers.get(sql), 'transaction', { kind: 'client', attributes }, (span) =>
      sql.begin(async (tx) => {
        counts.waiting--
        counts.open++
        state = 'open'
        span?.note('a connection was free')
        // Sent ahead of the first statement of `work` without waiting: a connection does one after the other.
        const entered =
          // eslint-disable-next-line @ts-safeql/check-sql -- Two columns of one name, which nobody reads.
          tx`select set_config('role', 'kusanya_app', true), set_config('app.business_id', ${businessId}, true)`.execute()
        const [, value] = await Promise.all([entered, work(tx)])
        return { value }
      }),
    )
    return answer.value as T
  } finally {
    counts[state]--
  }
}

const tracers = new WeakMap<Sql, Tracer>()

/** From now on each transaction of the pool is a span: from when it was wanted to the commit. */
export function traceTransactions(sql: Sql, tracer: Tracer): void {
  tracers.set(sql, tracer)
}

const counted = new WeakMap<Sql, { waiting: number; open: number }>()

/** How many transactions of a pool are open, and how many wait for a connection. */
export function transactionsOf(sql: Sql): { waiting: number; open: number } {
  const counts = counted.get(sql) ?? { waiting: 0, open: 0 }
  counted.set(sql, counts)
  return counts
}
