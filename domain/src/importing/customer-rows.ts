import { readPhone } from '../phone.ts'
import { inEnglish, type SayRemedy } from './remedies.ts'
import type { Cells, Kind, Read } from './sheet.ts'

export type CustomerRow = {
  name: string
  email: string
  phone: string
  country: string
  currency: string
  type: 'individual' | 'business'
  company?: string
  address?: string
  city?: string
}

/** Rows of customers. Whose phone is known already is mentioned: they may be there. */
export function customerRows(
  known: Iterable<{ name: string; phone: string | null }>,
  say: SayRemedy = inEnglish,
): Kind<CustomerRow> {
  const nameOf = new Map([...known].map(({ phone, name }) => [readPhone(phone ?? '') ?? '', name]))
  return {
    required: ['name', 'email', 'phone'],
    optional: ['country', 'currency', 'company', 'address', 'city', 'type'],
    aliases: { 'e mail': 'email', 'email address': 'email', 'phone number': 'phone', mobile: 'phone', msisdn: 'phone' },
    read: (cells) => readRow(cells, nameOf, say),
    say,
  }
}

function readRow(cells: Cells, nameOf: Map<string, string>, say: SayRemedy): Read<CustomerRow> | string[] {
  const [name, email] = [cells('name'), cells('email')]
  const phone = phoneOf(cells('phone'), say)
  const currency = cells('currency').toUpperCase() || 'KES'
  const type = cells('type').toLowerCase() || 'individual'
  const problems = [
    ...(name ? [] : [say('name is empty: write who it is', {})]),
    ...(/^[^\s@]+@[^\s@]+$/.test(email)
      ? []
      : [say('email “{typed}” is none: write one such as amina@example.com', { typed: email })]),
    ...('problem' in phone ? [phone.problem] : []),
    ...(/^[A-Z]{3}$/.test(currency)
      ? []
      : [say('currency “{typed}” is none: write three letters, such as KES', { typed: currency })]),
    ...(isType(type) ? [] : [say('type “{typed}” is none: write individual or business', { typed: type })]),
  ]
  if (problems.length > 0 || 'problem' in phone || !isType(type)) return problems
  const { number } = phone
  const rest = Object.fromEntries(
    ['company', 'address', 'city'].flatMap((column) => (cells(column) ? [[column, cells(column)]] : [])),
  )
  const twin = nameOf.get(readPhone(number) ?? 'none')
  return {
    told: `${name}, ${number}`,
    amount: 0n,
    currency,
    body: { name, email, phone: number, country: cells('country') || 'Kenya', currency, type, ...rest },
    notice:
      twin === undefined
        ? undefined
        : say('{phone} is the phone of the customer {name} already', { phone: number, name: twin }),
  }
}

const isType = (text: string): text is 'individual' | 'business' => text === 'individual' || text === 'business'

/** As Kenyans and spreadsheets write a phone; others need their country's code. */
function phoneOf(cell: string, say: SayRemedy): { number: string } | { problem: string } {
  const typed = cell.replace(/\.0+$/, '')
  const kenyan = readPhone(typed)
  if (kenyan !== null) return { number: `+${kenyan}` }
  if (/^\+[1-9][\d\s()./-]{6,}$/.test(typed)) return { number: typed }
  const remedy = /^\d([.,]\d+)?e\+?\d+$/i.test(typed)
    ? 'phone “{typed}” was cut short by the spreadsheet: format the column as text, and type it again'
    : 'phone “{typed}” is none: write it as 0712 345 678, or with + and the code of the country'
  return { problem: say(remedy, { typed }) }
}
