import { accountNumberLength, alphabet, isAccountNumber } from '../account-number.ts'
import type { Book } from './book.ts'
import { readReference, type Numbering, type Reference } from './reference.ts'

/** What a business asks of an account number while the payer is still on the phone. */
export const policies = ['accept_all', 'check_character', 'known_only'] as const
export type Policy = (typeof policies)[number]

/** The answer to a C2B validation request: `0`, or "invalid account number". */
export type Answer = '0' | 'C2B00012'

/**
 * Whether a payment may go on. What matching would find is accepted under every policy, and so is a text of which we
 * cannot say that it is wrong:
 * - `check_character` refuses only what looks like one of our numbers, has a wrong check character, and is one slip
 *   away from no account.
 * - `known_only` refuses what leads to no account by number, invoice, phone or a whole name. A number without a check
 *   character must be there as typed: almost any is one slip away from another.
 */
export function validate(typed: string, policy: Policy, book: Book, numbering: Numbering): Answer {
  if (policy === 'accept_all') return '0'
  const reference = readReference(typed, numbering)
  // A till has no account number to be wrong.
  if (reference.shape === 'empty' || isKnown(reference, book)) return '0'
  if (policy === 'known_only') return 'C2B00012'
  return numbering.numbers !== 'own' && isMistyped(reference.tidy) ? 'C2B00012' : '0'
}

function isKnown({ numbers, invoices, phone, names }: Reference, book: Book): boolean {
  const sure = [...numbers].flatMap(([number, way]) =>
    way === 'exact' || way === 'dressed' || isAccountNumber(number) ? [number] : [],
  )
  const billed = invoices.flatMap(({ number, way }) => (way === 'exact' ? [number] : []))
  return (
    book.withNumbers(sure).length > 0 ||
    book.withInvoices(billed).length > 0 ||
    (phone !== null && book.withPhone({ kind: 'full', phone }).length > 0) ||
    (names.length > 1 && book.withNames(names).length > 0)
  )
}

/** Nearly as long as our numbers, and no word and no number of somebody else's: letters and digits, or only our signs. */
function isMistyped(tidy: string): boolean {
  if (Math.abs(tidy.length - accountNumberLength) > 1 || isAccountNumber(tidy)) return false
  const mixed = /[A-Z]/.test(tidy) && /\d/.test(tidy)
  return mixed || (/[A-Z]/.test(tidy) && [...tidy].every((sign) => alphabet.includes(sign)))
}
