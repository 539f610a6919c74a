import { encryptSecurityCredential } from '@kusanya/mpesa'
import {
  startSimulator,
  demoConsumerKey,
  demoConsumerSecret,
  demoInitiator,
  demoPasskey,
  demoShortcodes,
  sandboxAccount,
  type Simulator,
} from '@kusanya/simulator'
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { connectShortcode } from '../server/src/businesses/connect-shortcode.ts'
import { createBusiness } from '../server/src/businesses/create-business.ts'
import { readConfig } from '../server/src/config.ts'
import { createContext, realChance, type Context } from '../server/src/context.ts'
import { connect, type Sql } from '../server/src/db/sql.ts'
import { buildApp, type App } from '../server/src/http/app.ts'
import type { Tracer } from '../server/src/watching/tracer.ts'
import { sweeps } from '../server/src/sweeps.ts'
import { createPoster } from '../server/src/webhooks/post.ts'
import { freshDatabase } from './databases.ts'

export type Answered = { status: number; headers: Headers; body: any } // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into answers freely

export type World = {
  ctx: Context
  app: App
  simulator: Simulator
  businessId: string
  apiKey: string
  /** Calls the API over real HTTP as the business (or with another key). */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>
  /** A customer, two products and a VAT of 16 %, as the published examples want them. */
  customer: { id: string; phone: string; accountno: string }
  products: [string, string]
  taxId: string
  /** Another business with its own key, connected to nothing. */
  stranger(): Promise<{ businessId: string; apiKey: string }>
  /** Does all work that is due, until nothing is. */
  work(): Promise<void>
  /** Moves the clock of the platform and of Safaricom together: `P1D`, `PT2H`, or milliseconds. */
  advance(duration: string | number): Promise<void>
  /** A connection as the owner of the database, for tests that break things. */
  owner(): Sql
  databaseUrl: string
  end(): Promise<void>
}

/** Tests ask more than people do, and by a clock that stands still. The limits are there all the same. */
const manyRequests = { requestsPerMinute: 1_000_000, guessesPerMinute: 1_000_000 }

const defaultStart = new Date('2031-03-01T08:15:00Z')

/**
 * A database, a platform on it, a Safaricom beside it and one clock in your hand. `connected: false` leaves M-PESA out;
 * `operator: true` connects the shortcode with the operator that may ask about receipts and give money back; `reach` may put
 * something between the platform and its database.
 */
export async function world({
  connected = true,
  operator = false,
  start = defaultStart,
  reach = async (databaseUrl: string) => databaseUrl,
  chance = realChance,
  tracer = null as Tracer | null,
} = {}): Promise<World> {
  const database = await freshDatabase()
  const simulator = await startSimulator({ now: () => start, frozen: true, seed: 7 })
  const now = () => new Date(simulator.clock().now)
  const sql = connect(await reach(database.url), { role: 'kusanya_app' })
  const dataDirectory = path.join(os.tmpdir(), `kusanya-world-${randomBytes(8).toString('hex')}`)
  const ctx = createContext({
    sql,
    now,
    publicUrl: '',
    config: {
      ...readConfig({}),
      dataDirectory,
      darajaUrl: simulator.url,
      africasTalking: { ...sandboxAccount, url: simulator.url },
      webhooksToLoopback: true,
      logLevel: 'error',
      ...manyRequests,
    },
    log: pino({ level: process.env['TEST_LOG'] ?? 'error' }),
    masterKey: Buffer.alloc(32, 7),
    chance,
    tracer,
    post: createPoster({ loopback: true }),
  })
  const app = await buildApp(ctx)
  ctx.publicUrl = await app.listen({ host: '127.0.0.1', port: 0 })
  const { businessId, apiKey } = await createBusiness(sql, ctx, { name: 'Mwangaza Academy', mode: 'test' })
  if (connected) {
    await connectShortcode(
      ctx,
      businessId,
      {
        shortcode: demoShortcodes.bills,
        environment: 'sandbox',
        consumerKey: demoConsumerKey,
        consumerSecret: demoConsumerSecret,
        passkey: demoPasskey,
        ...(operator && { initiator: await operatorOf(simulator) }),
      },
      { email: 'bills@example.test', officialContact: '0700000000' },
    )
  }

  const call: World['call'] = async (method, path, body, headers = {}) => {
    const response = await fetch(ctx.publicUrl + path, {
      method,
      redirect: 'manual',
      headers: { authorization: apiKey, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
  }
  const made = async (path: string, body: unknown) => {
    const answer = await call('POST', path, body)
    if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    return answer.body.data
  }
  const phone = '254712345678'
  simulator.addPhone({ msisdn: phone, name: 'Amina Otieno', balance: 500_000, pin: '1234' })
  const customer = await made('/business/customer/create', {
    name: 'Amina Otieno',
    email: 'amina@example.test',
    phone: '+254712345678',
    country: 'Kenya',
    currency: 'KES',
  })
  const first = await made('/business/product/create', { title: 'Website Development', price: 150_000 })
  const second = await made('/business/product/create', { title: 'Hosting (Annual)', price: 12_000 })
  const tax = await made('/business/tax/create', { name: 'VAT', rate: 16 })

  return {
    ctx,
    app,
    simulator,
    businessId,
    apiKey,
    call,
    customer: { id: customer._id, phone, accountno: customer.accountno },
    products: [first._id, second._id],
    taxId: tax._id,
    stranger: () => createBusiness(sql, ctx, { name: 'Jirani Stores', mode: 'test' }),
    async work() {
      await simulator.settled()
      for (let rounds = 0; rounds < 50; rounds++) {
        let dealtWith = 0
        for (const sweep of Object.values(sweeps)) dealtWith += await sweep(ctx, 1000)
        await simulator.settled()
        if (dealtWith === 0) return
      }
      throw new Error('work is still due after 50 rounds')
    },
    async advance(duration) {
      await simulator.advance(duration)
    },
    databaseUrl: database.url,
    owner: () => connect(database.url, { max: 1 }),
    async end() {
      await app.close()
      await simulator.close()
      await sql.end({ timeout: 2 })
      await database.drop()
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}

/** The simulator's operator; a wrong password is refused as Safaricom refuses it. */
export async function operatorOf(simulator: Simulator, password = demoInitiator.password) {
  const key = await (await fetch(`${simulator.url}/_sim/public-key.pem`)).text()
  return { name: demoInitiator.name, securityCredential: await encryptSecurityCredential(password, key) }
}
