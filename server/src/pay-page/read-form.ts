import { readClaim, type ClaimRead } from '@kusanya/domain/claim.ts'
import { nextShilling, type Money } from '@kusanya/domain/money.ts'
import { readPhone } from '@kusanya/domain/phone.ts'
import type { Bill } from './read-bill.ts'

/** What M-PESA moves in one transaction at most (Daraja FAQ: KES 250,000). */
export const mostAtOnce: Money = 250_000_00n

/** The form as it was filled in, to be shown again. */
export type Typed = { amount: string; to: 'known' | 'other'; phone: string }
export type Problems = { amount?: 'unreadable' | 'too_large' | 'over_limit'; phone?: 'unreadable' | 'unclear' }
export type FormRead = { typed: Typed; wish: { phone: string; amount: Money } } | { typed: Typed; problems: Problems }

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
    to: field(body, 'to') === 'known' && known !== null ? 'known' : 'other',
    phone: field(body, 'phone'),
  }
  const amount = readAmount(typed.amount, bill)
  const phone =
    typed.to === 'known' && typed.phone !== '' ? 'unclear' : typed.to === 'known' ? known : readPhone(typed.phone)
  if (typeof amount === 'bigint' && phone !== null && phone !== 'unclear') return { typed, wish: { phone, amount } }
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

function readAmount(text: string, { balance }: Bill): Money | NonNullable<Problems['amount']> {
  const [, digits] = /^(?:kes|ksh?)?\.?(\d{1,12})(?:\.0{1,2}|\/[=-])?$/i.exec(text.replace(/[\s,]/g, '')) ?? []
  const amount = BigInt(digits ?? '0') * 100n
  if (amount === 0n) return 'unreadable'
  if (amount > nextShilling(balance)) return 'too_large'
  return amount > mostAtOnce ? 'over_limit' : amount
}

function field(body: unknown, name: keyof Typed | 'claim', most = 40): string {
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined
  return typeof value === 'string' ? value.trim().slice(0, most) : ''
}
