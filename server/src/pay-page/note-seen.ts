import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { cookieOf } from '../users/cookie.ts'
import type { Found } from './find-bill.ts'

/** What chat programs and search engines call themselves when they fetch a page that somebody was sent. CUBOT makes phones. */
const robots =
  /(?<!\bcu)bot\b|crawl|spider|preview|facebookexternalhit|whatsapp\/|embedly|google-read-aloud|mediapartners/i

type Asked = {
  method: string
  headers: Record<string, string | string[] | undefined>
  cookies: Record<string, string | undefined>
}

/** Whether a page is asked for by somebody who was sent it, as far as a request shows that. */
export function isOfPayer({ method, headers, cookies }: Asked, publicUrl: string): boolean {
  const purpose = [headers['sec-purpose'], headers['purpose'], headers['x-moz']].join()
  const agent = String(headers['user-agent'] ?? '')
  const ofBusiness = cookies[cookieOf(publicUrl).name] !== undefined
  return method === 'GET' && !ofBusiness && agent !== '' && !robots.test(agent) && !/prefetch|preview/i.test(purpose)
}

/** Keeps when an invoice's page was first opened. Whoever comes second, be it at the same time, changes nothing. */
export async function noteSeen(tx: Tx, given: Pick<Given, 'now'>, { businessId, bill }: Found): Promise<void> {
  if (bill.link.seen || bill.invoiceId === null || bill.status === 'draft') return
  await tx`
    update payment_links set seen_at = ${given.now()}
    where business_id = ${businessId} and id = ${bill.link.id} and seen_at is null
  `
}
