import { expect, test } from 'vitest'
import { minuteOf, portionOf, resetOf, waitSeconds } from './request-limit.ts'

test('requests are counted by the minute of the clock, which ends at a whole second', () => {
  const minute = minuteOf(new Date('2031-03-01T08:15:42.700Z'))
  expect(minute).toEqual(new Date('2031-03-01T08:15:00Z'))
  expect(minuteOf(minute)).toEqual(minute)
  expect(new Date(resetOf(minute) * 1000)).toEqual(new Date('2031-03-01T08:16:00Z'))
})

test.each([
  ['2031-03-01T08:15:00.000Z', 60],
  ['2031-03-01T08:15:42.700Z', 18],
  ['2031-03-01T08:15:59.999Z', 1],
  ['2031-03-01T08:16:00.000Z', 1],
])('at %s the wait is %i seconds', (now, seconds) => {
  expect(waitSeconds(new Date('2031-03-01T08:15:00Z'), new Date(now))).toBe(seconds)
})

test.each([
  [1, 1],
  [20, 1],
  [21, 2],
  [6000, 300],
])('of %i a minute a process asks for %i at once', (limit, portion) => {
  expect(portionOf(limit)).toBe(portion)
})
