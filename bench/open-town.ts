import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import type { Account, Billed } from '../domain/src/matching/book.ts'
import { createBusiness } from '../server/src/businesses/create-business.ts'
import { readConfig } from '../server/src/config.ts'
import { createContext } from '../server/src/context.ts'
import { migrate } from '../server/src/db/migrate.ts'
import { connect } from '../server/src/db/sql.ts'
import { startPostgres } from '../server/src/embedded/postgres.ts'
import { bill, Dice, makeWorld } from './matching-book.ts'
import { makePayment } from './matching-payments.ts'
import { seedTown } from './seed-town.ts'
import { masterKey } from './shops.ts'

/** A database of its own with one business of so many accounts, two bills each, and payments as its people type them. */
export async function openTown(accounts: number) {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'kusanya-bench-'))
  const postgres = await startPostgres({ directory })
  const owner = connect(postgres.url, { max: 1 })
  const sql = connect(postgres.url, { role: 'kusanya_app', max: 2 })
  await migrate(owner)
  const ctx = createContext({
    sql,
    now: () => new Date(),
    publicUrl: 'http://localhost',
    config: readConfig({}),
    log: pino({ level: 'silent' }),
    masterKey,
    post: () => Promise.reject(new Error('no webhooks here')),
  })
  const { businessId } = await createBusiness(sql, ctx, { name: 'School', mode: 'test' })
  const dice = new Dice(7919)
  const world = makeWorld(dice, 'checked', { customers: Math.round(accounts * 0.84), accounts })
  const at = new Date()
  bill(world, dice, at)
  bill(world, dice, at)
  const newest = new Map<Account, Billed>(world.billed.map((one) => [one.account, one]))
  await seedTown(owner, sql, businessId, world, at)
  return {
    url: postgres.url,
    sql,
    businessId,
    world,
    at,
    pay: (count: number) => Array.from({ length: count }, () => makePayment(world, dice, at, newest).paid),
    async close() {
      await Promise.all([sql.end(), owner.end()])
      await postgres.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
