import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Kusanya, KusanyaError } from '@kusanya/sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { world, type World } from './world.ts'

let w: World
let kusanya: Kusanya
beforeAll(async () => {
  w = await world({ connected: false })
  kusanya = new Kusanya({ apiKey: w.apiKey, baseUrl: w.ctx.publicUrl })
})
afterAll(() => w.end())

const wanted = () => ({
  customerid: w.customer.id,
  items: [{ itemid: w.products[0], name: 'Consulting', quantity: 10, rate: 5000 }],
  duedate: new Date('2031-03-28').toISOString(),
})

test('the published workflow: create, list overdue, mark as paid', async () => {
  const invoice = await kusanya.invoices.create(wanted())
  expect(invoice.invoiceno).toMatch(/^INV-2031-\d{3}$/)
  expect(invoice.paymentlink.shorturl).toMatch(/^http.*\/pay\/\w{22}$/)
  expect(invoice.id).toBe(invoice._id)
  const page = await kusanya.invoices.list({ status: 'overdue', limit: 100 })
  expect(page.pagination.total).toBe(0)
  const updated = await kusanya.invoices.update(invoice.id, { status: 'paid', description: 'Paid via M-Pesa' })
  expect(updated.invoiceno).toBe(invoice.invoiceno)
  expect((await kusanya.invoices.get(invoice.id))?.status).toBe('paid')
})

test('a customer that is not there is null; one that is made has an id', async () => {
  expect(await kusanya.customers.get('customer_456')).toBeNull()
  const made = await kusanya.customers.create({
    name: 'Amina',
    email: 'a@example.test',
    phone: '0712345678',
    country: 'Kenya',
    currency: 'KES',
  })
  expect((await kusanya.customers.get(made.id))?.name).toBe('Amina')
})

test('every invoice of every page, once', async () => {
  for (let n = 0; n < 7; n++) await kusanya.invoices.create(wanted())
  const seen = []
  for await (const invoice of kusanya.invoices.all({ limit: 3 })) seen.push(invoice.id)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBe((await kusanya.invoices.list()).pagination.total)
})

test('a refusal is a KusanyaError with the status, the sentence and the request id', async () => {
  const refused = await kusanya.invoices.create({ ...wanted(), items: [] }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(KusanyaError)
  expect(refused).toMatchObject({ status: 400, error: 'At least one item is required' })
  expect((refused as KusanyaError).requestId).toMatch(/^[0-9a-f]{24}$/)
})

test('after cut lines and 503 a create is repeated with one key: one invoice', async () => {
  const keys: (string | undefined)[] = []
  const server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key'] as string | undefined)
    if (keys.length === 1) return void request.socket.destroy()
    if (keys.length === 2)
      return void response.writeHead(503, { 'retry-after': '0' }).end('{"success":false,"error":"busy"}')
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"success":true,"data":{"_id":"1"}}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const flaky = new Kusanya({ apiKey: w.apiKey, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
  expect((await flaky.invoices.create({})).id).toBe('1')
  expect(new Set(keys).size).toBe(1)
  expect(keys).toHaveLength(3)
  server.close()
})

test('a webhook is believed by its signature and its time only', async () => {
  const secret = `whsec_${Buffer.alloc(32, 3).toString('base64')}`
  const body = '{"id":"evt_1","event":"invoice.paid"}'
  const seconds = '1930000000'
  const signature = createHmac('sha256', Buffer.alloc(32, 3)).update(`evt_1.${seconds}.${body}`).digest('base64')
  const headers = {
    'webhook-id': 'evt_1',
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,AAAA v1,${signature}`,
  }
  const { verify } = Kusanya.webhooks
  expect((await verify(body, headers, secret, 1930000100_000)).event).toBe('invoice.paid')
  await expect(verify(body.replace('paid', 'void'), headers, secret, 1930000100_000)).rejects.toThrow('does not hold')
  await expect(verify(body, headers, secret, 1930001000_000)).rejects.toThrow('too old')
})
