import { inBusiness } from '../server/src/db/sql.ts'
import type { World } from './world.ts'

/**
 * Every table that the platform can read, with the number of rows that a business sees of it and a hash of them all: without
 * what merely being asked leaves behind.
 */
export async function checksums(w: World, businessId = w.businessId): Promise<Record<string, string>> {
  return inBusiness(w.ctx.sql, businessId, async (tx) => {
    const tables = await tx<{ name: string }[]>`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and has_table_privilege(oid, 'select')
        and relname <> 'request_minutes'
      order by relname
    `
    const sums: Record<string, string> = {}
    for (const { name } of tables) {
      const [row] = await tx<{ sum: string }[]>`
        select count(*) || ' ' || coalesce(md5(string_agg(v.text, '|' order by v.text)), '') as sum from ${tx(name)} t,
          lateral (select (to_jsonb(t) - 'last_used_at')::text as text) v
      `
      sums[name] = row?.sum ?? ''
    }
    return sums
  })
}
