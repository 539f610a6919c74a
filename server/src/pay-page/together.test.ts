import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { payer, type Payer, type PayerBill } from '../../../test/payer.ts'
import { world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'
import { auditBooks } from '../ledger/audit.ts'

let w: World
let p: Payer
let customerid: string
let brian: string
beforeAll(async () => {
  w = await world()
  p = payer(w)
})
afterAll(() => w.end())

/** A mother of two: her own account, and one of Brian's. */
beforeEach(async () => {
  const person = { name: 'Grace Wanjiku', email: 'grace@example.test', country: 'Kenya', currency: 'KES' }
  const mother = await w.call('POST', '/business/customer/create', { ...person, phone: p.phone().replace(/^/, '+') })
  customerid = mother.body.data._id
  const child = await w.call('POST', '/business/account/create', { customerid, name: 'Brian Kamau' })
  brian = child.body.data._id
})

const bill = (rate: number, wishes: object = {}) =>
  p.bill({ customerid, items: [{ itemid: w.products[0], quantity: 1, rate }], ...wishes })
const paidOf = async (...bills: PayerBill[]) =>
  Promise.all(
    bills.map(async ({ _id }) => (await w.call('GET', `/business/invoice/details/${_id}`)).body.data.amountpaid),
  )
const tick = (...bills: PayerBill[]) => bills.map(({ code }): [string, string] => ['also', code])
/** Fills in the form, and answers the phone. */
async function pay({ path }: PayerBill, amount: number, also: [string, string][]) {
  const msisdn = p.phone()
  const fields: [string, string][] = [['amount', String(amount)], ['to', 'other'], ['phone', msisdn], ...also]
  const pressed = await p.press(path, fields)
  expect([pressed.status, pressed.body]).toEqual([303, ''])
  await p.answer(msisdn, { pin: '1234' })
  return pressed.headers.get('location') as string
}
const audit = () => inBusiness(w.ctx.sql, w.businessId, (tx) => auditBooks(tx, w.businessId))

describe('several bills of one payer', () => {
  test('are shown with whose they are and what is due now, and nobody else’s are', async () => {
    const own = await bill(1000)
    const fees = await bill(700, { accountid: brian, title: 'Term 1 fees', duedate: '2031-05-10', instalments: [{ duedate: '2031-04-10', amount: 300 }, { duedate: '2031-05-10', amount: 400 }] }) // prettier-ignore
    const stranger = await p.bill({ title: 'Of somebody else' })
    await bill(50, { status: 'draft', title: 'Not sent yet' })
    const { body } = await p.get(own.path)
    expect(body).toContain(`value="${fees.code}"`)
    expect(body).toMatch(/<bdi>Term 1 fees<\/bdi>, <bdi>Brian K\.<\/bdi> KES\u00a0300/)
    for (const kept of [stranger.code, 'Of somebody else', 'Not sent yet', 'Kamau', `value="${own.code}"`])
      expect(body).not.toContain(kept)
  })

  test('are paid with one PIN: each gets what was meant for it', async () => {
    const [own, fees, trip] = [await bill(1000), await bill(700, { accountid: brian }), await bill(250)]
    const waiting = await pay(own, 400, tick(fees, trip))
    await w.work()
    expect(await paidOf(own, fees, trip)).toEqual([400, 700, 250])
    const { body } = await p.get(waiting)
    expect(body).toContain('KES\u00a01,350')
    expect(body).toContain('part of KES\u00a01,350')
    expect(await audit()).toEqual([])
  })

  test('stay as they are where they were not ticked', async () => {
    const [own, fees] = [await bill(1000), await bill(700, { accountid: brian })]
    await pay(own, 1000, [])
    await w.work()
    expect(await paidOf(own, fees)).toEqual([1000, 0])
  })

  test('get theirs also when only pulling tells of the money, and when it was held at first', async () => {
    const [own, fees] = [await bill(1000), await bill(700, { accountid: brian })]
    w.simulator.trouble({ kind: 'callback-lost', endpoint: '*', times: 'always' })
    await pay(own, 200, tick(fees))
    w.simulator.clearTrouble()
    await w.advance('PT31S')
    await w.work()
    await w.advance('PT10M')
    await w.work()
    expect(await paidOf(own, fees)).toEqual([200, 700])

    await w.call('PATCH', '/business/settings/update', { confirmedabove: 100 })
    const [water, rent] = [await bill(900), await bill(600, { accountid: brian })]
    await pay(water, 300, tick(rent))
    await w.work()
    await w.advance('PT10M')
    await w.work()
    await w.call('PATCH', '/business/settings/update', { confirmedabove: null })
    expect(await paidOf(water, rent)).toEqual([300, 600])
    expect(await audit()).toEqual([])
  })

  test('what one of them no longer needs goes the way of all money', async () => {
    const [own, fees] = [await bill(1000), await bill(700, { accountid: brian })]
    const msisdn = p.phone()
    await p.pay(own.path, [['amount', '400'], ['to', 'other'], ['phone', msisdn], ...tick(fees)])
    await w.call('POST', `/business/invoice/${fees._id}/payment/add`, { amount: 700 })
    await p.answer(msisdn, { pin: '1234' })
    await w.work()
    expect(await paidOf(own, fees)).toEqual([1000, 700])
    expect(await audit()).toEqual([])
  })

  test('are refused over what M-PESA moves at once, and keep their ticks; a strange code is nobody’s bill', async () => {
    const [own, fees] = [await bill(1000), await bill(249_500, { accountid: brian })]
    const stranger = await p.bill()
    const fields: [string, string][] = [['amount', '1000'], ['to', 'other'], ['phone', p.phone()], ...tick(fees)]
    const { status, body } = await p.press(own.path, fields)
    expect(status).toBe(400)
    expect(body).toContain('M-PESA takes no more at a time')
    expect(body).toMatch(new RegExp(`value="${fees.code}"[^>]*\\schecked`))
    await pay(own, 1000, tick(stranger))
    await w.work()
    expect(await paidOf(own, fees, stranger)).toEqual([1000, 0, 0])
  })

  test('have their own pages where no phone can be asked', async () => {
    const [own, fees] = [await bill(1000), await bill(700, { accountid: brian, title: 'Term 1 fees' })]
    await w.call('POST', `/business/invoice/${own._id}/payment/add`, { amount: 1000 })
    expect((await p.get(own.path)).body).toContain(
      `<a href="${fees.path}"><bdi>Term 1 fees</bdi>, <bdi>Brian K.</bdi></a>`,
    )
  })
})
