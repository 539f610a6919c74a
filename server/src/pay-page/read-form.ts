import { readClaim, type ClaimRead } from '@kusanya/domain/claim.ts'
import { nextShilling, type Money } from '@kusanya/domain/money.ts'
import type { Part } from '@kusanya/domain/payment.ts'
import { readPhone } from '@kusanya/domain/phone.ts'
import type { Bill } from './read-bill.ts'
import type { OtherBill } from './read-others.ts'

/** What M-PESA moves in one transaction at most (Daraja FAQ: KES 250,000). */
export const mostAtOnce: Money = 250_000_00n

/** The form as it was filled in, to be shown again. */
export type Typed = { amount: string; also: string[]; to: 'known' | 'other'; phone: string }
/** What to ask a phone for. `parts` says what is for which invoice where other bills are paid with this one. */
export type Wish = { phone: string; amount: Money; parts: Part[] }
export type Problems = { amount?: 'unreadable' | 'too_large' | 'over_limit'; phone?: 'unreadable' | 'unclear' }
export type FormRead = { typed: Typed; wish: Wish } | { typed: Typed; problems: Problems }

/** What the form proposes: what is due now, as far as one transaction goes, in whole KES. */
export function proposedAmount({ dueNow }: Pick<Bill, 'dueNow'>): Money {
  const whole = nextShilling(dueNow)
  return whole < mostAtOnce ? whole : mostAtOnce
}

/** The invoice's own phone as it can be asked; null when it has none or a foreign one. */
export function knownPhone({ payerPhone }: Pick<Bill, 'payerPhone'>): string | null {
  return payerPhone === null ? null : readPhone(payerPhone)
}

/** Reads the *Pay now* form. Money never leaves on a guess: a number that was typed but not chosen is asked about. */
export function readForm(body: unknown, bill: Bill): FormRead {
  const known = knownPhone(bill)
  const typed: Typed = {
    amount: field(body, 'amount'),
    also: codes(body),
    to: field(body, 'to') === 'known' && known !== null ? 'known' : 'other',
    phone: field(body, 'phone'),
  }
  const also = bill.others.filter(({ code }) => typed.also.includes(code))
  const amount = readAmount(typed.amount, bill, also)
  const phone =
    typed.to === 'known' && typed.phone !== '' ? 'unclear' : typed.to === 'known' ? known : readPhone(typed.phone)
  if (typeof amount === 'bigint' && phone !== null && phone !== 'unclear') {
    return { typed, wish: { phone, ...together(bill, amount, also) } }
  }
  return {
    typed: phone === 'unclear' ? { ...typed, to: 'other' } : typed,
    problems: {
      ...(typeof amount !== 'bigint' && { amount }),
      ...(phone === null && { phone: 'unreadable' }),
      ...(phone === 'unclear' && { phone }),
    },
  }
}

/** Reads *I have already paid*: what was typed, to be shown again, and the code in it; null when there is none. */
export function readTypedClaim(body: unknown): { typed: string; read: ClaimRead | null } {
  const typed = field(body, 'claim', 1000)
  return { typed, read: readClaim(typed) }
}

function together({ invoiceId }: Bill, amount: Money, also: OtherBill[]): Pick<Wish, 'amount' | 'parts'> {
  if (invoiceId === null || also.length === 0) return { amount, parts: [] }
  const parts = [{ invoiceId, amount }, ...also.map((other) => ({ invoiceId: other.invoiceId, amount: other.due }))]
  return { amount: sumOf(parts.map((part) => part.amount)), parts }
}

function sumOf(amounts: Money[]): Money {
  return amounts.reduce((sum, one) => sum + one, 0n)
}

function readAmount(text: string, { balance }: Bill, also: OtherBill[]): Money | NonNullable<Problems['amount']> {
  const [, digits] = /^(?:kes|ksh?)?\.?(\d{1,12})(?:\.0{1,2}|\/[=-])?$/i.exec(text.replace(/[\s,]/g, '')) ?? []
  const amount = BigInt(digits ?? '0') * 100n
  if (amount === 0n) return 'unreadable'
  if (amount > nextShilling(balance)) return 'too_large'
  return amount + sumOf(also.map(({ due }) => due)) > mostAtOnce ? 'over_limit' : amount
}

/** The bills that were ticked: one comes as a text, several as a list. */
function codes(body: unknown): string[] {
  const also = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)['also'] : undefined
  return [also].flat().filter((one) => typeof one === 'string')
}

function field(body: unknown, name: 'amount' | 'to' | 'phone' | 'claim', most = 40): string {
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined
  return typeof value === 'string' ? value.trim().slice(0, most) : ''
}
