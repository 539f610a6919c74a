import { createHash } from 'node:crypto'
import type { Sql, Tx } from '@kusanya/server/db/sql.ts'

/** `ofBusinesses`: behind row security, with a business in each row. */
export type Table = { name: string; columns: string[]; ofBusinesses: boolean }

/** All tables but the list of migrations, with the columns that are stored and not computed. */
export async function findTables(tx: Tx | Sql): Promise<Table[]> {
  return tx<Table[]>`
    select c.relname as name, c.relforcerowsecurity as "ofBusinesses",
      array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migrations'
    group by c.oid order by c.relname
  `
}

const together = 500

/**
 * The rows of a table, each as a line of JSON, some at a time: of one business, or, without one, all that the role may see. The same
 * rows are the same lines on every server.
 */
export async function* linesOf(tx: Tx, { name, columns }: Table, businessId?: string): AsyncGenerator<string[]> {
  const where = businessId === undefined ? tx`` : tx`where business_id = ${businessId}`
  const rows = tx<{ line: string }[]>`
    select row_to_json(one)::text as line from (select ${tx(columns)} from ${tx(name)} ${where}) as one
  `
  for await (const some of rows.cursor(together)) yield some.map(({ line }) => line)
}

/** How a session writes values down, whatever its server is set to. */
export async function speakPlainly(tx: Tx): Promise<void> {
  await tx`
    select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO', true),
      set_config('bytea_output', 'hex', true), set_config('row_security', 'on', true)
  `
}

/** Counts lines, and adds up their hashes: the same whatever their order. */
export function createTally(): { count: (line: string) => void; rows: () => number; digest: () => string } {
  const most = 1n << 256n
  let rows = 0
  let sum = 0n
  return {
    count(line) {
      rows++
      sum = (sum + BigInt(`0x${createHash('sha256').update(line).digest('hex')}`)) % most
    },
    rows: () => rows,
    digest: () => sum.toString(16).padStart(64, '0'),
  }
}
