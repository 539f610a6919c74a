import { writeInstant } from '@kusanya/domain/day.ts'
import { toWire } from '@kusanya/domain/money.ts'
import type { AskOutcome } from '@kusanya/domain/payment.ts'
import { Type, type Static } from 'typebox'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents } from '../events/record-events.ts'
import { named } from '../http/fields.ts'

const StringOrNull = Type.Union([Type.String(), Type.Null()])
/** The states of a request that came to nothing. */
const failures = ['cancelled', 'wrong_pin', 'no_funds', 'no_answer', 'failed'] as const

/** What events tell of a phone that was asked to pay. */
export const PaymentRequestNewsOnWire = named('PaymentRequestNews', {
  _id: Type.String(),
  checkoutrequestid: StringOrNull,
  merchantrequestid: StringOrNull,
  status: Type.Enum(['pending', 'failed']),
  channel: Type.Literal('mpesa'),
  amount: Type.Number(),
  currency: Type.String(),
  phone: Type.String(),
  shortcode: Type.String(),
  reference: Type.String({ description: 'The account number' }),
  paymentlinkid: Type.String(),
  invoiceid: StringOrNull,
  date: Type.String(),
  reason: Type.Optional(
    Type.Enum(failures, {
      description:
        'With `payment.failed`: the payer cancelled, mistyped the PIN, has too little, or did not answer; `failed` is anything else',
    }),
  ),
  resultcode: Type.Optional(Type.Union([Type.String(), Type.Null()], { description: 'M-PESA’s, if it gave one' })),
  message: Type.Optional(Type.String({ description: 'M-PESA’s words, as they came' })),
})

/**
 * Announces what became of requests: that M-PESA took them, or that they came to nothing and why. Of one that is unknown nothing
 * is announced, since the money may still come.
 */
export async function tellRequests(
  tx: Tx,
  given: Given,
  businessId: string,
  type: 'payment.initiated' | 'payment.failed',
  ids: string[],
): Promise<void> {
  if (ids.length === 0) return
  const requests = await tx<RequestRow[]>`
    select r.id, r.link_id, r.invoice_id, r.shortcode, r.phone, r.amount, r.state, r.merchant_request_id, r.checkout_request_id,
      r.result_code, r.result_text, a.number
    from payment_requests r
    join payment_links l on l.business_id = r.business_id and l.id = r.link_id
    left join invoices i on i.business_id = l.business_id and i.id = l.invoice_id
    join accounts a on a.business_id = l.business_id and a.id = coalesce(l.account_id, i.account_id)
    where r.business_id = ${businessId} and r.id = any (${ids}) order by r.id
  `
  const date = writeInstant(given.now())
  await recordEvents(
    tx,
    given,
    businessId,
    requests.map((request) => ({ type, subjectId: request.id, data: present(request, type, date) })),
  )
}

export type RequestState = AskOutcome | 'asking' | 'asked' | 'unknown'

type RequestRow = {
  id: string
  link_id: string
  invoice_id: string | null
  shortcode: string
  phone: string
  amount: bigint
  state: RequestState
  merchant_request_id: string | null
  checkout_request_id: string | null
  result_code: string | null
  result_text: string | null
  number: string
}

function present(
  request: RequestRow,
  type: 'payment.initiated' | 'payment.failed',
  date: string,
): Static<typeof PaymentRequestNewsOnWire> {
  const asked = {
    _id: request.id,
    checkoutrequestid: request.checkout_request_id,
    merchantrequestid: request.merchant_request_id,
    channel: 'mpesa' as const,
    amount: toWire(request.amount),
    currency: 'KES',
    phone: request.phone,
    shortcode: request.shortcode,
    reference: request.number,
    paymentlinkid: request.link_id,
    invoiceid: request.invoice_id,
    date,
  }
  if (type === 'payment.initiated') return { ...asked, status: 'pending' }
  const reason = failures.find((failure) => failure === request.state) ?? 'failed'
  return { ...asked, status: 'failed', reason, resultcode: request.result_code, message: request.result_text ?? '' }
}
