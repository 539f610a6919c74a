import { writeInstant } from '@kusanya/domain/day.ts'
import { toWire } from '@kusanya/domain/money.ts'
import { Type, type Static } from 'typebox'
import { named, words } from '../http/fields.ts'
import { claimStates, type Claim } from './rows.ts'

const StringOrNull = Type.Union([Type.String(), Type.Null()])
const Party = Type.Union([Type.Object({ _id: Type.String(), name: Type.String() }), Type.Null()])

export const ClaimOnWire = named('Claim', {
  _id: Type.String(),
  state: Type.Enum(claimStates, {
    description:
      'waiting: not known yet, or laid elsewhere; applied: pays the bill; known: on another bill of the account; suggested: unmatched, for a person; given_up: M-PESA has not told of it in three days; dismissed: by a person',
  }),
  transactioncode: Type.String({ description: 'As the payer typed it' }),
  shortcode: Type.String(),
  amount: Type.Union([Type.Number(), Type.Null()], { description: 'If the message was pasted' }),
  date: StringOrNull,
  transactionid: Type.Union([Type.String(), Type.Null()], { description: 'The payment with this code' }),
  paymentlinkid: Type.String(),
  invoiceid: StringOrNull,
  invoiceno: Type.String(),
  customer: Party,
  dismissedby: Type.Union([Type.String(), Type.Null()], { description: 'Who has dealt with it, the last time' }),
  reason: Type.Union([Type.String(), Type.Null()], { description: 'What they said to it' }),
  createdat: Type.String(),
  updatedat: Type.String(),
})

const oneState = `(?:${claimStates.join('|')})`
export const ClaimStates = Type.String({
  pattern: `^${oneState}(?:, ?${oneState})*$`,
  wording: 'Invalid state value',
  description: `One, or any of several with commas between: ${claimStates.join(', ')}`,
})
export const DismissBody = Type.Object({ reason: words(500, 'What came of it; kept in the audit trail') })

export function presentClaim(claim: Claim): Static<typeof ClaimOnWire> {
  return {
    _id: claim.id,
    state: claim.state,
    transactioncode: claim.receipt,
    shortcode: claim.shortcode,
    amount: claim.amount === null ? null : toWire(claim.amount),
    date: claim.paidAt && writeInstant(claim.paidAt),
    transactionid: claim.paymentId,
    paymentlinkid: claim.linkId,
    invoiceid: claim.invoice?.id ?? null,
    invoiceno: claim.invoice?.number ?? '',
    customer: claim.customer && { _id: claim.customer.id, name: claim.customer.name },
    dismissedby: claim.dismissed?.actor ?? null,
    reason: claim.dismissed?.reason ?? null,
    createdat: writeInstant(claim.createdAt),
    updatedat: writeInstant(claim.updatedAt),
  }
}
