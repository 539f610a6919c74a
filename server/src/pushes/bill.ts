import { dayOf } from '@kusanya/domain/day.ts'
import { dueNow, nextDueAt } from '@kusanya/domain/instalment.ts'
import { balanceOf, lineTotal, titleOf, writeNumber, type Invoice } from '@kusanya/domain/invoice.ts'
import { wholeShillings } from '@kusanya/domain/money.ts'
import { readPhone } from '@kusanya/domain/phone.ts'
import type { BillManagerSingleInvoiceRequest } from '@kusanya/mpesa'

/** What is due of an invoice now, as Bill Manager sends it to the phone. Its reference is the invoice number, which is given once and never again. */
export function toBill(invoice: Invoice, round: number, timeZone: string): BillManagerSingleInvoiceRequest {
  const amount = wholeShillings(dueNow(invoice, balanceOf(invoice)))
  const items = invoice.items.map((item) => ({ itemName: item.name, cents: lineTotal(item) }))
  const itemsAddUp =
    items.every(({ cents }) => cents > 0n && cents % 100n === 0n) &&
    items.reduce((sum, { cents }) => sum + cents, 0n) === BigInt(amount) * 100n
  return {
    externalReference: reference(invoice, round),
    billedFullName: invoice.customer.name,
    billedPhoneNumber: readPhone(invoice.customer.phone ?? '') ?? '',
    billedPeriod: invoice.invoicedAt.toLocaleDateString('en-KE', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
    invoiceName: titleOf(invoice),
    dueDate: dueDate(nextDueAt(invoice), timeZone),
    accountReference: invoice.account.number,
    amount,
    // A bill whose items do not add up (a discount, a tax on top) goes out as one sum.
    ...(itemsAddUp && {
      invoiceItems: items.map(({ itemName, cents }) => ({ itemName, amount: Number(cents / 100n) })),
    }),
  }
}

/** The invoice's number; from the second round on with the round, because Safaricom takes each reference once. */
export function reference({ number }: Pick<Invoice, 'number'>, round: number): string {
  if (!number) return ''
  return round === 1 ? writeNumber(number) : `${writeNumber(number)}-${round}`
}

/** Nairobi time without an offset. A plain date means the whole day. */
function dueDate(dueAt: Date, timeZone: string): string {
  if (dueAt.getTime() % 86_400_000 === 0) return `${dueAt.toISOString().slice(0, 10)} 23:59:00`
  const clock = dueAt.toLocaleTimeString('en-GB', { timeZone, hour12: false })
  return `${dayOf(dueAt, timeZone)} ${clock}`
}
