import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { sandboxAccount, startSimulator } from '@kusanya/simulator'
import { createBusiness } from '../server/src/businesses/create-business.ts'
import { changeSettings } from '../server/src/businesses/change-settings.ts'
import { readConfig } from '../server/src/config.ts'
import { createContext } from '../server/src/context.ts'
import { createCustomers } from '../server/src/customers/write-customers.ts'
import { migrate } from '../server/src/db/migrate.ts'
import { connect, inBusiness } from '../server/src/db/sql.ts'
import { startPostgres } from '../server/src/embedded/postgres.ts'
import { issueInvoices } from '../server/src/invoices/issue-invoices.ts'
import { remind } from '../server/src/messages/remind.sweep.ts'
import { sendMessages } from '../server/src/messages/send-messages.sweep.ts'
import { createProducts } from '../server/src/products/write-products.ts'
import { createMailer } from '../server/src/mail/mailer.ts'
import { createPoster } from '../server/src/webhooks/post.ts'
import { mailServer } from '../test/mail-server.ts'

/**
 * What it costs to tell so many customers of an invoice and to remind them of it, by SMS to the simulator and by mail with the
 * PDF to a mail server that takes everything, all on this machine.
 *
 *   node bench/messages.ts [customers, 1000]
 */
const many = Number(process.argv[2] ?? 1000)
const directory = mkdtempSync(path.join(os.tmpdir(), 'kusanya-bench-'))
const postgres = await startPostgres({ directory })
const owner = connect(postgres.url, { max: 1 })
const sql = connect(postgres.url, { role: 'kusanya_app' })
const simulator = await startSimulator({ seed: 1 })
const mail = await mailServer()
const now = new Date('2031-03-03T08:00:00Z')
let clock = now
const ctx = createContext({
  sql,
  now: () => clock,
  publicUrl: 'https://pay.school.example',
  config: {
    ...readConfig({}),
    dataDirectory: directory,
    africasTalking: { ...sandboxAccount, url: simulator.url },
  },
  log: pino({ level: 'error' }),
  masterKey: randomBytes(32),
  post: createPoster({ loopback: true }),
})
ctx.mailer = createMailer(mail.url, 'bills@school.example')

try {
  await migrate(owner)
  const { businessId } = await createBusiness(sql, ctx, { name: 'Mwangaza Academy', mode: 'test' })
  await set({ invoiceChannels: ['sms'], reminderChannels: ['email'], reminderDays: [-3] })
  const drafts = await inBusiness(sql, businessId, makeDrafts)
  await timed(`${many} invoices issued, their SMS queued`, () =>
    inBusiness(sql, businessId, (tx) => issueInvoices(tx, ctx, businessId, drafts)),
  )
  await owner`analyze`
  await timed('SMS handed over, each its own call', () => untilIdle(sendMessages))
  clock = new Date('2031-03-07T08:00:00Z')
  await timed('reminders found and queued', () => untilIdle(remind))
  await timed('mails handed over, each with its PDF', () => untilIdle(sendMessages))
  console.log(`${mail.received.length} mails; ${simulator.journal({ name: 'sms', limit: 5000 }).length} SMS`)

  async function set(change: Parameters<typeof changeSettings>[3]) {
    await inBusiness(sql, businessId, (tx) =>
      changeSettings(tx, ctx, businessId, change, { actor: 'system', reason: null }),
    )
  }

  async function makeDrafts(tx: Parameters<Parameters<typeof inBusiness>[2]>[0]) {
    const usual = { country: 'Kenya', currency: 'KES', company: null, address: null, city: null } as const
    const wishes = { type: 'individual', active: true, language: null, emails: 'all', sms: 'all' } as const
    const people = Array.from({ length: many }, (_, n) => ({
      ...usual,
      ...wishes,
      name: `Parent ${n}`,
      email: `parent${n}@home.example`,
      phone: `2547${String(10_000_000 + n)}`,
    }))
    const customers = await createCustomers(tx, ctx, businessId, people, 'import')
    const [product] = await createProducts(tx, ctx, businessId, [
      {
        title: 'Tuition',
        sku: null,
        description: null,
        price: 1_250_000n,
        currency: 'KES',
        stock: null,
        type: 'service',
        status: 'published',
        featured: false,
        categoryId: null,
        active: true,
      },
    ])
    if (!product || !('id' in product)) throw new Error('no product was made')
    return customers.map(({ id }) => ({
      customerId: id,
      accountId: null,
      items: [{ productId: product.id, name: null, quantity: 1, rate: 1_250_000n }],
      title: 'Term 1 fees',
      description: null,
      remark: null,
      currency: null,
      invoicedAt: null,
      dueAt: new Date('2031-03-10T00:00:00Z'),
      discount: null,
      taxId: null,
      issue: true,
    }))
  }
} finally {
  await simulator.close()
  await mail.close()
  await sql.end({ timeout: 2 })
  await owner.end({ timeout: 2 })
  await postgres.stop()
  rmSync(directory, { recursive: true, force: true })
}

async function untilIdle(sweep: typeof sendMessages): Promise<void> {
  while ((await sweep(ctx, 1000)) > 0);
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now()
  await work()
  const seconds = (performance.now() - began) / 1000
  console.log(`${what}: ${seconds.toFixed(1)} s, ${Math.round(many / seconds)} a second`)
}
