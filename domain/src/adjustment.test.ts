import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAdjustment, creditOf, setFreeBy, type Credited } from './adjustment.ts'
import { totals, type Facts } from './invoice.ts'
import { Refusal } from './refusal.ts'

const at = new Date('2031-03-01T00:00:00Z')
const open: Facts = {
  issuedAt: at,
  cancelledAt: null,
  overdueAt: null,
  dueAt: at,
  total: 1000n,
  paid: 400n,
  adjusted: 100n,
}
const code = (work: () => unknown) => {
  try {
    work()
    return 'done'
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error)
  }
}

test.each([
  ['write_off', 500n, {}, 'done'],
  ['write_off', 501n, {}, 'amount_exceeds_balance'],
  ['withholding', 501n, {}, 'amount_exceeds_balance'],
  ['credit_note', 900n, {}, 'done'],
  ['credit_note', 901n, {}, 'amount_exceeds_balance'],
  ['rounding', 99n, {}, 'done'],
  ['rounding', 100n, {}, 'rounding_too_large'],
  ['write_off', 0n, {}, 'amount_not_positive'],
  ['write_off', 1n, { issuedAt: null }, 'invoice_not_issued'],
  ['credit_note', 1n, { cancelledAt: at }, 'invoice_cancelled'],
] as const)('%s of %s cents on %j: %s', (kind, amount, changes, outcome) => {
  expect(code(() => checkAdjustment({ ...open, ...changes }, kind, amount))).toBe(outcome)
})

test('a credit note sets free what is paid beyond the new total', () => {
  expect([setFreeBy(500n, open), setFreeBy(501n, open), setFreeBy(900n, open)]).toEqual([0n, 1n, 400n])
})

describe('credit by line', () => {
  const items = [
    { productId: 'a', name: 'Maize', quantity: 3, rate: 100_00n },
    { productId: 'b', name: 'Beans', quantity: 1, rate: 200_00n },
  ]
  const invoice = {
    items,
    ...totals(items, { type: 'fixed', amount: 50_00n }, { basisPoints: 1600n, included: false }),
  }

  test('has its share of discount and tax', () => {
    // 100 of 500 before a discount of 50: 90 and 16 % of it.
    expect(creditOf(invoice, [], [{ line: 1, quantity: 1, amount: null }])).toEqual({
      items: [{ line: 1, name: 'Maize', quantity: 1, amount: 100_00n }],
      amount: 104_40n,
      tax: 14_40n,
    })
  })

  test('never exceeds the line, also not in several notes or twice in one', () => {
    const one = creditOf(invoice, [], [{ line: 1, quantity: 2, amount: null }])
    const credit = (...quantities: number[]) =>
      code(() =>
        creditOf(
          invoice,
          [one],
          quantities.map((quantity) => ({ line: 1, quantity, amount: null })),
        ),
      )
    expect([credit(1), credit(2), credit(1, 1)]).toEqual([
      'done',
      'credit_note_exceeds_line',
      'credit_note_exceeds_line',
    ])
    expect(code(() => creditOf(invoice, [], [{ line: 3, quantity: 1, amount: null }]))).toBe('line_not_found')
  })

  test('in any pieces adds up to the invoice, to the cent', () => {
    const made = fc.record({
      lines: fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 5 }), rate: fc.bigInt(1n, 9_999n) }), {
        minLength: 1,
        maxLength: 4,
      }),
      off: fc.bigInt(0n, 10_000n),
      tax: fc.option(fc.record({ basisPoints: fc.bigInt(0n, 3000n), included: fc.boolean() })),
      pieces: fc.array(fc.record({ line: fc.integer({ min: 1, max: 4 }), amount: fc.bigInt(1n, 30_000n) })),
    })
    fc.assert(
      fc.property(made, ({ lines, off, tax, pieces }) => {
        const things = lines.map((line) => ({ productId: 'p', name: 'Thing', ...line }))
        const whole = { items: things, ...totals(things, { type: 'percentage', basisPoints: off }, tax) }
        const notes: Credited[] = []
        for (const piece of pieces) {
          try {
            notes.push(creditOf(whole, notes, [{ ...piece, quantity: null }]))
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal)
          }
        }
        notes.push(creditOf(whole, notes, null))
        const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)
        expect(sum(notes.map(({ amount }) => amount))).toBe(whole.total)
        expect(notes.every(({ amount, tax }) => amount >= 0n && tax >= 0n && tax <= amount)).toBe(true)
      }),
    )
  })
})
