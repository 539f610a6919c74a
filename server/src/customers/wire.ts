import { writeInstant } from '@kusanya/domain/day.ts'
import { messageLanguages, wishes, type MessageLanguage, type MessageWish } from '@kusanya/domain/message.ts'
import { toWire } from '@kusanya/domain/money.ts'
import { Type, type Static } from 'typebox'
import type { Account } from '../accounts/wire.ts'
import { Currency, maybe, named, submission, text, tidied, words } from '../http/fields.ts'
import { stated } from '../http/updates.ts'

export const customerTypes = ['individual', 'business'] as const

/** What is known of a customer. Those that were imported may lack an e-mail address, a phone or a country. */
export type CustomerFacts = {
  name: string
  email: string | null
  phone: string | null
  country: string | null
  currency: string
  company: string | null
  address: string | null
  city: string | null
  type: (typeof customerTypes)[number]
  active: boolean
  /** Null is the business's. */
  language: MessageLanguage | null
  /** Which messages he wants by e-mail, and which by SMS. */
  emails: MessageWish
  sms: MessageWish
}
export type Source = 'api' | 'dashboard' | 'import'
export type Customer = CustomerFacts & {
  id: string
  source: Source
  /** The default one first. */
  accounts: Pick<Account, 'id' | 'number' | 'name' | 'isDefault' | 'credit' | 'balance'>[]
  createdAt: Date
  updatedAt: Date
}

const Email = Type.String({ minLength: 1, maxLength: 254, pattern: '^\\s*[^\\s@]+@[^\\s@]+\\s*$' })
const Phone = Type.String({
  minLength: 1,
  maxLength: 40,
  pattern: '^[+\\d][\\d\\s()./-]{5,}$',
  description: '`+254…` or `07…`',
})
const Wish = Type.Enum(wishes, { description: 'Which messages he gets: all, only receipts, or none' })
const optional = {
  company: maybe(text(200)),
  address: maybe(text(500)),
  city: maybe(text(100)),
  type: maybe(Type.Enum(customerTypes)),
  active: maybe(Type.Boolean()),
  language: maybe(Type.Enum(messageLanguages)),
  emails: maybe(Wish),
  sms: maybe(Wish),
}

export const CreateCustomerBody = Type.Object(
  { name: words(200), email: Email, phone: Phone, country: words(100), currency: Currency, ...optional },
  submission,
)

export const UpdateCustomerBody = Type.Object(
  {
    name: Type.Optional(words(200)),
    email: maybe(Email),
    phone: maybe(Phone),
    country: maybe(words(100)),
    currency: Type.Optional(Currency),
    ...optional,
  },
  submission,
)

export const updatable = [
  'name',
  'email',
  'phone',
  'country',
  'currency',
  'company',
  'address',
  'city',
  'type',
  'active',
  'language',
  'emails',
  'sms',
] as const

const OrNull = Type.Union([Type.String(), Type.Null()])
export const CustomerInList = named('CustomerInList', {
  _id: Type.String(),
  name: Type.String(),
  email: OrNull,
  phone: OrNull,
  country: OrNull,
  currency: Type.String(),
  company: OrNull,
  address: OrNull,
  city: OrNull,
  type: Type.Enum(customerTypes),
  active: Type.Boolean(),
  language: Type.Union([Type.Enum(messageLanguages), Type.Null()], {
    description: 'Of messages to him; null is the language of the business',
  }),
  emails: Wish,
  sms: Wish,
  sourceorigin: Type.String(),
  accountno: Type.String({ description: 'Number of the default account: what the payer types at the Paybill' }),
  balance: Type.Number({ description: 'What the open invoices still ask for' }),
  credit: Type.Number({ description: 'Money received that no invoice has asked for yet' }),
  createdat: Type.String(),
  updatedat: Type.String(),
})

export const CustomerOnWire = named('Customer', {
  ...CustomerInList.properties,
  accounts: Type.Array(
    Type.Object({
      _id: Type.String(),
      accountno: Type.String(),
      name: OrNull,
      isdefault: Type.Boolean(),
      balance: Type.Number(),
      credit: Type.Number(),
    }),
  ),
})

export function readCustomer(body: Static<typeof CreateCustomerBody>): CustomerFacts {
  return {
    name: tidied(body.name),
    email: tidied(body.email),
    phone: tidied(body.phone),
    country: tidied(body.country),
    currency: body.currency,
    company: tidied(body.company) ?? null,
    address: tidied(body.address) ?? null,
    city: tidied(body.city) ?? null,
    type: body.type ?? 'individual',
    active: body.active ?? true,
    language: body.language ?? null,
    emails: body.emails ?? 'all',
    sms: body.sms ?? 'all',
  }
}

/** Throws a refusal when nothing is there to be changed. */
export function readCustomerChange(body: Static<typeof UpdateCustomerBody>): Partial<CustomerFacts> {
  return stated({
    name: tidied(body.name) ?? undefined,
    email: tidied(body.email),
    phone: tidied(body.phone),
    country: tidied(body.country),
    currency: body.currency,
    company: tidied(body.company),
    address: tidied(body.address),
    city: tidied(body.city),
    type: body.type ?? undefined,
    active: body.active ?? undefined,
    language: body.language,
    emails: body.emails ?? undefined,
    sms: body.sms ?? undefined,
  })
}

export function presentCustomer(customer: Customer): Static<typeof CustomerOnWire> {
  const { accounts } = customer
  return {
    _id: customer.id,
    name: customer.name,
    email: customer.email,
    phone: customer.phone,
    country: customer.country,
    currency: customer.currency,
    company: customer.company,
    address: customer.address,
    city: customer.city,
    type: customer.type,
    active: customer.active,
    language: customer.language,
    emails: customer.emails,
    sms: customer.sms,
    sourceorigin: customer.source,
    accountno: accounts.find(({ isDefault }) => isDefault)?.number ?? '',
    balance: toWire(accounts.reduce((sum, { balance }) => sum + balance, 0n)),
    credit: toWire(accounts.reduce((sum, { credit }) => sum + credit, 0n)),
    accounts: accounts.map(({ id, number, name, isDefault, balance, credit }) => ({
      _id: id,
      accountno: number,
      name,
      isdefault: isDefault,
      balance: toWire(balance),
      credit: toWire(credit),
    })),
    createdat: writeInstant(customer.createdAt),
    updatedat: writeInstant(customer.updatedAt),
  }
}
