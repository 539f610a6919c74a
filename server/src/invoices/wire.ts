import { readInstant, writeInstant } from '@kusanya/domain/day.ts'
import {
  balanceOf,
  lineTotal,
  statuses,
  statusOf,
  titleOf,
  writeNumber,
  type Discount,
  type Draft,
  type Invoice,
} from '@kusanya/domain/invoice.ts'
import { fromWire, toWire } from '@kusanya/domain/money.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type, type Static } from 'typebox'
import type { Given } from '../context.ts'
import { maybe } from '../http/fields.ts'
import { named } from '../http/fields.ts'
import { presentLink } from '../payment-links/wire.ts'
import { Instalments, InstalmentsOnWire, presentInstalments, readInstalments } from './schedule-wire.ts'

const discountTypes = ['percentage', 'fixed'] as const
const DiscountType = Type.Enum(discountTypes, { wording: 'Invalid discounttype. Use percentage or fixed' })
const text = (maxLength: number) => Type.String({ maxLength })
const amount = (least: number) => Type.Number({ minimum: least, maximum: 1e13 })

const draftFields = {
  customerid: Type.String({ minLength: 1, description: 'Customer ID (must exist in your business)' }),
  items: Type.Array(
    Type.Object({
      itemid: Type.String({ minLength: 1, description: 'Product ID' }),
      name: Type.Optional(text(500)),
      quantity: Type.Integer({
        minimum: 1,
        maximum: 1e9,
        wording: 'quantity must be a positive integer',
        missing: 'quantity is required',
      }),
      rate: amount(0),
    }),
    { minItems: 1, maxItems: 500, wording: 'At least one item is required' },
  ),
  duedate: Type.String({ minLength: 1, description: 'ISO 8601 date or date-time' }),
  instalments: maybe(Instalments),
  accountid: Type.Optional(Type.String({ description: 'Account to bill; the customer’s default account when absent' })),
  title: Type.Optional(text(500)),
  description: Type.Optional(text(5000)),
  invoicedate: Type.Optional(Type.String()),
  taxid: Type.Optional(Type.String()),
  discount: Type.Optional(amount(0)),
  discounttype: Type.Optional(DiscountType),
  remark: Type.Optional(text(5000)),
  currency: Type.Optional(
    Type.String({ pattern: '^[A-Z]{3}$', wording: 'currency must be a three-letter code such as KES' }),
  ),
}
export const CreateInvoiceBody = Type.Object({
  ...draftFields,
  status: Type.Optional(Type.Enum(['draft', 'unpaid'], { wording: 'Invalid status value' })),
})
/** A draft as it is to be: what is left out is not kept. */
export const RewriteDraftBody = Type.Object(draftFields)

const orNull = <T extends ReturnType<typeof text>>(schema: T) => Type.Union([schema, Type.Null()])

export const UpdateInvoiceBody = Type.Object({
  title: Type.Optional(orNull(text(500))),
  description: Type.Optional(orNull(text(5000))),
  status: Type.Optional(Type.Enum(statuses, { wording: 'Invalid status value' })),
  duedate: Type.Optional(Type.String({ minLength: 1 })),
  instalments: maybe(Instalments),
  discount: Type.Optional(amount(0)),
  discounttype: Type.Optional(DiscountType),
  discountvalue: Type.Optional(amount(0)),
  amountpaid: Type.Optional(
    Type.Number({ maximum: 1e13, description: 'With status partially_paid: the part payment to record' }),
  ),
})

const LinkOnWire = named('InvoiceLink', {
  _id: Type.String(),
  shorturl: Type.String(),
  rawurl: Type.String(),
  code: Type.String(),
  status: Type.String(),
})
const Summary = {
  _id: Type.String(),
  invoiceno: Type.Union([Type.String(), Type.Null()]),
  title: Type.String(),
  status: Type.Enum(statuses),
  balance: Type.Number({ description: 'Still to be paid' }),
  subtotal: Type.Number(),
  total: Type.Number(),
  amountpaid: Type.Number(),
  adjusted: Type.Number({ description: 'Credited, written off, withheld or rounded' }),
  currency: Type.String(),
  accountno: Type.String({ description: 'What the payer types at the Paybill' }),
  invoicedate: Type.String(),
  duedate: Type.String(),
  createdat: Type.String(),
  updatedat: Type.String(),
}

export const InvoiceInList = named('InvoiceInList', {
  ...Summary,
  customer: Type.Object({ _id: Type.String(), name: Type.String() }),
})

export const InvoiceOnWire = named('Invoice', {
  ...Summary,
  description: Type.String(),
  remark: Type.String(),
  taxid: Type.Union([Type.String(), Type.Null()]),
  taxamount: Type.Number(),
  rounding: Type.Number({ description: 'What makes the total whole shillings, up or down' }),
  discount: Type.Number({ description: 'The computed amount' }),
  discounttype: Type.Enum(discountTypes),
  discountvalue: Type.Number({ description: 'As entered, in the unit of discounttype' }),
  accountid: Type.String(),
  items: Type.Array(
    Type.Object({
      itemid: Type.String(),
      name: Type.String(),
      quantity: Type.Integer(),
      rate: Type.Number(),
      total: Type.Number(),
    }),
  ),
  instalments: InstalmentsOnWire,
  customer: Type.Object({
    _id: Type.String(),
    name: Type.String(),
    email: Type.Union([Type.String(), Type.Null()]),
    phone: Type.Union([Type.String(), Type.Null()]),
  }),
  paymentlink: LinkOnWire,
  paymentlinks: Type.Array(LinkOnWire),
  qrcode: Type.String(),
  push: Type.Optional(
    Type.Object(
      { state: Type.String(), reason: Type.Union([Type.String(), Type.Null()]), updatedat: Type.String() },
      {
        description: 'The bill’s way to the phone through Bill Manager',
      },
    ),
  ),
  seenat: Type.Optional(Type.String({ description: 'When a payer first opened the pay page' })),
})

/** Throws a refusal for a date that cannot be read. */
export function readInvoice(body: Static<typeof CreateInvoiceBody>): Draft {
  const dueAt = readInstant(body.duedate) ?? refuse('date_unreadable', { field: 'duedate' })
  const invoicedAt =
    body.invoicedate === undefined
      ? null
      : (readInstant(body.invoicedate) ?? refuse('date_unreadable', { field: 'invoicedate' }))
  return {
    customerId: body.customerid,
    accountId: body.accountid ?? null,
    items: body.items.map(({ itemid, name, quantity, rate }) => ({
      productId: itemid,
      name: name || null,
      quantity,
      rate: fromWire(rate),
    })),
    title: body.title?.trim() || null,
    description: body.description || null,
    remark: body.remark || null,
    currency: body.currency ?? null,
    invoicedAt,
    dueAt,
    discount: readDiscount(body.discount, body.discounttype ?? 'fixed'),
    taxId: body.taxid || null,
    issue: body.status !== 'draft',
    instalments: readInstalments(body.instalments ?? []),
  }
}

export function readDiscount(value: number | undefined, type: Discount['type']): Discount | null {
  const amount = fromWire(value ?? 0)
  if (amount === 0n) return null
  return type === 'percentage' ? { type, basisPoints: amount } : { type, amount }
}

/** A discount as entered, in hundredths of its unit: cents, or basis points. */
export function discountValue(discount: Discount | null): bigint {
  if (!discount) return 0n
  return discount.type === 'percentage' ? discount.basisPoints : discount.amount
}

export function presentSummary(invoice: Invoice): Static<typeof InvoiceInList> {
  return {
    _id: invoice.id,
    invoiceno: invoice.number && writeNumber(invoice.number),
    title: titleOf(invoice),
    status: statusOf(invoice),
    balance: toWire(balanceOf(invoice)),
    subtotal: toWire(invoice.subtotal),
    total: toWire(invoice.total),
    amountpaid: toWire(invoice.paid),
    adjusted: toWire(invoice.adjusted),
    currency: invoice.currency,
    accountno: invoice.account.number,
    invoicedate: writeInstant(invoice.invoicedAt),
    duedate: writeInstant(invoice.dueAt),
    customer: { _id: invoice.customer.id, name: invoice.customer.name },
    createdat: writeInstant(invoice.createdAt),
    updatedat: writeInstant(invoice.updatedAt),
  }
}

export function presentInvoice(
  invoice: Invoice,
  given: Pick<Given, 'vault' | 'publicUrl'>,
): Static<typeof InvoiceOnWire> {
  const link = presentLink(invoice.link, statusOf(invoice), given)
  return {
    ...presentSummary(invoice),
    description: invoice.description ?? '',
    remark: invoice.remark ?? '',
    taxid: invoice.taxId,
    taxamount: toWire(invoice.tax),
    rounding: toWire(invoice.rounding),
    discount: toWire(invoice.discount),
    discounttype: invoice.discountAs?.type ?? 'fixed',
    discountvalue: toWire(discountValue(invoice.discountAs)),
    accountid: invoice.account.id,
    items: invoice.items.map((item) => ({
      itemid: item.productId,
      name: item.name,
      quantity: item.quantity,
      rate: toWire(item.rate),
      total: toWire(lineTotal(item)),
    })),
    instalments: presentInstalments(invoice),
    customer: {
      _id: invoice.customer.id,
      name: invoice.customer.name,
      email: invoice.customer.email,
      phone: invoice.customer.phone,
    },
    paymentlink: link,
    paymentlinks: [{ ...link, shorturl: link.code }],
    qrcode: `${given.publicUrl}/qr/${link.code}.png`,
  }
}
