import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { locksWaitedFor } from '../../../test/locks.ts'
import { reports, shortcode } from '../../../test/reports.ts'
import { world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'
import { auditBooks } from '../ledger/audit.ts'
import { lockPayments } from '../payments/find-standing.ts'
import { settleResults } from '../reconciliation/settle-results.sweep.ts'

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
beforeEach(() => {
  w.simulator.clearTrouble()
  w.simulator.trouble({ endpoint: 'result', kind: 'callback-lost', times: 'always' })
})

const look = async (id: string) => (await w.call('GET', `/business/payment/${id}`)).body.data
const reverse = (id: string, body: object = { atmpesa: true }) =>
  w.call('POST', `/business/payment/${id}/reverse`, { reason: 'Paid twice', ...body })

/** Credit of an account that owes nothing, of which Safaricom is asked to give all back, and says nothing; or the request is lost. */
async function asked({ isLost = false } = {}) {
  const { body } = await w.call('POST', '/business/customer/create', {
    name: 'Baraka Njoroge',
    email: 'baraka@example.test',
    phone: '+14155550100',
    country: 'Kenya',
    currency: 'KES',
  })
  const { accountno, accounts } = body.data
  const pay = async () => {
    const { receipt } = await w.simulator.pay({ phone: w.customer.phone, shortcode, account: accountno, amount: 50 })
    await w.work()
    return (await r.transactions(receipt))[0]._id as string
  }
  const id = await pay()
  if (isLost) w.simulator.trouble({ endpoint: 'reversal', kind: 'dropped' })
  expect((await reverse(id)).status).toBe(200)
  return { id, pay, accountId: accounts[0]._id as string }
}
/** Safaricom's result of a reversal, which nobody has looked at yet. */
async function tell(id: string, code: number) {
  const { _id } = (await look(id)).reversal
  const url = `${w.ctx.publicUrl}/hooks/${w.ctx.vault.path('reversal', _id)}/reversal`
  const Result = { ResultCode: code, ResultDesc: 'x', ConversationID: 'AG_1', TransactionID: 'UKREVERSE1' }
  expect((await fetch(url, { method: 'POST', body: JSON.stringify({ Result }) })).status).toBe(200)
}
const refund = (accountId: string, amount: number) =>
  w.call('POST', `/business/account/${accountId}/credit/refund`, { amount, method: 'cash', reason: 'Left' })

describe('money goes back once', () => {
  test('when a clerk took it back in the books before Safaricom said that it is done', async () => {
    const { id } = await asked()
    expect((await reverse(id, {})).status).toBe(200)
    await tell(id, 0)
    await w.work()
    expect(await look(id)).toMatchObject({ status: 'cancelled', reversal: { status: 'done' } })
    expect((await r.events(id)).filter((type) => type === 'payment.reversed')).toHaveLength(1)
  })

  test('and done is the last word, when a refusal is looked at in the same moment', async () => {
    const { id } = await asked()
    await tell(id, 0)
    await tell(id, 1)
    const { workers } = await inBusiness(w.ctx.sql, w.businessId, async (tx) => {
      await lockPayments(tx, [id])
      const one = settleResults(w.ctx, 1)
      await locksWaitedFor(w, 1)
      const other = settleResults(w.ctx, 1)
      await locksWaitedFor(w, 2)
      return { workers: [one, other] }
    })
    expect(await Promise.all(workers)).toEqual([1, 1])
    expect(await look(id)).toMatchObject({ status: 'cancelled', reversal: { status: 'done' } })
  })

  test('because the table itself has no room for a second reversal that runs', async () => {
    const { id } = await asked()
    const again = inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) => tx`
        insert into reversals (business_id, id, payment_id, state, actor, reason, next_attempt_at, created_at, updated_at)
        select business_id, ${w.ctx.newId()}, payment_id, state, actor, reason, next_attempt_at, created_at, updated_at
        from reversals where business_id = ${w.businessId} and payment_id = ${id}
      `,
    )
    await expect(again).rejects.toThrow('reversals_running_unique')
  })
})

describe('credit of a payment that M-PESA is being asked to give back', () => {
  test('is not refunded, other credit of the account is, and it is when M-PESA refuses', async () => {
    const { id, pay, accountId } = await asked()
    const refused = await refund(accountId, 50)
    expect([refused.status, refused.body.error]).toEqual([
      409,
      'M-PESA is being asked to give back a payment that this credit is of: wait for its answer',
    ])
    await pay()
    expect((await refund(accountId, 60)).status).toBe(409)
    expect((await refund(accountId, 50)).body.data).toMatchObject({ amount: 50, credit: 50 })
    await tell(id, 1)
    await w.work()
    expect((await refund(accountId, 50)).body.data).toMatchObject({ amount: 50, credit: 0 })
  })

  test('is refunded when nobody learnt what became of it; is it done after all, a person has to look', async () => {
    w.simulator.clearTrouble()
    const { id, accountId } = await asked({ isLost: true })
    for (const wait of ['PT3M', 'PT11M', 'PT31M', 'PT3H', 'PT13H']) {
      await w.advance(wait)
      await w.work()
    }
    expect((await look(id)).reversal.status).toBe('unknown')
    expect((await refund(accountId, 1)).status).toBeLessThan(300)
    await tell(id, 0)
    await w.work()
    const message = expect.stringMatching('part of it was refunded')
    expect(await look(id)).toMatchObject({ status: 'completed', reversal: { status: 'done', message } })
    expect((await r.events(id)).filter((type) => type === 'payment.reversed')).toEqual([])
  })
})
