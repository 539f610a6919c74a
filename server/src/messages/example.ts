import { dueNow } from '@kusanya/domain/instalment.ts'
import { balanceOf, type Invoice } from '@kusanya/domain/invoice.ts'
import type { Receipt } from '../receipts/wire.ts'

const nobody = '0'.repeat(24)
const dayMs = 24 * 3_600_000

/** An invoice that is nobody's, for looking at a template. */
export function exampleInvoice(now: Date): Invoice {
  const today = Math.floor(now.getTime() / dayMs) * dayMs
  return {
    id: nobody,
    number: { year: now.getUTCFullYear(), serial: 1n },
    account: { id: nobody, number: 'K7NV3YX' },
    customer: { id: nobody, name: 'Amina Otieno', email: 'amina@example.org', phone: '254700000000' },
    items: [{ productId: nobody, name: 'Tuition', quantity: 1, rate: 1_250_000n }],
    title: 'Term 1 fees',
    description: null,
    remark: null,
    currency: 'KES',
    discountAs: null,
    taxId: null,
    taxAs: null,
    subtotal: 1_250_000n,
    discount: 0n,
    tax: 0n,
    rounding: 0n,
    total: 1_250_000n,
    instalments: [],
    paid: 0n,
    adjusted: 0n,
    invoicedAt: new Date(today),
    dueAt: new Date(today + 3 * dayMs),
    issuedAt: now,
    cancelledAt: null,
    overdueAt: null,
    link: { id: nobody, generation: 0 },
    createdAt: now,
    updatedAt: now,
  }
}

/** A receipt as if what an invoice asks for now had been paid. */
export function exampleReceipt(invoice: Invoice, now: Date): Receipt {
  const balance = balanceOf(invoice)
  const amount = balance === 0n ? invoice.total : dueNow(invoice, balance)
  const left = balance - amount
  return {
    id: nobody,
    year: now.getUTCFullYear(),
    serial: 1n,
    amount,
    cancelled: false,
    invoice: {
      id: invoice.id,
      number: invoice.number ?? { year: now.getUTCFullYear(), serial: 1n },
      total: invoice.total,
      paid: invoice.paid + amount,
      balance: left < 0n ? 0n : left,
    },
    currency: invoice.currency,
    customer: { id: invoice.customer.id, name: invoice.customer.name },
    payment: { id: nobody, receipt: 'SGL31HA2AB', channel: 'mpesa', paidAt: now, confirmed: true },
    createdAt: now,
  }
}
