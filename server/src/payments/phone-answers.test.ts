import { afterAll, beforeAll, expect, test } from 'vitest'
import { payer, type Payer } from '../../../test/payer.ts'
import { reports } from '../../../test/reports.ts'
import { world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'

let w: World
let r: ReturnType<typeof reports>
let p: Payer
beforeAll(async () => {
  w = await world()
  r = reports(w)
  p = payer(w)
  await w.work()
})
afterAll(() => w.end())

/** A phone was asked for 70, and has not answered. */
async function asked() {
  const { _id } = await r.invoice(70)
  const answer = await w.call('POST', '/business/payments/mobile/request', {
    amount: 70,
    phone: p.phone(),
    referenceid: _id,
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body.data
}
async function stateOf(id: string) {
  const [row] = await inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx<{ state: string }[]>`
      select state from payment_requests where business_id = ${w.businessId} and id = ${id}
    `,
  )
  return row?.state
}

test('that a phone paid is the last word, also when Safaricom says later that it did not answer', async () => {
  const one = await asked()
  await r.stk(one, { amount: 70, receipt: r.receipt() })
  await w.work()
  await r.stk(one, { code: 1037 })
  await w.work()
  expect(await stateOf(one.transactionid)).toBe('paid')
})

test.each([
  ['before', [0, 1]],
  ['after', [1, 0]],
])('and when both are looked at together, the answer %s the payment', async (_, order) => {
  const one = await asked()
  const answers = [{ code: 1037 }, { amount: 70, receipt: r.receipt() }]
  for (const index of order) await r.stk(one, answers[index]!)
  await w.work()
  expect(await stateOf(one.transactionid)).toBe('paid')
})
