import { invoiceRows, type InvoiceRow } from '@kusanya/domain/importing/invoice-rows.ts'
import type { Api } from '../api.ts'
import { everything, listed, type Customer, type Product } from '../over-http/things.ts'
import type { Kind } from './sheet.ts'

/** A sheet of invoices. Customers and products are fetched once, and each row is held against them. */
export async function invoiceSheet(api: Api): Promise<Kind<InvoiceRow>> {
  const customers = await listed<Customer>((query) => api.customers.list(query), everything)
  const products = await listed<Product>((query) => api.products.list(query), everything)
  return {
    ...invoiceRows(customers.things, products.things),
    noun: 'invoice',
    send: async (body, options) => {
      const { _id, invoiceno } = await api.invoices.create(body, options)
      return { _id, number: invoiceno ?? '' }
    },
  }
}
