import { tidyReference } from '@kusanya/domain/account-number.ts'
import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { anywhere } from '../http/fields.ts'
import { hashOf } from '../secrets/vault.ts'
import { findLinks } from './rows.ts'
import type { Link, LinkStatus } from './wire.ts'

export type LinkFilter = { search: string | null; status: LinkStatus | null; type: string | null }

/** A page of links of both kinds, newest first, and how many there are in all. */
export async function listLinks(
  tx: Tx,
  businessId: string,
  { search, status, type }: LinkFilter,
  { limit, offset }: Page,
): Promise<{ links: Link[]; total: bigint }> {
  const matching = tx`
    business_id = ${businessId}
    ${type === null ? tx`` : tx`and type = ${type}`}
    ${status === null ? tx`` : tx`and ${hasStatus(tx, businessId, status)}`}
    ${search === null ? tx`` : tx`and ${mentions(tx, businessId, search)}`}
  `
  const [[count], ids] = await Promise.all([
    tx<{ total: bigint }[]>`select count(*) as total from payment_links where ${matching}`,
    tx<{ id: string }[]>`
      select id from payment_links where ${matching} order by created_at desc, id desc limit ${limit} offset ${offset}
    `,
  ])
  return {
    links: await findLinks(
      tx,
      businessId,
      ids.map(({ id }) => id),
    ),
    total: count?.total ?? 0n,
  }
}

/** Title, invoice number, account number, or the code or address that was given out. */
function mentions(tx: Tx, businessId: string, search: string) {
  const like = anywhere(search)
  const code = search.trim().split('/').at(-1) ?? ''
  return tx`(
    title ilike ${like}
    or invoice_id in (
      select id from invoices where business_id = ${businessId} and (
        title ilike ${like} or 'INV-' || year || '-' || lpad(serial::text, greatest(3, length(serial::text)), '0') ilike ${like}
      )
    )
    or account_id in (select id from accounts where business_id = ${businessId} and number = ${tidyReference(search)})
    or id in (
      select subject_id from secret_paths
      where hash = ${hashOf(code)} and kind = 'payment_link' and business_id = ${businessId}
    )
  )`
}

/** Whether a link has a status: the facts behind it, as statusOf() reads them. */
function hasStatus(tx: Tx, businessId: string, status: LinkStatus) {
  if (status === 'active' || status === 'inactive') return tx`(invoice_id is null and active = ${status === 'active'})`
  return tx`invoice_id in (select id from invoices where business_id = ${businessId} and ${invoiceHasStatus(tx, status)})`
}

function invoiceHasStatus(tx: Tx, status: Exclude<LinkStatus, 'active' | 'inactive'>) {
  const issued = tx`issued_at is not null and cancelled_at is null`
  switch (status) {
    case 'cancelled':
      return tx`cancelled_at is not null`
    case 'draft':
      return tx`issued_at is null and cancelled_at is null`
    case 'paid':
      return tx`${issued} and paid + adjusted >= total`
    case 'overdue':
      return tx`${issued} and paid + adjusted < total and overdue_at is not null`
    case 'partially_paid':
      return tx`${issued} and paid + adjusted < total and overdue_at is null and paid > 0`
    case 'unpaid':
      return tx`${issued} and paid + adjusted < total and overdue_at is null and paid = 0`
  }
}
