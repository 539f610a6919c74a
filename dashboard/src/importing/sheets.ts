import { customerRows, type CustomerRow } from '@kusanya/domain/importing/customer-rows.ts'
import { invoiceRows, type InvoiceRow } from '@kusanya/domain/importing/invoice-rows.ts'
import { columnNamed, openSheet, type Kind, type Sheet } from '@kusanya/domain/importing/sheet.ts'
import { answered, api, type Schemas } from '../api.ts'
import { say } from '../words/say.ts'

export type What = 'customers' | 'invoices'
export type Body = CustomerRow | InvoiceRow
/** What rows are held against, and how a thing that they name is made. `number` is what people call it by. */
export type Importer = {
  kind: Kind<Body>
  send: (body: Body, key: string) => Promise<{ id: string; number: string }>
}

export async function openImporter(what: What): Promise<Importer> {
  const customers = await all((query) => answered(api.GET('/business/customer/list', { params: { query } })))
  if (what === 'customers') return { kind: customerRows(customers, say) as Kind<Body>, send: sendCustomer }
  const products = await all((query) => answered(api.GET('/business/product/list', { params: { query } })))
  return { kind: invoiceRows(customers, products, say) as Kind<Body>, send: sendInvoice }
}

async function sendCustomer(body: Body, key: string) {
  const header = { 'Idempotency-Key': key }
  const sent = body as Schemas['CreateCustomer']
  const { data } = await answered(api.POST('/business/customer/create', { params: { header }, body: sent }))
  return { id: data._id, number: data.accountno }
}

async function sendInvoice(body: Body, key: string) {
  const header = { 'Idempotency-Key': key }
  const sent = body as Schemas['CreateInvoice']
  const { data } = await answered(api.POST('/business/invoice/create', { params: { header }, body: sent }))
  return { id: data._id, number: data.invoiceno ?? '' }
}

/** Which column stands in each place, by the names in the first row; '' where nobody knows the name. */
export function guessColumns(first: string[], kind: Kind<Body>): string[] {
  const known = [...kind.required, ...kind.optional]
  const names = first.map((written) => columnNamed(kind, written))
  return names.map((name, at) => (known.includes(name) && names.indexOf(name) === at ? name : ''))
}

/** Every row below the names of the columns, with all that is wrong with any. */
export function readRowsOf(rows: string[][], columns: string[], kind: Kind<Body>): Sheet<Body> {
  const { add, finish } = openSheet(kind, columns)
  for (const [at, line] of rows.entries()) {
    if (at > 0 && line.some((cell) => cell.trim() !== '')) add(at + 1, line)
  }
  return finish()
}

type Page<T> = { data: T[]; nextcursor: string | null }

async function all<T>(ask: (query: { cursor: string; limit: string }) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Page<T> = await ask({ cursor, limit: '100' })
    found.push(...page.data)
    cursor = page.nextcursor
  }
  return found
}
