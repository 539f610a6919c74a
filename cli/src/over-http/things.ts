import type { Status } from '@kusanya/domain/invoice.ts'
import type { Api } from '../api.ts'
import { Stop } from '../stop.ts'

/** As far as a terminal shows them: what the API says of each is in docs/api.md. */
export type Customer = { _id: string; name: string; phone: string | null; accountno: string }
export type Product = { _id: string; title: string; sku: string; price: number }
export type InvoiceInList = {
  _id: string
  invoiceno: string | null
  status: Status
  total: number
  balance: number
  currency: string
  accountno: string
  duedate: string
  customer: { _id: string; name: string }
}
export type Invoice = InvoiceInList & {
  title: string
  invoicedate: string
  subtotal: number
  taxamount: number
  rounding: number
  discount: number
  amountpaid: number
  adjusted: number
  items: { name: string; quantity: number; rate: number; total: number }[]
  customer: { phone: string | null }
  paymentlink: { shorturl: string }
  push?: { state: string; reason: string | null }
}

type Page<T> = { data: T[]; pagination: { total: number | null; nextcursor?: string | null } }
type Query = Record<string, string | number | undefined>

/** The first things of a list, however many pages that takes, and how many there are. */
export async function listed<T>(
  api: Api,
  noun: string,
  query: Query,
  most: number,
): Promise<{ things: T[]; total: number }> {
  const things: T[] = []
  for (let page = 1; ; page++) {
    const limit = Math.min(100, most)
    const { data, pagination } = await api.call<Page<T>>('GET', `/business/${noun}/list`, {
      query: { ...query, page, limit },
    })
    things.push(...data)
    const total = pagination.total ?? things.length
    if (things.length >= Math.min(most, total) || data.length === 0) return { things: things.slice(0, most), total }
  }
}

export const isId = (text: string): boolean => /^[0-9a-f]{24}$/.test(text)

/** Throws Stop when there is no such invoice. */
export async function findInvoice(api: Api, which: string): Promise<Invoice> {
  let id = which
  if (!isId(which)) {
    const { things } = await listed<InvoiceInList>(api, 'invoice', { search: which }, 100)
    const found = things.find(({ invoiceno }) => invoiceno?.toLowerCase() === which.toLowerCase())
    id = found?._id ?? none('invoice', which, 'invoice list --search')
  }
  return (await api.call<{ data: Invoice }>('GET', `/business/invoice/details/${id}`)).data
}

export function none(noun: string, which: string, where: string): never {
  throw new Stop(`There is no ${noun} “${which}”.`, { remedy: `Look for it with "kusanya ${where}".` })
}
