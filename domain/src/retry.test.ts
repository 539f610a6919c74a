import { describe, expect, test } from 'vitest'
import { deliveryAttempts, hasFailedTooLong, isUnwell, nextCallAt, nextDeliveryAt, readRetryAfter } from './retry.ts'

const now = new Date('2031-03-01T08:00:00Z')
const minutesTo = (at: Date | null) => at && (at.getTime() - now.getTime()) / 60_000

describe('a webhook delivery', () => {
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

  test('is tried seventeen times in all, ever more seldom', () => {
    const waits = Array.from({ length: 18 }, (_, index) => minutesTo(nextDeliveryAt(index + 1, daysAgo(3), now, 0)))
    expect(waits).toEqual([1, 5, 30, 120, 240, ...Array<number>(11).fill(360), null, null])
    expect(deliveryAttempts).toBe(17)
    const days = waits.reduce<number>((sum, wait) => sum + (wait ?? 0), 0) / 1440
    expect(days).toBeGreaterThan(3)
    expect(days * 1.1).toBeLessThan(3.5)
  })

  test('is tried for three days, however many attempts were brought forward', () => {
    const soon = new Date(daysAgo(3).getTime() + 1)
    expect([17, 30, 300].map((attempts) => minutesTo(nextDeliveryAt(attempts, soon, now, 0)))).toEqual([360, 360, 360])
  })

  test('has its attempts, however long it was held', () => {
    expect(minutesTo(nextDeliveryAt(1, daysAgo(30), now, 0))).toBe(1)
    expect(minutesTo(nextDeliveryAt(16, daysAgo(30), now, 0))).toBe(360)
  })

  test('waits up to a tenth longer, by chance', () => {
    expect(minutesTo(nextDeliveryAt(7, now, now, 0.999))).toBeCloseTo(360 * 1.0999, 3)
  })
})

test.each([
  [null, true],
  [429, true],
  [502, true],
  [503, true],
  [504, true],
  [500, false],
  [404, false],
  [302, false],
])('an answer of %s: the receiver is down: %s', (status, down) => expect(isUnwell(status)).toBe(down))

test.each([
  ['120', 2],
  [' 90 ', 1.5],
  ['Sat, 01 Mar 2031 08:30:00 GMT', 30],
  ['999999999', 24 * 60],
  ['Sat, 01 Mar 2031 07:59:59 GMT', null],
  ['0', null],
  ['-5', null],
  ['soon', null],
  ['', null],
  [null, null],
])('Retry-After: %s asks for %s minutes', (written, minutes) =>
  expect(minutesTo(readRetryAfter(written, now))).toBe(minutes),
)

test('an endpoint has failed for too long after five days', () => {
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
  expect(hasFailedTooLong(new Date(daysAgo(5).getTime() + 1), now)).toBe(false)
  expect(hasFailedTooLong(daysAgo(5), now)).toBe(true)
})

describe('a call to Safaricom', () => {
  test('is never given up', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 100].map((attempts) => minutesTo(nextCallAt(attempts, now, 0)))
    expect(waits).toEqual([0.25, 1, 5, 15, 60, 240, 240, 240])
  })
})
