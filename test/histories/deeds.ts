import fc from 'fast-check'

const pick = fc.nat({ max: 1000 })
const cents = fc.oneof(fc.bigInt(1n, 150_000n), fc.constantFrom(1n, 50n, 99n, 10_000n, 58_000n))

/** One report of a payment; the receipt says how much it is, so that repeats by other roads agree. */
const report = fc.record({
  receipt: fc.nat({ max: 40 }),
  who: pick,
  road: fc.constantFrom('bill' as const, 'c2b' as const, 'stk' as const, 'pull' as const),
  /** Now and then a report that contradicts the others. */
  off: fc.constantFrom(0n, 0n, 0n, 0n, 0n, 0n, 0n, 0n, 0n, 1n),
})

const issue = fc.record({
  kind: fc.constant('issue' as const),
  who: pick,
  rate: cents,
  taxed: fc.boolean(),
  off: fc.nat({ max: 20 }),
})
const receive = fc.record({
  kind: fc.constant('receive' as const),
  reports: fc.array(report, { minLength: 1, maxLength: 4 }),
})

/** What may happen in the life of a small business's money. Much of it is refused at one time or another. */
export const deed = fc.oneof(
  { weight: 3, arbitrary: issue },
  { weight: 3, arbitrary: receive },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('import' as const),
      reports: fc.array(report, { minLength: 1, maxLength: 5 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('record' as const), which: pick, amount: cents }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reverse' as const), which: pick }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      which: pick,
      to: fc.array(pick, { minLength: 1, maxLength: 3 }),
      amount: fc.option(cents),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('credit' as const),
      which: pick,
      line: fc.constantFrom(1, 2),
      amount: fc.option(cents),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('adjust' as const),
      which: pick,
      as: fc.constantFrom('write_off' as const, 'withholding' as const, 'rounding' as const),
      amount: cents,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('schedule' as const),
      which: pick,
      parts: fc.constantFrom(0, 1, 2, 3),
      later: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('match' as const), which: pick, who: pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unmatch' as const), which: pick }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('claim' as const), which: pick, receipt: fc.nat({ max: 40 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('release' as const), which: pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('give_back' as const), which: pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: pick }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      which: pick,
      keep: fc.constantFrom('ours' as const, 'theirs' as const, 'theirs' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('refund' as const), who: pick, amount: cents }) },
)
export type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never
export type Report = typeof report extends fc.Arbitrary<infer R> ? R : never

export const kinds: Deed['kind'][] = [
  'issue',
  'receive',
  'import',
  'record',
  'reverse',
  'move',
  'credit',
  'adjust',
  'schedule',
  'match',
  'unmatch',
  'claim',
  'release',
  'give_back',
  'undo',
  'decide',
  'refund',
]
