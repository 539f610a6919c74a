import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths, dayNamed, dayOf, endOfDay, midnight, passesAt, readInstant, writeInstant } from './day.ts'

const zones = [
  'Africa/Nairobi',
  'UTC',
  'Pacific/Kiritimati',
  'Pacific/Midway',
  'Asia/Kathmandu',
  'America/New_York',
  'Europe/Berlin',
]
const zone = fc.constantFrom(...zones)
const instant = fc.date({
  min: new Date('1971-01-01T00:00:00Z'),
  max: new Date('2200-01-01T00:00:00Z'),
  noInvalidDate: true,
})

describe('endOfDay', () => {
  test.each([
    ['2031-03-01', 'Africa/Nairobi', '2031-03-01T21:00:00.000Z'],
    ['2031-12-31', 'Africa/Nairobi', '2031-12-31T21:00:00.000Z'],
    ['2031-03-01', 'UTC', '2031-03-02T00:00:00.000Z'],
    ['2031-03-01', 'Pacific/Kiritimati', '2031-03-01T10:00:00.000Z'],
    ['2031-03-01', 'Pacific/Midway', '2031-03-02T11:00:00.000Z'],
    ['2031-03-01', 'Asia/Kathmandu', '2031-03-01T18:15:00.000Z'],
    ['2031-03-09', 'America/New_York', '2031-03-10T04:00:00.000Z'], // the clocks go forward on this day
    ['2031-11-02', 'America/New_York', '2031-11-03T05:00:00.000Z'], // and back on this one
    ['2028-02-28', 'Africa/Nairobi', '2028-02-28T21:00:00.000Z'],
    ['9999-12-31', 'Africa/Nairobi', '9999-12-31T21:00:00.000Z'],
    ['9999-12-31', 'America/New_York', '9999-12-31T23:59:59.999Z'], // as late as can be written
  ])('of %s in %s is %s', (day, timeZone, end) => {
    expect(endOfDay(day, timeZone).toISOString()).toBe(end)
  })

  test('is the first instant of another day, in every zone', () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        const day = dayOf(at, timeZone)
        const end = endOfDay(day, timeZone)
        expect(end.getTime()).toBeGreaterThan(at.getTime())
        expect(dayOf(new Date(end.getTime() - 1), timeZone)).toBe(day)
        expect(dayOf(end, timeZone) > day).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('passesAt', () => {
  test('a plain date passes with its day in the zone, a time at its instant', () => {
    expect(passesAt(midnight('2031-03-01'), 'Africa/Nairobi').toISOString()).toBe('2031-03-01T21:00:00.000Z')
    const noon = new Date('2031-03-01T12:00:00Z')
    expect(passesAt(noon, 'Africa/Nairobi')).toEqual(noon)
  })
})

describe('dayNamed', () => {
  test.each([
    ['2031-12-31T00:00:00Z', 'Africa/Nairobi', '2031-12-31'],
    ['2031-12-31T00:00:00Z', 'America/New_York', '2031-12-31'], // a plain date is the same everywhere
    ['2031-12-31T20:59:59Z', 'Africa/Nairobi', '2031-12-31'],
    ['2031-12-31T21:00:00Z', 'Africa/Nairobi', '2032-01-01'],
  ])('%s in %s is %s', (at, timeZone, day) => {
    expect(dayNamed(new Date(at), timeZone)).toBe(day)
  })
})

describe('readInstant', () => {
  test.each([
    ['2031-02-15', '2031-02-15T00:00:00Z'],
    ['2031-02-15T10:11:12Z', '2031-02-15T10:11:12Z'],
    ['2031-02-15T10:11:12.987Z', '2031-02-15T10:11:12Z'],
    ['2031-02-15T10:11:12.987654321Z', '2031-02-15T10:11:12Z'],
    ['2031-02-15T10:11:12+03:00', '2031-02-15T07:11:12Z'],
    ['2031-02-15T23:00:00-05:00', '2031-02-16T04:00:00Z'],
    ['2028-02-29', '2028-02-29T00:00:00Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59Z'],
    ['1970-01-01', '1970-01-01T00:00:00Z'],
  ])('%s is %s', (text, shown) => {
    expect(writeInstant(readInstant(text) ?? new Date(0))).toBe(shown)
  })

  test.each([
    '',
    'today',
    '2031',
    '2031-02',
    '20310215',
    '15/02/2031',
    '2031-2-5',
    '2031-02-30',
    '2027-02-29',
    '2031-04-31',
    '2031-00-10',
    '2031-13-01',
    '2031-02-00',
    '2031-02-15T10:11:12',
    '2031-02-15T10:11Z',
    '2031-02-15 10:11:12Z',
    '2031-02-15T25:00:00Z',
    '2031-02-15T10:60:00Z',
    '2031-02-15T10:11:60Z',
    '2031-02-15T10:11:12+3',
    '2031-02-15T10:11:12+99:00',
    '1969-12-31',
    '+010000-01-01',
    '9999-12-31T23:59:59-01:00',
    ' 2031-02-15',
    '2031-02-15\n',
    '٢٠٣١-٠٢-١٥',
    '1900000000',
  ])('"%s" is none', (text) => {
    expect(readInstant(text)).toBeNull()
  })

  test('reads what writeInstant writes, to the second', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const shown = writeInstant(at)
        expect(shown).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
        expect(writeInstant(readInstant(shown) ?? new Date(0))).toBe(shown)
      }),
    )
  })
})

test('a day so many months later is the same one, or the last of a month that is shorter', () => {
  expect([0, 1, 2, 13, -1].map((months) => addMonths('2031-01-31', months))).toEqual([
    '2031-01-31',
    '2031-02-28',
    '2031-03-31',
    '2032-02-29',
    '2030-12-31',
  ])
})
