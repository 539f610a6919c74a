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
  for await (const invoice of kusanya.invoices.list({ limit: 3 })) seen.push(invoice.id)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBe((await kusanya.invoices.list()).pagination.total)
})

test('a refusal is a KusanyaError with the status, the sentence and the request id', async () => {
  const refused = await kusanya.invoices.create({ ...wanted(), items: [] }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(KusanyaError)
  expect(refused).toMatchObject({ status: 400, error: 'At least one item is required' })
  expect((refused as KusanyaError).requestId).toMatch(/^[0-9a-f]{24}$/)
})

test('files come as bytes and text, the same call as JSON as data', async () => {
  const { id } = await kusanya.invoices.create(wanted())
  expect(new TextDecoder().decode((await kusanya.invoices.pdf(id)).subarray(0, 5))).toBe('%PDF-')
  expect(await kusanya.customers.statement(w.customer.id, { format: 'csv' })).toContain('date,')
  const statement = await kusanya.customers.statement(w.customer.id, { to: '2031-12-31' })
  expect(statement.closing).toBe((await kusanya.customers.get(w.customer.id))?.balance)
})

test('a create that is sent again with one key is done once', async () => {
  let cut = 0
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const answer = await globalThis.fetch(input, init)
    if (cut++ === 0) throw new TypeError('the answer was lost')
    return answer
  }
  const flaky = new Kusanya({ apiKey: w.apiKey, baseUrl: w.ctx.publicUrl, fetch })
  const before = (await kusanya.invoices.list()).pagination.total
  const { invoiceno } = await flaky.invoices.create(wanted())
  const { data, pagination } = await kusanya.invoices.list({ limit: 1 })
  expect(cut).toBe(2)
  expect(pagination.total).toBe((before ?? 0) + 1)
  expect(data[0]?.invoiceno).toBe(invoiceno)
})
