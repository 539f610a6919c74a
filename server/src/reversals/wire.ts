import { reversalStates } from '@kusanya/domain/reversal.ts'
import { Type } from 'typebox'
import type { Happening } from '../events/record-events.ts'
import { maybe, named, words } from '../http/fields.ts'
import { presentTransaction, TransactionOnWire, type Transaction } from '../payments/wire.ts'
import type { Reversal } from './rows.ts'

export const ReversePaymentBody = Type.Object({
  reason: words(500, 'Why; kept in the audit trail'),
  atmpesa: maybe(
    Type.Boolean({
      description:
        'Ask Safaricom to give the money back. The books follow when it says that it has; without, only they change',
    }),
  ),
})

const ReversalOnWire = named('Reversal', {
  _id: Type.String(),
  status: Type.Enum([...reversalStates]),
  reason: Type.String(),
  transactioncode: Type.String({ description: 'Receipt of the money that went back; empty while it is not told' }),
  message: Type.String({ description: 'What Safaricom said of it' }),
  createdat: Type.String(),
  updatedat: Type.String(),
})

export const PaymentOnWire = named('Payment', {
  ...TransactionOnWire.properties,
  reversal: Type.Union([ReversalOnWire, Type.Null()], { description: 'The newest at M-PESA, if one was asked for' }),
})

export function presentReversedPayment(payment: Transaction, reversal: Reversal | null) {
  return { ...presentTransaction(payment), reversal: reversal && presentReversal(reversal) }
}

function presentReversal(one: Reversal) {
  return {
    _id: one.id,
    status: one.state,
    reason: one.reason,
    transactioncode: one.reversalReceipt ?? '',
    message: one.resultText ?? '',
    createdat: one.createdAt.toISOString(),
    updatedat: one.updatedAt.toISOString(),
  }
}

/** What is announced of a reversal that Safaricom was asked for, or that came to nothing, or may have. */
export function tellReversal(
  type: 'payment.reversal_requested' | 'payment.reversal_failed',
  payment: Transaction,
  reversal: Reversal,
): Happening {
  return { type, subjectId: payment.id, data: presentReversedPayment(payment, reversal) }
}
