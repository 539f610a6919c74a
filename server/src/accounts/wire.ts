import { writeInstant } from '@kusanya/domain/day.ts'
import { toWire, type Money } from '@kusanya/domain/money.ts'
import { Type, type Static } from 'typebox'
import { maybe, named, submission, text, tidied, words } from '../http/fields.ts'
import { stated } from '../http/updates.ts'

export type Account = {
  id: string
  customerId: string
  customerName: string
  number: string
  name: string | null
  isDefault: boolean
  credit: Money
  /** What its open invoices still ask for. */
  balance: Money
  createdAt: Date
  updatedAt: Date
}

export const CreateAccountBody = Type.Object(
  { customerid: words(100, 'Customer ID (must exist in your business)'), name: maybe(text(200)) },
  submission,
)
export const UpdateAccountBody = Type.Object({ name: maybe(text(200)) }, submission)
export const updatable = ['name'] as const

const Name = Type.Union([Type.String(), Type.Null()])
export const AccountOnWire = named('Account', {
  _id: Type.String(),
  accountno: Type.String({ description: 'What the payer types at the Paybill' }),
  name: Name,
  customerid: Type.String(),
  customername: Type.String(),
  isdefault: Type.Boolean(),
  credit: Type.Number({ description: 'Money received that no invoice has asked for yet' }),
  balance: Type.Number({ description: 'What its open invoices still ask for' }),
  createdat: Type.String(),
  updatedat: Type.String(),
})

/** Throws a refusal when nothing is there to be changed. */
export function readAccountChange(body: Static<typeof UpdateAccountBody>) {
  return stated({ name: tidied(body.name) })
}

export function presentAccount(account: Account): Static<typeof AccountOnWire> {
  return {
    _id: account.id,
    accountno: account.number,
    name: account.name,
    customerid: account.customerId,
    customername: account.customerName,
    isdefault: account.isDefault,
    credit: toWire(account.credit),
    balance: toWire(account.balance),
    createdat: writeInstant(account.createdAt),
    updatedat: writeInstant(account.updatedAt),
  }
}
