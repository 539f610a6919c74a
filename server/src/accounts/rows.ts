import type { Tx } from '../db/sql.ts'
import type { Account } from './wire.ts'

/** Customers' accounts by their own ids or by their customers', default first, then oldest first. Links' accounts are left out. */
export async function findAccounts(
  tx: Tx,
  businessId: string,
  { ids = [], customerIds = [] }: { ids?: string[]; customerIds?: string[] },
): Promise<Account[]> {
  const rows = await tx<
    {
      id: string
      customer_id: string
      customer_name: string
      number: string
      name: string | null
      is_default: boolean
      credit: bigint
      created_at: Date
      updated_at: Date
    }[]
  >`
    select a.id, c.id as customer_id, c.name as customer_name, a.number, a.name, a.is_default, a.credit, a.created_at,
      a.updated_at
    from accounts a
    join customers c on c.business_id = a.business_id and c.id = a.customer_id
    where a.business_id = ${businessId} and (a.id = any (${ids}) or a.customer_id = any (${customerIds}))
    order by a.is_default desc, a.created_at, a.id
  `
  const balances = await readBalances(
    tx,
    businessId,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    customerId: row.customer_id,
    customerName: row.customer_name,
    number: row.number,
    name: row.name,
    isDefault: row.is_default,
    credit: row.credit,
    balance: balances.get(row.id) ?? 0n,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }))
}

/** What the open invoices of each account still ask for, as balanceOf() and isOpen() count it. */
async function readBalances(tx: Tx, businessId: string, accountIds: string[]): Promise<Map<string, bigint>> {
  const rows = await tx<{ account_id: string; balance: bigint }[]>`
    select account_id, coalesce(sum(total - paid - adjusted), 0)::bigint as balance from invoices
    where business_id = ${businessId} and account_id = any (${accountIds})
      and issued_at is not null and cancelled_at is null and paid + adjusted < total
    group by account_id
  `
  return new Map(rows.map(({ account_id, balance }) => [account_id, balance]))
}

/** Customers' accounts with these ids, locked until the transaction ends. */
export async function lockAccounts(tx: Tx, businessId: string, ids: string[]): Promise<Account[]> {
  await tx<{ id: string }[]>`
    select id from accounts where business_id = ${businessId} and id = any (${ids}) order by id for update
  `
  return findAccounts(tx, businessId, { ids })
}
