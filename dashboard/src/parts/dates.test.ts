import { expect, test } from 'vitest'
import { startsOf } from './dates.ts'

test.each([
  ['2031-03-03', '2031-03-03', '2031-03-01', 'a Monday begins its own week'],
  ['2031-03-09', '2031-03-03', '2031-03-01', 'a Sunday ends it'],
  ['2031-03-01', '2031-02-24', '2031-03-01', 'a week goes over the end of a month'],
  ['2031-01-01', '2030-12-30', '2031-01-01', 'and of a year'],
  ['2032-02-29', '2032-02-23', '2032-02-01', 'in a leap year too'],
])('the week of %s begins on %s, its month on %s: %s', (day, week, month) => {
  expect(startsOf(day)).toEqual({ week, month })
})
