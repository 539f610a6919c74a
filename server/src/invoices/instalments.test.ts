import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inBusiness } from '../db/sql.ts'
import { auditBooks } from '../ledger/audit.ts'
import { world, type World } from '../../../test/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())
beforeEach(async () => {
  await w.call('PATCH', '/business/settings/update', { cents: 'keep' })
})

const term = [
  { duedate: '2031-03-10', amount: 400 },
  { duedate: '2031-04-10', amount: 300 },
  { duedate: '2031-05-10', amount: 300.5 },
]
const create = (more: object = {}) =>
  w.call('POST', '/business/invoice/create', {
    customerid: w.customer.id,
    items: [{ itemid: w.products[0], quantity: 1, rate: 1000.5 }],
    duedate: '2031-05-10',
    instalments: term,
    ...more,
  })
const made = async (more: object = {}) => {
  const { status, body } = await create(more)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.data
}
const details = async (id: string) => (await w.call('GET', `/business/invoice/details/${id}`)).body.data
const update = (id: string, body: object) => w.call('PATCH', `/business/invoice/update/${id}`, body)
const pay = (id: string, amount: number) => w.call('POST', `/business/invoice/${id}/payment/add`, { amount })
const stand = ({ instalments }: { instalments: { amountpaid: number; balance: number; status: string }[] }) =>
  instalments.map(({ amountpaid, balance, status }) => [amountpaid, balance, status])
const told = async (id: string) =>
  (
    await inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) => tx<{ type: string }[]>`select type from events where subject_id = ${id} order by id`,
    )
  ).map(({ type }) => type)
const audit = () => inBusiness(w.ctx.sql, w.businessId, (tx) => auditBooks(tx, w.businessId))

describe('an invoice in instalments', () => {
  test('shows each with what of it was paid, oldest first, and the last credited first', async () => {
    const invoice = await made()
    expect(stand(invoice)).toEqual([
      [0, 400, 'unpaid'],
      [0, 300, 'unpaid'],
      [0, 300.5, 'unpaid'],
    ])
    await pay(invoice._id, 450)
    await w.call('POST', '/business/credit-note/create', {
      invoiceid: invoice._id,
      reason: 'Absent',
      items: [{ line: 1, amount: 350.5 }],
    })
    const now = await details(invoice._id)
    expect(stand(now)).toEqual([
      [400, 0, 'paid'],
      [50, 200, 'partially_paid'],
      [0, 0, 'paid'],
    ])
    expect([now.balance, await audit()]).toEqual([200, []])
  })

  test('can be sent back whole and nothing changes', async () => {
    const invoice = await made()
    const answer = await update(invoice._id, await details(invoice._id))
    expect([answer.status, answer.body.data.modified]).toEqual([200, 0])
  })

  test('follows another discount, another due date, and another schedule', async () => {
    const invoice = await made()
    await update(invoice._id, { discount: 400.5, duedate: '2031-06-10' })
    expect(
      (await details(invoice._id)).instalments.map(({ duedate, amount }: Record<string, unknown>) => [duedate, amount]),
    ).toEqual([
      ['2031-03-10T00:00:00Z', 400],
      ['2031-06-10T00:00:00Z', 200],
    ])
    const answer = await update(invoice._id, {
      instalments: [
        { duedate: '2031-07-01', amount: 100 },
        { duedate: '2031-08-01', amount: 500 },
      ],
    })
    expect(answer.body.data.updated.instalments).toHaveLength(2)
    expect((await details(invoice._id)).duedate).toBe('2031-08-01T00:00:00Z')
    await update(invoice._id, { instalments: [] })
    expect((await details(invoice._id)).instalments).toEqual([])
  })

  test('may be a draft, and is rounded with it', async () => {
    await w.call('PATCH', '/business/settings/update', { cents: 'round' })
    const draft = await made({ status: 'draft', instalments: [{ duedate: '2031-05-10', amount: 1001 }] })
    expect(draft).toMatchObject({ total: 1001, instalments: [{ amount: 1001 }] })
    const halves = [
      { duedate: '2031-04-10', amount: 500.5 },
      { duedate: '2031-05-10', amount: 500.5 },
    ]
    const refused = await create({ instalments: halves })
    expect([refused.status, refused.body.error]).toEqual([400, 'Instalments must be whole shillings, as the total is'])
  })

  test.each([
    [[{ duedate: '2031-05-10', amount: 1000 }], 'Instalments add up to 1000.00, the total is 1000.50'],
    [[...term].reverse(), 'Each instalment must be due after the one before'],
    [term.slice(0, 2), 'The last instalment must be due on the duedate'],
    [[{ duedate: '2031-05-10', amount: 0 }], 'amount of an instalment must be greater than 0'],
    [
      [{ duedate: 'soon', amount: 1000.5 }],
      'Invalid duedate of an instalment format. Use ISO 8601 format (YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ)',
    ],
  ])('is refused: %j', async (instalments, error) => {
    const answer = await create({ instalments })
    expect([answer.status, answer.body.error]).toEqual([400, error])
  })

  test('of a cancelled invoice stay', async () => {
    const invoice = await made()
    await update(invoice._id, { status: 'cancelled' })
    const answer = await update(invoice._id, { instalments: [{ duedate: '2031-09-10', amount: 1000.5 }] })
    expect([answer.status, answer.body.error]).toEqual([409, 'Invoice is cancelled'])
  })
})

test('an instalment that passes unpaid makes the invoice overdue, paying it makes it regular again', async () => {
  const customer = await w.call('POST', '/business/customer/create', {
    name: 'Achieng Odhiambo',
    email: 'a@example.test',
    phone: '+14155550100',
    country: 'Kenya',
    currency: 'KES',
  })
  const invoice = await made({ customerid: customer.body.data._id })
  const page = async () => (await fetch(invoice.paymentlink.shorturl)).text()
  const json = async () =>
    (await fetch(`${invoice.paymentlink.shorturl}.json`)).json() as Promise<{ data: { duenow: number } }>
  expect([await page(), (await json()).data.duenow]).toEqual([expect.stringContaining('Instalments'), 400])
  await w.advance('P10D')
  await w.work()
  expect(stand(await details(invoice._id))[0]).toEqual([0, 400, 'overdue'])
  expect((await details(invoice._id)).status).toBe('overdue')

  await pay(invoice._id, 100)
  expect([(await details(invoice._id)).status, (await json()).data.duenow]).toEqual(['overdue', 300])
  await pay(invoice._id, 300)
  expect([(await details(invoice._id)).status, (await json()).data.duenow]).toEqual(['partially_paid', 300])

  await w.advance('P62D')
  await w.work()
  expect(stand(await details(invoice._id)).map(([, , status]) => status)).toEqual(['paid', 'overdue', 'overdue'])
  expect((await json()).data.duenow).toBe(600.5)
  expect((await told(invoice._id)).filter((type) => type === 'invoice.overdue')).toHaveLength(2)
  const found = await w.call('GET', '/business/invoice/list?status=overdue&limit=100')
  expect(found.body.data.map(({ _id }: { _id: string }) => _id)).toContain(invoice._id)
})

test('money that names nothing goes to the instalment that is due first', async () => {
  const account = await w.call('POST', '/business/account/create', { customerid: w.customer.id, name: 'Baraka' })
  const { _id: accountid, accountno } = account.body.data
  const later = await made({ accountid, duedate: '2031-12-31', instalments: undefined })
  const parts = [
    { duedate: '2031-08-01', amount: 500.5 },
    { duedate: '2032-02-01', amount: 500 },
  ]
  const inParts = await made({ accountid, duedate: '2032-02-01', instalments: parts })
  await w.simulator.pay({ phone: w.customer.phone, shortcode: '600984', account: accountno, amount: 300 })
  await w.work()
  expect([(await details(later._id)).amountpaid, (await details(inParts._id)).amountpaid]).toEqual([0, 300])
})
