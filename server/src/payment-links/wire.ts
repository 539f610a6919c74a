import { writeInstant } from '@kusanya/domain/day.ts'
import { statuses, type Status } from '@kusanya/domain/invoice.ts'
import { fromWire, toWire, type Money } from '@kusanya/domain/money.ts'
import { Type, type Static } from 'typebox'
import type { Given } from '../context.ts'
import { endOf } from '../http/bounds.ts'
import { maybe, named, price, submission, tidied, words } from '../http/fields.ts'
import { stated } from '../http/updates.ts'

export type LinkRef = { id: string; generation: number }

/** The status of an invoice's link is the invoice's; a standalone one is on, off, or past its time. */
export const linkStatuses = [...statuses, 'active', 'inactive', 'expired'] as const
export type LinkStatus = (typeof linkStatuses)[number]
export const linkKinds = ['standalone', 'invoice'] as const

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

const Expiry = Type.Optional(
  Type.Union([Type.String({ maxLength: 40 }), Type.Null()], {
    description:
      'Until when its page can be opened: a day (YYYY-MM-DD) with all its hours, or an instant; null for ever',
  }),
)

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
    expiresat: Expiry,
  },
  submission,
)
export const UpdateLinkBody = Type.Object(
  {
    title: Type.Optional(words(500)),
    amount: Type.Optional(Type.Number({ minimum: 0, maximum: 1e13 })),
    active: maybe(Type.Boolean()),
    expiresat: Expiry,
  },
  submission,
)
export const RenewLinkBody = Type.Object({ reason: maybe(words(500, 'Kept in the audit trail')) })
export const updatable = ['title', 'amount', 'active', 'expiresat'] as const

export const LinkOnWire = named('PaymentLink', {
  _id: Type.String(),
  title: Type.String(),
  amount: Type.Number(),
  amountpaid: Type.Number(),
  type: Type.String(),
  status: Type.Enum(linkStatuses),
  active: Type.Boolean({ description: 'Whether it is switched on' }),
  open: Type.Boolean({ description: 'Whether its page can be opened now' }),
  expiresat: Type.Union([Type.String(), Type.Null()], { description: 'When it ends; never when null' }),
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
export type LinkDraft = { title: string; amount: Money; type: string; expiresAt: Date | null }

/** A link of either kind: one that belongs to an invoice and says what the invoice says, or a standalone one. */
export type Link = LinkRef &
  LinkDraft & {
    invoiceId: string | null
    paid: Money
    /** Null of one that stands alone. */
    invoiceStatus: Status | null
    active: boolean
    currency: string
    accountNumber: string
    createdAt: Date
    updatedAt: Date
  }

/** A day is one of the business's time zone. Throws a refusal for what is no date. */
export function readLink(body: Static<typeof CreateLinkBody>, timeZone: string): LinkDraft {
  return {
    title: tidied(body.title),
    amount: fromWire(body.amount),
    type: tidied(body.type) ?? 'general',
    expiresAt: endOf(body.expiresat ?? undefined, 'expiresat', timeZone),
  }
}

/** The same. Throws a refusal, too, when nothing is there to be changed. */
export function readLinkChange(body: Static<typeof UpdateLinkBody>, timeZone: string) {
  return stated({
    title: tidied(body.title) ?? undefined,
    amount: body.amount === undefined ? undefined : fromWire(body.amount),
    active: body.active ?? undefined,
    expiresAt: body.expiresat === undefined ? undefined : endOf(body.expiresat ?? undefined, 'expiresat', timeZone),
  })
}

export function presentWholeLink(
  link: Link,
  given: Pick<Given, 'vault' | 'publicUrl' | 'now'>,
): Static<typeof LinkOnWire> {
  const own = statusOfLink(link, given.now())
  const status = link.invoiceStatus ?? own
  const address = presentLink(link, status, given)
  return {
    ...address,
    title: link.title,
    amount: toWire(link.amount),
    amountpaid: toWire(link.paid),
    type: link.type,
    status,
    active: link.active,
    open: own === 'active',
    expiresat: link.expiresAt && writeInstant(link.expiresAt),
    qrcode: `${given.publicUrl}/qr/${address.code}.png`,
    currency: link.currency,
    accountno: link.accountNumber,
    invoiceid: link.invoiceId,
    createdat: writeInstant(link.createdAt),
    updatedat: writeInstant(link.updatedAt),
  }
}

function statusOfLink({ active, expiresAt }: Pick<Link, 'active' | 'expiresAt'>, now: Date): LinkStatus {
  if (!active) return 'inactive'
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'active'
}
