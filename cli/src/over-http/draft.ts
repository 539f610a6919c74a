import type { Body } from '@kusanya/sdk'
import { readDecimal, toWire } from '@kusanya/domain/money.ts'
import { readPhone } from '@kusanya/domain/phone.ts'
import type { Api } from '../api.ts'
import { misuse, Stop } from '../stop.ts'
import { isId, listed, type Customer, type Product } from './things.ts'

/** An invoice as it is wanted on the command line. */
export type Wanted = {
  customer: string
  item: string[]
  due: string
  title?: string
  discount?: string
  tax?: string
  draft?: boolean
}

export type Draft = Body<'createInvoice'>

/** The body that the API takes. Throws Stop for whom or what it does not find, or finds twice. */
export async function writeDraft(api: Api, wanted: Wanted): Promise<Draft> {
  const items = wanted.item.map(readItem)
  const discount = wanted.discount === undefined ? {} : readDiscount(wanted.discount)
  const customerid = await findCustomer(api, wanted.customer)
  const bodies: Draft['items'] = []
  for (const { product, quantity, rate } of items) {
    const found = await findProduct(api, product)
    bodies.push({ itemid: found._id, name: found.title, quantity, rate: rate ?? found.price })
  }
  return {
    customerid,
    items: bodies,
    duedate: wanted.due,
    ...(wanted.title !== undefined && { title: wanted.title }),
    ...(wanted.tax !== undefined && { taxid: wanted.tax }),
    ...discount,
    ...(wanted.draft && { status: 'draft' as const }),
  }
}

/** `Hosting`, `Hosting:2`, `Hosting:2:1500.50`. A title may have colons of its own, in front. */
export function readItem(text: string): { product: string; quantity: number; rate: number | null } {
  const [, product = '', quantity = '1', rate] = /^(.+?)(?::(\d{1,9})(?::([\d.]+))?)?$/.exec(text.trim()) ?? []
  const amount = rate === undefined ? null : readDecimal(rate)
  if (!product || Number(quantity) < 1 || (rate !== undefined && amount === null)) {
    misuse(
      `“${text}” is no item.`,
      'Write PRODUCT, PRODUCT:QUANTITY or PRODUCT:QUANTITY:RATE, such as Hosting:2:1500.50.',
    )
  }
  return { product, quantity: Number(quantity), rate: amount === null ? null : toWire(amount) }
}

export function readDiscount(text: string): { discount: number; discounttype: 'percentage' | 'fixed' } {
  const amount = readDecimal(text.replace(/%$/, ''))
  if (amount === null) misuse(`“${text}” is no discount.`, 'Write an amount such as 500, or a percentage such as 10%.')
  return { discount: toWire(amount), discounttype: text.endsWith('%') ? 'percentage' : 'fixed' }
}

async function findCustomer(api: Api, who: string): Promise<string> {
  if (isId(who)) return who
  const { things, total } = await listed<Customer>((query) => api.customers.list({ search: who, ...query }), 100)
  const phone = readPhone(who)
  const exact = things.filter(
    (one) =>
      one.accountno.toUpperCase() === who.toUpperCase() ||
      one.name.toLowerCase() === who.toLowerCase() ||
      (phone !== null && readPhone(one.phone ?? '') === phone),
  )
  return only(
    'customer',
    who,
    exact.length > 0 ? exact : things,
    total,
    ({ name, accountno }) => `${name} (${accountno})`,
  )._id
}

async function findProduct(api: Api, which: string): Promise<Product> {
  const known = isId(which) ? await api.products.get(which) : null
  if (known) return known
  const { things, total } = await listed<Product>((query) => api.products.list({ search: which, ...query }), 100)
  const wanted = which.toLowerCase()
  const exact = things.filter(({ title, sku }) => [title, sku].some((one) => one.toLowerCase() === wanted))
  return only('product', which, exact.length > 0 ? exact : things, total, ({ title, sku }) => `${title} (${sku})`)
}

/** The one that was meant. Nobody is billed by a guess: with two, it lists them. */
function only<T>(noun: string, which: string, found: T[], total: number, told: (one: T) => string): T {
  const [first, ...others] = found
  if (first === undefined) throw new Stop(`There is no ${noun} “${which}”.`, { remedy: 'See how it is written there.' })
  if (others.length === 0) return first
  const shown = found.slice(0, 5).map(told).join(', ')
  throw new Stop(
    `“${which}” may be any of ${Math.max(total, found.length)}: ${shown}${found.length > 5 ? ' …' : '.'}`,
    {
      remedy: `Name the ${noun} by its id.`,
    },
  )
}
