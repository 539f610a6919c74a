import { writeInstant } from '@kusanya/domain/day.ts'
import { statuses, type Status } from '@kusanya/domain/invoice.ts'
import { fromWire, toWire, type Money } from '@kusanya/domain/money.ts'
import { Type, type Static } from 'typebox'
import type { Given } from '../context.ts'
import { maybe, named, price, submission, tidied, words } from '../http/fields.ts'
import { stated } from '../http/updates.ts'

export type LinkRef = { id: string; generation: number }

/** The status of an invoice's link is the invoice's; a standalone one is on or off. */
export const linkStatuses = [...statuses, 'active', 'inactive'] as const
export type LinkStatus = Status | 'active' | 'inactive'

/** The link of an invoice, as its document shows it. Its status is the invoice's. */
export function presentLink(
  { id, generation }: LinkRef,
  status: string,
  { vault, publicUrl }: Pick<Given, 'vault' | 'publicUrl'>,
) {
  const code = vault.path('payment_link', id, generation)
  const url = `${publicUrl}/pay/${code}`
  return { _id: id, shorturl: url, rawurl: url, code, status }
}

export const CreateLinkBody = Type.Object(
  {
    title: words(200),
    amount: price(),
    type: maybe(
      Type.String({
        maxLength: 50,
        pattern: '^(?!\\s*invoice\\s*$)',
        wording: 'Invalid type',
        description: '`general` when absent',
      }),
    ),
  },
  submission,
)
export const UpdateLinkBody = Type.Object(
  {
    title: Type.Optional(words(500)),
    amount: Type.Optional(Type.Number({ minimum: 0, maximum: 1e13 })),
    active: maybe(Type.Boolean()),
  },
  submission,
)
export const updatable = ['title', 'amount', 'active'] as const

export const LinkOnWire = named('PaymentLink', {
  _id: Type.String(),
  title: Type.String(),
  amount: Type.Number(),
  amountpaid: Type.Number(),
  type: Type.String(),
  status: Type.Enum(linkStatuses),
  active: Type.Boolean({ description: 'Whether its page can be opened' }),
  shorturl: Type.String(),
  rawurl: Type.String(),
  code: Type.String(),
  qrcode: Type.String(),
  currency: Type.String(),
  accountno: Type.String({ description: 'What the payer types at the Paybill' }),
  invoiceid: Type.Union([Type.String(), Type.Null()]),
  createdat: Type.String(),
  updatedat: Type.String(),
})

/** A standalone link that somebody wants. */
export type LinkDraft = { title: string; amount: Money; type: string }

/** A link of either kind: one that belongs to an invoice and says what the invoice says, or a standalone one. */
export type Link = LinkRef &
  LinkDraft & {
    invoiceId: string | null
    paid: Money
    status: LinkStatus
    active: boolean
    currency: string
    accountNumber: string
    createdAt: Date
    updatedAt: Date
  }

export function readLink(body: Static<typeof CreateLinkBody>): LinkDraft {
  return { title: tidied(body.title), amount: fromWire(body.amount), type: tidied(body.type) ?? 'general' }
}

/** Throws a refusal when nothing is there to be changed. */
export function readLinkChange(body: Static<typeof UpdateLinkBody>) {
  return stated({
    title: tidied(body.title) ?? undefined,
    amount: body.amount === undefined ? undefined : fromWire(body.amount),
    active: body.active ?? undefined,
  })
}

export function presentWholeLink(link: Link, given: Pick<Given, 'vault' | 'publicUrl'>): Static<typeof LinkOnWire> {
  const address = presentLink(link, link.status, given)
  return {
    ...address,
    title: link.title,
    amount: toWire(link.amount),
    amountpaid: toWire(link.paid),
    type: link.type,
    status: link.status,
    active: link.active,
    qrcode: `${given.publicUrl}/qr/${address.code}.png`,
    currency: link.currency,
    accountno: link.accountNumber,
    invoiceid: link.invoiceId,
    createdat: writeInstant(link.createdAt),
    updatedat: writeInstant(link.updatedAt),
  }
}
