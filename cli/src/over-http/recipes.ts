import assert from 'node:assert/strict'
import type { HappeningType } from '@kusanya/domain/happening.ts'
import { addDays, dayOf } from '@kusanya/domain/day.ts'
import type { Api } from '../api.ts'

/** Makes something happen. Answers the id of what it is about. */
type Recipe = (api: Api) => Promise<string>

const reason = 'kusanya trigger'
const price = 1_000

/** How each event that the API can bring about is brought about, with things that are made for it. */
export const recipes: Partial<Record<HappeningType, Recipe>> = {
  'customer.created': customer,
  async 'customer.updated'(api) {
    const id = await customer(api)
    await api.customers.update(id, { city: 'Kisumu' })
    return id
  },
  'invoice.created': (api) => invoice(api),
  async 'invoice.updated'(api) {
    const id = await invoice(api)
    await api.invoices.update(id, { title: `${reason}, updated` })
    return id
  },
  // Due a week ago: the next sweep finds it.
  'invoice.overdue': (api) => invoice(api, -7),
  async 'invoice.paid'(api) {
    const id = await invoice(api)
    await pay(api, id, price)
    return id
  },
  async 'invoice.partially_paid'(api) {
    const id = await invoice(api)
    await pay(api, id, price / 4)
    return id
  },
  'payment.completed': async (api) => pay(api, await invoice(api), price),
  'payment.allocated': async (api) => pay(api, await invoice(api), price),
  'payment.reversed': async (api) => (await reversed(api)).payment,
  async 'receipt.created'(api) {
    const id = await invoice(api)
    await pay(api, id, price)
    return receiptOf(api, id)
  },
  'receipt.cancelled': async (api) => receiptOf(api, (await reversed(api)).invoice),
  'credit_note.created': (api) => creditNote(api),
  async 'credit_note.reversed'(api) {
    const id = await creditNote(api)
    await api.creditNotes.reverse(id, { reason })
    return id
  },
}

async function customer(api: Api): Promise<string> {
  const { currency } = await api.settings.get()
  // Safaricom's own number for tests.
  const made = await api.customers.create({
    name: reason,
    email: 'trigger@example.com',
    phone: '+254708374149',
    country: 'Kenya',
    currency,
  })
  return made._id
}

async function invoice(api: Api, days = 7): Promise<string> {
  const customerid = await customer(api)
  const product = await api.products.create({ title: reason, price })
  const { timezone } = await api.settings.get()
  const due = addDays(dayOf(new Date(), timezone), days)
  const items = [{ itemid: product._id, quantity: 1, rate: price }]
  return (await api.invoices.create({ customerid, items, title: reason, duedate: due }))._id
}

async function pay(api: Api, invoiceId: string, amount: number): Promise<string> {
  const { transaction } = await api.invoices.addPayment(invoiceId, { amount, method: 'cash' })
  return transaction._id
}

async function reversed(api: Api): Promise<{ invoice: string; payment: string }> {
  const id = await invoice(api)
  const payment = await pay(api, id, price)
  await api.invoices.reversePayment(id, { transactionid: payment, reason })
  return { invoice: id, payment }
}

async function receiptOf(api: Api, invoiceId: string): Promise<string> {
  const invoice = await api.invoices.get(invoiceId)
  const { data } = await api.receipts.list({ search: invoice?.invoiceno ?? invoiceId })
  assert(data[0], 'a payment of an invoice has a receipt')
  return data[0]._id
}

async function creditNote(api: Api): Promise<string> {
  const invoiceid = await invoice(api)
  return (await api.creditNotes.create({ invoiceid, reason }))._id
}
