import type { Money } from '@kusanya/domain/money.ts'
import type { Tx } from '../db/sql.ts'

/** A phone that was asked to pay. */
export type PhoneRequest = {
  id: string
  state: 'asking' | 'asked' | 'paid' | 'cancelled' | 'wrong_pin' | 'no_funds' | 'no_answer' | 'failed' | 'unknown'
  phone: string
  amount: Money
  createdAt: Date
}

type Link = { businessId: string; linkId: string }

/** One request of a link; null when the link has none with this id. */
export async function readRequest(tx: Tx, { businessId, linkId }: Link, id: string): Promise<PhoneRequest | null> {
  const [row] = await tx<RequestRow[]>`
    select id, state, phone, amount, created_at from payment_requests
    where business_id = ${businessId} and link_id = ${linkId} and id = ${id}
  `
  return row ? toRequest(row) : null
}

/** The request of a link, made after an instant, that a phone has not answered yet; null when there is none. */
export async function readOpenRequest(
  tx: Tx,
  { businessId, linkId }: Link,
  phone: string,
  after: Date,
): Promise<PhoneRequest | null> {
  const [row] = await tx<RequestRow[]>`
    select id, state, phone, amount, created_at from payment_requests
    where business_id = ${businessId} and link_id = ${linkId} and phone = ${phone}
      and created_at > ${after} and state in ('asking', 'asked', 'unknown')
    order by created_at desc limit 1
  `
  return row ? toRequest(row) : null
}

/** How many requests a link has made since an instant. */
export async function countRequests(tx: Tx, { businessId, linkId }: Link, since: Date): Promise<number> {
  const [row] = await tx<{ made: bigint }[]>`
    select count(*) as made from payment_requests
    where business_id = ${businessId} and link_id = ${linkId} and created_at > ${since}
  `
  return Number(row?.made ?? 0n)
}

type RequestRow = Omit<PhoneRequest, 'createdAt'> & { created_at: Date }

function toRequest({ created_at, ...row }: RequestRow): PhoneRequest {
  return { ...row, createdAt: created_at }
}
