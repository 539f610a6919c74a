import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  balanceOf,
  isOpen,
  statuses,
  statusOf,
  titleOf,
  totals,
  type Discount,
  type Facts,
  type Tax,
} from './invoice.ts'
import { fromWire } from './money.ts'
import { Refusal } from './refusal.ts'

const percent = (value: number): Discount => ({ type: 'percentage', basisPoints: fromWire(value) })
const fixed = (value: number): Discount => ({ type: 'fixed', amount: fromWire(value) })
const vat = (included: boolean): Tax => ({ basisPoints: 1600n, included })

describe('totals', () => {
  test.each([
    ['nothing but the price', [3, 2499.99], null, null, [7499.97, 0, 0, 7499.97]],
    ['7.5 percent off', [3, 2499.99], percent(7.5), null, [7499.97, 562.5, 0, 6937.47]],
    ['7.5 percent off, then 16 percent VAT', [3, 2499.99], percent(7.5), vat(false), [7499.97, 562.5, 1110, 8047.47]],
    ['500 off, VAT included', [3, 2499.99], fixed(500), vat(true), [7499.97, 500, 965.51, 6999.97]],
    ['a third decimal is cut', [1, 99.999], null, null, [99.99, 0, 0, 99.99]],
    ['20 percent off, then VAT', [4, 1250], percent(20), vat(false), [5000, 1000, 640, 4640]],
    ['everything off', [4, 1250], percent(100), vat(false), [5000, 5000, 0, 0]],
    ['thirds of a cent', [3, 33.335], null, null, [99.99, 0, 0, 99.99]],
    ['nothing', [1, 0], null, vat(false), [0, 0, 0, 0]],
  ] as const)('%s', (_, [quantity, rate], discount, tax, [subtotal, off, taxed, total]) => {
    expect(totals([{ quantity, rate: fromWire(rate) }], discount, tax)).toEqual({
      subtotal: fromWire(subtotal),
      discount: fromWire(off),
      tax: fromWire(taxed),
      rounding: 0n,
      total: fromWire(total),
    })
  })

  test('the published example: 150000 and 12000 less 10 percent is 145800', () => {
    const items = [
      { quantity: 1, rate: 15_000_000n },
      { quantity: 1, rate: 1_200_000n },
    ]
    expect(totals(items, percent(10), null)).toEqual({
      subtotal: 16_200_000n,
      discount: 1_620_000n,
      tax: 0n,
      rounding: 0n,
      total: 14_580_000n,
    })
  })

  const items = fc.array(
    fc.record({ quantity: fc.integer({ min: 1, max: 10_000 }), rate: fc.bigInt({ min: 0n, max: 10n ** 8n }) }),
    { minLength: 1, maxLength: 20 },
  )
  const discount = fc.option(
    fc.oneof(
      fc.record({ type: fc.constant('percentage' as const), basisPoints: fc.bigInt({ min: 0n, max: 10_000n }) }),
      fc.record({ type: fc.constant('fixed' as const), amount: fc.bigInt({ min: 0n, max: 10n ** 6n }) }),
    ),
  )
  const tax = fc.option(fc.record({ basisPoints: fc.bigInt({ min: 0n, max: 10_000n }), included: fc.boolean() }))

  test('no cent is made or lost, and nothing is below nothing', () => {
    fc.assert(
      fc.property(items, discount, tax, (lines, off, taxed) => {
        const subtotal = lines.reduce((sum, { quantity, rate }) => sum + BigInt(quantity) * rate, 0n)
        fc.pre(off?.type !== 'fixed' || off.amount <= subtotal)
        const sum = totals(lines, off, taxed)
        expect(sum.subtotal).toBe(subtotal)
        expect(sum.total).toBe(sum.subtotal - sum.discount + (taxed?.included ? 0n : sum.tax))
        expect(sum.discount >= 0n && sum.discount <= sum.subtotal).toBe(true)
        expect(sum.tax >= 0n && sum.total >= 0n).toBe(true)
        if (taxed?.included) expect(sum.tax <= sum.total).toBe(true)
      }),
      { numRuns: 5_000 },
    )
  })

  test.each([
    ['down from 49 cents', 1000.49, -0.49, 1000],
    ['up from half a shilling', 1000.5, 0.5, 1001],
    ['not at all when it is whole', 1000, 0, 1000],
    ['to nothing below half a shilling', 0.49, -0.49, 0],
  ])('a total that is to be whole is rounded %s', (_, rate, rounding, total) => {
    const sum = totals([{ quantity: 1, rate: fromWire(rate) }], null, null, true)
    expect(sum).toMatchObject({ subtotal: fromWire(rate), rounding: fromWire(rounding), total: fromWire(total) })
  })

  test('a whole total differs from the exact one by half a shilling at the most, and says by how much', () => {
    fc.assert(
      fc.property(items, discount, tax, (lines, off, taxed) => {
        const subtotal = lines.reduce((sum, { quantity, rate }) => sum + BigInt(quantity) * rate, 0n)
        fc.pre(off?.type !== 'fixed' || off.amount <= subtotal)
        const [exact, whole] = [totals(lines, off, taxed), totals(lines, off, taxed, true)]
        expect(whole).toEqual({ ...exact, rounding: whole.rounding, total: exact.total + whole.rounding })
        expect([whole.total % 100n, whole.rounding > -50n && whole.rounding <= 50n]).toEqual([0n, true])
      }),
      { numRuns: 2_000 },
    )
  })

  test('the order of the items does not matter', () => {
    fc.assert(
      fc.property(items, discount, tax, (lines, off, taxed) => {
        fc.pre(off?.type !== 'fixed')
        expect(totals(lines.toReversed(), off, taxed)).toEqual(totals(lines, off, taxed))
      }),
    )
  })

  test('a tax that is added can be taken out again, to the cent', () => {
    fc.assert(
      fc.property(items, (lines) => {
        const added = totals(lines, null, vat(false))
        const contained = totals([{ quantity: 1, rate: added.total }], null, vat(true))
        expect(contained.tax).toBe(added.tax)
      }),
    )
  })

  test.each([
    ['no_items', [], null],
    ['discount_percentage_too_large', [{ quantity: 1, rate: 1n }], percent(100.01)],
    ['discount_exceeds_subtotal', [{ quantity: 1, rate: 1n }], fixed(0.02)],
    ['total_too_large', [{ quantity: 1e9, rate: 10n ** 14n }], null],
  ] as const)('refuses %s', (code, lines, off) => {
    expect(() => totals([...lines], off, null)).toThrow(new Refusal(code))
  })
})

describe('status and balance', () => {
  const at = new Date('2031-03-01T00:00:00Z')
  const maybe = fc.option(fc.constant(at))
  const facts = fc
    .record({
      issuedAt: maybe,
      cancelledAt: maybe,
      overdueAt: maybe,
      dueAt: fc.constant(at),
      total: fc.bigInt(0n, 500n),
    })
    .chain((rest) =>
      fc.tuple(fc.bigInt(0n, rest.total), fc.bigInt(0n, rest.total)).map(([one, other]): Facts => ({
        ...rest,
        paid: one < other ? one : other,
        adjusted: one < other ? other - one : one - other,
      })),
    )

  test.each([
    ['draft', { issuedAt: null }],
    ['unpaid', {}],
    ['partially_paid', { paid: 1n }],
    ['paid', { paid: 100n }],
    ['paid', { paid: 100n, overdueAt: at }],
    ['paid', { adjusted: 100n }],
    ['paid', { paid: 60n, adjusted: 40n }],
    ['unpaid', { adjusted: 99n }],
    ['overdue', { overdueAt: at }],
    ['overdue', { overdueAt: at, paid: 1n }],
    ['cancelled', { cancelledAt: at }],
    ['cancelled', { cancelledAt: at, issuedAt: null }],
  ] as const)('%s', (status, changes) => {
    const plain = { issuedAt: at, cancelledAt: null, overdueAt: null, dueAt: at, total: 100n, paid: 0n, adjusted: 0n }
    expect(statusOf({ ...plain, ...changes })).toBe(status)
  })

  test('the status is one of the published six, and says whether money is still wanted', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const status = statusOf(one)
        expect(statuses).toContain(status)
        expect(isOpen(one)).toBe(['unpaid', 'partially_paid', 'overdue'].includes(status))
        if (status === 'paid' || status === 'cancelled') expect(balanceOf(one)).toBe(0n)
        else expect(balanceOf(one)).toBe(one.total - one.paid - one.adjusted)
      }),
    )
  })
})

describe('numbers', () => {
  test('name an invoice that has no title', () => {
    const number = { year: 2031, serial: 7n }
    expect(titleOf({ title: null, number })).toBe('Invoice INV-2031-007')
    expect(titleOf({ title: null, number: null })).toBe('Draft invoice')
    expect(titleOf({ title: 'Own', number })).toBe('Own')
  })
})
