import { tidyReference } from './account-number.ts'
import { readNumbers, type InvoiceNumber } from './invoice.ts'
import { tidyNumber } from './matching/book.ts'
import { nameWords } from './matching/names.ts'
import { readDecimal, type Money } from './money.ts'
import { readPhone } from './phone.ts'

/** What somebody who typed this into a search may be looking for, besides the text itself. */
export type Search = {
  /** `254…`, if it can be a Kenyan mobile number. */
  phone: string | null
  invoices: InvoiceNumber[]
  /** Letters and digits only, as accounts' `tidy_number` is. */
  account: string
  /** As it may be stored: as typed, or upper case without what people put between. */
  receipts: string[]
  amount: Money | null
  /** Beginnings of the words of a name, upper case, sixty at the most; none if there is more than words. */
  words: string[]
}

/** Reads what was typed; an amount may have its currency, thousands and cents: `KES 1,500.00`, `1500/=`. */
export function readSearch(typed: string): Search {
  const text = typed.trim()
  const amount = text
    .replace(/^(?:kes|kshs?)\.?\s*/i, '')
    .replace(/\/[=-]$/, '')
    .replace(/,(?=\d{3}(?:\D|$)|\d{3},)/g, '')
  return {
    phone: readPhone(text),
    invoices: readNumbers(text),
    account: tidyNumber(text),
    receipts: [...new Set([text, tidyReference(text)])],
    amount: readDecimal(amount),
    words: /^[\p{L}\p{M}'’.\s-]+$/u.test(text) ? nameWords(text).slice(0, 60) : [],
  }
}
