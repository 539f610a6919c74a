import fs from 'node:fs'
import path from 'node:path'
import { demoConsumerKey, demoConsumerSecret, demoPasskey, startSimulator, type Simulator } from '@kusanya/simulator'
import { pino } from 'pino'
import { afterEach, expect, test } from 'vitest'
import { connectShortcode } from '../../server/src/businesses/connect-shortcode.ts'
import { createBusiness } from '../../server/src/businesses/create-business.ts'
import { readConfig } from '../../server/src/config.ts'
import { createContext, type Context } from '../../server/src/context.ts'
import { migrate } from '../../server/src/db/migrate.ts'
import { connect, inBusiness } from '../../server/src/db/sql.ts'
import { placeForTemporary } from '../../server/src/embedded/postgres-temporary.ts'
import { sweeps } from '../../server/src/sweeps.ts'
import { countMoney, spooledOf, waitsFor } from './count.ts'
import { startPayers, type Api, type Bill } from './payers.ts'
import { freePort, masterKey, postgresIn, serverOf, type Victim } from './processes.ts'
import { randomFrom } from './random.ts'

/**
 * API, worker and PostgreSQL are killed with -9 at random moments while M-PESA is paid by Paybill, on prompts, and on
 * bills. TEST_KILLS says how often; the nightly form has 100. The moments come from TEST_SEED; what happens to run at
 * them does not.
 */
const kills = Number(process.env['TEST_KILLS'] ?? 8)
const seed = Number(process.env['TEST_SEED'] ?? 20310304)
const shortcode = '600984'

const ends: (() => unknown)[] = []
afterEach(async () => {
  // Whatever one of them says, nothing is left running.
  const problems: unknown[] = []
  for (const end of ends.splice(0).reverse()) {
    try {
      await end()
    } catch (error) {
      problems.push(error)
    }
  }
  expect(problems).toEqual([])
})
const folder = (name: string) => {
  const made = fs.mkdtempSync(path.join(placeForTemporary(), `kusanya-crash-${name}-`))
  ends.push(() => fs.rmSync(made, { recursive: true, force: true }))
  return made
}
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('killed at random under load: nothing lost, nothing doubled', { timeout: 120_000 + kills * 15_000 }, async () => {
  const random = randomFrom(seed)
  const directory = folder('data')
  const log = path.join(directory, 'log')
  const postgres = await postgresIn(folder('postgres'))
  ends.push(() => postgres.stop())
  const simulator = await startSimulator({
    seed,
    switches: { pushTriesAtSeconds: [0, 1, 3, 6, 12], repeatWindowSeconds: 0, dailyLimitKes: 10_000_000 },
  })
  ends.push(() => simulator.close())
  const url = `http://127.0.0.1:${await freePort()}`
  const env = {
    DATABASE_URL: postgres.url,
    DARAJA_URL: simulator.url,
    KUSANYA_PUBLIC_URL: url,
    PORT: new URL(url).port,
    LOG_LEVEL: 'info',
  }
  const { ctx: earlier, businessId, apiKey } = await prepare(postgres.url, simulator, url)
  const api = serverOf('api', { ...env, KUSANYA_DATA: path.join(directory, 'api') }, log)
  const worker = serverOf('worker', { ...env, KUSANYA_DATA: path.join(directory, 'worker') }, log)
  ends.push(
    () => api.stop(),
    () => worker.stop(),
  )
  await Promise.all([api.back(), worker.back()])

  const call = caller(url, apiKey)
  const { bills, customers, productId } = await openBills(call, simulator)
  const payers = startPayers(simulator, call, { bills, customers, productId }, random)
  const killed = await killAtRandom([api, worker, postgres], postgres, random)
  await Promise.all([api.back(), worker.back(), postgres.back()])
  await payers.stop()
  await simulator.settled()
  const ctx = { ...earlier, sql: pool(postgres.url) } // its connections have seen no server die
  await waitsFor(ctx, businessId, path.join(directory, 'api', 'spool'))
  payers.listen()
  const before = await countMoney(ctx, businessId, simulator, shortcode)
  const forgotten = [...payers.tally.acknowledged.keys()].filter((receipt) => !before.booked.has(receipt))

  await worker.stop()
  await pullNow(ctx, businessId)
  const after = await countMoney(ctx, businessId, simulator, shortcode)
  const figures = {
    seed,
    kills: killed,
    'payments at M-PESA': after.paid.size,
    'of which acknowledged': payers.tally.acknowledged.size,
    'acknowledged and forgotten': forgotten.length,
    spooled: spooledOf(log),
    'made good by the pull': before.missing.length,
    booked: after.booked.size,
    lost: after.missing.length,
    doubled: after.doubled,
    'invoices answered 201': payers.tally.created.length,
    'invoices lost': payers.tally.created.filter((id) => !after.invoices.has(id)).length,
    'answers of the API': Object.fromEntries(payers.tally.answers),
  }
  console.log(JSON.stringify(figures, null, 2))
  expect(figures).toMatchObject({ 'acknowledged and forgotten': 0, lost: 0, doubled: 0, 'invoices lost': 0 })
  expect(after).toMatchObject({ strange: [], misallocated: [], gaps: 0n, differences: [], stuck: [] })
  expect(Object.values(killed).reduce((sum, times) => sum + times)).toBe(kills)
  expect(after.paid.size).toBeGreaterThan(kills * 5)
  expect(figures.spooled).toBeGreaterThan(0)
})

/**
 * Kills one after the other, now and then while another one is still coming back; first the database while all others are
 * up, so that callbacks wait on disk in every run. Says how often each.
 */
async function killAtRandom(
  victims: Victim[],
  database: Victim,
  random: () => number,
): Promise<Record<string, number>> {
  const killed: Record<string, number> = {}
  for (let n = 0; n < kills; n++) {
    if (n === 0 || random() < 0.75) await Promise.all(victims.map((one) => one.back()))
    await rest(100 + random() * 1400)
    const victim = n === 0 ? database : (victims[Math.floor(random() * victims.length)] as Victim)
    await victim.back()
    await victim.kill(n === 0 ? 2000 : random() * 1500)
    killed[victim.name] = (killed[victim.name] ?? 0) + 1
  }
  return killed
}

function pool(databaseUrl: string) {
  const sql = connect(databaseUrl, { role: 'kusanya_app', max: 2 })
  ends.push(() => sql.end({ timeout: 2 }))
  return sql
}

/** A migrated database, a business on it, and its Paybill connected, before anything is killed. */
async function prepare(databaseUrl: string, simulator: Simulator, publicUrl: string) {
  const owner = connect(databaseUrl, { max: 1 })
  await migrate(owner)
  await owner.end()
  const sql = pool(databaseUrl)
  const ctx = createContext({
    sql,
    now: () => new Date(),
    publicUrl,
    config: { ...readConfig({}), dataDirectory: folder('unused'), darajaUrl: simulator.url },
    log: pino({ level: 'error' }),
    masterKey,
    post: () => Promise.reject(new Error('no webhooks here')),
  })
  const { businessId, apiKey } = await createBusiness(sql, ctx, { name: 'Maji Safi', mode: 'test' })
  const credentials = {
    environment: 'sandbox' as const,
    consumerKey: demoConsumerKey,
    consumerSecret: demoConsumerSecret,
    passkey: demoPasskey,
  }
  const contact = { email: 'bills@example.test', officialContact: '0700000000' }
  await connectShortcode(ctx, businessId, { shortcode, ...credentials }, contact)
  return { ctx, businessId, apiKey }
}

function caller(url: string, apiKey: string): Api {
  return async (path, body) => {
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: { authorization: apiKey, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    })
    return { status: answer.status, body: await answer.json() }
  }
}

/** Customers with phones of their own, and a bill each that is too large to be paid off. */
async function openBills(call: Api, simulator: Simulator) {
  const made = async (noun: string, body: object) => {
    const answer = await call(`/business/${noun}/create`, body)
    if (answer.status !== 201) throw new Error(`${noun}: ${JSON.stringify(answer.body)}`)
    return answer.body.data
  }
  const product = await made('product', { title: 'Water', price: 150 })
  const bills: Bill[] = []
  const customers: string[] = []
  for (let n = 0; n < 5; n++) {
    const phone = `25471310000${n}`
    simulator.addPhone({ msisdn: phone, name: 'Payer', balance: 400_000, pin: '1234' })
    const person = { name: 'Payer', email: 'payer@example.test', country: 'Kenya', currency: 'KES' }
    const customer = await made('customer', { ...person, phone: `+${phone}` })
    const items = [{ itemid: product._id, quantity: 1, rate: 100_000 }]
    const invoice = await made('invoice', { customerid: customer._id, items, duedate: '2098-01-01' })
    bills.push({ linkId: invoice.paymentlink._id, accountno: invoice.accountno, phone })
    customers.push(customer._id)
  }
  return { bills, customers, productId: product._id as string }
}

/** One turn of the sweep that asks Safaricom for what it has, now. */
async function pullNow(ctx: Context, businessId: string): Promise<void> {
  await inBusiness(ctx.sql, businessId, async (tx) => {
    await tx`update pulls set next_attempt_at = ${ctx.now()} where business_id = ${businessId}`
  })
  await sweeps['pullTransactions']?.(ctx, 20)
}
