import { toWire } from '@kusanya/domain/money.ts'
import { Type, type Static } from 'typebox'
import { named } from '../http/fields.ts'
import { lookBackDays, mostCounted, type Attention } from './read-attention.ts'

const Count = (description: string) => Type.Integer({ description })

export const AttentionOnWire = named(
  'Attention',
  {
    unmatched: Type.Object({ count: Type.Integer(), amount: Type.Number({ description: 'KES' }) }),
    contradictions: Count('Payments of which another amount was told'),
    claims: Count('What payers say that they have paid, and no payment answers: given_up, or suggested'),
    held: Count('Payments that are held, and that M-PESA has not confirmed in three days'),
    bills: Type.Object(
      {
        count: Type.Integer(),
        newest: Type.Array(
          named('MissedBill', {
            invoiceid: Type.String(),
            invoiceno: Type.String(),
            customer: Type.String(),
            status: Type.Enum(['refused', 'unknown'], { description: 'unknown: whether M-PESA took it' }),
            reason: Type.String(),
          }),
          { description: 'At most five' },
        ),
      },
      { description: `Open invoices whose bill did not reach the phone, in the last ${lookBackDays} days` },
    ),
    messages: Type.Object(
      { failed: Type.Integer(), maybesent: Type.Integer() },
      { description: `Of the last ${lookBackDays} days, that no later one of their kind made good` },
    ),
    webhooks: Count('Paused, because they accepted nothing for long'),
    closes: Count('Days of the last 31 whose newest close differs from M-PESA'),
    shortcodes: Type.Object({
      connected: Type.Integer(),
      incomplete: Type.Integer(),
      operatorsrefused: Type.Integer(),
    }),
  },
  `Nothing is counted further than ${mostCounted.toLocaleString('en-GB')}: that many stand for so many or more.`,
)

export function presentAttention(one: Attention): Static<typeof AttentionOnWire> {
  return {
    unmatched: { count: one.unmatched, amount: toWire(one.unmatchedAmount) },
    contradictions: one.contradictions,
    claims: one.claims,
    held: one.held,
    bills: {
      count: one.bills,
      newest: one.newestBills.map((bill) => ({
        invoiceid: bill.invoiceId,
        invoiceno: bill.number,
        customer: bill.customerName,
        status: bill.state,
        reason: bill.reason ?? '',
      })),
    },
    messages: { failed: one.messagesFailed, maybesent: one.messagesMaybeSent },
    webhooks: one.webhooks,
    closes: one.closes,
    shortcodes: {
      connected: one.connected,
      incomplete: one.incomplete,
      operatorsrefused: one.operatorsRefused,
    },
  }
}
