import { describe, expect, test } from 'vitest'
import { quietUntil, reminderOccasions } from './message.ts'

const zone = 'Africa/Nairobi'

describe('quiet hours', () => {
  const night = { quietFrom: '20:00', quietUntil: '08:00' }
  test.each([
    ['2031-03-01T19:59:00+03:00', night, null],
    ['2031-03-01T20:00:00+03:00', night, '2031-03-02T05:00:00.000Z'],
    ['2031-03-01T23:59:59+03:00', night, '2031-03-02T05:00:00.000Z'],
    ['2031-03-02T00:00:00+03:00', night, '2031-03-02T05:00:00.000Z'],
    ['2031-03-02T07:59:59+03:00', night, '2031-03-02T05:00:00.000Z'],
    ['2031-03-02T08:00:00+03:00', night, null],
    ['2031-03-02T13:30:00+03:00', { quietFrom: '13:00', quietUntil: '14:00' }, '2031-03-02T11:00:00.000Z'],
    ['2031-03-02T14:00:00+03:00', { quietFrom: '13:00', quietUntil: '14:00' }, null],
    ['2031-03-02T08:00:00+03:00', { quietFrom: '08:00', quietUntil: '08:00' }, null],
  ])('at %s with %o: until %s', (now, hours, until) => {
    expect(quietUntil(new Date(now), zone, hours)?.toISOString() ?? null).toBe(until)
  })
})

describe('what is to be reminded of', () => {
  const open = {
    issuedAt: new Date('2031-03-01T00:00:00Z'),
    cancelledAt: null,
    overdueAt: null,
    dueAt: new Date('2031-03-10T00:00:00Z'),
    total: 900n,
    paid: 0n,
    adjusted: 0n,
    instalments: [],
  }
  const days = [-3, 0, 7]
  test.each([
    ['2031-03-05', '2031-03-06', []],
    ['2031-03-06', '2031-03-07', ['2031-03-10 -3']],
    ['2031-03-07', '2031-03-09', []],
    ['2031-03-06', '2031-03-12', ['2031-03-10 0']],
    ['2031-03-16', '2031-03-17', ['2031-03-10 7']],
    ['2031-03-17', '2031-04-17', []],
  ])('after %s up to %s: %j', (since, today, occasions) => {
    expect(reminderOccasions(open, days, since, today, zone)).toEqual(occasions)
  })

  test('nothing of what is paid', () => {
    expect(reminderOccasions({ ...open, paid: 900n }, days, '2031-03-06', '2031-03-07', zone)).toEqual([])
  })
})
