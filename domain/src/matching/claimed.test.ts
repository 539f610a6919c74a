import { expect, test } from 'vitest'
import { withClaims } from './claimed.ts'
import type { Candidate } from './match.ts'
import { sayReason } from './reasons.ts'

const candidate = (accountId: string, score: number): Candidate => ({
  accountId,
  invoiceId: null,
  score,
  reasons: [{ code: 'nothing_owed' }],
})
const claim = (accountId: string, invoiceId = `invoice of ${accountId}`) => ({
  accountId,
  invoiceId,
  number: 'INV-2031-001',
})

test('what a payer says comes first, with its reason', () => {
  const [first, second] = withClaims([candidate('a', 0.4)], [claim('b')])
  expect(first).toMatchObject({ accountId: 'b', invoiceId: 'invoice of b' })
  expect(first?.score).toBeCloseTo(0.8)
  expect(first?.reasons.map(sayReason)).toEqual(['The payer says so, on the page of invoice INV-2031-001'])
  expect(second).toEqual(candidate('a', 0.4))
})

test('strengthens what was likely, keeps its reasons, and names the account once', () => {
  const all = withClaims([candidate('a', 0.5), candidate('b', 0.3)], [claim('a'), claim('a', 'another')])
  expect(all.map(({ accountId }) => accountId)).toEqual(['a', 'b'])
  expect(all[0]).toMatchObject({ invoiceId: 'invoice of a', reasons: [{ code: 'claimed' }, { code: 'nothing_owed' }] })
  expect(all[0]?.score).toBeCloseTo(0.9)
})

test('two payers who claim the same are believed half each, and less than what is nearly sure', () => {
  const all = withClaims([candidate('c', 0.95)], [claim('a'), claim('b')])
  expect(all.map(({ accountId }) => accountId)).toEqual(['c', 'a', 'b'])
  expect(all[1]?.score).toBeCloseTo(0.4)
  expect(withClaims([candidate('c', 0.95)], [])).toEqual([candidate('c', 0.95)])
})
