import { describe, expect, test } from 'vitest'
import { Refusal } from './refusal.ts'
import { readStatement } from './statement-file.ts'

const header =
  'Receipt No.,Completion Time,Details,Transaction Status,Paid In,Withdrawn,Balance,Other Party Info,A/C No.'
const file = (...lines: string[]) => readStatement([header, ...lines].join('\n')).lines
const only = (line: string) => file(line)[0]

test('a payment is read whole', () => {
  expect(
    only(
      'uku1abc234,22-11-2026 10:51:05,Pay Bill from 254712345678 - AMINA OTIENO Acc. ABC12,Completed,"12,500.00",,"112,500.00",254712345678 - AMINA OTIENO,ABC12',
    ),
  ).toEqual({
    row: 2,
    kind: 'payment',
    receipt: 'UKU1ABC234',
    linkedReceipt: null,
    amount: 1_250_000n,
    balance: 11_250_000n,
    accountTyped: 'ABC12',
    phone: '254712345678',
    payerName: 'AMINA OTIENO',
    details: 'Pay Bill from 254712345678 - AMINA OTIENO Acc. ABC12',
    completedAt: new Date('2026-11-22T07:51:05Z'),
    problem: null,
  })
})

test.each([
  ['22-11-2026 10:51:05', '2026-11-22T07:51:05Z'],
  ['22/11/2026 10:51:05', '2026-11-22T07:51:05Z'],
  ['2026-11-22 10:51:05', '2026-11-22T07:51:05Z'],
  ['2026-11-22 10:51', '2026-11-22T07:51:00Z'],
  ['22-11-2026', '2026-11-21T21:00:00Z'],
])('the time %s is Nairobi’s', (written, instant) => {
  expect(only(`UKU1ABC234,${written},Pay Bill,Completed,1,,,,`)?.completedAt).toEqual(new Date(instant))
})

test.each<[string, string, string, string, string, bigint]>([
  ['payment', 'Pay Bill from 254712345678 - AMINA Acc. A1', 'Completed', '100.00', '', 10_000n],
  ['payment', 'Pay Bill from 254712345678 - AMINA Acc. exam fees', 'Completed', '100.00', '', 10_000n],
  ['payment', 'Something new', 'Completed', '100.00', '', 10_000n],
  ['charge', 'Pay Bill Charge', 'Completed', '', '-5.00', -500n],
  ['charge', 'Business Pay Bill Charge', 'Completed', '', '5.00', -500n],
  ['reversal', 'Pay Bill Reversal', 'Completed', '', '-100.00', -10_000n],
  ['settlement', 'Organization Settlement Account to bank', 'Completed', '0.00', '-90,000.00', -9_000_000n],
  ['settlement', 'Funds Transfer from 600000 - HEAD OFFICE', 'Completed', '90,000.00', '', 9_000_000n],
  ['failed', 'Pay Bill from 254712345678 - AMINA Acc. A1', 'Failed', '100.00', '', 10_000n],
])('%s: %s, %s', (kind, details, status, paidIn, withdrawn, amount) => {
  expect(only(`UKU1ABC234,22-11-2026 10:51:05,${details},${status},"${paidIn}","${withdrawn}",,,`)).toMatchObject({
    kind,
    amount,
  })
})

test('a reversal names what it reverses', () => {
  const line = 'UKR1,22-11-2026 10:00:00,Pay Bill Reversal of UKU1ABC234,Completed,,-5,,,'.replace('UKR1', 'UKR1ABC234')
  expect(only(line)).toMatchObject({ kind: 'reversal', linkedReceipt: 'UKU1ABC234' })
})

test('the account and the payer are found in the details when they have no columns', () => {
  const { lines } = readStatement(
    'Receipt No.;Completion Time;Details;Paid In;Withdrawn\nUKU1ABC234;2026-11-22 10:00:00;Pay Bill from 2547******126 - BARAKA N Acc. AB C12;5.00;\n',
  )
  expect(lines[0]).toMatchObject({ accountTyped: 'AB C12', phone: '2547******126', payerName: 'BARAKA N' })
})

test('the preamble is passed over and its shortcode read; columns may stand in any order', () => {
  const text =
    '\ufeffSafaricom PLC,,\r\nShort Code:,600984,\r\n,,\r\n"Paid In",Receipt No.,Withdrawn,"Completion Time",Details\r\n"1,000",UKU1ABC234,,2026-11-22 10:00:00,"Pay Bill, in two\r\nlines"\r\n'
  expect(readStatement(text)).toMatchObject({
    shortcode: '600984',
    lines: [{ receipt: 'UKU1ABC234', amount: 100_000n, details: 'Pay Bill, in two lines', row: 5 }],
  })
})

describe('what cannot be read is shown, not dropped', () => {
  test.each([
    ['no receipt', ',22-11-2026 10:00:00,Pay Bill,Completed,5,,,,'],
    ['unreadable amount', 'UKU1ABC234,22-11-2026 10:00:00,Pay Bill,Completed,five,,,,'],
    ['unreadable amount', 'UKU1ABC234,22-11-2026 10:00:00,Pay Bill,Completed,1e3,,,,'],
    ['unreadable time', 'UKU1ABC234,30-02-2026 10:00:00,Pay Bill,Completed,5,,,,'],
    ['no amount', 'UKU1ABC234,22-11-2026 10:00:00,Pay Bill,Completed,0.00,0.00,,,'],
  ])('%s', (problem, line) => {
    expect(only(line)).toMatchObject({ kind: 'unreadable', problem })
  })
})

test('a file without the portal’s columns is refused', () => {
  expect(() => readStatement('a,b\n1,2')).toThrow(Refusal)
})
