import { toWire, type Money } from '@kusanya/domain/money.ts'
import { writeNumber } from '@kusanya/domain/invoice.ts'
import { readSerials, writeSerial } from '@kusanya/domain/numbering.ts'
import { Type, type Static } from 'typebox'
import { named } from '../http/fields.ts'

export const receiptStatuses = ['draft', 'issued', 'cancelled'] as const

export type Receipt = {
  id: string
  year: number
  serial: bigint
  amount: Money
  cancelled: boolean
  invoice: { id: string; number: { year: number; serial: bigint }; total: Money; paid: Money; balance: Money }
  currency: string
  customer: { id: string; name: string }
  payment: { id: string; receipt: string; channel: string; paidAt: Date; confirmed: boolean }
  createdAt: Date
}

const InList = {
  _id: Type.String(),
  receiptno: Type.String(),
  title: Type.String(),
  amount: Type.Number(),
  currency: Type.String(),
  status: Type.Enum(receiptStatuses, { description: 'cancelled: the payment was taken back from the invoice' }),
  date: Type.String({ description: 'When it was paid' }),
  createdat: Type.String(),
}
export const ReceiptInList = named('ReceiptInList', InList)

export const ReceiptOnWire = named('Receipt', {
  ...InList,
  transactionid: Type.String(),
  transactioncode: Type.String(),
  channel: Type.String(),
  confirmed: Type.Boolean({ description: 'M-PESA itself said so, or a clerk recorded it' }),
  invoice: Type.Object(
    {
      _id: Type.String(),
      invoiceno: Type.String(),
      total: Type.Number(),
      amountpaid: Type.Number(),
      balance: Type.Number(),
    },
    { description: 'As it was with this payment' },
  ),
  customer: Type.Object({ _id: Type.String(), name: Type.String() }),
})

export function writeReceiptNumber({ year, serial }: Pick<Receipt, 'year' | 'serial'>): string {
  return writeSerial('receipt', { year, serial })
}

/** Null for what is no receipt's number, exactly as it is written. */
export function readReceiptNumber(text: string): Pick<Receipt, 'year' | 'serial'> | null {
  return readSerials('receipt', text).find((number) => writeReceiptNumber(number) === text) ?? null
}

/** The published page writes these instants with milliseconds. */
export function presentReceipt(one: Receipt): Static<typeof ReceiptOnWire> {
  const invoiceno = writeNumber(one.invoice.number)
  return {
    _id: one.id,
    receiptno: writeReceiptNumber(one),
    title: `Receipt for ${invoiceno}`,
    amount: toWire(one.amount),
    currency: one.currency,
    status: one.cancelled ? 'cancelled' : 'issued',
    date: one.payment.paidAt.toISOString(),
    createdat: one.createdAt.toISOString(),
    transactionid: one.payment.id,
    transactioncode: one.payment.receipt,
    channel: one.payment.channel,
    confirmed: one.payment.confirmed,
    invoice: {
      _id: one.invoice.id,
      invoiceno,
      total: toWire(one.invoice.total),
      amountpaid: toWire(one.invoice.paid),
      balance: toWire(one.invoice.balance),
    },
    customer: { _id: one.customer.id, name: one.customer.name },
  }
}
