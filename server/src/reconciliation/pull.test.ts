import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { callbackUrls } from '../businesses/connect-shortcode.ts'
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

describe('a payment that a callback told of', () => {
  test('is confirmed by the next pull, and gets the payer’s full number; it is booked once', async () => {
    const made = await invoice(300)
    const { receipt } = await pay(made.accountno, 300)
    await w.simulator.settled()
    await w.work()
    expect(await transaction(receipt)).toMatchObject([{ amount: 300, confirmed: false }])
    await w.advance('PT5M')
    await w.work()
    expect(await transaction(receipt)).toMatchObject([{ amount: 300, confirmed: true, phone: w.customer.phone }])
    expect(await details(made._id)).toMatchObject({ status: 'paid', amountpaid: 300 })
  })

  test('with another amount stays unconfirmed, and moves nothing more', async () => {
    const made = await invoice(300)
    w.simulator.trouble({ endpoint: '*', kind: 'callback-lost', times: 'always' })
    const { receipt } = await pay(made.accountno, 300)
    await w.simulator.settled()
    w.simulator.clearTrouble()
    await fetch(callbackUrls(w.ctx, w.businessId).bill, {
      method: 'POST',
      body: JSON.stringify({
        transactionId: receipt,
        paidAmount: '250',
        msisdn: w.customer.phone,
        dateCreated: '2031-03-01',
        accountReference: made.accountno,
        shortCode: '600984',
      }),
    })
    await w.work()
    await w.advance('PT5M')
    await w.work()
    expect(await transaction(receipt)).toMatchObject([{ amount: 250, confirmed: false }])
    expect(await details(made._id)).toMatchObject({ amountpaid: 250 })
  })
})

describe('when Safaricom does not answer', () => {
  test('it is asked again, and what was paid meanwhile is not lost, a day later either', async () => {
    w.simulator.trouble({ endpoint: '*', kind: 'callback-lost', times: 'always' })
    w.simulator.trouble({ endpoint: 'pull-query', kind: '503', times: 'always' })
    const made = await invoice(80)
    const { receipt } = await pay(made.accountno, 80)
    await w.simulator.settled()
    for (let hour = 0; hour < 30; hour += 5) {
      await w.advance('PT5H')
      await w.work()
    }
    expect(await transaction(receipt)).toEqual([])
    w.simulator.clearTrouble()
    await w.advance('PT5H')
    await w.work()
    expect(await transaction(receipt)).toMatchObject([{ amount: 80, confirmed: true }])
  })
})

test('times that end in Z but are Nairobi’s are seen through', async () => {
  w.simulator.switches({ pullTimes: 'nairobi' })
  w.simulator.trouble({ endpoint: '*', kind: 'callback-lost', times: 'always' })
  const { receipt, at } = await pay('NOBODY', 60)
  await w.simulator.settled()
  w.simulator.clearTrouble()
  await w.advance('PT5M')
  await w.work()
  const [found] = await transaction(receipt)
  expect(Math.abs(Date.parse(found.date) - Date.parse(at))).toBeLessThan(1000)
})
