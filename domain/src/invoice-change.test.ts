import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stepsTo, type Step } from './invoice-change.ts'
import { statuses, statusOf, type Facts, type Status } from './invoice.ts'
import { Refusal, type RefusalCode } from './refusal.ts'

const now = new Date('2031-03-10T08:00:00Z')
const past = new Date('2031-03-01T00:00:00Z')
const future = new Date('2031-04-01T00:00:00Z')
const plain: Facts = {
  issuedAt: past,
  cancelledAt: null,
  overdueAt: null,
  dueAt: future,
  total: 1000n,
  paid: 0n,
  adjusted: 0n,
}
const example: Record<Status, Facts> = {
  draft: { ...plain, issuedAt: null },
  unpaid: plain,
  partially_paid: { ...plain, paid: 400n },
  paid: { ...plain, paid: 1000n },
  overdue: { ...plain, dueAt: past, overdueAt: past },
  cancelled: { ...plain, cancelledAt: past },
}

function outcome(facts: Facts, status: Status, { byHand = true, amountPaid = null as bigint | null } = {}): string {
  try {
    const steps = stepsTo({ status, amountPaid }, facts, byHand, now, 'Africa/Nairobi')
    return (
      steps.map((step) => (step.kind === 'record_payment' ? `record ${step.amount}` : step.kind)).join(', ') ||
      'nothing'
    )
  } catch (error) {
    if (error instanceof Refusal) return `refused: ${error.code}`
    throw error
  }
}

const no = (code: RefusalCode) => `refused: ${code}`

describe('what it takes to get from one status to another', () => {
  // to: draft, unpaid, partially_paid, paid, overdue, cancelled
  test.each([
    [
      'draft',
      ['nothing', 'issue', no('invoice_without_payments'), 'issue, record 1000', no('invoice_not_overdue'), 'cancel'],
    ],
    [
      'unpaid',
      ['withdraw', 'nothing', no('invoice_without_payments'), 'record 1000', no('invoice_not_overdue'), 'cancel'],
    ],
    [
      'partially_paid',
      [
        'reverse_manual_payments, withdraw',
        'reverse_manual_payments',
        'nothing',
        'record 600',
        no('invoice_not_overdue'),
        no('invoice_has_money'),
      ],
    ],
    [
      'paid',
      [
        'reverse_manual_payments, withdraw',
        'reverse_manual_payments',
        no('invoice_paid'),
        'nothing',
        no('invoice_not_overdue'),
        no('invoice_has_money'),
      ],
    ],
    [
      'overdue',
      ['withdraw', no('invoice_past_due'), no('invoice_without_payments'), 'record 1000', 'nothing', 'cancel'],
    ],
    [
      'cancelled',
      [
        'reopen, withdraw',
        'reopen',
        no('invoice_cancelled'),
        'reopen, record 1000',
        no('invoice_not_overdue'),
        'nothing',
      ],
    ],
  ] as const)('from %s', (from, cells) => {
    expect(Object.fromEntries(statuses.map((to) => [to, outcome(example[from], to)]))).toEqual(
      Object.fromEntries(statuses.map((to, place) => [to, cells[place]])),
    )
  })

  test('money that really arrived is never hidden', () => {
    for (const from of ['partially_paid', 'paid'] as const) {
      for (const to of ['draft', 'unpaid'] as const) {
        expect(outcome(example[from], to, { byHand: false })).toBe(no('invoice_has_payments'))
      }
    }
  })

  test('overdue can be said as soon as it is true', () => {
    expect(outcome({ ...plain, dueAt: past }, 'overdue')).toBe('mark_overdue')
    expect(outcome({ ...plain, dueAt: past, issuedAt: null }, 'overdue')).toBe(no('invoice_not_overdue'))
    const today = new Date('2031-03-10T00:00:00Z')
    expect(outcome({ ...plain, dueAt: today }, 'overdue')).toBe(no('invoice_not_overdue'))
  })

  test('a stated part payment has to be a part', () => {
    const stated = (amountPaid: bigint, facts: Facts = plain) => outcome(facts, 'partially_paid', { amountPaid })
    expect(stated(400n)).toBe('record 400')
    expect(stated(400n, example.draft)).toBe('issue, record 400')
    expect(stated(200n, example.partially_paid)).toBe('record 200')
    expect(stated(600n, example.partially_paid)).toBe(no('part_payment_too_large'))
    expect([stated(0n), stated(-1n)]).toEqual([no('amount_not_positive'), no('amount_not_positive')])
    expect(stated(1n, example.cancelled)).toBe(no('invoice_cancelled'))
    expect(stated(1n, example.paid)).toBe(no('invoice_paid'))
  })

  test('an invoice of nothing cannot be made unpaid', () => {
    expect(outcome({ ...plain, total: 0n }, 'unpaid')).toBe(no('invoice_of_nothing'))
  })
})

describe('whatever the facts', () => {
  const maybe = fc.option(fc.constant(past))
  const facts = fc
    .record({
      issuedAt: maybe,
      cancelledAt: maybe,
      overdueAt: fc.constant(null),
      dueAt: fc.constantFrom(past, future),
      total: fc.bigInt(0n, 500n),
    })
    .chain((rest) => {
      const room = rest.issuedAt && !rest.cancelledAt ? rest.total : 0n
      return fc
        .tuple(fc.bigInt(0n, room), fc.bigInt(0n, room))
        .map(([settled, adjusted]): Facts =>
          adjusted > settled
            ? { ...rest, paid: settled, adjusted: 0n }
            : { ...rest, paid: settled - adjusted, adjusted },
        )
    })

  test('the steps lead to the wished status, or it is refused and nothing is done', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...statuses), fc.boolean(), (start, status, byHand) => {
        let steps: Step[]
        try {
          steps = stepsTo({ status, amountPaid: null }, start, byHand, now, 'Africa/Nairobi')
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
          return
        }
        const end = steps.reduce(walk, start)
        const settledByItself = end.total === 0n && (status === 'unpaid' || status === 'paid')
        expect(statusOf(end)).toBe(settledByItself ? 'paid' : status)
        expect(end.paid >= 0n && end.paid <= end.total).toBe(true)
        if (end.paid > 0n) expect(end.issuedAt !== null && end.cancelledAt === null).toBe(true)
        if (!byHand) expect(end.paid).toBeGreaterThanOrEqual(start.paid)
      }),
      { numRuns: 5_000 },
    )
  })
})

function walk(facts: Facts, step: Step): Facts {
  switch (step.kind) {
    case 'issue':
      return { ...facts, issuedAt: now }
    case 'withdraw':
      return { ...facts, issuedAt: null }
    case 'cancel':
      return { ...facts, cancelledAt: now }
    case 'reopen':
      return { ...facts, cancelledAt: null }
    case 'mark_overdue':
      return { ...facts, overdueAt: now }
    case 'reverse_manual_payments':
      return { ...facts, paid: 0n }
    case 'record_payment':
      return { ...facts, paid: facts.paid + step.amount }
  }
}
