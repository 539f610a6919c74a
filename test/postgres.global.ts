import type { TestProject } from 'vitest/node'
import { startTemporaryPostgres } from '../server/src/embedded/postgres-temporary.ts'
import { migrate } from '../server/src/db/migrate.ts'
import { connect } from '../server/src/db/sql.ts'
import { dropDatabase } from './drop-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** of the role that owns every test's database */
    ownerUrl: string
    /** name of the migrated database that each test's own is copied from */
    template: string
  }
}

/**
 * One cluster for the run: our own, gone afterwards however the run ends; or the one of TEST_DATABASE_URL, which
 * names a role that is no superuser (row security would not bind it) but may create databases and roles.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  const cluster = given ? { url: given, stop: async () => {} } : await startTemporaryPostgres()
  const template = `kusanya_template_${process.pid}`
  try {
    await makeTemplate(cluster.url, template)
  } catch (error) {
    await cluster.stop()
    throw error
  }
  project.provide('ownerUrl', cluster.url)
  project.provide('template', template)
  return async () => {
    if (given) await dropTemplate(given, template)
    await cluster.stop()
  }
}

async function makeTemplate(url: string, template: string): Promise<void> {
  const owner = connect(url, { max: 1 })
  try {
    const [role] = await owner<{ rolsuper: boolean; rolcreatedb: boolean; rolcreaterole: boolean }[]>`
      select rolsuper, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user`
    if (!role || role.rolsuper || !role.rolcreatedb || !role.rolcreaterole) {
      throw new Error(
        'TEST_DATABASE_URL must name a role made so: create role kusanya login createdb createrole password …',
      )
    }
    await owner`create database ${owner(template)}`
  } finally {
    await owner.end()
  }
  const fresh = new URL(url)
  fresh.pathname = template
  const sql = connect(fresh.href, { max: 1 })
  try {
    await migrate(sql)
  } catch (error) {
    throw new Error(`The migrations fail: ${(error as Error).message}`) // the driver's own error prints the whole file
  } finally {
    await sql.end()
  }
}

async function dropTemplate(url: string, template: string): Promise<void> {
  const owner = connect(url, { max: 1 })
  await dropDatabase(owner, template)
  await owner.end()
}
