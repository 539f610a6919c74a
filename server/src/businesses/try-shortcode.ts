import { refuse } from '@kusanya/domain/refusal.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { createLinks } from '../payment-links/write-links.ts'
import { requestPayment, type Asked } from '../payments/request-payment.ts'
import { findConnections } from './shortcode-rows.ts'

const shilling = 100n

/**
 * Asks a phone for one shilling, to see with real money that passkey, Paybill and callback belong together. It is paid on a
 * payment link of its own, so that the books know it for what it is. An edge, because `requestPayment` is one. Throws refusals
 * for a shortcode that is not of the business, is disconnected, or has no passkey.
 */
export async function tryShortcode(
  ctx: Context,
  businessId: string,
  { shortcode, phone }: { shortcode: string; phone: string },
  by: By,
  around: { before: (tx: Tx) => Promise<void>; after: (tx: Tx, asked: Asked) => Promise<void> },
): Promise<void> {
  const link = (tx: Tx) => testLink(tx, ctx, businessId, shortcode)
  await requestPayment(
    ctx,
    businessId,
    { link, phone, amount: shilling, shortcode },
    {
      before: around.before,
      after: async (tx, asked) => {
        await tx`
        update shortcodes set test_request_id = ${asked.id} where business_id = ${businessId} and shortcode = ${shortcode}
      `
        const subject = { kind: 'shortcode', id: shortcode }
        const line = {
          ...by,
          action: 'shortcode.test',
          subject,
          before: null,
          after: { transactionid: asked.id, phone },
        }
        await recordAudit(tx, ctx, businessId, [line])
        await around.after(tx, asked)
      },
    },
  )
}

/** The link on which the shilling is paid: that of the last test, or a new one. */
async function testLink(tx: Tx, ctx: Context, businessId: string, shortcode: string): Promise<string> {
  const [found] = await findConnections(tx, businessId, [shortcode])
  if (!found) return refuse('shortcode_unknown')
  if (found.disconnectedAt !== null) return refuse('shortcode_disconnected')
  if (!found.canAsk) return refuse('passkey_missing')
  const [last] = await tx<{ link_id: string }[]>`
    select link_id from payment_requests where business_id = ${businessId} and id = ${found.test?.id ?? null}
  `
  if (last) return last.link_id
  const draft = { title: `Test payment to ${shortcode}`, amount: shilling, type: 'test', expiresAt: null }
  const [link] = await createLinks(tx, ctx, businessId, [draft])
  return link?.id ?? refuse('link_not_found')
}
