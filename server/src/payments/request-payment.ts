import type { Money } from '@kusanya/domain/money.ts'
import type { Part } from '@kusanya/domain/payment.ts'
import { readPhone } from '@kusanya/domain/phone.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { isPesafyError } from '@kusanya/mpesa'
import type { Context, Given } from '../context.ts'
import { inBusiness, type Tx } from '../db/sql.ts'
import { givePaths } from '../payment-links/give-paths.ts'
import { findShortcodes, type Shortcode } from './daraja.ts'
import { tellRequests } from './tell-requests.ts'

export type Asked = {
  id: string
  state: 'asked' | 'failed' | 'unknown'
  merchantRequestId: string | null
  checkoutRequestId: string | null
  /** Safaricom's words when it did not take the request. */
  reason: string | null
}

/**
 * `link`: the id of one, or what finds it in the first transaction. `shortcode`: the first that may ask phones when absent.
 * `parts`: what of the amount is for which invoice, the link's own among them, where several are paid together.
 */
type Wanted = {
  link: string | ((tx: Tx) => Promise<string>)
  phone: string
  amount: Money
  shortcode?: string
  parts?: Part[]
}
/** What else belongs into the two transactions: the caller's Idempotency-Key. */
type Around = { before?: (tx: Tx) => Promise<void>; after?: (tx: Tx, asked: Asked) => Promise<void> }
type Request = {
  id: string
  phone: string
  amount: Money
  accountNumber: string
  shortcode: Shortcode
}

const samePhoneWaitsMs = 2 * 60_000
const firstLookMs = 30_000

/**
 * Asks a phone to pay what a link is for (STK push). An edge with two transactions around one call: the request is
 * written down before the call and its outcome after it. The call is made once and never again by itself, because a
 * push that timed out may be ringing. Refuses a second request to a phone within two minutes (ResultCode 17).
 */
export async function requestPayment(
  ctx: Context,
  businessId: string,
  wanted: Wanted,
  around: Around = {},
): Promise<Asked> {
  const request = await inBusiness(ctx.sql, businessId, async (tx) => {
    await around.before?.(tx)
    return writeRequest(tx, ctx, businessId, wanted)
  })
  const asked = await ask(ctx, request)
  await inBusiness(ctx.sql, businessId, async (tx) => {
    await writeOutcome(tx, ctx, businessId, asked)
    if (asked.state === 'asked') await tellRequests(tx, ctx, businessId, 'payment.initiated', [asked.id])
    if (asked.state === 'failed') await tellRequests(tx, ctx, businessId, 'payment.failed', [asked.id])
    await around.after?.(tx, asked)
  })
  return asked
}

async function writeRequest(
  tx: Tx,
  given: Given,
  businessId: string,
  { link: wantedLink, phone: typed, amount, shortcode: named, parts = [] }: Wanted,
): Promise<Request> {
  const linkId = typeof wantedLink === 'string' ? wantedLink : await wantedLink(tx)
  const phone = readPhone(typed) ?? refuse('phone_invalid', { field: 'phone' })
  if (amount <= 0n) refuse('amount_not_positive', { field: 'amount' })
  if (amount % 100n !== 0n) refuse('amount_not_whole_shillings')
  const shortcodes = (await findShortcodes(tx, given, businessId)).filter(({ passkey }) => passkey !== null)
  const shortcode = shortcodes.find((one) => named === undefined || one.shortcode === named)
  if (!shortcode) refuse('daraja_not_connected')
  // The lock makes a double click two requests, one after the other; the second finds the first.
  await tx<{ id: string }[]>`
    select id from payment_links where business_id = ${businessId} and id = ${linkId} for update
  `
  const [link] = await tx<{ invoice_id: string | null; number: string; currency: string }[]>`
    select l.invoice_id, a.number, l.currency from payment_links l
    left join invoices i on i.business_id = l.business_id and i.id = l.invoice_id
    join accounts a on a.business_id = l.business_id and a.id = coalesce(l.account_id, i.account_id)
    where l.business_id = ${businessId} and l.id = ${linkId}
  `
  if (!link) refuse('link_not_found')
  if (link.currency !== 'KES') refuse('currency_not_of_mpesa')
  const now = given.now()
  const lately = await tx<{ id: string }[]>`
    select id from payment_requests
    where business_id = ${businessId} and phone = ${phone} and created_at > ${new Date(now.getTime() - samePhoneWaitsMs)}
      and state in ('asking', 'asked', 'unknown')
    limit 1
  `
  if (lately.length > 0) refuse('payment_request_too_soon')
  const id = given.newId()
  await tx`
    insert into payment_requests (business_id, id, link_id, invoice_id, shortcode, phone, amount, state, next_attempt_at,
      part_invoice_ids, part_amounts, created_at, updated_at)
    values (${businessId}, ${id}, ${linkId}, ${link.invoice_id}, ${shortcode.shortcode}, ${phone}, ${amount}, 'asking',
      ${new Date(now.getTime() + firstLookMs)}, ${parts.map(({ invoiceId }) => invoiceId)}, ${parts.map(({ amount: part }) => String(part))}::text[]::bigint[],
      ${now}, ${now})
  `
  await givePaths(tx, given, businessId, 'payment_request', [{ id }])
  return { id, phone, amount, accountNumber: link.number, shortcode }
}

async function ask(ctx: Context, { id, phone, amount, accountNumber, shortcode }: Request): Promise<Asked> {
  try {
    const taken = await ctx.daraja(shortcode).stkPush({
      amount: Number(amount / 100n),
      phoneNumber: phone,
      callbackUrl: `${ctx.publicUrl}/hooks/${ctx.vault.path('payment_request', id)}/asked`,
      accountReference: accountNumber,
      transactionDesc: accountNumber,
    })
    return {
      id,
      state: 'asked',
      merchantRequestId: taken.MerchantRequestID,
      checkoutRequestId: taken.CheckoutRequestID,
      reason: null,
    }
  } catch (error) {
    if (!isPesafyError(error)) throw error
    ctx.log.warn({ requestId: id, code: error.code, outcome: error.outcome }, 'STK push not taken')
    const state = error.outcome === 'unknown' ? 'unknown' : 'failed'
    return { id, state, merchantRequestId: null, checkoutRequestId: null, reason: error.message }
  }
}

/** The callback may have been faster than the answer: what it said stays. */
async function writeOutcome(tx: Tx, given: Given, businessId: string, asked: Asked) {
  const now = given.now()
  await tx`
    update payment_requests set
      state = case when state = 'asking' then ${asked.state} else state end,
      next_attempt_at = case when state = 'asking' and ${asked.state === 'asked'}::boolean then ${new Date(now.getTime() + firstLookMs)}::timestamptz end,
      merchant_request_id = ${asked.merchantRequestId}, checkout_request_id = ${asked.checkoutRequestId},
      result_text = coalesce(result_text, ${asked.reason}), updated_at = ${now}
    where business_id = ${businessId} and id = ${asked.id}
  `
}
