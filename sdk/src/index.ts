import { connect, type KusanyaOptions } from './connection.ts'
import { resource } from './resource.ts'
import { verify } from './webhooks.ts'

export type { CallOptions, KusanyaOptions } from './connection.ts'
export { KusanyaError } from './errors.ts'
export type { ListQuery, Page, PageBlock, Resource, Thing } from './resource.ts'

/** The client of a Kusanya server. `create`, `get` and `update` answer the thing itself, `list` the whole page. */
export class Kusanya {
  static readonly webhooks = { verify }
  readonly invoices
  readonly customers
  readonly accounts
  readonly products
  readonly taxes
  readonly paymentLinks
  readonly transactions
  readonly webhooks

  /** Throws KusanyaError when there is no API key. */
  constructor(options: KusanyaOptions = {}) {
    const connection = connect(options)
    this.invoices = resource(connection, 'invoice')
    this.customers = resource(connection, 'customer')
    this.accounts = resource(connection, 'account')
    this.products = resource(connection, 'product')
    this.taxes = resource(connection, 'tax')
    this.paymentLinks = resource(connection, 'payment-link')
    const { list, all, get } = resource(connection, 'transaction')
    this.transactions = { list, all, get }
    this.webhooks = { ...resource(connection, 'webhook'), verify }
  }
}
