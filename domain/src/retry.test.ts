import { describe, expect, test } from 'vitest'
import { nextCallAt, nextDeliveryAt } from './retry.ts'

const now = new Date('2031-03-01T08:00:00Z')
const minutesTo = (at: Date | null) => at && (at.getTime() - now.getTime()) / 60_000

describe('a webhook delivery', () => {
  test('is tried eight times in all, ever more seldom', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((attempts) => minutesTo(nextDeliveryAt(attempts, now, 0)))
    expect(waits).toEqual([1, 5, 30, 120, 360, 720, 1440, null, null])
  })

  test('waits up to a tenth longer, by chance', () => {
    expect(minutesTo(nextDeliveryAt(7, now, 0.999))).toBeCloseTo(1440 * 1.0999, 3)
  })
})

describe('a call to Safaricom', () => {
  test('is never given up', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 100].map((attempts) => minutesTo(nextCallAt(attempts, now, 0)))
    expect(waits).toEqual([0.25, 1, 5, 15, 60, 240, 240, 240])
  })
})
