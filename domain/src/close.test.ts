import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closeDay, type DayFacts, type DayLine, type DayPayment } from './close.ts'

const payment = (receipt: string, amount: bigint, more: Partial<DayPayment> = {}): DayPayment => ({
  receipt,
  amount,
  allocated: amount,
  credit: 0n,
  suspense: 0n,
  refunded: 0n,
  confirmed: true,
  listed: true,
  contradictedBy: null,
  ...more,
})
const line = (receipt: string, amount: bigint, balance: bigint | null, kind: DayLine['kind'] = 'payment'): DayLine => ({
  receipt,
  amount,
  balance,
  kind,
})
const close = (facts: Partial<DayFacts>) =>
  closeDay({
    payments: [],
    lines: [],
    reversals: [],
    opening: 0n,
    ending: 0n,
    isFirst: false,
    closedBefore: null,
    ...facts,
  })
const kinds = (facts: Partial<DayFacts>) => close(facts).differences.map(({ kind, receipt }) => `${kind} ${receipt}`)

describe('a day with its statement', () => {
  const facts = {
    payments: [
      payment('A', 1000n),
      payment('B', 500n, { allocated: 200n, credit: 300n }),
      payment('C', 70n, { allocated: 0n, suspense: 70n }),
    ],
    lines: [
      line('C', 70n, 1_565n),
      line('S', -100n, 1_465n, 'settlement'),
      line('B', 500n, 1_500n),
      line('A', 1000n, 1_000n),
      line('A', -5n, 1_495n, 'charge'),
    ],
    reversals: [],
    opening: 0n,
    ending: 1465n,
  }

  test('agrees: opening + in − out = closing, each receipt in one place', () => {
    expect(close(facts)).toEqual({
      source: 'statement',
      opening: 0n,
      paidIn: 1570n,
      paidOut: 105n,
      closing: 1465n,
      broughtForward: 0n,
      places: {
        allocated: { receipts: 2, amount: 1200n },
        credit: { receipts: 0, amount: 300n },
        suspense: { receipts: 1, amount: 70n },
        refunded: { receipts: 0, amount: 0n },
        reversed: { receipts: 0, amount: 0n },
        charge: { receipts: 1, amount: -5n },
        settlement: { receipts: 1, amount: -100n },
      },
      differences: [],
    })
  })

  test('shows a line that is missing from the file', () => {
    const lines = facts.lines.filter(({ receipt }) => receipt !== 'B')
    expect(kinds({ ...facts, lines })).toContain('balance_gap ')
  })

  test('shows that it does not begin where the day before ended', () => {
    expect(kinds({ ...facts, closedBefore: 10n })).toEqual(['opening '])
    expect(kinds({ ...facts, closedBefore: 0n })).toEqual([])
  })

  test('shows a payment that M-PESA does not know: a forged callback', () => {
    expect(
      kinds({
        ...facts,
        payments: [...facts.payments, payment('F', 1n, { listed: false, confirmed: false })],
        ending: 1466n,
      }),
    ).toEqual(['not_in_statement F', 'ledger '])
  })

  test('brings forward what the first statement began with, and only the first', () => {
    const later = facts.lines.map((one) => ({ ...one, balance: (one.balance ?? 0n) + 700n }))
    const first = close({ ...facts, lines: later, isFirst: true })
    expect([first.opening, first.closing, first.broughtForward, first.differences]).toEqual([700n, 2165n, 700n, []])
    expect(close({ ...facts, lines: later }).differences).toEqual([
      { kind: 'ledger', receipt: '', ours: 1465n, theirs: 2165n },
    ])
  })

  test('shows by how much the ledger is wrong where no single receipt explains it', () => {
    expect(close({ ...facts, ending: 1464n }).differences).toEqual([
      { kind: 'ledger', receipt: '', ours: 1464n, theirs: 1465n },
    ])
  })
})

test.each<[string, Partial<DayFacts>]>([
  ['contradicted A', { payments: [payment('A', 10n, { contradictedBy: 12n })] }],
  ['unconfirmed A', { payments: [payment('A', 10n, { confirmed: false, listed: false })] }],
  ['not_placed A', { payments: [payment('A', 10n, { allocated: 9n })] }],
  [
    'reversed_at_mpesa A',
    {
      payments: [payment('A', 10n)],
      lines: [line('A', 10n, null), line('R', -10n, null, 'reversal')],
      reversals: [{ receipt: 'A', amount: 10n, standing: 10n }],
    },
  ],
  ['reversed_here A', { payments: [payment('A', 10n, { allocated: 0n })], lines: [line('A', 10n, null)] }],
])('shows %s', (difference, facts) => {
  expect(kinds(facts)).toEqual([difference])
})

test('a payment that was taken back on both sides agrees', () => {
  const facts = {
    payments: [payment('A', 10n, { allocated: 0n })],
    lines: [line('A', 10n, 10n), line('R', -10n, 0n, 'reversal')],
    reversals: [{ receipt: 'A', amount: 10n, standing: 0n }],
  }
  expect(close(facts)).toMatchObject({
    opening: 0n,
    closing: 0n,
    differences: [],
    places: { reversed: { receipts: 1, amount: 0n } },
  })
})

test('without a statement the books speak, from where the day before ended', () => {
  expect(close({ payments: [payment('A', 10n)], closedBefore: 5n, opening: 99n })).toMatchObject({
    source: 'books',
    opening: 5n,
    paidIn: 10n,
    closing: 15n,
    differences: [],
  })
})

test('balances are found in any order of the lines, and the places always add up to in less out', () => {
  const amounts = fc.array(
    fc.integer({ min: -500, max: 500 }).filter((n) => n !== 0),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), amounts, fc.infiniteStream(fc.nat()), (start, moves, order) => {
      let balance = BigInt(start)
      const lines = moves.map((move, index) => {
        balance += BigInt(move)
        return line(`R${index}`, BigInt(move), balance, move > 0 ? 'payment' : 'settlement')
      })
      const shuffled = lines.map((one) => [order.next().value, one] as const).sort(([a], [b]) => a - b)
      const day = close({
        lines: shuffled.map(([, one]) => one),
        payments: lines.filter(({ kind }) => kind === 'payment').map(({ receipt, amount }) => payment(receipt, amount)),
        opening: BigInt(start),
        ending: balance,
      })
      expect([day.opening, day.closing]).toEqual([BigInt(start), balance])
      expect(day.differences).toEqual([])
      const placed = Object.values(day.places).reduce((sum, { amount }) => sum + amount, 0n)
      expect(placed).toBe(day.paidIn - day.paidOut)
    }),
  )
})
