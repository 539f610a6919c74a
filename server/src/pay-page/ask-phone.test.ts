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

test('asks the phone that was typed, shows the wait, and then the receipt', async () => {
  const { path, invoiceno, _id } = await p.bill()
  const msisdn = p.phone()
  const waiting = await p.pay(path, { amount: 'KES 1,000', to: 'other', phone: `+${msisdn}` })
  expect(waiting).toMatch(new RegExp(`^${path}\\?request=[0-9a-f]{24}$`))
  const asked = await p.get(waiting)
  expect(asked.body).toContain('Enter your M-PESA PIN on your phone')
  expect(asked.body).toMatch(/<noscript><meta http-equiv="refresh" content="3"/)
  expect(asked.body).not.toContain('<form')
  expect(asked.body).not.toContain(msisdn.slice(3))

  const { receipt } = await p.answer(msisdn, { pin: '1234' })
  await w.work()
  const paid = await p.get(waiting)
  for (const said of ['Thank you, payment received', receipt, 'KES\u00a01,000', '1 Mar 2031, 11:15', invoiceno]) {
    expect(paid.body).toContain(said)
  }
  expect(paid.body).not.toMatch(/<form|http-equiv/)
  expect((await w.call('GET', `/business/invoice/details/${_id}`)).body.data.status).toBe('paid')
})

test('takes a part, then asks for the rest', async () => {
  const { path } = await p.bill()
  const msisdn = p.phone()
  const waiting = await p.pay(path, { amount: '400', to: 'other', phone: msisdn })
  await p.answer(msisdn, { pin: '1234' })
  await w.work()
  const { body } = await p.get(waiting)
  expect(body).toContain('Thank you, payment received')
  expect(body).toMatch(/Still to pay<\/p>\s*<h1 class="amount">KES\u00a0600</)
  expect(body).toContain('value="600"')
})

test('sends to the phone of the invoice without ever showing it', async () => {
  const { path } = await p.bill()
  const waiting = await p.pay(path, { amount: '1000', to: 'known', phone: '' })
  expect((await p.get(waiting)).body).toContain('0712\u00a0•••\u00a0678')
  await p.answer(w.customer.phone, { cancel: true })
  await w.work()
  const { body } = await p.get(waiting)
  expect(body).toContain('You cancelled the request on your phone. Nothing was paid.')
  expect(body).toContain('<form')
  expect(body).not.toContain('http-equiv')
})

test.for([
  ['a wrong PIN', 500_000, { pin: '9999' }, 'The PIN was wrong. Nothing was paid.'],
  ['too little money', 3, { pin: '1234' }, 'There was not enough money in M-PESA. Nothing was paid.'],
] as const)('tells %s from the rest', async ([, balance, answer, sentence]) => {
  const { path } = await p.bill()
  const msisdn = p.phone(balance)
  const waiting = await p.pay(path, { amount: '1000', to: 'other', phone: msisdn })
  for (let tries = 0; tries < 3; tries++) {
    const open = w.simulator.phone(msisdn).prompts.find((prompt) => prompt.state === 'waiting')
    if (open) await w.simulator.answerPrompt(msisdn, open.id, answer)
  }
  await w.simulator.settled()
  await w.work()
  expect((await p.get(waiting)).body).toContain(sentence)
})

test('never says "try again" while M-PESA is silent', async () => {
  const { path } = await p.bill()
  w.simulator.trouble({ kind: 'dropped-after-commit', endpoint: 'stk-push' })
  const waiting = await p.pay(path, { amount: '1000', to: 'other', phone: p.phone() })
  w.simulator.clearTrouble()
  const { body } = await p.get(waiting)
  expect(body).toContain('We have not heard from M-PESA yet. Do not pay again.')
  expect(body).not.toContain('<form')
  expect(body).toContain('content="15"')
})

test('a phone that never answers is not called unpaid before M-PESA says so', async () => {
  const { path } = await p.bill()
  const waiting = await p.pay(path, { amount: '1000', to: 'other', phone: p.phone() })
  await w.advance('PT80S')
  expect((await p.get(waiting)).body).toContain('We have not heard from M-PESA yet')
  await w.advance('PT10M')
  expect((await p.get(waiting)).body).toContain('Did no message from M-PESA come to your phone?')
  await w.work()
  expect((await p.get(waiting)).body).toContain('The request was not answered in time. Nothing was paid.')
})

test('asks nobody to pay again when M-PESA has the money and its report was lost', async () => {
  const { path } = await p.bill()
  const msisdn = p.phone()
  const waiting = await p.pay(path, { amount: '1000', to: 'other', phone: msisdn })
  w.simulator.trouble({ kind: 'callback-lost', endpoint: '*', times: 'always' })
  await p.answer(msisdn, { pin: '1234' })
  w.simulator.clearTrouble()
  w.simulator.trouble({ endpoint: 'pull-query', kind: '503', times: 'always' })
  await w.advance('PT31S')
  await w.work()
  const { body } = await p.get(waiting)
  expect(body).toContain('M-PESA says that you have paid. Do not pay again.')
  expect(body).not.toContain('<form')
  w.simulator.clearTrouble()
  await w.advance('PT10M')
  await w.work()
  expect((await p.get(waiting)).body).toContain('Thank you, payment received')
})

test('a standalone link is paid in the same way', async () => {
  const made = await w.call('POST', '/business/payment-link/create', { title: 'Deposit for the hall', amount: 2500 })
  const path = `/pay/${made.body.data.code}`
  const before = await p.get(path)
  expect(before.body).toContain('Deposit for the hall')
  expect(before.body).toContain('KES\u00a02,500')
  const msisdn = p.phone()
  const waiting = await p.pay(path, { amount: '2500', phone: msisdn })
  const { receipt } = await p.answer(msisdn, { pin: '1234' })
  await w.work()
  const { body } = await p.get(waiting)
  expect(body).toContain('Thank you, payment received')
  expect(body).toContain(receipt)
})
