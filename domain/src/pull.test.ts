import { describe, expect, test } from 'vitest'
import { pullWindow, trueTimes } from './pull.ts'

const nairobi = 'Africa/Nairobi'
const now = new Date('2031-03-05T09:00:00Z')
const pulled = { pulledToAt: new Date('2031-03-05T08:55:00Z'), wholeDayOn: '2031-03-04', timesAreLocal: false }
const from = (pull: object, at = now) => pullWindow({ ...pulled, ...pull }, at, nairobi).from.toISOString()

describe('a pull begins', () => {
  test('two hours before the last one', () => {
    expect(from({})).toBe('2031-03-05T06:55:00.000Z')
  })

  test.each([
    ['the first time', { pulledToAt: null, wholeDayOn: null }],
    ['once more when a day has ended', { wholeDayOn: '2031-03-03' }],
    ['after a week of silence', { pulledToAt: new Date('2031-02-26T09:00:00Z') }],
  ])('as far back as Safaricom remembers, %s', (_, pull) => {
    expect(from(pull)).toBe('2031-03-03T09:01:00.000Z')
  })

  test('anew at midnight where the business is, and then has that day', () => {
    const beforeMidnight = new Date('2031-03-05T20:59:00Z')
    const afterMidnight = new Date('2031-03-05T21:00:00Z')
    expect(pullWindow(pulled, beforeMidnight, nairobi).wholeDayOn).toBe('2031-03-04')
    expect(pullWindow(pulled, afterMidnight, nairobi).wholeDayOn).toBe('2031-03-05')
    expect(from({}, afterMidnight)).toBe('2031-03-03T21:01:00.000Z')
  })
})

describe('the Z of a pulled time', () => {
  const read = (written: string[], areLocal = false) => {
    const { times, areLocal: local } = trueTimes(written, now, areLocal)
    return [times.map((time) => time?.toISOString() ?? null), local]
  }

  test('is believed as long as no time lies in the future', () => {
    expect(read(['2031-03-05T09:00:30Z', 'never'])).toEqual([['2031-03-05T09:00:30.000Z', null], false])
  })

  test('is Nairobi’s once one does, for all of them', () => {
    expect(read(['2031-03-05T11:59:00Z', '2031-03-05T08:00:00Z'])).toEqual([
      ['2031-03-05T08:59:00.000Z', '2031-03-05T05:00:00.000Z'],
      true,
    ])
    expect(read(['2031-03-05T08:00:00Z'], true)).toEqual([['2031-03-05T05:00:00.000Z'], true])
  })
})
