import { describe, expect, test } from 'vitest'
import { accountNumber } from '../account-number.ts'
import { indexAccounts } from './account-index.ts'
import type { Account } from './book.ts'
import { validate, type Policy } from './validate.ts'

const number = accountNumber(12_345_678n)
const wrong = `${number.slice(0, 3)}${number[3] === '2' ? '3' : '2'}${number.slice(4)}`
const account: Account = {
  id: 'a1',
  number,
  name: 'Brian Achieng',
  customerName: 'Jane Achieng',
  phones: ['254712345126'],
  phoneHashes: [],
  open: [],
  billedAt: null,
}
const invoices = [{ account, invoiceId: 'i1', number: { year: 2026, serial: 41n } }]
const book = indexAccounts({ accounts: [account, { ...account, id: 'a2', number: '1023' }], invoices, past: new Map() })
const refused = 'C2B00012'

describe('while the payer is on the phone', () => {
  test.each([
    // typed                       accept_all  check_character  known_only
    [number, '0', '0', '0'],
    [`acc ${number.toLowerCase()}`, '0', '0', '0'],
    [wrong, '0', '0', '0'],
    ['INV-2026-041', '0', '0', '0'],
    ['0712 345 126', '0', '0', '0'],
    ['Brian Achieng', '0', '0', '0'],
    ['', '0', '0', '0'],
    [accountNumber(77n), '0', '0', refused],
    ['7KQ4MX2', '0', refused, refused],
    ['7KQ4MX', '0', refused, refused],
    ['FEES', '0', '0', refused],
    ['HARRIET', '0', '0', refused],
    ['0798765432', '0', '0', refused],
    ['INV-2026-042', '0', '0', refused],
    ['12345678', '0', '0', refused],
  ])('“%s” is answered %s, %s, %s', (typed, ...answers) => {
    const policies: Policy[] = ['accept_all', 'check_character', 'known_only']
    expect(policies.map((policy) => validate(typed, policy, book, { numbers: 'checked', prefixes: [] }))).toEqual(
      answers,
    )
  })

  test('a number without a check character has to be there as it is typed, where only known ones are accepted', () => {
    const ask = (typed: string, policy: Policy) => validate(typed, policy, book, { numbers: 'own', prefixes: [] })
    expect([ask('1023', 'known_only'), ask('ADM 1023', 'known_only')]).toEqual(['0', '0'])
    expect([ask('1032', 'known_only'), ask('1032', 'check_character')]).toEqual([refused, '0'])
  })
})
