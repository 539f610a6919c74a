import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instalment } from './invoice.ts'
import { askedFirst, inTurn, spread } from './payment.ts'
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

describe('a payment that was asked for in parts', () => {
  const open = new Map([
    ['own', 1000n],
    ['brian', 700n],
    ['half', 500n],
  ])
  const inTurn = [
    { invoiceId: 'own', room: 1000n },
    { invoiceId: 'older', room: 300n },
  ]
  const laid = (amount: bigint, parts: [string, bigint][]) => {
    const asked = parts.map(([invoiceId, part]) => ({ invoiceId, amount: part }))
    const { parts: found, excess } = spread(amount, askedFirst(asked, open, inTurn))
    return [...found.map(({ invoiceId, amount: part }) => [invoiceId, part]), ['over', excess]]
  }

  test('lays each part where it was meant for, though the first invoice has room for all', () => {
    expect(laid(1100n, [['own', 400n], ['brian', 700n]])).toEqual([['own', 400n], ['brian', 700n], ['over', 0n]]) // prettier-ignore
  })

  test('what a part leaves over, since its invoice was paid meanwhile, goes on in turn', () => {
    expect(laid(1500n, [['own', 400n], ['half', 600n], ['gone', 500n]])).toEqual([['own', 1000n], ['half', 500n], ['over', 0n]]) // prettier-ignore
    expect(laid(1900n, [['own', 1000n], ['gone', 900n]])).toEqual([['own', 1000n], ['older', 300n], ['over', 600n]]) // prettier-ignore
  })

  test('makes or loses no cent', () => {
    const parts = fc.array(fc.tuple(fc.constantFrom('own', 'brian', 'half', 'gone'), fc.bigInt(1n, 1500n)), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(fc.bigInt(1n, 5000n), parts, (amount, some) => {
        const unique = [...new Map(some)].map(([invoiceId, part]) => ({ invoiceId, amount: part }))
        const { parts: found, excess } = spread(amount, askedFirst(unique, open, inTurn))
        expect(found.reduce((sum, one) => sum + one.amount, excess)).toBe(amount)
        for (const one of found) expect(one.amount <= (open.get(one.invoiceId) ?? 300n)).toBe(true)
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
