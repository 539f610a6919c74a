import { afterAll, beforeAll, expect, test } from 'vitest'
import { payer, type Payer } from '../../../test/payer.ts'
import { world, type World } from '../../../test/world.ts'

let w: World
let p: Payer

beforeAll(async () => {
  w = await world()
  p = payer(w)
})
afterAll(() => w.end())

test('pressed twice leads to one request, and pressing for another bill meanwhile is refused kindly', async () => {
  const [first, second] = [await p.bill(), await p.bill()]
  const msisdn = p.phone()
  const fields = { amount: '1000', to: 'other', phone: msisdn }
  const [one, other] = await Promise.all([p.pay(first.path, fields), p.pay(first.path, fields)])
  expect(one).toBe(other)
  expect(w.simulator.phone(msisdn).prompts).toHaveLength(1)
  const elsewhere = await p.press(second.path, fields)
  expect(elsewhere.status).toBe(409)
  expect(elsewhere.body).toContain('A request went to this phone a moment ago')
  expect(elsewhere.body).toContain('value="1000"')
})

test('asks a bill’s payers ten times a day, then shows the Paybill only', async () => {
  const { path } = await p.bill()
  const last = { amount: '10', to: 'other', phone: p.phone() }
  for (let times = 0; times < 9; times++) await p.pay(path, { ...last, phone: p.phone() })
  const waiting = await p.pay(path, last)
  const refused = await p.press(path, { amount: '10', to: 'other', phone: p.phone() })
  expect(refused.status).toBe(409)
  expect(refused.body).toContain('too many requests for this bill today')
  expect(refused.body).toContain('data-copy="600984"')
  expect(await p.pay(path, last)).toBe(waiting)
})

test.for([
  ['no amount', { amount: '' }, 'Enter the amount in whole shillings'],
  ['nothing', { amount: '0' }, 'Enter the amount in whole shillings'],
  ['cents', { amount: '10.50' }, 'Enter the amount in whole shillings'],
  ['a negative amount', { amount: '-5' }, 'Enter the amount in whole shillings'],
  ['more than is owed', { amount: '1001' }, 'Enter KES\u00a01,000 or less'],
  ['no phone', { amount: '10', phone: '' }, 'Enter a Kenyan mobile number'],
  ['a foreign phone', { amount: '10', phone: '+44 7700 900123' }, 'Enter a Kenyan mobile number'],
  [
    'a number that was typed but not chosen',
    { amount: '10', to: 'known', phone: '0722 000 000' },
    'Choose which phone pays',
  ],
] as const)('refuses %s, says why beside the field and keeps what was typed', async ([, fields, sentence]) => {
  const { path } = await p.bill()
  const { status, body } = await p.press(path, { to: 'other', phone: '0722000000', ...fields })
  expect(status).toBe(400)
  expect(body).toContain(sentence)
  expect(body).toContain(`value="${fields.amount}"`)
  expect(body).toContain('aria-invalid="true"')
})

test('proposes whole shillings, and no more than M-PESA moves at once', async () => {
  const cents = await p.bill({ items: [{ itemid: w.products[0], quantity: 1, rate: 1234.56 }] })
  const small = (await p.get(cents.path)).body
  expect(small).toContain('KES\u00a01,234.56')
  expect(small).toContain('value="1235"')
  expect(small).toContain('M-PESA takes no cents')
  const large = await p.bill({ items: [{ itemid: w.products[0], quantity: 1, rate: 400_000 }] })
  expect((await p.get(large.path)).body).toContain('value="250000"')
  expect((await p.press(large.path, { amount: '300000', to: 'other', phone: p.phone() })).body).toContain(
    'Enter KES\u00a0250,000 or less',
  )
})

test('a request is shown on the page of its own bill only', async () => {
  const [mine, other] = [await p.bill(), await p.bill()]
  const waiting = await p.pay(mine.path, { amount: '1000', to: 'other', phone: p.phone() })
  const id = new URL(waiting, w.ctx.publicUrl).searchParams.get('request')
  const { body } = await p.get(`${other.path}?request=${id}`)
  expect(body).not.toContain('We have sent a request')
  expect(body).toContain('<form')
})

test('one address may press the button thirty times an hour', async () => {
  const { path } = await p.bill()
  const fields = { amount: '10', to: 'other', phone: p.phone() }
  await w.advance('PT2H')
  const presses = []
  for (let times = 0; times < 31; times++) presses.push((await p.press(path, fields)).status)
  expect(presses).toEqual([...Array<number>(30).fill(303), 429])
  await w.advance('PT1H')
  expect((await p.press(path, fields)).status).toBe(303)
})
