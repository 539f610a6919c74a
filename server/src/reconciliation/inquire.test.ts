import { demoConsumerKey, demoConsumerSecret, demoPasskey } from '@kusanya/simulator'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { locksWaitedFor } from '../../../test/locks.ts'
import { payer, type Payer } from '../../../test/payer.ts'
import { operatorOf, world, type World } from '../../../test/world.ts'
import { callbackUrls, connectShortcode } from '../businesses/connect-shortcode.ts'
import { inBusiness } from '../db/sql.ts'
import { confirmPayments } from './confirm-payments.ts'
import { inquire } from './inquire.sweep.ts'
import { writeAttempt } from './inquiries.ts'
import { queueInquiries } from './queue-inquiries.ts'

let w: World
let p: Payer
beforeAll(async () => {
  w = await world({ operator: true })
  p = payer(w)
  await w.work()
})
afterAll(() => w.end())
beforeEach(async () => {
  w.simulator.clearTrouble()
  // Pulling would confirm everything within minutes.
  w.simulator.trouble({ endpoint: 'pull-query', kind: '503', times: 'always' })
})

const transaction = async (receipt: string) =>
  (await w.call('GET', `/business/transaction/list?search=${receipt}`)).body.data[0]
const events = (type: string, subjectId: string) =>
  inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx<{ body: string }[]>`
      select body from events where business_id = ${w.businessId} and type = ${type} and subject_id = ${subjectId}
    `,
  )
const inquiry = async (receipt: string) => {
  const [row] = await inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx<{ id: string; state: string; attempts: number; result_code: string | null }[]>`
      select id, state, attempts, result_code from inquiries where business_id = ${w.businessId} and receipt = ${receipt}
    `,
  )
  return row
}
const questionsAbout = (receipt: string) =>
  w.simulator.journal({ path: '/mpesa/transactionstatus' }).filter((one) => JSON.stringify(one).includes(receipt))
    .length
const menu = (account: string, amount: number) =>
  w.simulator.pay({ phone: w.customer.phone, shortcode: '600984', account, amount })
async function pass(duration: string) {
  await w.advance(duration)
  await w.work()
}
/** A C2B confirmation that anybody who knows the path could send. */
const forge = (TransID: string, TransAmount: string, BillRefNumber = 'NOBODY') =>
  fetch(callbackUrls(w.ctx, w.businessId).confirmation, {
    method: 'POST',
    body: JSON.stringify({
      TransID,
      TransAmount,
      BillRefNumber,
      BusinessShortCode: '600984',
      TransTime: '20310301111500',
    }),
  })
const connect = async (password?: string) =>
  connectShortcode(
    w.ctx,
    w.businessId,
    {
      shortcode: '600984',
      environment: 'sandbox',
      consumerKey: demoConsumerKey,
      consumerSecret: demoConsumerSecret,
      passkey: demoPasskey,
      initiator: await operatorOf(w.simulator, password),
    },
    { email: 'bills@example.test', officialContact: '0700000000' },
  )

describe('a phone that was asked to pay', () => {
  test('its payment is confirmed by asking about the request, once, without the operator', async () => {
    const { path } = await p.bill()
    const msisdn = p.phone()
    await p.pay(path, { amount: '1000', to: 'other', phone: msisdn })
    const { receipt = '' } = await p.answer(msisdn, { pin: '1234' })
    await w.work()
    expect(await transaction(receipt)).toMatchObject({ confirmed: false, confirmedby: '', confirmedat: null })
    await pass('PT7M')
    const found = await transaction(receipt)
    expect(found).toMatchObject({ confirmed: true, confirmedby: 'stk_query' })
    expect(Date.parse(found.confirmedat)).toBe(w.ctx.now().getTime())
    const told = await events('payment.confirmed', found._id)
    expect(told.map(({ body }) => JSON.parse(body).data)).toMatchObject([{ transactioncode: receipt, confirmed: true }])
    expect(questionsAbout(receipt)).toBe(0)
    expect(await inquiry(receipt)).toMatchObject({ state: 'answered' })
  })

  test('a second receipt that claims to be the answer is not confirmed by it, nor is the first any more', async () => {
    const { path } = await p.bill()
    const msisdn = p.phone()
    const waiting = await p.pay(path, { amount: '1000', to: 'other', phone: msisdn })
    const { receipt = '' } = await p.answer(msisdn, { pin: '1234' })
    await w.work()
    const requestId = new URL(waiting, w.ctx.publicUrl).searchParams.get('request') ?? ''
    const [sent] = await inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) =>
        tx<
          { body: Buffer }[]
        >`select body from callbacks where business_id = ${w.businessId} and request_id = ${requestId}`,
    )
    await fetch(`${w.ctx.publicUrl}/hooks/${w.ctx.vault.path('payment_request', requestId)}/asked`, {
      method: 'POST',
      body: (sent?.body.toString() ?? '').replaceAll(receipt, 'UKFAKE0001'),
    })
    await w.work()
    expect(await transaction('UKFAKE0001')).toMatchObject({ amount: 1000, confirmed: false })
    await pass('PT7M')
    expect(await transaction('UKFAKE0001')).toMatchObject({ confirmed: false })
    await pass('PT1M')
    // The operator asks about each receipt, and knows.
    expect(await transaction(receipt)).toMatchObject({ confirmed: true, confirmedby: 'status' })
    expect(await inquiry('UKFAKE0001')).toMatchObject({ state: 'waiting', result_code: '2032' })
  })
})

describe('a payment from the menu', () => {
  test('is confirmed by Transaction Status, which says who paid', async () => {
    const { receipt } = await menu('NOBODY', 310)
    await w.work()
    expect(await transaction(receipt)).toMatchObject({ confirmed: false })
    await pass('PT7M')
    const found = await transaction(receipt)
    expect(found).toMatchObject({ confirmed: true, confirmedby: 'status', phone: w.customer.phone })
    expect(await events('payment.confirmed', found._id)).toHaveLength(1)
  })

  test('the answer may come twice, late, or after the question expired: it is confirmed once', async () => {
    const { receipt } = await menu('NOBODY', 320)
    await w.work()
    w.simulator.trouble({ endpoint: 'status', kind: 'queue-timeout' })
    await pass('PT7M')
    expect(await inquiry(receipt)).toMatchObject({ state: 'waiting', attempts: 1 })
    w.simulator.trouble({ endpoint: 'result', kind: 'callback-twice' })
    w.simulator.trouble({ endpoint: 'result', kind: 'callback-late', ms: 60_000 })
    await pass('PT3M')
    await pass('PT3M')
    const found = await transaction(receipt)
    expect(found).toMatchObject({ confirmed: true, confirmedby: 'status' })
    await pass('PT1H')
    expect(await events('payment.confirmed', found._id)).toHaveLength(1)
    expect(await inquiry(receipt)).toMatchObject({ state: 'answered', attempts: 2 })
  })

  test('a lost answer is asked for again', async () => {
    const { receipt } = await menu('NOBODY', 330)
    await w.work()
    w.simulator.trouble({ endpoint: 'result', kind: 'callback-lost' })
    await pass('PT7M')
    expect(await inquiry(receipt)).toMatchObject({ state: 'asked', attempts: 1 })
    await pass('PT31M')
    expect(await transaction(receipt)).toMatchObject({ confirmed: true, confirmedby: 'status' })
  })
})

test(
  'a forged callback is asked about ever more seldom, and given up after a week, unconfirmed',
  { timeout: 60_000 },
  async () => {
    await forge('UKFAKE0002', '90.00')
    await w.work()
    for (let day = 0; day < 9; day++) for (let part = 0; part < 4; part++) await pass('PT6H')
    expect(await inquiry('UKFAKE0002')).toMatchObject({ state: 'given_up', attempts: 11, result_code: '2032' })
    const found = await transaction('UKFAKE0002')
    expect(found).toMatchObject({ amount: 90, confirmed: false })
    expect(await events('payment.confirmed', found._id)).toEqual([])
  },
)

describe('an answer', () => {
  const answer = async (receipt: string, changes: object, code = 0) => {
    const { id } = (await inquiry(receipt)) ?? { id: '' }
    const parameters = {
      ReceiptNo: receipt,
      Amount: '70.00',
      TransactionStatus: 'Completed',
      DebitPartyName: '254712345678 - A',
      CreditPartyName: '600984 - Mwangaza',
      ...changes,
    }
    const ResultParameter = Object.entries(parameters).map(([Key, Value]) => ({ Key, Value }))
    const url = `${w.ctx.publicUrl}/hooks/${w.ctx.vault.path('inquiry', id)}/status`
    const Result = { ResultCode: code, ResultDesc: 'x', ConversationID: 'AG_1', ResultParameters: { ResultParameter } }
    const sent = await fetch(url, { method: 'POST', body: JSON.stringify({ Result }) })
    await w.work()
    return sent.status
  }

  test.for([
    ['about another receipt', { ReceiptNo: 'UKOTHER001' }],
    ['of money for somebody else', { CreditPartyName: '600111 - Jirani' }],
    ['of a payment that was declined', { TransactionStatus: 'Declined' }],
    ['of another amount', { Amount: '700.00' }],
    ['without an amount', { Amount: '' }],
  ] as const)('%s confirms nothing', async ([, changes]) => {
    const receipt = `UKA${String(w.ctx.newId().slice(-7)).toUpperCase()}`
    await forge(receipt, '70.00')
    await w.work()
    expect(await answer(receipt, changes)).toBe(200)
    expect(await transaction(receipt)).toMatchObject({ amount: 70, confirmed: false })
  })

  test('that Safaricom knows of nothing, and an attempt that was still under way, leave what was answered answered', async () => {
    const receipt = `UKA${String(w.ctx.newId().slice(-7)).toUpperCase()}`
    await forge(receipt, '70.00')
    await w.work()
    await answer(receipt, {})
    const answered = await inquiry(receipt)
    expect([answered?.state, (await transaction(receipt)).confirmed]).toEqual(['answered', true])
    await answer(receipt, {}, 2032)
    const waiting = await inBusiness(w.ctx.sql, w.businessId, async (tx) => {
      const attempt = { ...answered!, shortcode: '600984', receipt, urgent: false }
      await writeAttempt(tx, w.ctx, w.businessId, attempt, { state: 'asked', nextAt: w.ctx.now() })
      return tx`select id from callbacks where business_id = ${w.businessId} and settled_at is null`
    })
    expect(waiting).toHaveLength(0)
    expect(await inquiry(receipt)).toMatchObject({ state: 'answered' })
  })

  test('that comes with a pull in the same moment confirms once', async () => {
    const receipt = `UKA${String(w.ctx.newId().slice(-7)).toUpperCase()}`
    await forge(receipt, '70.00')
    await w.work()
    const { _id: paymentId } = await transaction(receipt)
    const confirm = (by: 'pull' | 'status', then: () => Promise<unknown>) =>
      inBusiness(w.ctx.sql, w.businessId, async (tx) => {
        const first = await confirmPayments(tx, w.ctx, w.businessId, [{ paymentId, by }])
        return { first, then: await then() }
      })
    const { first, then } = await confirm('pull', async () => {
      const other = confirm('status', async () => null)
      await Promise.race([other, locksWaitedFor(w, 1)])
      return { other }
    })
    const { other } = then as { other: ReturnType<typeof confirm> }
    expect([first, (await other).first]).toEqual([[paymentId], []])
  })

  test('of a payment that was reversed takes it back, once', async () => {
    await forge('UKREVERSED', '70.00')
    await w.work()
    const parameters = { TransactionStatus: 'Reversed' }
    expect([await answer('UKREVERSED', parameters), await answer('UKREVERSED', parameters)]).toEqual([200, 200])
    const found = await transaction('UKREVERSED')
    expect(found).toMatchObject({ status: 'cancelled', confirmed: false })
    expect(await events('payment.reversed', found._id)).toHaveLength(1)
  })

  test('that a receipt was reversed is remembered until its payment comes, which lands as reversed', async () => {
    const wanted = { shortcode: '600984', receipt: 'UKREVERSE2', isUrgent: false }
    await inBusiness(w.ctx.sql, w.businessId, (tx) => queueInquiries(tx, w.ctx, w.businessId, [wanted]))
    expect(await answer('UKREVERSE2', { TransactionStatus: 'Reversed' })).toBe(200)
    await forge('UKREVERSE2', '70.00')
    await w.work()
    const found = await transaction('UKREVERSE2')
    expect(found).toMatchObject({ status: 'cancelled', amount: 70 })
    expect(await events('payment.reversed', found._id)).toHaveLength(1)
  })

  test('on the path of nobody is not found', async () => {
    const url = `${w.ctx.publicUrl}/hooks/${'0'.repeat(32)}/status`
    expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(404)
    const ofBusiness = `${w.ctx.publicUrl}/hooks/${w.ctx.vault.path('callbacks', w.businessId)}/status`
    expect((await fetch(ofBusiness, { method: 'POST', body: '{}' })).status).toBe(404)
  })
})

describe('an operator whom Safaricom refuses', () => {
  const operator = async () => (await w.call('GET', '/business/shortcode/600984')).body.data.operator
  const questions = () => w.simulator.journal({ path: '/mpesa/transactionstatus' }).length

  test('is tried with one question, however many wait, and the others are asked when he is replaced', async () => {
    await connect('wrong')
    const before = questions()
    const receipts = Array.from({ length: 20 }, (_, n) => `UKMANY${String(n).padStart(4, '0')}`)
    for (const receipt of receipts) await forge(receipt, '10.00')
    await w.work()
    await pass('PT7M')
    await pass('PT1M')
    expect(questions() - before).toBe(1)
    await pass('PT31M')
    expect(questions() - before).toBe(1)
    await connect()
    await inquire(w.ctx, 1000) // one turn: more may wait than it takes, and the next turn knows the answer
    expect(questions() - before, 'again one first').toBe(2)
    await w.work()
    await pass('PT1M')
    expect(receipts.filter((receipt) => questionsAbout(receipt) === 0)).toEqual([])
  })

  test('does not take the blame of the one before him, whose answer comes late', async () => {
    await connect('wrong')
    const { receipt } = await menu('NOBODY', 350)
    w.simulator.trouble({ endpoint: 'result', kind: 'callback-late', ms: 600_000 })
    const before = questions()
    await pass('PT7M')
    expect(questions() - before).toBe(1)
    expect(await operator()).toMatchObject({ status: 'untried' })
    await w.advance('PT1M')
    await connect()
    await pass('PT10M')
    expect(await operator()).toMatchObject({ problem: '' })
    await pass('PT31M')
    expect(await transaction(receipt)).toMatchObject({ confirmed: true, confirmedby: 'status' })
  })

  test('is asked in the name of no more, until he is connected anew', async () => {
    await connect('wrong')
    const before = questions()
    const { receipt } = await menu('NOBODY', 340)
    await w.work()
    await pass('PT7M')
    expect(await operator()).toMatchObject({ status: 'refused', problem: expect.stringMatching(/^2001 /) })
    await pass('PT31M')
    await pass('PT3H')
    expect(questions() - before).toBe(1)
    await connect()
    await pass('PT12H')
    await pass('PT1M')
    expect(await transaction(receipt)).toMatchObject({ confirmed: true, confirmedby: 'status' })
  })
})
