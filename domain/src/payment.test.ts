import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instalment } from './invoice.ts'
import { inTurn, spread } from './payment.ts'
import { allocationOrders } from './settings.ts'

const rooms = fc.array(fc.record({ invoiceId: fc.uuid(), room: fc.bigInt({ min: 0n, max: 1000n }) }), { maxLength: 12 })

describe('spread', () => {
  test('fills invoices in their order and returns what is over', () => {
    const open = [
      { invoiceId: 'a', room: 200n },
      { invoiceId: 'b', room: 300n },
    ]
    expect(spread(250n, open)).toEqual({
      parts: [
        { invoiceId: 'a', amount: 200n },
        { invoiceId: 'b', amount: 50n },
      ],
      excess: 0n,
    })
    expect(spread(600n, open).excess).toBe(100n)
    expect(spread(7n, [])).toEqual({ parts: [], excess: 7n })
  })

  test('makes or loses no cent, overfills nothing, and leaves nothing over while there is room', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 20_000n }), rooms, (amount, open) => {
        const { parts, excess } = spread(amount, open)
        expect(parts.reduce((sum, part) => sum + part.amount, excess)).toBe(amount)
        const room = open.reduce((sum, one) => sum + one.room, 0n)
        expect(excess).toBe(amount > room ? amount - room : 0n)
        for (const part of parts) {
          expect(
            part.amount > 0n && part.amount <= (open.find(({ invoiceId }) => invoiceId === part.invoiceId)?.room ?? 0n),
          ).toBe(true)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  test('an invoice gets nothing before those ahead of it are full', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 5000n }), rooms, (amount, open) => {
        const { parts } = spread(amount, open)
        const wanting = open.filter(({ room }) => room > 0n)
        expect(parts.map(({ invoiceId }) => invoiceId)).toEqual(
          wanting.slice(0, parts.length).map(({ invoiceId }) => invoiceId),
        )
        for (const [index, part] of parts.slice(0, -1).entries()) expect(part.amount).toBe(wanting[index]?.room)
      }),
    )
  })
})

describe('the order in which money goes to invoices', () => {
  const one = (id: string, day: number, total: bigint, paid = 0n) => ({
    id,
    dueAt: new Date(Date.UTC(2031, 2, day)),
    issuedAt: new Date(0),
    cancelledAt: null,
    overdueAt: null,
    instalments: [] as Instalment[],
    total,
    paid,
    adjusted: 0n,
  })
  const open = [one('old', 1, 500n), one('small', 9, 900n, 800n), one('new', 20, 300n), one('large', 5, 700n)]
  const ids = (named: string[], order: (typeof allocationOrders)[number]) =>
    open.toSorted(inTurn(order, named)).map(({ id }) => id)

  test.each([
    ['oldest_due', ['old', 'large', 'small', 'new']],
    ['newest_due', ['new', 'small', 'large', 'old']],
    ['smallest_balance', ['small', 'new', 'old', 'large']],
    ['largest_balance', ['large', 'old', 'new', 'small']],
  ] as const)('%s', (order, expected) => {
    expect(ids([], order)).toEqual(expected)
  })

  test.each(allocationOrders)('what is named comes first, in the order in which it was named, with %s', (order) => {
    expect(ids(['new', 'old'], order).slice(0, 2)).toEqual(['new', 'old'])
  })

  test('two that are equal always come in the same order', () => {
    const twins = [one('b', 1, 100n), one('a', 1, 100n), one('c', 2, 100n)]
    for (const order of ['smallest_balance', 'largest_balance'] as const) {
      expect(twins.toSorted(inTurn(order, [])).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    }
  })
})
