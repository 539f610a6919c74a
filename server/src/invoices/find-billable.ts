import assert from 'node:assert/strict'
import type { Draft } from '@kusanya/domain/invoice.ts'
import type { Tx } from '../db/sql.ts'

type Account = { id: string; number: string; customerId: string | null }
export type Billable = {
  customers: Map<
    string,
    { id: string; name: string; email: string | null; phone: string | null; currency: string; account: Account }
  >
  accounts: Map<string, Account>
  products: Map<string, { id: string; title: string }>
  taxes: Map<string, { basisPoints: bigint; included: boolean }>
}

/** Everything that drafts name and that exists in this business: what is missing in the maps is not there. */
export async function billable(tx: Tx, businessId: string, drafts: Draft[]): Promise<Billable> {
  const customerIds = [...new Set(drafts.map(({ customerId }) => customerId))]
  const accountIds = [...new Set(drafts.flatMap(({ accountId }) => accountId ?? []))]
  const productIds = [...new Set(drafts.flatMap(({ items }) => items.map(({ productId }) => productId)))]
  const taxIds = [...new Set(drafts.flatMap(({ taxId }) => taxId ?? []))]
  const [customers, accounts, products, taxes] = await Promise.all([
    tx<{ id: string; name: string; email: string | null; phone: string | null; currency: string }[]>`
      select id, name, email, phone, currency from customers where business_id = ${businessId} and id = any (${customerIds})
    `,
    tx<{ id: string; number: string; customer_id: string | null; is_default: boolean }[]>`
      select id, number, customer_id, is_default from accounts
      where business_id = ${businessId} and ((customer_id = any (${customerIds}) and is_default) or id = any (${accountIds}))
    `,
    tx<{ id: string; title: string }[]>`
      select id, title from products where business_id = ${businessId} and id = any (${productIds})
    `,
    taxIds.length === 0
      ? []
      : tx<{ id: string; basis_points: bigint; inclusive: boolean }[]>`
          select id, basis_points, inclusive from taxes where business_id = ${businessId} and id = any (${taxIds})
        `,
  ])
  const accountsById = new Map(
    accounts.map(({ id, number, customer_id }): [string, Account] => [id, { id, number, customerId: customer_id }]),
  )
  const defaults = new Map(
    accounts.filter((row) => row.is_default).map((row) => [row.customer_id, accountsById.get(row.id)]),
  )
  return {
    customers: new Map(
      customers.map((customer) => {
        const account = defaults.get(customer.id)
        assert(account, 'a customer is made together with its default account')
        return [customer.id, { ...customer, account }]
      }),
    ),
    accounts: accountsById,
    products: new Map(products.map((product) => [product.id, product])),
    taxes: new Map(taxes.map((tax) => [tax.id, { basisPoints: tax.basis_points, included: tax.inclusive }])),
  }
}
