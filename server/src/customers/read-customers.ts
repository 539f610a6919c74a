import { tidyReference } from '@kusanya/domain/account-number.ts'
import { readPhone } from '@kusanya/domain/phone.ts'
import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { anywhere } from '../http/fields.ts'
import { findCustomers } from './rows.ts'
import type { Customer } from './wire.ts'

export type CustomerFilter = { search: string | null; type: Customer['type'] | null }

/** A page of customers, newest first, and how many there are in all. */
export async function listCustomers(
  tx: Tx,
  businessId: string,
  { search, type }: CustomerFilter,
  { limit, offset }: Page,
): Promise<{ customers: Customer[]; total: bigint }> {
  const matching = tx`
    business_id = ${businessId}
    ${type === null ? tx`` : tx`and type = ${type}`}
    ${search === null ? tx`` : tx`and ${mentions(tx, businessId, search)}`}
  `
  const [[count], ids] = await Promise.all([
    tx<{ total: bigint }[]>`select count(*) as total from customers where ${matching}`,
    tx<{ id: string }[]>`
      select id from customers where ${matching} order by created_at desc, id desc limit ${limit} offset ${offset}
    `,
  ])
  return {
    customers: await findCustomers(
      tx,
      businessId,
      ids.map(({ id }) => id),
    ),
    total: count?.total ?? 0n,
  }
}

/** Name, e-mail, phone, company or account number. A Kenyan phone is found however either side writes it. */
function mentions(tx: Tx, businessId: string, search: string) {
  const like = anywhere(search)
  const subscriber = readPhone(search)?.slice(3)
  return tx`(
    name ilike ${like} or email ilike ${like} or phone ilike ${like} or company ilike ${like}
    ${subscriber ? tx`or regexp_replace(phone, '[^0-9]', '', 'g') like ${`%${subscriber}`}` : tx``}
    or id in (select customer_id from accounts where business_id = ${businessId} and number = ${tidyReference(search)})
  )`
}
