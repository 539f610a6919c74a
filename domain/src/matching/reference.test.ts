import { describe, expect, test } from 'vitest'
import { accountNumber } from '../account-number.ts'
import { namesInCommon, nameWords } from './names.ts'
import { hasPhone, payerKeys, readPayerPhone } from './payer.ts'
import { readReference, type Numbering } from './reference.ts'

const ours: Numbering = { numbers: 'checked', prefixes: [] }
const own: Numbering = { numbers: 'own', prefixes: [] }
const number = accountNumber(12_345_678n)

describe('what a payer typed', () => {
  test.each([
    number,
    number.toLowerCase(),
    ` ${number.slice(0, 3)} ${number.slice(3)}`,
    `${number.slice(0, 2)}-${number.slice(2)}.`,
  ])('is the number itself: “%s”', (typed) => expect(readReference(typed, ours).numbers.get(number)).toBe('exact'))

  test.each([
    `ACC ${number}`,
    `A/C ${number}`,
    `acc${number}`,
    `Fees ${number}`,
    `${number}FEES`,
    `INV ${number}`,
    `${number} BRIAN`,
    `BRIAN${number}`,
  ])('has the number in it: “%s”', (typed) => expect(readReference(typed, ours).numbers.get(number)).toBe('dressed'))

  test.each(['ADM 1023', 'adm1023', 'A/C 1023', '1023 fees', '1023 Term 2', '1023BRIAN', 'Acc No. 1023'])(
    'has a number without a check character in it: “%s”',
    (typed) => expect(readReference(typed, own).numbers.get('1023')).toBe('dressed'),
  )

  test('that has two numbers in it, or a year, is not taken for typed', () => {
    expect(readReference('1023 4567', own).numbers.get('1023')).toBe('extra')
    expect(readReference('RENT 2026', own).numbers.get('2026')).toBe('extra')
  })

  test('may leave away what all numbers of the business begin with', () => {
    expect(readReference('1023', { numbers: 'own', prefixes: ['ADM'] }).numbers.get('ADM1023')).toBe('dressed')
  })

  test('is an invoice number with and without its marks, or one slip away from one', () => {
    for (const typed of ['INV-2026-0041', 'inv20260041', '2026-0041', 'Invoice no 2026/0041']) {
      expect(readReference(typed, ours).invoices[0], typed).toEqual({
        number: { year: 2026, serial: 41n },
        way: 'exact',
      })
    }
    for (const typed of ['INV-1842', 'inv 1842', 'Invoice no 1842']) {
      expect(readReference(typed, ours).invoices[0], typed).toEqual({
        number: { year: 0, serial: 1842n },
        way: 'exact',
      })
    }
    expect(readReference('1842', ours).invoices).toEqual([])
    expect(readReference('INV-2026-1041', ours).invoices).toContainEqual({
      number: { year: 2026, serial: 1014n },
      way: 'swapped',
    })
  })

  test('is a phone, a name, words that say nothing, or nothing', () => {
    expect(readReference('0712 345 678', ours).phone).toBe('254712345678')
    expect(readReference('Brian Otieno fees', ours)).toMatchObject({ names: ['BRIAN', 'OTIENO'], shape: 'words' })
    expect(readReference('SCHOOL FEES', ours)).toMatchObject({ names: [], shape: 'words' })
    expect(readReference(' - ', ours)).toMatchObject({ shape: 'empty', numbers: new Map() })
    expect(readReference(number, ours).shape).toBe('valid_number')
  })
})

describe('a phone that was reported', () => {
  const owner = { phones: ['254712345126'], phoneHashes: ['ab'.repeat(32)] }

  test.each([
    ['254712345126', true],
    ['+254 712 345 126', true],
    ['2547 ***** 126', true],
    ['254712***126', true],
    ['AB'.repeat(32), true],
    ['2547 ***** 127', false],
    ['2541 ***** 126', false],
    ['cd'.repeat(32), false],
    ['254712345127', false],
  ])('%s is the customer’s: %s', (reported, is) => {
    const phone = readPayerPhone(reported)
    expect(phone && hasPhone(owner, phone)).toBe(is)
  })

  test('that tells nothing is none', () => {
    for (const reported of [null, '', '*****', '2547*****', 'unknown']) expect(readPayerPhone(reported)).toBeNull()
  })

  test('is remembered alike whether it came whole, masked with a name, or hashed', () => {
    const whole = payerKeys(readPayerPhone('254712345126'), 'Jane Achieng', 'ab'.repeat(32))
    expect(whole).toEqual(expect.arrayContaining(payerKeys(readPayerPhone('2547 ***** 126'), 'JANE')))
    expect(whole).toEqual(expect.arrayContaining(payerKeys(readPayerPhone('ab'.repeat(32)), null)))
    expect(payerKeys(readPayerPhone('2547 ***** 126'), null)).toEqual([])
  })
})

test('names agree in other case, other order, and one letter apart when they are long', () => {
  expect(nameWords("Wanjikũ N. Ng'ang'a-Were")).toEqual(['WANJIKU', 'NGANGA', 'WERE'])
  expect(namesInCommon(['MOHAMMED', 'JOHN', 'CATHERIN'], ['JOAN', 'CATHERINE', 'MOHAMED'])).toEqual([
    'MOHAMMED',
    'CATHERIN',
  ])
})
