import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'

let w: World
beforeAll(async () => {
  w = await world()
  await w.work()
})
afterAll(() => w.end())

async function invoice(rate: number) {
  const { body } = await w.call('POST', '/business/invoice/create', {
    customerid: w.customer.id,
    items: [{ itemid: w.products[0], quantity: 1, rate }],
    duedate: '2031-04-01',
  })
  return body.data
}
const details = async (id: string) => (await w.call('GET', `/business/invoice/details/${id}`)).body.data
const transaction = async (receipt: string) =>
  (await w.call('GET', `/business/transaction/list?search=${receipt}`)).body.data
const pay = (account: string, amount: number) =>
  w.simulator.pay({ phone: w.customer.phone, shortcode: '600984', account, amount })
const evidence = (receipt: string) =>
  inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx<{ road: string }[]>`
      select e.road from evidence e join payments p on p.business_id = e.business_id and p.id = e.payment_id
      where p.business_id = ${w.businessId} and p.receipt = ${receipt} order by e.road
    `,
  )

describe('a payment whose callbacks were all lost', () => {
  test('is in the books after the next pull, once, with its payer, and confirmed', async () => {
    const made = await invoice(500)
    w.simulator.trouble({ endpoint: '*', kind: 'callback-lost', times: 'always' })
    const { receipt } = await pay(made.accountno, 500)
    await w.simulator.settled()
    w.simulator.clearTrouble()
    await w.advance('PT4M')
    expect(await details(made._id)).toMatchObject({ status: 'unpaid' })
    await w.advance('PT1M')
    await w.work()
    expect(await details(made._id)).toMatchObject({ status: 'paid' })
    for (let round = 0; round < 3; round++) {
      await w.advance('PT5M')
      await w.work()
    }
    expect(await transaction(receipt)).toMatchObject([{ amount: 500, phone: w.customer.phone, confirmed: true }])
    expect((await evidence(receipt)).map(({ road }) => road)).toEqual(['pull'])
  })
})
