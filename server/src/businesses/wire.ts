import { policies } from '@kusanya/domain/matching/validate.ts'
import { channels, messageLanguages } from '@kusanya/domain/message.ts'
import { fromWire, toWire } from '@kusanya/domain/money.ts'
import { allocationOrders, centsRules, numberKinds, type BusinessSettings } from '@kusanya/domain/settings.ts'
import { Type, type Static } from 'typebox'
import { maybe, named, submission, tidied, words } from '../http/fields.ts'
import { stated } from '../http/updates.ts'
import type { Business } from './business.ts'

const Threshold = Type.Number({
  minimum: 0.5,
  maximum: 1,
  description: 'How sure matching must be, 0.5 to 1, before it applies a payment by itself. Counted in steps of 0.0001',
})
const Prefix = Type.String({
  pattern: '^\\s*[A-Za-z0-9]{1,8}\\s*$',
  wording: 'An account prefix is up to 8 letters and digits',
})
const Above = Type.Number({
  minimum: 0,
  maximum: 1e12,
  description: 'A reported payment above this waits until M-PESA has confirmed it; null acts on every report',
})
const Channels = (what: string) =>
  Type.Array(Type.Enum(channels), {
    maxItems: 2,
    description: `By which channels ${what} goes out by itself; none: not`,
  })
const Days = Type.Array(Type.Integer({ minimum: -60, maximum: 365 }), {
  maxItems: 12,
  description: 'Days after the due date, below zero before it, on which customers are reminded',
})
const sameIsNever = 'HH:MM where the business is. When both are the same, no hour is quiet'
const Clock = Type.String({
  pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
  wording: 'A time of day is written HH:MM',
  description: sameIsNever,
})
const Sender = Type.String({
  pattern: '^\\s*[A-Za-z0-9 _-]{1,11}\\s*$',
  wording: 'A sender of SMS is up to 11 letters and digits, as it was registered',
})
const Letterhead = Type.String({
  maxLength: 400,
  pattern: '^([^\\n]*\\n){0,5}[^\\n]*$',
  wording: 'A letterhead has up to 6 lines',
  description:
    'What stands under the name on documents: address, KRA PIN, how to reach you. Up to 6 lines; null for nothing',
})
const fields = {
  name: words(200),
  whenpushunknown: Type.Enum(['resend', 'ask']),
  matchthreshold: Threshold,
  accountnumbers: Type.Enum(numberKinds),
  accountprefixes: Type.Array(Type.String(), { description: 'What its own numbers begin with and payers leave away' }),
  validationpolicy: Type.Enum(policies),
  cents: Type.Enum(centsRules),
  allocationorder: Type.Enum(allocationOrders),
  creditpaysinvoices: Type.Boolean(),
  invoicechannels: Channels('an invoice that is issued'),
  reminderchannels: Channels('a reminder'),
  receiptchannels: Channels('a receipt'),
  reminderdays: Days,
  quietfrom: Type.String({ description: sameIsNever }),
  quietuntil: Type.String({ description: sameIsNever }),
  messagelanguage: Type.Enum(messageLanguages, { description: 'Where a customer has no language of his own' }),
}

export const UpdateSettingsBody = Type.Object(
  {
    ...Type.Partial(Type.Object(fields)).properties,
    accountprefixes: Type.Optional(Type.Array(Prefix, { maxItems: 10 })),
    letterhead: maybe(Letterhead),
    confirmedabove: maybe(Above),
    smssender: maybe(Sender),
    quietfrom: Type.Optional(Clock),
    quietuntil: Type.Optional(Clock),
  },
  submission,
)
export const SettingsOnWire = named('Settings', {
  _id: Type.String(),
  ...fields,
  letterhead: Type.Union([Type.String(), Type.Null()]),
  confirmedabove: Type.Union([Type.Number(), Type.Null()]),
  smssender: Type.Union([Type.String(), Type.Null()]),
  currency: Type.String(),
  timezone: Type.String(),
  availablechannels: Type.Array(Type.Enum(channels), {
    description: 'By which channels this server can send: for e-mail it needs a mail server, for SMS a gateway',
  }),
})

export type SettingsChange = Partial<BusinessSettings & Pick<Business, 'name' | 'letterhead' | 'whenPushUnknown'>>

/** Throws a refusal when nothing is there to be changed. */
export function readSettingsChange(body: Static<typeof UpdateSettingsBody>): SettingsChange {
  return stated({
    name: tidied(body.name) ?? undefined,
    letterhead: tidied(body.letterhead),
    whenPushUnknown: body.whenpushunknown,
    matchThreshold: body.matchthreshold === undefined ? undefined : Math.round(body.matchthreshold * 10_000),
    accountNumbers: body.accountnumbers,
    accountPrefixes: body.accountprefixes?.map((prefix) => prefix.trim().toUpperCase()),
    validationPolicy: body.validationpolicy,
    cents: body.cents,
    allocationOrder: body.allocationorder,
    creditPaysInvoices: body.creditpaysinvoices,
    ...readMessageSettings(body),
    confirmedAbove: typeof body.confirmedabove === 'number' ? fromWire(body.confirmedabove) : body.confirmedabove,
  })
}

/** In one order and without what is there twice, so that the same is the same. */
function readMessageSettings(body: Static<typeof UpdateSettingsBody>) {
  const inOrder = (some?: readonly string[]) => some && channels.filter((one) => some.includes(one))
  return {
    invoiceChannels: inOrder(body.invoicechannels),
    reminderChannels: inOrder(body.reminderchannels),
    receiptChannels: inOrder(body.receiptchannels),
    reminderDays: body.reminderdays && [...new Set(body.reminderdays)].sort((a, b) => a - b),
    quietFrom: body.quietfrom,
    quietUntil: body.quietuntil,
    messageLanguage: body.messagelanguage,
    smsSender: tidied(body.smssender),
  }
}

/** What a business has decided, without what its server can do. */
export function presentSettings({
  settings,
  ...business
}: Business): Omit<Static<typeof SettingsOnWire>, 'availablechannels'> {
  return {
    _id: business.id,
    name: business.name,
    letterhead: business.letterhead,
    whenpushunknown: business.whenPushUnknown,
    matchthreshold: settings.matchThreshold / 10_000,
    accountnumbers: settings.accountNumbers,
    accountprefixes: settings.accountPrefixes,
    validationpolicy: settings.validationPolicy,
    cents: settings.cents,
    allocationorder: settings.allocationOrder,
    creditpaysinvoices: settings.creditPaysInvoices,
    confirmedabove: settings.confirmedAbove === null ? null : toWire(settings.confirmedAbove),
    invoicechannels: settings.invoiceChannels,
    reminderchannels: settings.reminderChannels,
    receiptchannels: settings.receiptChannels,
    reminderdays: settings.reminderDays,
    quietfrom: settings.quietFrom,
    quietuntil: settings.quietUntil,
    messagelanguage: settings.messageLanguage,
    smssender: settings.smsSender,
    currency: business.currency,
    timezone: business.timeZone,
  }
}
