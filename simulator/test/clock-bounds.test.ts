import { expect, test } from 'vitest'
import { call, simulator } from './world.ts'

test.each([
  { advance: 1e308 },
  { advance: 'P9999999999W' },
  { advance: 'P36600D' },
  { advance: -5 },
  { advance: null },
  { advance: 'soon' },
  { set: '+275760-01-01T00:00:00Z' },
  { set: '2500-01-01T00:00:00Z' },
  { set: '5' },
  { set: '2027-13-45T00:00:00Z' },
  { set: 12 },
  { set: '2028-01-01T00:00:00Z', advance: 'P1D' },
  { freeze: 'yes' },
  { freeze: true, advance: 'soon' },
  { forward: 'P1D' },
  {},
])('the clock wish %j is refused and nothing has changed', async (body) => {
  const daraja = await simulator({ now: () => new Date('2027-01-04T05:00:00Z') })
  const before = daraja.clock()
  const answer = await call(`${daraja.url}/_sim/clock`, { method: 'POST', body: JSON.stringify(body) })
  expect(answer).toMatchObject({ status: 400, body: { ok: false, error: expect.any(String) as unknown } })
  expect(daraja.clock()).toEqual(before)
  expect(await daraja.advance('PT1S')).toMatchObject({ now: '2027-01-04T05:00:01.000Z', frozen: false })
})

test('the clock goes as far as a hundred years from today, in steps too', async () => {
  const daraja = await simulator({ now: () => new Date('2027-01-04T05:00:00Z'), frozen: true })
  await daraja.advance('P2600W')
  await expect(daraja.advance('P2700W')).rejects.toThrow('at most 100 years ahead')
  expect(daraja.clock().now).toBe('2076-11-02T05:00:00.000Z')
})
