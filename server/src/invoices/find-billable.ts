import assert from 'node:assert/strict'
import type { Draft } from '@kusanya/domain/invoice.ts'
import type { Tx } from '../db/sql.ts'

type CustomerRow = {
  id: string
  name: string
  email: string | null
  phone: string | null
  currency: string
  account_id: string | null
  account_number: string | null
  account_credit: bigint | null
}
type Account = { id: string; number: string; customerId: string | null; credit: bigint }
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
    tx<CustomerRow[]>`
      select c.id, c.name, c.email, c.phone, c.currency, a.id as account_id, a.number as account_number,
        a.credit as account_credit
      from customers c
      left join accounts a on a.business_id = c.business_id and a.customer_id = c.id and a.is_default
      where c.business_id = ${businessId} and c.id = any (${customerIds})
    `,
    accountIds.length === 0
      ? []
      : tx<{ id: string; number: string; customer_id: string | null; credit: bigint }[]>`
          select id, number, customer_id, credit from accounts where business_id = ${businessId} and id = any (${accountIds})
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
  return {
    customers: new Map(
      customers.map(({ account_id, account_number, account_credit, ...customer }) => {
        assert(account_id !== null && account_number !== null, 'a customer is made together with its default account')
        const account = {
          id: account_id,
          number: account_number,
          customerId: customer.id,
          credit: account_credit ?? 0n,
        }
        return [customer.id, { ...customer, account }]
      }),
    ),
    accounts: new Map(
      accounts.map(({ id, number, customer_id, credit }) => [id, { id, number, customerId: customer_id, credit }]),
    ),
    products: new Map(products.map((product) => [product.id, product])),
    taxes: new Map(taxes.map((tax) => [tax.id, { basisPoints: tax.basis_points, included: tax.inclusive }])),
  }
}
