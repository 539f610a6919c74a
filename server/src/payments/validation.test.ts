import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { callbackUrls } from '../businesses/connect-shortcode.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

const accepted = { resmsg: 'Success', rescode: '200', ResultCode: 0, ResultDesc: 'Accepted' }
const rejected = { ResultCode: 'C2B00012', ResultDesc: 'Rejected' }
const policy = async (validationpolicy: string) =>
  expect((await w.call('PATCH', '/business/settings/update', { validationpolicy })).status).toBe(200)

async function validate(body: unknown, url = callbackUrls(w.ctx, w.businessId).validation) {
  const answer = await fetch(url, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) })
  return { status: answer.status, body: await answer.json() }
}
const asking = (BillRefNumber: string, more: object = {}) => ({
  TransactionType: 'Pay Bill',
  TransID: 'UKV0000001',
  TransTime: '20310301111500',
  TransAmount: '50.00',
  BusinessShortCode: '600984',
  BillRefNumber,
  InvoiceNumber: '',
  OrgAccountBalance: '',
  ThirdPartyTransID: '',
  MSISDN: '2547 ***** 678',
  FirstName: 'AMINA',
  ...more,
})
const refused = async () => (await w.call('GET', '/business/payment/refused/list?limit=100')).body.data
/** Looks like one of our numbers, and is one slip away from none. */
const mistyped = 'W2W2W2A'

describe('a validation request', () => {
  test('is accepted whatever was typed, where the business accepts all', async () => {
    expect(await validate(asking(mistyped))).toEqual({ status: 200, body: accepted })
    expect(await refused()).toEqual([])
  })

  test('is refused under known_only when nothing leads anywhere, and kept', async () => {
    await policy('known_only')
    expect(await validate(asking('NOBODY'))).toEqual({ status: 200, body: rejected })
    expect(await refused()).toEqual([
      {
        _id: expect.stringMatching(/^[0-9a-f]{24}$/),
        code: 'C2B00012',
        shortcode: '600984',
        transactioncode: 'UKV0000001',
        reference: 'NOBODY',
        amount: 50,
        phone: '2547 ***** 678',
        name: 'AMINA',
        date: '2031-03-01T08:15:00.000Z',
      },
    ])
    const { apiKey } = await w.stranger()
    const theirs = await w.call('GET', '/business/payment/refused/list', undefined, { authorization: apiKey })
    expect(theirs.body.data).toEqual([])
  })

  test('is accepted for a number, one with a slip, an invoice, a phone, a name, a link, and an empty text', async () => {
    const { accountno } = w.customer
    const made = await w.call('POST', '/business/invoice/create', {
      customerid: w.customer.id,
      items: [{ itemid: w.products[0], quantity: 1, rate: 100 }],
      duedate: '2031-04-01',
    })
    const link = await w.call('POST', '/business/payment-link/create', { title: 'Harambee', amount: 100 })
    const slip = (accountno.startsWith('2') ? '3' : '2') + accountno.slice(1)
    const texts = [
      accountno,
      slip,
      made.body.data.invoiceno,
      '0712345678',
      'Amina Otieno',
      link.body.data.accountno,
      '',
    ]
    for (const typed of texts) expect((await validate(asking(typed))).body, typed).toEqual(accepted)
  })

  test('is refused under check_character only when the check character fails', async () => {
    await policy('check_character')
    expect((await validate(asking('NOBODY'))).body).toEqual(accepted)
    expect((await validate(asking('W2W2W2C'))).body).toEqual(rejected)
  })

  test('gives a third party’s name for the payment back', async () => {
    const { body } = await validate(asking(w.customer.accountno, { ThirdPartyTransID: 'abc-1' }))
    expect(body).toEqual({ ...accepted, ThirdPartyTransID: 'abc-1' })
  })

  test('that cannot be read is accepted, and a path that is nobody’s is 404', async () => {
    await policy('known_only')
    for (const body of ['not json', '[]', '{}', '', JSON.stringify(asking('NOBODY', { TransAmount: 'ten' }))])
      expect(await validate(body), body).toEqual({ status: 200, body: accepted })
    const nowhere = `${w.ctx.publicUrl}/hooks/${'0'.repeat(32)}/c2b/validation`
    expect((await validate(asking('NOBODY'), nowhere)).status).toBe(404)
  })

  test('is accepted within a second while the database does not answer', async () => {
    const owner = w.owner()
    w.ctx.log.level = 'silent' // it says that it did not look
    const locked = await owner.reserve()
    await locked`begin`
    await locked`lock table accounts in access exclusive mode`
    try {
      const began = performance.now()
      expect((await validate(asking('NOBODY'))).body).toEqual(accepted)
      const tookMs = performance.now() - began
      expect(tookMs).toBeGreaterThan(400)
      // A connection itself would wait five seconds for a lock.
      expect(tookMs).toBeLessThan(4_000)
    } finally {
      await locked`rollback`
      locked.release()
      await owner.end()
      w.ctx.log.level = 'error'
    }
    expect((await validate(asking('NOBODY'))).body).toEqual(rejected)
  })
})

test('at the Paybill: what is refused does not happen, and costs the payer nothing', async () => {
  await policy('known_only')
  w.simulator.addBusiness({ shortcode: '600984', validation: true })
  const before = (await w.call('GET', '/business/transaction/list')).body.meta.total
  const pay = (account: string) =>
    w.simulator.pay({ phone: w.customer.phone, shortcode: '600984', account, amount: 70 })
  await expect(pay('NOBODY')).rejects.toThrow('C2B00012')
  await w.work()
  expect((await w.call('GET', '/business/transaction/list')).body.meta.total).toBe(before)
  expect((await refused())[0]).toMatchObject({ reference: 'NOBODY', amount: 70 })
  await pay(w.customer.accountno)
  await w.work()
  expect((await w.call('GET', '/business/transaction/list')).body.meta.total).toBe(before + 1)
})
