import type { Body } from '@kusanya/sdk'
import { readDay } from '@kusanya/domain/day.ts'
import { fromWire, readDecimal, toWire } from '@kusanya/domain/money.ts'
import { readPhone } from '@kusanya/domain/phone.ts'
import type { Api } from '../api.ts'
import { everything, listed, type Customer, type Product } from '../over-http/things.ts'
import type { Cells, Kind, Read } from './sheet.ts'

type Draft = Body<'createInvoice'>
type Found<T> = (text: string) => T[]
type Book = { customers: Found<Customer>; products: Found<Product> }

/** A sheet of invoices. Customers and products are fetched once, and each row is held against them. */
export async function invoiceSheet(api: Api): Promise<Kind<Draft>> {
  const customers = await listed<Customer>((query) => api.customers.list(query), everything)
  const products = await listed<Product>((query) => api.products.list(query), everything)
  const book = {
    customers: index(customers.things, ({ _id, accountno, phone }) => [_id, accountno, readPhone(phone ?? '')]),
    products: index(products.things, ({ _id, sku, title }) => [_id, sku, title]),
  }
  return {
    noun: 'invoice',
    required: ['customer', 'item', 'due'],
    optional: ['quantity', 'rate', 'title', 'invoice'],
    aliases: { 'due date': 'due', duedate: 'due', product: 'item', price: 'rate', amount: 'rate', qty: 'quantity' },
    read: (cells) => readRow(cells, book),
    join: (first, more) =>
      more.title !== undefined && more.title !== first.title
        ? `title “${more.title}” is not that of the same invoice above: write it once`
        : { ...first, items: [...first.items, ...more.items] },
    send: async (body, options) => {
      const { _id, invoiceno } = await api.invoices.create(body, options)
      return { _id, number: invoiceno ?? '' }
    },
  }
}

function index<T>(things: T[], names: (thing: T) => (string | null)[]): Found<T> {
  const known = new Map<string, T[]>()
  for (const thing of things) {
    for (const name of new Set(names(thing).flatMap((one) => one?.toLowerCase() || []))) {
      known.set(name, [...(known.get(name) ?? []), thing])
    }
  }
  return (text) => known.get(text.toLowerCase()) ?? []
}

function readRow(cells: Cells, book: Book): Read<Draft> | string[] {
  const [who, what, due, title] = [cells('customer'), cells('item'), cells('due'), cells('title')]
  const named = book.customers(who)
  const customers = named.length > 0 ? named : book.customers(readPhone(who.replace(/\.0+$/, '')) ?? '')
  const products = book.products(what)
  const [customer, product] = [customers[0], products[0]]
  const quantity = cells('quantity').replace(/\.0+$/, '') || '1'
  const rate = cells('rate') === '' ? fromWire(product?.price ?? 0) : readAmount(cells('rate'))
  const problems = [
    ...only('customer', who, customers.length, 'write an account number, a phone or an id'),
    ...only('item', what, products.length, 'write the title, SKU or id of a product'),
    ...(/^[1-9]\d{0,8}$/.test(quantity) ? [] : [`quantity “${quantity}” is none: write a whole number from 1`]),
    ...(rate === null ? [`rate “${cells('rate')}” is no amount: write it as 1500 or 1500.50`] : []),
    ...(readDay(due) ? [] : [`due “${due}” is no day: write it as 2031-03-15`]),
  ]
  if (problems.length > 0 || !customer || !product || rate === null) return problems
  const item = { itemid: product._id, name: product.title, quantity: Number(quantity), rate: toWire(rate) }
  return {
    told: `${customer.name}: ${title || product.title}, due ${due}`,
    amount: rate * BigInt(quantity),
    currency: customer.currency,
    body: { customerid: customer._id, items: [item], duedate: due, ...(title && { title }) },
    ...(cells('invoice') && { group: JSON.stringify([customer._id, due, cells('invoice')]) }),
  }
}

/** Also as a spreadsheet shows it: `1,500.00`, `KES 1,500`. */
function readAmount(text: string) {
  const plain = text.replace(/^(KES|Kshs?\.?)\s*/i, '')
  return readDecimal(/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain)
}

function only(column: string, typed: string, found: number, remedy: string): string[] {
  if (found === 1) return []
  return [`${column} “${typed}” is ${found === 0 ? 'not known' : `any of ${found}`}: ${remedy}`]
}
