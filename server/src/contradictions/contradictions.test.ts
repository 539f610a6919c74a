import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { locksWaitedFor } from '../../../test/locks.ts'
import { reports, shortcode } from '../../../test/reports.ts'
import { world, type Answered, type World } from '../../../test/world.ts'
import { theBusiness } from '../businesses/business.ts'
import { inBusiness } from '../db/sql.ts'
import { auditBooks } from '../ledger/audit.ts'
import { applyPayments } from '../payments/apply-payments.ts'
import { findByReceipt, keyOf } from '../payments/find-by-receipt.ts'
import { lockPayments } from '../payments/find-standing.ts'
import { resolveContradiction } from './resolve-contradiction.ts'

let w: World
let r: ReturnType<typeof reports>
beforeAll(async () => {
  w = await world({ operator: true })
  r = reports(w)
  await w.work()
})
afterAll(async () => {
  expect(await inBusiness(w.ctx.sql, w.businessId, (tx) => auditBooks(tx, w.businessId))).toEqual([])
  await w.end()
})
beforeEach(() => w.simulator.clearTrouble())

/** A receipt of which 1,000 are booked and 900 were told too. */
async function contradicted() {
  const receipt = r.receipt()
  await r.bill(receipt, '1000')
  await r.c2b(receipt, '900')
  const [open] = await r.of(receipt)
  expect(open).toMatchObject({ state: 'open' })
  return { receipt, id: open._id as string }
}
const pay = (amount: number) =>
  w.simulator.pay({ phone: w.customer.phone, shortcode, account: w.customer.accountno, amount })
/** Theirs is kept in each. They come as far as they can before any is done: meanwhile somebody else holds the payment. */
async function atOnce(receipt: string, ids: string[]): Promise<Answered[]> {
  const { answers } = await inBusiness(w.ctx.sql, w.businessId, async (tx) => {
    const payment = (await findByReceipt(tx, w.businessId, [receipt])).get(keyOf({ shortcode, receipt }))
    await lockPayments(tx, [payment!.id])
    const answers = ids.map((id) => r.resolve(id, 'theirs'))
    await locksWaitedFor(w, ids.length)
    return { answers }
  })
  return Promise.all(answers)
}

describe('another amount for a known receipt is listed for a person and moves nothing, told by', () => {
  /** Each tells another amount than the one that is booked, and answers the receipt. */
  const ways: Record<string, () => Promise<string>> = {
    async bill() {
      const receipt = r.receipt()
      await r.c2b(receipt, '1000')
      await r.bill(receipt, '900')
      return receipt
    },
    async c2b() {
      return (await contradicted()).receipt
    },
    async stk() {
      const receipt = r.receipt()
      await r.c2b(receipt, '1000')
      const { body } = await w.call('POST', '/business/payments/mobile/request', {
        amount: 900,
        phone: w.customer.phone,
        referenceid: (await r.invoice(900))._id,
      })
      await r.stk(body.data, { amount: 900, receipt })
      await w.work()
      return receipt
    },
    async statement() {
      const receipt = r.receipt()
      await r.bill(receipt, '1000')
      await r.statement([receipt, 900])
      return receipt
    },
    async pull() {
      w.simulator.trouble({ endpoint: '*', kind: 'callback-lost', times: 'always' })
      const { receipt } = await pay(900)
      await w.simulator.settled()
      w.simulator.clearTrouble()
      await r.bill(receipt, '1000')
      await w.advance('PT5M')
      await w.work()
      return receipt
    },
    async status() {
      w.simulator.trouble({ endpoint: '*', kind: 'callback-lost', times: 'always' })
      const { receipt } = await pay(900)
      await w.simulator.settled()
      w.simulator.clearTrouble()
      w.simulator.trouble({ endpoint: 'pull-query', kind: '503', times: 'always' })
      await r.bill(receipt, '1000')
      for (let times = 0; times < 4; times++) {
        await w.advance('PT10M')
        await w.work()
      }
      return receipt
    },
  }

  test.each(Object.keys(ways))('%s', async (road) => {
    const receipt = await ways[road]!()
    const found = await r.of(receipt)
    const confirmed = ['pull', 'statement', 'status'].includes(road)
    expect(found).toMatchObject([
      {
        state: 'open',
        transactioncode: receipt,
        ours: { amount: 1000, confirmed: false },
        theirs: { amount: 900, sources: [road], confirmed },
        kept: null,
      },
    ])
    expect(await r.transactions(receipt)).toMatchObject([
      { _id: found[0].transactionid, amount: 1000, confirmed: false, status: 'completed' },
    ])
    expect(await r.events(found[0]._id)).toEqual(['payment.contradicted'])
  })
})

describe('kept ours', () => {
  test('moves nothing; who decided, when and why stays with it, in the audit trail, and is announced', async () => {
    const { id, receipt } = await contradicted()
    const { status, body } = await r.resolve(id, 'ours')
    expect([status, body.message]).toEqual([200, 'Contradiction resolved successfully'])
    const resolved = { state: 'resolved', kept: 'ours', newtransactionid: null, reason: 'The payer showed it' }
    expect(body.data).toMatchObject({ ...resolved, resolvedby: expect.stringMatching(/^api key …/) })
    expect(await r.of(receipt)).toEqual([body.data])
    expect(await r.transactions(receipt)).toMatchObject([{ amount: 1000, status: 'completed' }])
    expect(await r.events(id)).toEqual(['payment.contradicted', 'payment.contradiction_resolved'])
    const audit = await w.call('GET', `/business/audit/list?subjectid=${body.data.transactionid}`)
    expect(audit.body.data).toMatchObject([
      {
        action: 'payment.resolve_contradiction',
        reason: 'The payer showed it',
        before: { amount: 1000, contradictedby: 900 },
        after: { kept: 'ours', amount: 1000, transactionid: body.data.transactionid },
      },
    ])
  })

  test('and told again, by whatever road, either amount opens nothing and moves nothing; a third one does', async () => {
    const { id, receipt } = await contradicted()
    await r.resolve(id, 'ours')
    for (const amount of ['900', '1000']) {
      await r.bill(receipt, amount)
      await r.c2b(receipt, amount)
      await r.statement([receipt, Number(amount)])
    }
    expect(await r.of(receipt)).toMatchObject([{ _id: id, state: 'resolved' }])
    await r.bill(receipt, '800')
    await r.bill(receipt, '800')
    expect(await r.of(receipt)).toMatchObject([{ state: 'open', ours: { amount: 1000 }, theirs: { amount: 800 } }, {}])
    expect(await r.transactions(receipt)).toMatchObject([{ amount: 1000 }])
  })
})

describe('the list', () => {
  test('has what is open and what was decided, and pages through it', async () => {
    const { id } = await contradicted()
    const { id: other } = await contradicted()
    await r.resolve(id, 'ours')
    const ids = async (state: string) => (await r.list(`&state=${state}`)).map(({ _id }: { _id: string }) => _id)
    expect([(await ids('open')).includes(id), (await ids('open'))[0]]).toEqual([false, other])
    expect([(await ids('resolved')).includes(other), (await ids('resolved'))[0]]).toEqual([false, id])
    const first = await w.call('GET', '/business/payment/contradiction/list?limit=1&cursor=')
    expect(first.body.data.map(({ _id }: { _id: string }) => _id)).toEqual([other])
    const next = await w.call('GET', `/business/payment/contradiction/list?limit=1&cursor=${first.body.nextcursor}`)
    expect(next.body.data.map(({ _id }: { _id: string }) => _id)).toEqual([id])
    const wrong = await w.call('GET', '/business/payment/contradiction/list?state=lost')
    expect([wrong.status, wrong.body.errors]).toEqual([400, { state: 'Invalid state value' }])
  })
})

describe('a decision', () => {
  test('400, 403 and 404: without what to keep or why, by a key that may only look, of what is not there', async () => {
    const { id } = await contradicted()
    const path = `/business/payment/contradiction/${id}/resolve`
    const without = await w.call('POST', path, {})
    expect([without.status, Object.keys(without.body.errors)]).toEqual([400, ['keep', 'reason']])
    const other = await r.resolve(id, 'both')
    expect([other.status, other.body.errors.keep]).toEqual([400, 'keep must be ours or theirs'])
    const key = await w.call('POST', '/business/key/create', { name: 'Reader', scopes: ['read'] })
    expect((await r.resolve(id, 'ours', { authorization: key.body.data.secret })).status).toBe(403)
    const gone = await r.resolve('0'.repeat(24), 'ours')
    expect([gone.status, gone.body]).toEqual([404, { success: false, error: 'Contradiction not found' }])
    expect((await r.of('UKC')).find(({ _id }: { _id: string }) => _id === id)).toMatchObject({ state: 'open' })
  })

  test('is made once: of two clerks at once the second is told what the first one kept', async () => {
    const { id, receipt } = await contradicted()
    const answers = await atOnce(receipt, [id, id])
    const [first, second] = answers.sort((a, b) => a.status - b.status)
    expect([first?.status, second?.status]).toEqual([200, 409])
    expect(second?.body.error).toMatch(/^Decided already: api key ….{4} kept theirs$/)
    expect((await r.resolve(id, 'ours')).status).toBe(409)
    expect((await r.transactions(receipt)).map(({ amount }: { amount: number }) => amount)).toEqual([900, 1000])
  })

  test('about either of two other amounts at once makes one edition after the other', async () => {
    const { id, receipt } = await contradicted()
    await r.c2b(receipt, '800')
    const [{ _id: other }] = await r.of(receipt)
    const answers = await atOnce(receipt, [id, other])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const statuses = (await r.transactions(receipt)).map(({ status }: { status: string }) => status)
    expect(statuses).toEqual(['completed', 'cancelled', 'cancelled'])
  })

  test('with one Idempotency-Key gets the same answer', async () => {
    const { id } = await contradicted()
    const first = await r.resolve(id, 'theirs', { 'idempotency-key': 'decide-once' })
    const second = await r.resolve(id, 'theirs', { 'idempotency-key': 'decide-once' })
    expect([first.status, second.status, second.body]).toEqual([200, 200, first.body])
  })

  test('is waited for by a report that says another amount, so that it tells of the edition that counts', async () => {
    const { id, receipt } = await contradicted()
    const arrival = {
      road: 'pull' as const,
      channel: 'mpesa' as const,
      currency: 'KES',
      shortcode,
      receipt,
      amount: 90_000n,
      accountTyped: null,
      phone: null,
      payerName: null,
      paidAt: null,
      note: null,
      callbackId: null,
      asked: null,
    }
    const { reported } = await inBusiness(w.ctx.sql, w.businessId, async (tx) => {
      const business = await theBusiness(tx, w.businessId)
      await resolveContradiction(tx, w.ctx, business, id, 'theirs', { actor: 'system', reason: 'Seen' })
      const reported = inBusiness(w.ctx.sql, w.businessId, (other) => applyPayments(other, w.ctx, business, [arrival]))
      await Promise.race([reported, locksWaitedFor(w, 1)])
      return { reported }
    })
    await reported
    expect(await r.transactions(receipt)).toMatchObject([{ amount: 900, confirmed: true }, { confirmed: false }])
  })
})
