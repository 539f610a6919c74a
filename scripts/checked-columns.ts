import { connect } from '../server/src/db/sql.ts'

const oneOf = /^CHECK \(\(\w+ = ANY \(ARRAY\[(.+)\]\)\)\)$/

/**
 * The columns that hold one of a few words by their table's `check (column in (…))`, each with the TypeScript type it is
 * to be read as: `{ 'customers.type': "'business' | 'individual'" }`, sorted as SafeQL compares unions.
 */
export async function readCheckedColumns(databaseUrl: string): Promise<Record<string, string>> {
  const sql = connect(databaseUrl, { max: 1 })
  const checks = await sql<{ column: string; definition: string }[]>`
    select c.conrelid::regclass || '.' || a.attname as column, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
    where c.contype = 'c' and cardinality(c.conkey) = 1
  `.finally(() => sql.end())
  return Object.fromEntries(
    checks.flatMap(({ column, definition }) => {
      const words = oneOf.exec(definition)?.[1]?.match(/'[^']+'/g)
      return words ? [[column, words.sort().join(' | ')]] : []
    }),
  )
}
