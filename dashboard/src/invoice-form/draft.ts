import { totals, type Discount, type Totals } from '@kusanya/domain/invoice.ts'
import { fromWire } from '@kusanya/domain/money.ts'
import { Refusal } from '@kusanya/domain/refusal.ts'
import { isRounded } from '@kusanya/domain/settings.ts'
import type { Schemas } from '../api.ts'
import type { Choice } from '../parts/pick.tsx'
import type { Sentence } from '../words/say.ts'

type Invoice = Schemas['Invoice']
/** What a field of numbers holds: nothing, or what is being typed, as text. */
export type Typed = number | string
export type Line = { product: Choice<{ price: number }> | null; quantity: Typed; rate: Typed }
export type Part = { day: string; amount: Typed }

/** An invoice as it is being written. */
export type Draft = {
  customer: Choice<{ currency: string }> | null
  /** The id of one of the customer's accounts; empty for the one that he had from the start. */
  account: string
  title: string
  description: string
  duedate: string
  lines: Line[]
  discount: { type: Discount['type']; value: Typed }
  /** The id of a tax; empty for none. */
  tax: string
  /** Empty when all of it is due on one day. */
  parts: Part[]
  /** What is not shown, and stays as it was. */
  kept: Partial<Pick<Schemas['CreateInvoice'], 'currency' | 'remark' | 'invoicedate'>>
}

export const noLine: Line = { product: null, quantity: 1, rate: '' }
export const nothingWritten: Draft = {
  customer: null,
  account: '',
  title: '',
  description: '',
  duedate: '',
  lines: [noLine],
  discount: { type: 'percentage', value: '' },
  tax: '',
  parts: [],
  kept: {},
}

const dayOf = (instant: string) => instant.slice(0, 10)

/** An invoice that is there, to be written on. */
export function draftOf(invoice: Invoice): Draft {
  const { customer, accountno, currency, invoiceno, discounttype, discountvalue } = invoice
  // A title that the number made is not one that somebody chose.
  const made = [`Invoice ${invoiceno ?? ''}`, 'Draft invoice'].includes(invoice.title)
  return {
    customer: { value: customer._id, label: `${customer.name} · ${accountno}`, thing: { currency } },
    account: invoice.accountid,
    title: made ? '' : invoice.title,
    description: invoice.description,
    duedate: dayOf(invoice.duedate),
    lines: invoice.items.map(({ itemid, name, quantity, rate }) => ({
      product: { value: itemid, label: name, thing: { price: rate } },
      quantity,
      rate,
    })),
    discount: { type: discountvalue > 0 ? discounttype : 'percentage', value: discountvalue || '' },
    tax: invoice.taxid ?? '',
    parts: invoice.instalments.map(({ duedate, amount }) => ({ day: dayOf(duedate), amount })),
    kept: { currency, remark: invoice.remark, invoicedate: invoice.invoicedate },
  }
}

/** Another one for the same: its days are to be chosen. */
export function anotherLike(invoice: Invoice): Draft {
  const { kept, ...same } = draftOf(invoice)
  const { invoicedate: _ofTheFirst, ...rest } = kept
  return { ...same, duedate: '', parts: [], kept: rest }
}

export const lastDay = ({ parts, duedate }: Draft) => parts.at(-1)?.day ?? duedate

export type Counting = { tax: Schemas['Tax'] | null; cents: Schemas['Settings']['cents'] }
export const currencyOf = ({ customer }: Draft) => customer?.thing.currency ?? 'KES'
export const isWhole = (draft: Draft, { cents }: Counting) => isRounded(cents, currencyOf(draft))

/** What it comes to, by the server's own rules; what stands in the way of counting it, if something does. */
export function count(draft: Draft, counting: Counting): Totals | Sentence {
  const { tax } = counting
  const items = draft.lines.map(({ quantity, rate }) => ({
    quantity: Math.max(0, Math.trunc(Number(quantity) || 0)),
    rate: fromWire(Number(rate) || 0),
  }))
  try {
    return totals(
      items,
      discountIn(draft),
      tax && { basisPoints: fromWire(tax.rate), included: tax.inclusive },
      isWhole(draft, counting),
    )
  } catch (error) {
    const refused = error instanceof Refusal ? wordings[error.code] : undefined
    if (refused) return refused
    throw error
  }
}
const wordings: Partial<Record<Refusal['code'], Sentence>> = {
  discount_exceeds_subtotal: 'The discount is more than the lines come to',
  discount_percentage_too_large: 'A discount is at most 100 per cent',
  total_too_large: 'The total is too large',
}

function discountIn({ discount: { type, value } }: Draft): Discount | null {
  const amount = fromWire(Number(value) || 0)
  if (amount === 0n) return null
  return type === 'percentage' ? { type, basisPoints: amount } : { type, amount }
}
