import { readDay } from '../day.ts'
import { fromWire, readDecimal, toWire, type Money } from '../money.ts'
import { readPhone } from '../phone.ts'
import { inEnglish, type Remedy, type SayRemedy } from './remedies.ts'
import type { Cells, Kind, Read } from './sheet.ts'

type Customer = { _id: string; name: string; phone: string | null; accountno: string; currency: string }
type Product = { _id: string; title: string; sku: string; price: number }
export type InvoiceRow = {
  customerid: string
  items: { itemid: string; name: string; quantity: number; rate: number }[]
  duedate: string
  title?: string
}
type Found<T> = (text: string) => T[]
type Book = { customers: Found<Customer>; products: Found<Product>; say: SayRemedy }

/** Rows of invoices, each held against the customers and products there are. */
export function invoiceRows(
  customers: Iterable<Customer>,
  products: Iterable<Product>,
  say: SayRemedy = inEnglish,
): Kind<InvoiceRow> {
  const book = {
    customers: index(customers, ({ _id, accountno, phone }) => [_id, accountno, readPhone(phone ?? '')]),
    products: index(products, ({ _id, sku, title }) => [_id, sku, title]),
    say,
  }
  return {
    required: ['customer', 'item', 'due'],
    optional: ['quantity', 'rate', 'title', 'invoice'],
    aliases: { 'due date': 'due', duedate: 'due', product: 'item', price: 'rate', amount: 'rate', qty: 'quantity' },
    read: (cells) => readRow(cells, book),
    say,
    groupedBy: 'invoice',
    join: (first, more, row) =>
      more.title !== undefined && more.title !== first.title
        ? say('title “{typed}” is not that of the same invoice above: write it once (row {row})', {
            typed: more.title,
            row,
          })
        : { ...first, items: [...first.items, ...more.items] },
  }
}

function index<T>(things: Iterable<T>, names: (thing: T) => (string | null)[]): Found<T> {
  const known = new Map<string, T[]>()
  for (const thing of things) {
    for (const name of new Set(names(thing).flatMap((one) => one?.toLowerCase() || []))) {
      known.set(name, [...(known.get(name) ?? []), thing])
    }
  }
  return (text) => known.get(text.toLowerCase()) ?? []
}

function readRow(cells: Cells, book: Book): Read<InvoiceRow> | string[] {
  const { say } = book
  const [who, what, title] = [cells('customer'), cells('item'), cells('title')]
  const due = cells('due').replace(/ 00:00:00$/, '') // as a workbook writes a day
  const named = book.customers(who)
  const customers = named.length > 0 ? named : book.customers(readPhone(who.replace(/\.0+$/, '')) ?? '')
  const products = book.products(what)
  const [customer, product] = [customers[0], products[0]]
  const quantity = cells('quantity').replace(/\.0+$/, '') || '1'
  const rate = cells('rate') === '' ? fromWire(product?.price ?? 0) : readAmount(cells('rate'))
  const problems = [
    ...(customers.length === 1
      ? []
      : [say(notOne.customer(customers.length), { typed: who, count: customers.length })]),
    ...(products.length === 1 ? [] : [say(notOne.item(products.length), { typed: what, count: products.length })]),
    ...(isQuantity(quantity)
      ? []
      : [say('quantity “{typed}” is none: write a whole number from 1', { typed: quantity })]),
    ...(rate === null
      ? [say('rate “{typed}” is no amount: write it as 1500 or 1500.50', { typed: cells('rate') })]
      : []),
    ...(readDay(due) ? [] : [say('due “{typed}” is no day: write it as 2031-03-15', { typed: due })]),
  ]
  if (problems.length > 0 || !customer || !product || rate === null) return problems
  const item = { itemid: product._id, name: product.title, quantity: Number(quantity), rate: toWire(rate) }
  return {
    told: say('{name}: {what}, due {day}', { name: customer.name, what: title || product.title, day: due }),
    amount: rate * BigInt(quantity),
    currency: customer.currency,
    body: { customerid: customer._id, items: [item], duedate: due, ...(title && { title }) },
    ...(cells('invoice') && { group: JSON.stringify([customer._id, due, cells('invoice')]) }),
  }
}

/** Also as a spreadsheet shows it: `1,500.00`, `KES 1,500`. */
function readAmount(text: string): Money | null {
  const plain = text.replace(/^(KES|Kshs?\.?)\s*/i, '')
  return readDecimal(/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain)
}

const isQuantity = (text: string) => /^[1-9]\d{0,8}$/.test(text)

/** What was typed names nothing, or several. */
const notOne = {
  customer: (found: number): Remedy =>
    found === 0
      ? 'customer “{typed}” is not known: write an account number, a phone or an id'
      : 'customer “{typed}” is any of {count}: write an account number, a phone or an id',
  item: (found: number): Remedy =>
    found === 0
      ? 'item “{typed}” is not known: write the title, SKU or id of a product'
      : 'item “{typed}” is any of {count}: write the title, SKU or id of a product',
}
