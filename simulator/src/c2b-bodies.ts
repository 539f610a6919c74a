import { createHash } from 'node:crypto'
import { newRequestId } from './ids.ts'
import { plain } from './money.ts'
import { compactTime } from './nairobi.ts'
import { pathOf } from './callbacks.ts'
import type { Business, Transaction } from './state.ts'
import type { World } from './world.ts'

export type Verdict = { accepted: true; thirdPartyId?: string } | { accepted: false; code: string }

/** The body of validation (`OrgAccountBalance` empty) and confirmation; every value is a string. */
export function confirmationBody(world: World, business: Business, transaction: Transaction, validating = false) {
  const names = transaction.fromName.toUpperCase().split(/\s+/)
  const [first = '', middle = '', last = ''] =
    names.length < 3 ? [names[0], '', names[1]] : [names[0], names[1], names.slice(2).join(' ')]
  const shown = world.switches.c2bNames
  return {
    TransactionType: transaction.kind === 'paybill' ? 'Pay Bill' : 'Buy Goods',
    TransID: transaction.receipt,
    TransTime: compactTime(transaction.at),
    TransAmount: plain(transaction.amountCents),
    BusinessShortCode: business.shortcode,
    BillRefNumber: transaction.account,
    InvoiceNumber: '',
    OrgAccountBalance: validating ? '' : plain(transaction.balanceAfterCents),
    ThirdPartyTransID: transaction.thirdPartyId ?? '',
    MSISDN: business.c2b?.version === 'v1' ? hashed(transaction.from) : masked(transaction.from),
    FirstName: shown === 'none' ? '' : first,
    MiddleName: shown === 'all' ? middle : '',
    LastName: shown === 'all' ? last : '',
  }
}

const masked = (msisdn: string) => `${msisdn.slice(0, 4)} ***** ${msisdn.slice(-3)}`
const hashed = (msisdn: string) => createHash('sha256').update(msisdn).digest('hex')

/** Asks the validation URL. When it does not answer in time, the ResponseType of the registration decides. */
export async function askBusiness(world: World, business: Business, draft: Transaction): Promise<Verdict> {
  const urls = business.c2b
  if (!urls) return { accepted: true }
  const body = confirmationBody(world, business, draft, true)
  const began = performance.now()
  const lost = world.troubles.strike(['callback-lost'], 'c2b-validation', urls.validationUrl).length > 0
  const posted = lost
    ? ({ kind: 'no-answer', error: 'lost on the way' } as const)
    : await world.poster.post(urls.validationUrl, body, world.switches.validationTimeoutMs)
  const answered = posted.kind === 'answered' && posted.status === 200
  world.journal.write({
    at: new Date(world.agenda.now()).toISOString(),
    direction: 'out',
    name: 'c2b-validation',
    method: 'POST',
    path: pathOf(urls.validationUrl),
    url: urls.validationUrl,
    status: posted.kind === 'answered' ? posted.status : null,
    ms: Math.round(performance.now() - began),
    request: body,
    response: posted.kind === 'answered' ? (posted.body ?? posted.text) : undefined,
    ...(posted.kind === 'no-answer' && { error: posted.error }),
    ...(lost && { trouble: 'callback-lost' }),
  })
  if (!answered) return urls.responseType === 'Completed' ? { accepted: true } : { accepted: false, code: 'C2B00016' }
  const reply = (typeof posted.body === 'object' && posted.body !== null ? posted.body : {}) as Record<string, unknown>
  const code = String(reply.ResultCode ?? '')
  if (code !== '0') return { accepted: false, code: /^C2B000\d\d$/.test(code) ? code : 'C2B00016' }
  const thirdPartyId = reply.ThirdPartyTransID
  return typeof thirdPartyId === 'string' && thirdPartyId !== '' ? { accepted: true, thirdPartyId } : { accepted: true }
}

/** The acknowledgement of C2B's own calls; the misspelling is Safaricom's. */
export function c2bAccepted(world: World, code: string, description: string) {
  return { OriginatorCoversationID: newRequestId(world.chance), ResponseCode: code, ResponseDescription: description }
}
