import type { Data, Item, List } from '@kusanya/sdk'
import type { Api } from '../api.ts'
import { Stop } from '../stop.ts'

export type Customer = Item<'listCustomers'>
export type Product = Item<'listProducts'>
export type InvoiceInList = Item<'listInvoices'>
export type Invoice = Data<'getInvoice'>

type PageOf<T> = { data: T[]; nextcursor: string | null; pagination: { total: number | null } }
type Lister<T> = (query: { limit: number; cursor?: string }) => List<T, PageOf<T>>

/** The first things of a list, however many pages that takes, and how many there are. */
export async function listed<T>(list: Lister<T>, most: number): Promise<{ things: T[]; total: number }> {
  const { data, nextcursor, pagination } = await list({ limit: Math.min(100, most) })
  const things = [...data]
  if (nextcursor !== null && things.length < most) {
    for await (const thing of list({ limit: 100, cursor: nextcursor })) {
      if (things.push(thing) >= most) break
    }
  }
  return { things, total: pagination.total ?? things.length }
}

/** All things of a list, for whoever holds each row of a file against them. */
export const everything = Number.MAX_SAFE_INTEGER

export const isId = (text: string): boolean => /^[0-9a-f]{24}$/.test(text)

/** Throws Stop when there is no such invoice. */
export async function findInvoice(api: Api, which: string): Promise<Invoice> {
  const found = isId(which) ? { _id: which } : await findNumber(api, which)
  return (found && (await api.invoices.get(found._id))) ?? none('invoice', which, 'invoice list --search')
}

async function findNumber(api: Api, number: string): Promise<InvoiceInList | undefined> {
  const { things } = await listed((query) => api.invoices.list({ search: number, ...query }), 100)
  return things.find(({ invoiceno }) => invoiceno?.toLowerCase() === number.toLowerCase())
}

export function none(noun: string, which: string, where: string): never {
  throw new Stop(`There is no ${noun} “${which}”.`, { remedy: `Look for it with "kusanya ${where}".` })
}
