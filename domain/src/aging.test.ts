import { expect, test } from 'vitest'
import { agingBucket, daysSalesOutstanding } from './aging.ts'

test.each([
  [-5, 'notdue'],
  [0, 'notdue'],
  [1, 'days1to30'],
  [30, 'days1to30'],
  [31, 'days31to60'],
  [60, 'days31to60'],
  [61, 'days61to90'],
  [90, 'days61to90'],
  [91, 'over90'],
])('%i days past due is %s', (days, bucket) => {
  expect(agingBucket(days)).toBe(bucket)
})

test.each<[bigint, bigint, number, number | null]>([
  [100_00n, 300_00n, 30, 10],
  [100_00n, 300_00n, 31, 10.3],
  [50_00n, 300_00n, 1, 0.2],
  [0n, 300_00n, 30, 0],
  [100_00n, 0n, 30, null],
])('a receivable of %i with sales of %i in %i days is %s days outstanding', (receivable, sales, days, dso) => {
  expect(daysSalesOutstanding(receivable, sales, days)).toBe(dso)
})
