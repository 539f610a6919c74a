import { Refusal } from '@kusanya/domain/refusal.ts'
import { toWire } from '@kusanya/domain/money.ts'
import { adjustInvoice } from '../../server/src/adjustments/adjust-invoice.ts'
import { reverseAdjustment } from '../../server/src/adjustments/reverse-adjustment.ts'
import { findAdjustments } from '../../server/src/adjustments/rows.ts'
import type { Business } from '../../server/src/businesses/business.ts'
import type { Given } from '../../server/src/context.ts'
import { resolveContradiction } from '../../server/src/contradictions/resolve-contradiction.ts'
import { createCreditNote, reverseCreditNote } from '../../server/src/credit-notes/write-credit-notes.ts'
import type { Tx } from '../../server/src/db/sql.ts'
import { issueInvoices } from '../../server/src/invoices/issue-invoices.ts'
import { changeInvoice } from '../../server/src/invoices/change-invoice.ts'
import { lockInvoices } from '../../server/src/invoices/rows.ts'
import { addPayment } from '../../server/src/payments/add-payment.ts'
import { movePayment } from '../../server/src/payments/move-payment.ts'
import { refundCredit } from '../../server/src/payments/refund-credit.ts'
import { reversePayment } from '../../server/src/payments/reverse-payment.ts'
import { importStatement } from '../../server/src/statements/import-statement.ts'
import { readUpload } from '../../server/src/statements/uploaded.ts'
import { actOnPayments } from './act-on-payments.ts'
import type { Deed } from './deeds.ts'
import { shortcode, type Household } from './household.ts'
import { at, idsOf } from './pick.ts'
import { amountOf, receiptOf, report, typedBy } from './report.ts'

const monthMs = 30 * 86_400_000
const by = { actor: 'system', reason: 'Because' }

/** Does it with the product's own operations, in the transaction given. Throws what they refuse. */
export async function act(tx: Tx, given: Given, business: Business, home: Household, one: Deed): Promise<void> {
  switch (one.kind) {
    case 'issue': {
      const days = 10 + (one.rate > 0n ? Number(one.rate % 90n) : 0)
      const made = await issue(tx, given, business, home, one, new Date(given.now().getTime() + days * 86_400_000))
      if (made instanceof Refusal) throw made
      return
    }
    case 'receive':
      return report(tx, given, business, home, one.reports)
    case 'import': {
      const lines = one.reports.map(
        ({ receipt, who, off }) =>
          `${receiptOf(receipt)},01-03-2031 09:00:00,Pay Bill,Completed,${toWire(amountOf(receipt) + off)},,,,${typedBy(home, who)}`,
      )
      const text = [
        'Receipt No.,Completion Time,Details,Transaction Status,Paid In,Withdrawn,Balance,Other Party Info,A/C No.',
      ]
      const read = await readUpload({ csv: [...text, ...lines].join('\n') })
      await importStatement(tx, given, business, { shortcode, fileName: null, ...read }, by.actor)
      return
    }
    case 'record': {
      const paidAt = given.now()
      const wanted = { amount: one.amount, paidAt, method: 'cash', reference: null, note: null, allowOverpayment: true }
      await addPayment(tx, given, business, at(await idsOf(tx, 'invoices'), one.which), wanted, by)
      return
    }
    case 'reverse':
      await reversePayment(tx, given, business, at(await idsOf(tx, 'payments'), one.which), by)
      return
    case 'move': {
      const ids = await idsOf(tx, 'invoices')
      const to = { invoiceIds: [...new Set(one.to.map((index) => at(ids, index)))] }
      const paymentId = at(await idsOf(tx, 'payments'), one.which)
      await movePayment(tx, given, business, { paymentId, from: null, to, amount: one.amount }, by)
      return
    }
    case 'credit': {
      const lines = [{ line: one.line, quantity: null, amount: one.amount }]
      const invoiceId = at(await idsOf(tx, 'invoices'), one.which)
      await createCreditNote(tx, given, business, { invoiceId, lines }, by)
      return
    }
    case 'adjust': {
      const [invoice] = await lockInvoices(tx, business.id, [at(await idsOf(tx, 'invoices'), one.which)])
      const withheld = one.as === 'withholding' ? ('vat' as const) : null
      const { as: kind, amount } = one
      const wanted = { kind, amount, tax: 0n, withheld, certificate: withheld && 'KRA-1', certifiedOn: null }
      if (!invoice) throw new Refusal('invoice_not_found')
      await adjustInvoice(tx, given, business, invoice, wanted, by)
      return
    }
    case 'schedule':
      return schedule(tx, given, business, at(await idsOf(tx, 'invoices'), one.which), one)
    case 'match':
    case 'unmatch':
    case 'claim':
    case 'release':
    case 'give_back':
      return actOnPayments(tx, given, business, home, one)
    case 'undo':
      return undo(tx, given, business, one.which)
    case 'decide': {
      const open = await tx<{ id: string }[]>`select id from contradictions where kept is null order by id`
      const ids = open.map(({ id }) => id)
      await resolveContradiction(tx, given, business, at(ids, one.which), one.keep, by)
      return
    }
    case 'refund': {
      const accountId = home.customers[one.who % 2]?.accountId ?? ''
      const wanted = { accountId, amount: one.amount, method: 'cash', reference: null, refundedAt: given.now() }
      await refundCredit(tx, given, business, wanted, by)
    }
  }
}

/** Two lines, the second with thirds of a shilling. Returns the invoice or why there is none. */
export async function issue(
  tx: Tx,
  given: Given,
  business: Business,
  home: Household,
  { who, rate, taxed, off }: { who: number; rate: bigint; taxed: boolean; off: number },
  dueAt: Date,
) {
  const item = { productId: home.productId, name: null }
  const [made] = await issueInvoices(tx, given, business.id, [
    {
      customerId: home.customers[who % 2]?.id ?? '',
      accountId: null,
      items: [
        { ...item, quantity: 1, rate },
        { ...item, quantity: 3, rate: 3_333n },
      ],
      title: null,
      description: null,
      remark: null,
      currency: null,
      invoicedAt: null,
      dueAt,
      discount: off === 0 ? null : { type: 'percentage', basisPoints: BigInt(off) * 100n },
      taxId: taxed ? home.taxId : null,
      issue: true,
    },
  ])
  return made
}

/** Agrees on equal parts a month apart, the last of which takes what is over; none takes the schedule away. */
async function schedule(
  tx: Tx,
  given: Given,
  business: Business,
  id: string,
  { parts, later }: { parts: number; later: boolean },
): Promise<void> {
  const [invoice] = await lockInvoices(tx, business.id, [id])
  if (!invoice) throw new Refusal('invoice_not_found')
  const { total, dueAt } = invoice
  const end = new Date(dueAt.getTime() + (later ? monthMs : 0))
  const part = total / BigInt(parts || 1) / 100n || 1n
  const instalments = Array.from({ length: parts }, (_, n) => ({
    dueAt: new Date(end.getTime() - (parts - 1 - n) * monthMs),
    amount: n === parts - 1 ? total - part * 100n * BigInt(n) : part * 100n,
  }))
  await changeInvoice(tx, given, business.id, id, { dueAt: end, instalments })
}

async function undo(tx: Tx, given: Given, business: Business, which: number): Promise<void> {
  const [row] = await tx<{ invoice_id: string }[]>`
    select invoice_id from adjustments where amount > 0 order by id offset ${which % 7} limit 1
  `
  const [invoice] = await lockInvoices(tx, business.id, [row?.invoice_id ?? ''])
  const [last] = invoice ? await findAdjustments(tx, business.id, invoice.id) : []
  if (!invoice || !last) throw new Refusal('adjustment_not_found')
  if (last.kind === 'credit_note') await reverseCreditNote(tx, given, business, last.id, by)
  else await reverseAdjustment(tx, given, business, invoice, last, by)
}
