import { policies } from '@kusanya/domain/matching/validate.ts'
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
}

export const UpdateSettingsBody = Type.Object(
  {
    ...Type.Partial(Type.Object(fields)).properties,
    accountprefixes: Type.Optional(Type.Array(Prefix, { maxItems: 10 })),
    confirmedabove: maybe(Above),
  },
  submission,
)
export const SettingsOnWire = named('Settings', {
  _id: Type.String(),
  ...fields,
  confirmedabove: Type.Union([Type.Number(), Type.Null()]),
  currency: Type.String(),
  timezone: Type.String(),
})

export type SettingsChange = Partial<BusinessSettings & Pick<Business, 'name' | 'whenPushUnknown'>>

/** Throws a refusal when nothing is there to be changed. */
export function readSettingsChange(body: Static<typeof UpdateSettingsBody>): SettingsChange {
  return stated({
    name: tidied(body.name) ?? undefined,
    whenPushUnknown: body.whenpushunknown,
    matchThreshold: body.matchthreshold === undefined ? undefined : Math.round(body.matchthreshold * 10_000),
    accountNumbers: body.accountnumbers,
    accountPrefixes: body.accountprefixes?.map((prefix) => prefix.trim().toUpperCase()),
    validationPolicy: body.validationpolicy,
    cents: body.cents,
    allocationOrder: body.allocationorder,
    creditPaysInvoices: body.creditpaysinvoices,
    confirmedAbove: typeof body.confirmedabove === 'number' ? fromWire(body.confirmedabove) : body.confirmedabove,
  })
}

export function presentSettings({ settings, ...business }: Business): Static<typeof SettingsOnWire> {
  return {
    _id: business.id,
    name: business.name,
    whenpushunknown: business.whenPushUnknown,
    matchthreshold: settings.matchThreshold / 10_000,
    accountnumbers: settings.accountNumbers,
    accountprefixes: settings.accountPrefixes,
    validationpolicy: settings.validationPolicy,
    cents: settings.cents,
    allocationorder: settings.allocationOrder,
    creditpaysinvoices: settings.creditPaysInvoices,
    confirmedabove: settings.confirmedAbove === null ? null : toWire(settings.confirmedAbove),
    currency: business.currency,
    timezone: business.timeZone,
  }
}
