import { spokenAccountNumber } from '@kusanya/domain/account-number.ts'
import { dueNow, nextDueAt, standingOf } from '@kusanya/domain/instalment.ts'
import { balanceOf, lineTotal, statusOf, writeNumber, type Invoice, type Status } from '@kusanya/domain/invoice.ts'
import { readable, toDecimal, wholeShillings } from '@kusanya/domain/money.ts'
import type { Paper, Payment, Qr, Sum, Table, Tone } from './paper.ts'
import { figuresOf, money, writerOf, type Hand } from './writer.ts'

/** How the balance can be paid; null when it cannot be paid by M-PESA. */
export type Way = { paybill: string; page: { address: string; drawing: Qr } | null }
export type InvoiceFacts = { invoice: Invoice; to: string[]; taxName: string | null; way: Way | null }

type Writer = ReturnType<typeof writerOf>

/** An invoice as it stands now. `to` says whose it is, the name first. */
export function invoicePaper({ invoice, to, taxName, way }: InvoiceFacts, hand: Hand): Paper {
  const writer = writerOf(hand)
  const { say, pay } = writer
  const { number, title, description, remark, currency, account, invoicedAt, createdAt } = invoice
  const status = statusOf(invoice)
  const isOpen = status === 'unpaid' || status === 'partially_paid' || status === 'overdue'
  return {
    language: hand.language,
    name: number ? writeNumber(number) : `draft-${invoice.id}`,
    title: say.invoice,
    number: number ? writeNumber(number) : say.draft,
    madeAt: invoice.issuedAt ?? createdAt,
    mark: markOf(status, writer),
    from: hand.business.name,
    letterhead: hand.business.letterhead,
    logo: hand.business.logo,
    to: { label: say.billedTo, lines: to },
    facts: [
      [say.invoiceDate, writer.day(invoicedAt)],
      [say.dueDate, writer.day(nextDueAt(invoice))],
      [pay.accountNumber, spokenAccountNumber(account.number)],
    ],
    headline: headlineOf(invoice, status, writer),
    about: [title, description].flatMap((text) => text ?? []),
    table: items(invoice, writer),
    sums: sums(invoice, writer),
    taxes: taxes(invoice, taxName ?? pay.tax, writer),
    schedule: schedule(invoice, writer),
    payment: isOpen && currency === 'KES' && way ? payment(invoice, way, writer) : null,
    notes: remark === null ? [] : [remark],
    page: say.page,
  }
}

function markOf(status: Status, { say, pay }: Writer): Paper['mark'] {
  const marks: Record<Status, [string, Tone] | null> = {
    draft: [say.draft, 'plain'],
    unpaid: null,
    partially_paid: [say.partlyPaid, 'part'],
    paid: [say.paid, 'good'],
    overdue: [pay.overdue, 'late'],
    cancelled: [say.cancelled, 'void'],
  }
  const mark = marks[status]
  return mark && { text: mark[0], tone: mark[1] }
}

function headlineOf(invoice: Invoice, status: Status, { pay, deadline }: Writer): Paper['headline'] {
  const { paid, currency, instalments } = invoice
  const balance = balanceOf(invoice)
  const dueAt = nextDueAt(invoice)
  const inParts = instalments.length > 0
  const amount = money(dueNow(invoice, balance), currency)
  const said = (label: string, more: string, tone: Tone) => ({ label, amount, more, tone })
  const open = (due: string, tone: Tone) =>
    inParts
      ? said(pay.dueNow, `${due}, ${pay.inAll(money(balance, currency))}`, tone)
      : said(paid > 0n ? pay.stillDue : pay.amountDue, due, tone)
  switch (status) {
    case 'paid':
      return said(pay.amountDue, paid > 0n ? pay.allPaid : pay.nothingToPay, 'good')
    case 'cancelled':
      return said(pay.amountDue, pay.nothingToPay, 'void')
    case 'overdue':
      return open(pay.wasDue(deadline(dueAt)), 'late')
    case 'draft':
    case 'unpaid':
    case 'partially_paid':
      return open(pay.due(deadline(dueAt)), 'plain')
  }
}

function items({ items: bought, currency }: Invoice, { say, pay }: Writer): Table {
  const figure = figuresOf(bought.flatMap((item) => [item.rate, lineTotal(item)]))
  return {
    columns: [
      { name: say.description, share: 50, right: false },
      { name: say.quantity, share: 13, right: true },
      { name: say.price, share: 17, right: true },
      { name: `${pay.amount} (${currency})`, share: 20, right: true },
    ],
    rows: bought.map((item) => [
      item.name,
      readable(BigInt(item.quantity) * 100n),
      figure(item.rate),
      figure(lineTotal(item)),
    ]),
  }
}

function sums(invoice: Invoice, { pay, say }: Writer): Sum[] {
  const { subtotal, discount, discountAs, tax, taxAs, rounding, total, paid, adjusted, currency } = invoice
  const percent = discountAs?.type === 'percentage' ? ` (${percentage(discountAs.basisPoints)})` : ''
  const added = tax > 0n && taxAs?.included !== true
  const all: [shown: boolean, label: string, amount: bigint, strong?: boolean][] = [
    [discount > 0n || added || rounding !== 0n, pay.subtotal, subtotal],
    [discount > 0n, pay.discount + percent, -discount],
    [added, pay.tax, tax],
    [rounding !== 0n, pay.rounding, rounding],
    [true, pay.total, total, true],
    [tax > 0n && !added, pay.taxIncluded, tax],
    [paid > 0n, pay.paidSoFar, -paid],
    [adjusted > 0n, pay.adjusted, -adjusted],
    [(paid > 0n || adjusted > 0n) && balanceOf(invoice) > 0n, say.balance, balanceOf(invoice), true],
  ]
  return all.flatMap(([shown, label, amount, strong = false]) =>
    shown ? { label, amount: money(amount, currency), strong } : [],
  )
}

/** What is left of the total without tax and rounding is what was taxed, whether the tax was added or contained. */
function taxes({ tax, taxAs, rounding, total, currency }: Invoice, name: string, { pay, say }: Writer): Table | null {
  if (!taxAs) return null
  const taxable = total - rounding - tax
  const figure = figuresOf([taxable, tax])
  return {
    columns: [
      { name: pay.tax, share: 40, right: false },
      { name: say.rate, share: 20, right: true },
      { name: `${say.taxable} (${currency})`, share: 20, right: true },
      { name: `${pay.tax} (${currency})`, share: 20, right: true },
    ],
    rows: [[name, percentage(taxAs.basisPoints), figure(taxable), figure(tax)]],
  }
}

/** Each instalment with its day, and what of it is still to be paid. */
function schedule(invoice: Invoice, { pay, say, deadline }: Writer): Table | null {
  const standing = standingOf(invoice)
  if (standing.length === 0) return null
  const figure = figuresOf(standing.flatMap(({ amount, paid, balance }) => [amount, paid, balance]))
  const right = true
  return {
    columns: [
      { name: pay.schedule, share: 40, right: false },
      { name: `${pay.amount} (${invoice.currency})`, share: 20, right },
      { name: `${say.paidColumn} (${invoice.currency})`, share: 20, right },
      { name: `${say.balance} (${invoice.currency})`, share: 20, right },
    ],
    rows: standing.map(({ dueAt, amount, paid, balance, status }) => [
      status === 'overdue' ? `${deadline(dueAt)} · ${pay.overdue}` : deadline(dueAt),
      figure(amount),
      figure(paid),
      figure(balance),
    ]),
  }
}

/** `16%`, `7.5%`. */
function percentage(basisPoints: bigint): string {
  return `${toDecimal(basisPoints).replace(/\.?0+$/, '')}%`
}

function payment(invoice: Invoice, { paybill, page }: Way, { pay, say }: Writer): Payment {
  const shillings = BigInt(wholeShillings(dueNow(invoice, balanceOf(invoice))))
  return {
    heading: pay.payHeading,
    steps: pay.paybillSteps,
    facts: [
      [pay.businessNumber, paybill],
      [pay.accountNumber, spokenAccountNumber(invoice.account.number)],
      [pay.amount, money(shillings * 100n, invoice.currency)],
    ],
    qr: page && { ...page, hint: say.scan },
  }
}
