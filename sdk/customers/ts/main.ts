// A customer with TypeScript: compiles only if the declarations say what the documentation says.
import Kusanya, { type Body, type CallOptions, type KusanyaEvent, KusanyaError, type Schemas } from '@kusanya/sdk'

const kusanya: Kusanya = new Kusanya({ apiKey: 'cs_test_x', timeoutMs: 1_000, retries: 0 })

export async function bill(wanted: Body<'createInvoice'>, options: CallOptions): Promise<string> {
  try {
    const invoice = await kusanya.invoices.create(wanted, options)
    const same: Schemas['Invoice'] & { readonly id: string } = invoice
    return `${same.id} ${invoice.invoiceno} ${invoice.paymentlink.shorturl}`
  } catch (error) {
    if (error instanceof KusanyaError && error.code === 'rate_limited') return `later: ${error.retryAfterSeconds}`
    throw error
  }
}

export async function overdue(): Promise<number> {
  let shillings = 0
  for await (const invoice of kusanya.invoices.list({ status: 'overdue' })) shillings += invoice.balance
  const { pagination, data } = await kusanya.invoices.list({ limit: 1 })
  return shillings + (pagination.total ?? 0) + data.length
}

export async function goOn(cursor: string): Promise<[string, string | null]> {
  const { data, lastcursor } = await kusanya.events.list({ cursor })
  return [data.map(({ id, type }) => `${type} ${id}`).join(), lastcursor]
}

export async function files(id: string): Promise<[Uint8Array, string, Uint8Array, number | undefined]> {
  const aging = await kusanya.reports.aging()
  return [
    await kusanya.invoices.pdf(id),
    await kusanya.customers.statement(id, { format: 'csv' }),
    await kusanya.customers.statement(id, { format: 'pdf', lang: 'sw' }),
    aging.length,
  ]
}

export async function hook(request: Request): Promise<string> {
  const event: KusanyaEvent = await kusanya.webhooks.verify(await request.text(), request.headers, [
    'whsec_a',
    'whsec_b',
  ])
  switch (event.event) {
    case 'invoice.paid':
      return event.data.invoiceno ?? event.id
    case 'customer.created':
      return event.data.name ?? event.id
    case 'payment.completed':
      return event.data.transactioncode ?? ''
    default:
      return event.id
  }
}

export async function missing(): Promise<string> {
  const customer = await kusanya.customers.get('customer_456')
  // @ts-expect-error it may be null
  return customer.name
}

// @ts-expect-error items and duedate are missing
void kusanya.invoices.create({ customerid: '1' })
// @ts-expect-error there is no such format
void kusanya.reports.aging({ format: 'xls' })
// @ts-expect-error id is read only
void kusanya.invoices.get('1').then((invoice) => invoice && (invoice.id = '2'))
// @ts-expect-error nothing is ever deleted
void kusanya.invoices.delete('1')
