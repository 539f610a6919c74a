import { findAccounts } from '../accounts/rows.ts'
import type { Tx } from '../db/sql.ts'
import type { Customer, CustomerFacts, Source } from './wire.ts'

type CustomerRow = CustomerFacts & { id: string; source: Source; created_at: Date; updated_at: Date }

/** The customers with these ids, newest first, with their accounts; those that are not the business's are left out. */
export async function findCustomers(tx: Tx, businessId: string, ids: string[]): Promise<Customer[]> {
  const [rows, accounts] = await Promise.all([
    tx<CustomerRow[]>`
      select id, name, email, phone, country, currency, company, address, city, type, active, language, emails, sms, source, created_at, updated_at
      from customers where business_id = ${businessId} and id = any (${ids})
      order by created_at desc, id desc
    `,
    findAccounts(tx, businessId, { customerIds: ids }),
  ])
  const byCustomer = Map.groupBy(accounts, ({ customerId }) => customerId)
  return rows.map(({ created_at, updated_at, ...facts }) => ({
    ...facts,
    accounts: byCustomer.get(facts.id) ?? [],
    createdAt: created_at,
    updatedAt: updated_at,
  }))
}

/** The same, locked until the transaction ends. */
export async function lockCustomers(tx: Tx, businessId: string, ids: string[]): Promise<Customer[]> {
  await tx<{ id: string }[]>`
    select id from customers where business_id = ${businessId} and id = any (${ids}) order by id for update
  `
  return findCustomers(tx, businessId, ids)
}
