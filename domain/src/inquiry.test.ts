import { describe, expect, test } from 'vitest'
import { isInitiatorProblem, mayAskInName, nextInquiryAt } from './inquiry.ts'

const now = new Date('2031-03-01T08:00:00Z')
const minutes = (at: Date | null) => at && (at.getTime() - now.getTime()) / 60_000

describe('when Safaricom is asked about a receipt', () => {
  test.for([
    [0, false, 6],
    [1, false, 30],
    [4, false, 720],
    [10, false, 1440],
    [0, true, 0.25],
    [1, true, 2],
    [2, true, 10],
    [3, true, 30],
  ] as const)('after %i questions (urgent: %s) it waits %d minutes', ([attempts, isUrgent, wait]) => {
    expect(minutes(nextInquiryAt(attempts, now, isUrgent))).toBe(wait)
  })

  test('asks for about a week, then no more', () => {
    for (const isUrgent of [false, true]) {
      let [attempts, total] = [0, 0]
      for (let next = nextInquiryAt(0, now, isUrgent); next; next = nextInquiryAt(++attempts, now, isUrgent)) {
        total += minutes(next) ?? 0
      }
      expect(total / 1440).toBeGreaterThan(6.5)
      expect(total / 1440).toBeLessThan(8)
      expect(nextInquiryAt(attempts + 1, now, isUrgent)).toBeNull()
    }
  })
})

test('a refused operator is told from a receipt that does not exist', () => {
  expect(['2001', '8006', '21', 'SFC_IC0003'].every(isInitiatorProblem)).toBe(true)
  expect(['0', '2032', '1', '26', ''].some(isInitiatorProblem)).toBe(false)
})

test.each([
  ['was never asked in the name of', null, null, true],
  ['was tried a moment ago', null, 1, false],
  ['was tried, and the answer lost', null, 10, true],
  ['was taken within the hour', 59, null, true],
  ['was taken within the hour, and is asked', 59, 1, true],
  ['was taken before, and tried a moment ago', 60, 1, false],
] as const)('whether another question goes out for an operator who %s', (_, taken, tried, wanted) => {
  const ago = (minutes: number | null) => (minutes === null ? null : new Date(now.getTime() - minutes * 60_000))
  expect(mayAskInName({ takenAt: ago(taken), triedAt: ago(tried) }, now)).toBe(wanted)
})
