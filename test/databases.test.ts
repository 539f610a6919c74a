import { expect, test } from 'vitest'
import { connect } from '../server/src/db/sql.ts'
import { freshDatabase } from './databases.ts'

test('each test has a migrated database of its own, whose owner row security binds', async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()])
  expect(one.url).not.toBe(other.url)
  const sql = connect(one.url, { max: 1 })
  const [found] = await sql`
    select (select count(*) from migrations)::int > 0 as migrated, rolsuper or rolbypassrls as exempt
    from pg_roles where rolname = current_user`
  expect(found).toEqual({ migrated: true, exempt: false })
  await one.drop() // with the session still open
  await expect(connect(one.url, { max: 1 })`select`).rejects.toMatchObject({ code: '3D000' })
  await other.drop()
  await sql.end()
})
