import { dayNamed, passesAt } from '@kusanya/domain/day.ts'
import { dueNow, nextDueAt } from '@kusanya/domain/instalment.ts'
import { balanceOf, writeNumber, type Invoice } from '@kusanya/domain/invoice.ts'
import type { MessageLanguage, Placeholder } from '@kusanya/domain/message.ts'
import { readable, type Money } from '@kusanya/domain/money.ts'
import { writtenDay } from '../pay-page/dates.ts'
import { writeReceiptNumber, type Receipt } from '../receipts/wire.ts'
import type { MessageWords } from './english.ts'
import { messageWords } from './words.ts'

/** What a message is about. `link` is where it is paid, `stop` where its reader chooses which messages he gets. */
export type Matter = {
  business: string
  timeZone: string
  customer: string
  invoice: Invoice
  receipt: Receipt | null
  paybill: string | null
  link: string
  stop: string
  now: Date
}

/** What stands in a message for each placeholder, in its language. Signs that make an SMS long are not used. */
export function valuesOf(matter: Matter, language: MessageLanguage): Record<Placeholder, string> {
  const { business, timeZone, invoice, receipt, link, now } = matter
  const words = messageWords(language)
  const number = invoice.number ? writeNumber(invoice.number) : ''
  const money = (amount: Money) => `${invoice.currency} ${readable(amount)}`
  const balance = balanceOf(invoice)
  const dueAt = nextDueAt(invoice)
  const day = writtenDay(dayNamed(dueAt, timeZone), language)
  const paybill = invoice.currency === 'KES' ? matter.paybill : null
  return {
    business,
    customer: matter.customer,
    invoice: number,
    title: invoice.title ?? words.invoiceTitle(number),
    total: money(invoice.total),
    amount: money(receipt ? receipt.amount : dueNow(invoice, balance)),
    balance: money(receipt ? receipt.invoice.balance : balance),
    due: passesAt(dueAt, timeZone) <= now ? words.wasDue(day) : words.due(day),
    paybill: paybill ?? '',
    account: invoice.account.number,
    howtopay: paybill === null ? words.payAt(link) : words.payBy(paybill, invoice.account.number, link),
    link,
    stop: matter.stop,
    receipt: receipt ? writeReceiptNumber(receipt) : '',
    payment: receipt ? wayPaid(receipt.payment, words) : '',
    paidon: receipt ? writtenDay(dayNamed(receipt.payment.paidAt, timeZone), language) : '',
  }
}

function wayPaid({ channel, receipt }: Receipt['payment'], words: MessageWords): string {
  return channel === 'mpesa' ? `M-PESA ${receipt}` : words.byHand
}
