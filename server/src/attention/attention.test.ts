import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { payer, type Payer } from '../../../test/payer.ts'
import { reports } from '../../../test/reports.ts'
import { world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'

let w: World
let p: Payer
let r: ReturnType<typeof reports>
beforeAll(async () => {
  w = await world({ operator: true })
  p = payer(w)
  r = reports(w)
  // What is over stays credit, so that a bill is not paid before anybody can claim that it is.
  await does('PATCH', '/business/settings/update', { creditpaysinvoices: false })
})
afterAll(() => w.end())
beforeEach(() => w.simulator.clearTrouble())

const nothing = {
  unmatched: { count: 0, amount: 0 },
  contradictions: 0,
  claims: 0,
  held: 0,
  bills: { count: 0, newest: [] },
  messages: { failed: 0, maybesent: 0 },
  webhooks: 0,
  closes: 0,
  shortcodes: { connected: 1, incomplete: 0, operatorsrefused: 0 },
}
const attention = async () => {
  const { status, body } = await w.call('GET', '/business/attention/details')
  expect(status).toBe(200)
  return body.data
}
const does = async (method: string, path: string, body: object) => {
  const answer = await w.call(method, path, body)
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer.body.data
}

test('where nothing waits there is nothing, whatever arrives where it belongs', async () => {
  await p.bill()
  await r.c2b(r.receipt(), '100')
  expect(await attention()).toEqual(nothing)
})

test('unmatched money is counted until somebody says whose it is', async () => {
  const receipt = r.receipt()
  await r.c2b(receipt, '120', 'NOBODY')
  await r.c2b(r.receipt(), '80', 'NOBODY')
  expect((await attention()).unmatched).toEqual({ count: 2, amount: 200 })
  const [one, two] = (await w.call('GET', '/business/payment/unmatched/list')).body.data
  const { accounts } = (await w.call('GET', `/business/customer/details/${w.customer.id}`)).body.data
  for (const { _id } of [one, two]) await does('POST', `/business/payment/${_id}/match`, { accountid: accounts[0]._id })
  expect(await attention()).toEqual(nothing)
})

test('money that is held is for a person once M-PESA has not confirmed it for three days', async () => {
  await does('PATCH', '/business/settings/update', { confirmedabove: 500 })
  const receipt = r.receipt()
  await r.c2b(receipt, '900')
  await does('PATCH', '/business/settings/update', { confirmedabove: null })
  expect(await attention()).toEqual(nothing)
  await w.advance('PT73H')
  expect(await attention()).toEqual({ ...nothing, held: 1 })
  const [held] = (await w.call('GET', '/business/transaction/list?trust=held')).body.data
  await does('POST', `/business/payment/${held._id}/release`, { reason: 'She showed the message' })
  expect(await attention()).toEqual(nothing)
})

test('a contradiction is counted until it is decided, a claim that nothing answers until it is dealt with', async () => {
  const receipt = r.receipt()
  await r.bill(receipt, '1000')
  await r.c2b(receipt, '900')
  const { path } = await p.bill()
  expect((await p.claim(path, 'UC7000000X')).status).toBe(303)
  // M-PESA is being asked about the claim: nobody has to do anything yet.
  expect(await attention()).toEqual({ ...nothing, contradictions: 1 })
  await w.advance('P4D')
  await w.work()
  expect(await attention()).toEqual({ ...nothing, contradictions: 1, claims: 1 })
  const [open] = await r.of(receipt)
  expect((await r.resolve(open._id, 'ours')).status).toBe(200)
  const [claim] = (await w.call('GET', '/business/claim/list?state=given_up')).body.data
  await does('POST', `/business/claim/${claim._id}/dismiss`, { reason: 'He rang: it was for another school' })
  expect(await attention()).toEqual(nothing)
})

test('a bill that did not reach the phone is named while it asks for money, for two weeks', async () => {
  const abroad = await does('POST', '/business/customer/create', {
    name: 'Baraka Njoroge',
    email: 'baraka@example.test',
    phone: '+14155550100',
    country: 'Kenya',
    currency: 'KES',
  })
  const [first, second] = [await p.bill({ customerid: abroad._id }), await p.bill({ customerid: abroad._id })]
  await w.work()
  const missed = (bill: typeof first) => ({
    invoiceid: bill._id,
    invoiceno: bill.invoiceno,
    customer: 'Baraka Njoroge',
    status: 'refused',
    reason: 'The customer has no Kenyan mobile number',
  })
  const { bills } = await attention()
  expect(bills.count).toBe(2)
  expect(bills.newest).toEqual(expect.arrayContaining([missed(first), missed(second)]))
  await does('PATCH', `/business/invoice/update/${first._id}`, { status: 'cancelled' })
  expect((await attention()).bills).toEqual({ count: 1, newest: [missed(second)] })
  await w.advance('P15D')
  expect(await attention()).toEqual(nothing)
})

test('a message that failed is counted until one of its kind went out', async () => {
  const bill = await p.bill()
  const remind = () =>
    does('POST', '/business/message/send', { invoiceid: bill._id, purpose: 'reminder', channels: ['sms'] })
  const become = (id: string, state: 'failed' | 'maybe_sent' | 'sent') =>
    inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) => tx`
        update messages set state = ${state}, next_attempt_at = null, recipient = '254712345678', body = 'Dear Amina',
          sent_at = ${state === 'sent' ? w.ctx.now() : null}, updated_at = ${w.ctx.now()}
        where business_id = ${w.businessId} and id = ${id}
      `,
    )
  const [first] = await remind()
  await become(first._id, 'failed')
  expect(await attention()).toEqual({ ...nothing, messages: { failed: 1, maybesent: 0 } })
  await become(first._id, 'maybe_sent')
  expect(await attention()).toEqual({ ...nothing, messages: { failed: 0, maybesent: 1 } })
  await w.advance('PT1H')
  const [second] = await remind()
  await become(second._id, 'sent')
  expect(await attention()).toEqual(nothing)
})

test('a day that differs, a webhook that was paused and an operator whom M-PESA refuses are counted', async () => {
  const day = new Date(w.ctx.now().getTime() - 86_400_000).toISOString().slice(0, 10)
  const close = (differences: object[]) =>
    inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) => tx`
        insert into closes (business_id, id, shortcode, closed_on, source, opening, paid_in, paid_out, closing,
          brought_forward, places, differences, created_at)
        values (${w.businessId}, ${w.ctx.newId()}, '600984', ${day}, 'books', 0, 0, 0, 0, 0, ${tx.json({})},
          ${tx.json(differences as never)}, ${w.ctx.now()})
      `,
    )
  const hook = await does('POST', '/business/webhook/create', { url: 'http://127.0.0.1:9/hook' })
  const troubled = (isTroubled: boolean) =>
    inBusiness(w.ctx.sql, w.businessId, async (tx) => {
      const [at, why] = isTroubled ? [w.ctx.now(), 'Away'] : [null, null]
      await tx`
        update webhook_endpoints set paused_at = ${at}, failing_since = ${at}, pause_reason = ${why}
        where business_id = ${w.businessId} and id = ${hook._id}
      `
      await tx`update shortcodes set initiator_problem = ${why} where business_id = ${w.businessId}`
    })
  await close([{ kind: 'unconfirmed', receipt: 'UKC0000009', ours: '7000', theirs: null }])
  await troubled(true)
  expect(await attention()).toEqual({
    ...nothing,
    closes: 1,
    webhooks: 1,
    shortcodes: { connected: 1, incomplete: 0, operatorsrefused: 1 },
  })
  // Closed again, the day agrees: the newest close counts.
  await w.advance('PT1M')
  await close([])
  expect((await attention()).closes).toBe(0)
  await troubled(false)
  expect(await attention()).toEqual(nothing)
})

test('who is connected to nothing is told so, and sees nothing of ours', async () => {
  await r.c2b(r.receipt(), '55', 'NOBODY')
  const { apiKey } = await w.stranger()
  const { body } = await w.call('GET', '/business/attention/details', undefined, { authorization: apiKey })
  expect(body.data).toEqual({ ...nothing, shortcodes: { connected: 0, incomplete: 0, operatorsrefused: 0 } })
})

test('nothing is counted further than a thousand', async () => {
  const [paid] = (await w.call('GET', '/business/transaction/list?limit=1')).body.data
  await inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx`
      insert into contradictions (business_id, id, payment_id, shortcode, receipt, amount, created_at)
      select ${w.businessId}, lpad(n::text, 24, '0'), ${paid._id}, '600984', 'UKZ0000001', n, ${w.ctx.now()}
      from generate_series(1, 1100) n
    `,
  )
  expect((await attention()).contradictions).toBe(1000)
})
