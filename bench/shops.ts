import { spawn } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { createBusiness } from '../server/src/businesses/create-business.ts'
import { readConfig } from '../server/src/config.ts'
import { createContext } from '../server/src/context.ts'
import type { Sql } from '../server/src/db/sql.ts'
import { buildApp } from '../server/src/http/app.ts'

export type Shop = {
  businessId: string
  apiKey: string
  customerId: string
  accountno: string
  productIds: string[]
  items: { productId: string; name: string; quantity: number; rate: string }[]
  /** The published create request, ready to send. */
  body: string
  /** An event as large as the one it makes. */
  eventBody: string
}

export const masterKey = Buffer.alloc(32, 7)

/** Businesses with a customer and two products each, made through the API. */
export async function makeBusinesses(sql: Sql, count: number): Promise<Shop[]> {
  const ctx = createContext({
    sql,
    now: () => new Date(),
    publicUrl: 'http://localhost:4000',
    config: readConfig({}),
    log: pino({ level: 'silent' }),
    masterKey,
    post: () => Promise.reject(new Error('no webhooks here')),
  })
  const app = await buildApp(ctx)
  const shops: Shop[] = []
  for (let n = 0; n < count; n++) {
    const { businessId, apiKey } = await createBusiness(sql, ctx, { name: `Shop ${n}`, mode: 'test' })
    const make = async (url: string, payload: object) => {
      const answer = await app.inject({ method: 'POST', url, payload, headers: { authorization: apiKey } })
      if (answer.statusCode !== 201) throw new Error(answer.body)
      return answer.json().data
    }
    const customer = await make('/business/customer/create', {
      name: 'Jane Doe',
      email: 'jane@example.com',
      phone: '+254712345678',
      country: 'Kenya',
      currency: 'KES',
    })
    const website = await make('/business/product/create', { title: 'Website Development', price: 150_000 })
    const hosting = await make('/business/product/create', { title: 'Hosting (Annual)', price: 12_000 })
    const items = [
      { productId: website._id, name: 'Website Development', quantity: 1, rate: '15000000' },
      { productId: hosting._id, name: 'Hosting (Annual)', quantity: 1, rate: '1200000' },
    ]
    const body = JSON.stringify({
      customerid: customer._id,
      items: items.map(({ productId, name, quantity, rate }) => ({
        itemid: productId,
        name,
        quantity,
        rate: Number(rate) / 100,
      })),
      title: 'Website Development Project',
      description: 'Complete website redesign with hosting',
      duedate: '2027-02-15',
      discount: 10,
      discounttype: 'percentage',
    })
    const made = await make('/business/invoice/create', JSON.parse(body))
    const eventBody = JSON.stringify({
      id: 'evt_000000000000000000000000',
      event: 'invoice.created',
      type: 'invoice.created',
      timestamp: '',
      data: made,
    })
    shops.push({
      businessId,
      apiKey,
      customerId: customer._id,
      accountno: customer.accountno,
      productIds: [website._id, hosting._id],
      items,
      body,
      eventBody,
    })
  }
  await app.close()
  return shops
}

/** The product itself, one role of it alone, in a process of its own; a worker has no url. */
export async function startServer(databaseUrl: string, role = 'api'): Promise<{ url: string; stop: () => void }> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, '../server/src/main.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      KUSANYA_ROLE: role,
      KUSANYA_DEMO: 'false',
      KUSANYA_DATA: path.join(os.tmpdir(), `kusanya-bench-${process.pid}`),
      ...(role === 'worker' && { KUSANYA_PUBLIC_URL: 'http://localhost:4000' }),
      DATABASE_URL: databaseUrl,
      PORT: '0',
      KUSANYA_MASTER_KEY: masterKey.toString('hex'),
      LOG_LEVEL: 'error',
      // Out of reach, so that what the counting costs is measured too.
      KUSANYA_REQUESTS_PER_MINUTE: process.env['KUSANYA_REQUESTS_PER_MINUTE'] ?? '100000000',
    },
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.on('exit', () => reject(new Error('the server ended')))
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /API +(http:\S+)|Kusanya worker/.exec(said)
      if (found) resolve(found[1] ?? '')
    })
  })
  return { url, stop: () => void child.kill('SIGTERM') }
}
