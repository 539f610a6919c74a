import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { pino } from 'pino'
import { createBusiness } from '../server/src/businesses/create-business.ts'
import { readConfig } from '../server/src/config.ts'
import { createContext, type Context } from '../server/src/context.ts'
import { migrate } from '../server/src/db/migrate.ts'
import { connect, inBusiness } from '../server/src/db/sql.ts'
import { startPostgres } from '../server/src/embedded/postgres.ts'
import { recordEvents } from '../server/src/events/record-events.ts'
import { deliverEvents, finishDeliveries } from '../server/src/webhooks/deliver.sweep.ts'
import { createPoster } from '../server/src/webhooks/post.ts'
import { createEndpoints } from '../server/src/webhooks/write-endpoints.ts'
import { masterKey } from './shops.ts'

/**
 * What receivers that never answer cost those that do: the time until the nine healthy ones in ten have everything, beside a
 * run in which nobody hangs. The same endpoints are counted in both; the tenth is left out of the figures.
 *
 *   node bench/webhooks.ts [endpoints, 1000] [events for each, 10] [rounds, 3]
 */
const endpoints = Number(process.argv[2] ?? 1000)
const eventsEach = Number(process.argv[3] ?? 10)
const rounds = Number(process.argv[4] ?? 3)
/** As many as a business may have. */
const ofBusiness = 50
/** As many couriers as server/src/sweeps.ts gives them. */
const couriers = 1000
/** How long a hanging receiver is waited for, as in production. */
const patienceMs = 10_000

type Run = { totalMs: number; p50: number; p99: number }

const directory = mkdtempSync(path.join(os.tmpdir(), 'kusanya-bench-'))
const postgres = await startPostgres({ directory, settings: {} })
const owner = connect(postgres.url, { max: 1 })
await migrate(owner)
const sql = connect(postgres.url, { role: 'kusanya_app', max: 10 })
const receiver = await startReceiver()

try {
  const runs = { healthy: [] as Run[], hanging: [] as Run[] }
  await run(false) // warms up
  for (let round = 0; round < rounds; round++) {
    runs.healthy.push(await run(false))
    runs.hanging.push(await run(true))
  }
  console.log(`${endpoints} endpoints, ${eventsEach} events for each, the median of ${rounds} rounds`)
  show('nobody hangs', runs.healthy)
  show('one in ten hangs', runs.hanging)
  const ratio = medianOf(runs.hanging, 'totalMs') / medianOf(runs.healthy, 'totalMs')
  console.log(`ratio ${ratio.toFixed(2)}`)
} finally {
  await receiver.worker.terminate()
  await sql.end()
  await owner.end()
  await postgres.stop()
  rmSync(directory, { recursive: true, force: true })
}

/** One run with businesses and a process of its own. */
async function run(withHanging: boolean): Promise<Run> {
  const ctx: Context = createContext({
    sql,
    now: () => new Date(),
    publicUrl: 'http://localhost:4000',
    config: readConfig({}),
    log: pino({ level: 'silent' }),
    masterKey,
    post: createPoster({ loopback: true, totalMs: patienceMs }),
  })
  const businesses = await Promise.all(
    Array.from({ length: Math.ceil(endpoints / ofBusiness) }, (_, n) => makeBusiness(ctx, n, withHanging)),
  )
  const arrived = receiver.expect(endpoints * 0.9 * eventsEach)
  const begun = Date.now()
  for (const businessId of businesses) {
    const data = { _id: 'inv', title: 'Website Development Project', balance: 145_800, note: 'x'.repeat(800) }
    const happenings = Array.from({ length: eventsEach }, (_, n) => ({
      type: 'invoice.created' as const,
      subjectId: `inv${n}`,
      data,
    }))
    await inBusiness(sql, businessId, (tx) => recordEvents(tx, ctx, businessId, happenings))
  }
  let done = false
  void arrived.then(() => (done = true))
  while (!done) await deliverEvents(ctx, couriers)
  const times = (await arrived).map((at) => at - begun).sort((a, b) => a - b)
  await finishDeliveries(ctx)
  await forget(businesses)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { totalMs: times.at(-1) ?? 0, p50: at(0.5), p99: at(0.99) }
}

async function makeBusiness(ctx: Context, n: number, withHanging: boolean): Promise<string> {
  const { businessId } = await createBusiness(sql, ctx, { name: `Shop ${n}`, mode: 'test' })
  const drafts = Array.from({ length: ofBusiness }, (_, place) => ({
    url: `http://127.0.0.1:${receiver.port}/${place % 10 !== 0 ? 'counted' : withHanging ? 'hang' : 'taken'}`,
    description: null,
    subscribed: ['invoice.created' as const],
    active: true,
  }))
  const by = { actor: 'bench', reason: null }
  await inBusiness(sql, businessId, (tx) => createEndpoints(tx, ctx, businessId, drafts, by))
  return businessId
}

/** What still waits at hanging receivers must not be sent in the next run. */
async function forget(businesses: string[]): Promise<void> {
  for (const businessId of businesses) {
    await inBusiness(
      sql,
      businessId,
      (tx) =>
        tx`update deliveries set state = 'given_up', next_attempt_at = null where business_id = ${businessId} and state = 'due'`,
    )
  }
}

/** Merchants' servers, in a thread of their own: they take at once, or never. */
async function startReceiver() {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads')
     const server = require('node:http').createServer((request, response) => {
       request.resume()
       if (request.url === '/hang') return
       if (request.url === '/counted') parentPort.postMessage(Date.now())
       response.end('{"received":true}')
     })
     server.listen(0, '127.0.0.1', () => parentPort.postMessage(-server.address().port))`,
    { eval: true },
  )
  const port = await new Promise<number>((resolve) => worker.once('message', (value: number) => resolve(-value)))
  let wanted = 0
  let times: number[] = []
  let resolve: (times: number[]) => void = () => {}
  worker.on('message', (at: number) => {
    times.push(at)
    if (times.length === wanted) resolve(times)
  })
  const expect = (count: number) =>
    new Promise<number[]>((settled) => {
      wanted = count
      times = []
      resolve = settled
    })
  return { worker, port, expect }
}

function medianOf(runs: Run[], figure: keyof Run): number {
  const values = runs.map((one) => one[figure]).sort((a, b) => a - b)
  return values[Math.floor(values.length / 2)] ?? 0
}

function show(name: string, runs: Run[]): void {
  const [total, p50, p99] = (['totalMs', 'p50', 'p99'] as const).map((figure) => medianOf(runs, figure))
  const all = runs.map(({ totalMs }) => totalMs).join(', ')
  console.log(`${name.padEnd(18)} all after ${total} ms (${all})   p50 ${p50} ms   p99 ${p99} ms`)
}
