import type { Sql } from '../server/src/db/sql.ts'

/**
 * Ends the owner's sessions in it and drops it. Not `with (force)`, which would end an autovacuum worker too and is
 * refused to an owner who may not ("permission denied to terminate process"); a plain drop asks it to leave and waits.
 */
export async function dropDatabase(owner: Sql, name: string): Promise<void> {
  await owner`
    select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and usename = current_user
  `
  await owner`drop database ${owner(name)}`
}
