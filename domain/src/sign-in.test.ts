import { expect, test } from 'vitest'
import { tidyEmail, waitAfter } from './sign-in.ts'

test('five mistakes are free, then each waits twice as long, a quarter of an hour at most', () => {
  expect([0, 4, 5, 6, 10, 14, 15, 1000].map(waitAfter)).toEqual([0, 0, 1000, 2000, 32_000, 512_000, 900_000, 900_000])
})

test('an address is the same however it is typed', () => {
  expect(tidyEmail('  Bursar@School.Example ')).toBe('bursar@school.example')
})
