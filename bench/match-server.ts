import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { nameWords } from '../domain/src/matching/names.ts'
import type { Account, Billed } from '../domain/src/matching/book.ts'
import { theBusiness } from '../server/src/businesses/business.ts'
import { createBusiness } from '../server/src/businesses/create-business.ts'
import { readConfig } from '../server/src/config.ts'
import { createContext } from '../server/src/context.ts'
import { migrate } from '../server/src/db/migrate.ts'
import { connect, inBusiness, type Tx } from '../server/src/db/sql.ts'
import { startPostgres } from '../server/src/embedded/postgres.ts'
import { findMatches } from '../server/src/matching/find-matches.ts'
import { validatePayment } from '../server/src/matching/validate-payment.ts'
import { bill, Dice, makeWorld, sha256 } from './matching-book.ts'
import { makePayment } from './matching-payments.ts'
import { masterKey } from './shops.ts'

/**
 * What it costs to match in the server, over a business of many accounts with two bills each: a batch of 200 payments as
 * people type them (error model of matching-payments.ts), one payment alone, and a validation, beside one bare query.
 *
 *   node bench/match-server.ts [accounts, 100000] [batches, 10]
 */
const accounts = Number(process.argv[2] ?? 100_000)
const batches = Number(process.argv[3] ?? 10)
const directory = mkdtempSync(path.join(os.tmpdir(), 'kusanya-bench-'))
const postgres = await startPostgres({ directory })
const owner = connect(postgres.url, { max: 1 })
const sql = connect(postgres.url, { role: 'kusanya_app', max: 2 })

try {
  await migrate(owner)
  const log = pino({ level: 'silent' })
  const post = () => Promise.reject(new Error('no webhooks here'))
  const means = {
    sql,
    now: () => new Date(),
    publicUrl: 'http://localhost',
    config: readConfig({}),
    log,
    masterKey,
    post,
  }
  const ctx = createContext(means)
  const { businessId } = await createBusiness(sql, ctx, { name: 'School', mode: 'test' })
  const dice = new Dice(7919)
  const world = makeWorld(dice, 'checked', { customers: Math.round(accounts * 0.84), accounts })
  const at = new Date()
  bill(world, dice, at)
  bill(world, dice, at)
  const newest = new Map<Account, Billed>(world.billed.map((one) => [one.account, one]))
  await seed(businessId)
  const business = await inBusiness(sql, businessId, (tx) => theBusiness(tx, businessId))
  const some = (count: number) => Array.from({ length: count }, () => makePayment(world, dice, at, newest).paid)

  await measure(
    'bare query',
    200,
    (tx) => tx`select id from accounts where business_id = ${businessId} and number = 'X'`,
  )
  await measure('a batch of 200, those not told whole', batches, (tx) => {
    const told = new Set(world.accounts.map(({ number }) => number))
    const paid = some(200).filter(({ typed }) => !told.has(typed.replace(/[\s\-_./]+/g, '').toUpperCase()))
    return findMatches(tx, business, paid, at)
  })
  await measure('one payment', 200, (tx) => findMatches(tx, business, some(1), at))
  for (const validationPolicy of ['check_character', 'known_only'] as const) {
    const strict = { ...business, settings: { ...business.settings, validationPolicy } }
    await measure(`validation, ${validationPolicy}`, 400, (tx) => validatePayment(tx, strict, some(1)[0]?.typed ?? ''))
  }

  async function measure(name: string, times: number, work: (tx: Tx) => Promise<unknown>) {
    const took: number[] = []
    for (let n = 0; n < times; n++) {
      const begun = performance.now()
      await inBusiness(sql, businessId, work)
      took.push(performance.now() - begun)
    }
    took.sort((a, b) => a - b)
    const share = (of: number) => (took[Math.min(took.length - 1, Math.floor(took.length * of))] ?? 0).toFixed(1)
    console.log(`${name.padEnd(38)} p50 ${share(0.5)} ms   p99 ${share(0.99)} ms   of ${times}`)
  }

  async function seed(business: string) {
    const families = world.families.map((family, n) => ({ ...family, id: `c${n}`, phone: family.phones[0] ?? null }))
    await inChunks(families, (tx, rows) => {
      const customers = rows.map(({ id, firstName, surname, phone }) => ({
        id,
        name: `${firstName} ${surname}`,
        msisdn: phone,
        hash: phone && sha256(phone),
      }))
      return tx`
        insert into customers (business_id, id, name, msisdn, msisdn_hash, currency, type, active, source, created_at, updated_at)
        select ${business}, c.id, c.name, c.msisdn, c.hash, 'KES', 'individual', true, 'import', ${at}, ${at}
        from jsonb_to_recordset(${tx.json(customers)}) as c (id text, name text, msisdn text, hash text)`
    })
    const owners = families.flatMap(({ id, accounts }) => accounts.map((account) => ({ ...account, customer: id })))
    await inChunks(owners, (tx, rows) => {
      const made = rows.map(({ id, customer, number, name }) => ({ id, customer, number, name }))
      return tx`
        insert into accounts (business_id, id, customer_id, number, name, is_default, created_at, updated_at)
        select ${business}, a.id, a.customer, a.number, a.name, false, ${at}, ${at}
        from jsonb_to_recordset(${tx.json(made)}) as a (id text, customer text, number text, name text)`
    })
    await inBusiness(
      sql,
      business,
      (tx) =>
        tx`insert into counters (business_id, series, next) values (${business}, 'account', ${1 + owners.length})`,
    )
    await inChunks(owners, (tx, rows) => {
      const words = rows.flatMap(({ id, name, customerName }) =>
        nameWords(`${name} ${customerName}`).map((word) => ({ word, id })),
      )
      return tx`
        insert into account_words (business_id, word, account_id)
        select ${business}, w.word, w.id from jsonb_to_recordset(${tx.json(words)}) as w (word text, id text)`
    })
    const customerOf = new Map(owners.map(({ id, customer }) => [id, customer]))
    const dues = new Map(world.accounts.flatMap(({ open }) => open.map(({ invoiceId, due }) => [invoiceId, due])))
    await inChunks(world.billed, (tx, rows) => {
      const invoices = rows.map(({ invoiceId, account, number }) => ({
        id: invoiceId,
        account: account.id,
        customer: customerOf.get(account.id),
        serial: String(number.serial),
        total: String(dues.get(invoiceId) ?? 0n),
      }))
      return tx`
        insert into invoices (business_id, id, customer_id, account_id, year, serial, currency, customer_name, items,
          subtotal, discount, tax, total, invoiced_at, due_at, issued_at, created_at, updated_at)
        select ${business}, i.id, i.customer, i.account, 2026, i.serial, 'KES', 'X', '[{}]', i.total, 0, 0, i.total, ${at}, ${at},
          ${at}, ${at}, ${at}
        from jsonb_to_recordset(${tx.json(invoices)}) as i (id text, account text, customer text, serial bigint, total bigint)`
    })

    async function inChunks<Row>(all: Row[], write: (tx: Tx, rows: Row[]) => Promise<unknown>) {
      for (let n = 0; n < all.length; n += 5_000)
        await inBusiness(sql, business, (tx) => write(tx, all.slice(n, n + 5_000)))
      console.error(`${all.length} rows after ${Math.round(performance.now() / 1000)} s`)
      // The next table refers to this one: without figures it would be read whole for every row.
      await owner`analyze`
    }
  }
} finally {
  await Promise.all([sql.end(), owner.end()])
  await postgres.stop()
  rmSync(directory, { recursive: true, force: true })
}
