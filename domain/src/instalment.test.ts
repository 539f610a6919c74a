import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { midnight } from './day.ts'
import { agree, dueNow, inMonthlyParts, nextDueAt, nextPassing, openParts, refit, standingOf } from './instalment.ts'
import { balanceOf, type Facts, type Instalment } from './invoice.ts'
import { Refusal } from './refusal.ts'

const timeZone = 'Africa/Nairobi'
const on = (month: number) => new Date(Date.UTC(2031, month - 1, 10))
const part = (month: number, amount: bigint) => ({ dueAt: on(month), amount })
const terms = (total: bigint, month: number) => ({ total, dueAt: on(month), whole: false, timeZone })
const three = agree([part(3, 400n), part(4, 300n), part(5, 300n)], terms(1000n, 5))

const invoice = (more: Partial<Facts & { instalments: Instalment[] }> = {}) => ({
  issuedAt: on(1),
  cancelledAt: null,
  overdueAt: null,
  dueAt: on(5),
  total: 1000n,
  paid: 0n,
  adjusted: 0n,
  instalments: three,
  ...more,
})
const seen = (one: ReturnType<typeof invoice>) =>
  standingOf(one).map(({ paid, balance, status }) => [paid, balance, status])

describe('how instalments stand', () => {
  test('money goes to the oldest first', () => {
    expect(seen(invoice({ paid: 550n }))).toEqual([
      [400n, 0n, 'paid'],
      [150n, 150n, 'partially_paid'],
      [0n, 300n, 'unpaid'],
    ])
  })

  test('what is credited takes from the last first', () => {
    expect(seen(invoice({ paid: 100n, adjusted: 450n }))).toEqual([
      [100n, 300n, 'partially_paid'],
      [0n, 150n, 'unpaid'],
      [0n, 0n, 'paid'],
    ])
  })

  test('those that have passed unpaid are overdue, and the others are not', () => {
    expect(seen(invoice({ paid: 50n, overdueAt: on(4) })).map(([, , status]) => status)).toEqual([
      'overdue',
      'unpaid',
      'unpaid',
    ])
  })

  test('of a cancelled invoice nothing is left to be paid', () => {
    expect(seen(invoice({ cancelledAt: on(2) })).map(([, balance]) => balance)).toEqual([0n, 0n, 0n])
  })

  test('balances always add up to the balance of the invoice', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 1000n }), fc.bigInt({ min: 0n, max: 1000n }), (paid, adjusted) => {
        fc.pre(paid + adjusted <= 1000n)
        const one = invoice({ paid, adjusted })
        const standing = standingOf(one)
        expect(standing.reduce((sum, { balance }) => sum + balance, 0n)).toBe(balanceOf(one))
        expect(standing.reduce((sum, part) => sum + part.paid, 0n)).toBe(paid)
        expect(dueNow(one, balanceOf(one)) <= balanceOf(one)).toBe(true)
      }),
    )
  })
})

describe('what was open, and when it was due', () => {
  const stood = { instalments: three, dueAt: on(5), total: 1000n, paid: 0n, adjusted: 0n }
  const seen = (more: Partial<typeof stood>) =>
    openParts({ ...stood, ...more }).map(({ dueAt, balance }) => [dueAt.getUTCMonth() + 1, balance])

  test.each([
    [
      'each instalment by its day',
      {},
      [
        [3, 400n],
        [4, 300n],
        [5, 300n],
      ],
    ],
    [
      'what money left of it',
      { paid: 550n },
      [
        [4, 150n],
        [5, 300n],
      ],
    ],
    [
      'less what was credited, the last first',
      { adjusted: 350n },
      [
        [3, 400n],
        [4, 250n],
      ],
    ],
    [
      'with what its total was more then',
      { total: 1100n },
      [
        [3, 400n],
        [4, 300n],
        [5, 400n],
      ],
    ],
    [
      'without what its total was less then',
      { total: 650n },
      [
        [3, 400n],
        [4, 250n],
      ],
    ],
    ['nothing of one that was paid', { paid: 1000n }, []],
    ['less than nothing of one that was paid too much', { paid: 1200n }, [[5, -200n]]],
    ['all by the due date without a schedule', { instalments: [], paid: 1n }, [[5, 999n]]],
  ] as const)('%s', (_, more, wanted) => {
    expect(seen(more as Partial<typeof stood>)).toEqual(wanted)
  })

  test('adds up to the balance, whatever the total was', () => {
    const amount = fc.bigInt({ min: 0n, max: 2000n })
    fc.assert(
      fc.property(amount, amount, amount, (total, paid, adjusted) => {
        const parts = openParts({ ...stood, total, paid, adjusted })
        expect(parts.reduce((sum, { balance }) => sum + balance, 0n)).toBe(total - paid - adjusted)
      }),
    )
  })
})

describe('what is due', () => {
  test.each([
    ['the first instalment', {}, 400n, 3],
    ['the rest of it', { paid: 150n }, 250n, 3],
    ['the next one', { paid: 400n }, 300n, 4],
    ['all that has passed', { paid: 150n, overdueAt: on(4) }, 250n, 3],
  ])('is %s', (_, more, amount, month) => {
    const one = invoice(more)
    expect([dueNow(one, balanceOf(one)), nextDueAt(one)]).toEqual([amount, on(month)])
  })

  test('an invoice has to be looked at when its next unpaid instalment passes, and again when a further one does', () => {
    const passes = (more: Partial<Facts>) => nextPassing(invoice(more), timeZone)
    expect(passes({})).toEqual(new Date('2031-03-10T21:00:00Z'))
    expect(passes({ paid: 400n })).toEqual(new Date('2031-04-10T21:00:00Z'))
    expect(passes({ overdueAt: on(4) })).toEqual(new Date('2031-04-10T21:00:00Z'))
    expect(passes({ overdueAt: on(6) })).toBeNull()
    expect(passes({ paid: 1000n })).toBeNull()
  })
})

describe('a schedule', () => {
  test.each([
    ['instalments_not_total', [part(3, 400n), part(5, 599n)], {}],
    ['instalments_not_ascending', [part(5, 400n), part(5, 600n)], {}],
    ['instalments_end_otherwise', [part(3, 400n), part(4, 600n)], {}],
    ['instalments_not_whole', [part(3, 450n), part(5, 550n)], { whole: true }],
  ] as const)('is refused: %s', (code, wanted, more) => {
    expect(() => agree([...wanted], { ...terms(1000n, 5), ...more })).toThrow(
      expect.objectContaining({ code }) as Refusal,
    )
  })

  test.each([
    ['more is added to the last', 1200n, [400n, 300n, 500n]],
    ['less is taken from the last', 900n, [400n, 300n, 200n]],
    ['and from those before it', 650n, [400n, 250n]],
    ['until there is none', 0n, []],
  ])('is fitted to another total: %s', (_, total, amounts) => {
    const fitted = refit(three, total, on(5), timeZone)
    expect(fitted.map(({ amount }) => amount)).toEqual(amounts)
    if (fitted.length > 0) expect(fitted.at(-1)?.dueAt).toEqual(on(5))
  })

  test('moves its last day with the due date, but not before the one before', () => {
    expect(refit(three, 1000n, on(9), timeZone).at(-1)?.dueAt).toEqual(on(9))
    expect(() => refit(three, 1000n, on(4), timeZone)).toThrow(Refusal)
  })
})

describe('a total in equal parts, month by month', () => {
  test('has what does not divide in the last one, in whole shillings where the total is', () => {
    expect(inMonthlyParts(100_000n, 3, '2031-01-31', true)).toEqual([
      { day: '2031-01-31', amount: 33_300n },
      { day: '2031-02-28', amount: 33_300n },
      { day: '2031-03-31', amount: 33_400n },
    ])
    expect(inMonthlyParts(100_000n, 3, '2031-01-31', false).map(({ amount }) => amount)).toEqual([
      33_333n,
      33_333n,
      33_334n,
    ])
  })

  test('is a schedule that can be agreed on, whenever each part is something', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 60n, max: 10n ** 9n }),
        fc.integer({ min: 1, max: 60 }),
        fc.date({ min: midnight('2030-01-01'), max: midnight('2040-12-31'), noInvalidDate: true }),
        fc.boolean(),
        (shillings, count, at, whole) => {
          const total = whole ? shillings * 100n : shillings
          const parts = inMonthlyParts(total, count, at.toISOString().slice(0, 10), whole)
          const wanted = parts.map(({ day, amount }) => ({ dueAt: midnight(day), amount }))
          const dueAt = wanted.at(-1)?.dueAt ?? at
          expect(agree(wanted, { total, dueAt, whole, timeZone })).toHaveLength(count)
          expect(parts.every(({ amount }) => amount > 0n)).toBe(true)
        },
      ),
    )
  })
})
