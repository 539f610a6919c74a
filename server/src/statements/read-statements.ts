import type { StatementKind } from '@kusanya/domain/statement-file.ts'
import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import type { Line, Statement } from './wire.ts'
import type { Fate } from './write-lines.ts'

/** A page of imports, newest first, and how many there are in all. */
export async function listStatements(
  tx: Tx,
  businessId: string,
  { take, offset, before, counted }: Page,
): Promise<{ statements: Statement[]; total: bigint }> {
  const [count] = await tx<{ total: bigint }[]>`
    select count(*) as total from statement_imports where ${counted}::boolean and business_id = ${businessId}
  `
  const ids = await tx<{ id: string }[]>`
    select id from statement_imports
    where business_id = ${businessId} and (created_at, id) < (${before.at}, ${before.id})
    order by created_at desc, id desc limit ${take} offset ${offset}
  `
  const statements = await findStatements(
    tx,
    businessId,
    ids.map(({ id }) => id),
  )
  return { statements, total: count?.total ?? 0n }
}

/** Imports with how many of their lines had which fate, newest first. */
export async function findStatements(tx: Tx, businessId: string, ids: string[]): Promise<Statement[]> {
  const [rows, counts] = await Promise.all([
    tx<{ id: string; shortcode: string; file_name: string | null; created_at: Date }[]>`
      select id, shortcode, file_name, created_at from statement_imports
      where business_id = ${businessId} and id = any (${ids}) order by created_at desc, id desc
    `,
    tx<{ import_id: string; fate: Fate; count: bigint; amount: bigint | null }[]>`
      select import_id, fate, count(*) as count, sum(amount)::bigint as amount from statement_lines
      where business_id = ${businessId} and import_id = any (${ids}) group by import_id, fate
    `,
  ])
  return rows.map((row) => {
    const own = counts.filter(({ import_id }) => import_id === row.id)
    return {
      id: row.id,
      shortcode: row.shortcode,
      fileName: row.file_name,
      counts: Object.fromEntries(own.map(({ fate, count }) => [fate, Number(count)])),
      booked: own.find(({ fate }) => fate === 'booked')?.amount ?? 0n,
      createdAt: row.created_at,
    }
  })
}

/** A page of an import's lines in the order of the file, and how many there are in all. */
export async function listLines(
  tx: Tx,
  businessId: string,
  importId: string,
  fate: Fate | null,
  { take, offset, before, counted }: Page,
): Promise<{ lines: Line[]; total: bigint }> {
  const [count] = await tx<{ total: bigint }[]>`
    select count(*) as total from statement_lines
    where ${counted}::boolean and business_id = ${businessId} and import_id = ${importId}
      and (${fate}::text is null or fate = ${fate})
  `
  const lines = await tx<(Line & { kind: StatementKind })[]>`
    select row, kind, fate, receipt, linked_receipt, amount, balance, account_typed, phone, payer_name, details,
      completed_at, payment_id, problem
    from statement_lines
    where business_id = ${businessId} and import_id = ${importId} and row > ${Number(before.id)}
      and (${fate}::text is null or fate = ${fate})
    order by row limit ${take} offset ${offset}
  `
  return { lines, total: count?.total ?? 0n }
}
