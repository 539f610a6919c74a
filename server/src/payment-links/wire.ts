import { writeInstant } from '@kusanya/domain/day.ts'
import type { Money } from '@kusanya/domain/money.ts'
import { toWire } from '@kusanya/domain/money.ts'
import { Type, type Static } from 'typebox'
import type { Given } from '../context.ts'

export type LinkRef = { id: string; generation: number }

/** The link of an invoice, as its document shows it. Its status is the invoice's. */
export function presentLink({ id, generation }: LinkRef, status: string, { vault, publicUrl }: Pick<Given, 'vault' | 'publicUrl'>) {
  const code = vault.path('payment_link', id, generation)
  const url = `${publicUrl}/pay/${code}`
  return { _id: id, shorturl: url, rawurl: url, code, status }
}

export const CreateLinkBody = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 200 }),
  amount: Type.Number({ exclusiveMinimum: 0, maximum: 1e12 }),
  type: Type.Optional(Type.String({ minLength: 1, maxLength: 50, pattern: '^(?!invoice$)', wording: 'Invalid type' })),
})

export const LinkOnWire = Type.Object({
  _id: Type.String(),
  title: Type.String(),
  amount: Type.Number(),
  amountpaid: Type.Number(),
  type: Type.String(),
  status: Type.String(),
  shorturl: Type.String(),
  rawurl: Type.String(),
  code: Type.String(),
  qrcode: Type.String(),
  currency: Type.String(),
  accountno: Type.String(),
  invoiceid: Type.Union([Type.String(), Type.Null()]),
  createdat: Type.String(),
})

/** A link of either kind: one that belongs to an invoice, or a standalone one. */
export type Link = LinkRef & {
  invoiceId: string | null
  title: string
  amount: Money
  paid: Money
  type: string
  status: string
  currency: string
  accountNumber: string
  createdAt: Date
}

export function presentWholeLink(link: Link, given: Pick<Given, 'vault' | 'publicUrl'>): Static<typeof LinkOnWire> {
  const address = presentLink(link, link.status, given)
  return {
    ...address,
    title: link.title,
    amount: toWire(link.amount),
    amountpaid: toWire(link.paid),
    type: link.type,
    qrcode: `${given.publicUrl}/qr/${address.code}.png`,
    currency: link.currency,
    accountno: link.accountNumber,
    invoiceid: link.invoiceId,
    createdat: writeInstant(link.createdAt),
  }
}
