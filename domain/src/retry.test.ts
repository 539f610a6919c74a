import { describe, expect, test } from 'vitest'
import { deliveryAttempts, hasFailedTooLong, nextCallAt, nextDeliveryAt } from './retry.ts'

const now = new Date('2031-03-01T08:00:00Z')
const minutesTo = (at: Date | null) => at && (at.getTime() - now.getTime()) / 60_000

describe('a webhook delivery', () => {
  const waits = Array.from({ length: 18 }, (_, index) => minutesTo(nextDeliveryAt(index + 1, now, 0)))

  test('is tried seventeen times in all, ever more seldom', () => {
    const sixHours = Array<number>(11).fill(360)
    expect(waits).toEqual([1, 5, 30, 120, 240, ...sixHours, null, null])
    expect(deliveryAttempts).toBe(17)
  })

  test('for three days at least, and no more than a tenth longer', () => {
    const days = waits.reduce<number>((sum, wait) => sum + (wait ?? 0), 0) / 1440
    expect(days).toBeGreaterThan(3)
    expect(days * 1.1).toBeLessThan(3.5)
  })

  test('waits up to a tenth longer, by chance', () => {
    expect(minutesTo(nextDeliveryAt(7, now, 0.999))).toBeCloseTo(360 * 1.0999, 3)
  })
})

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
