import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

const wanted = (more: object = {}) => ({
  customerid: w.customer.id,
  items: [{ itemid: w.products[0], name: 'Tuition', quantity: 1, rate: 1000 }],
  duedate: '2031-05-10',
  ...more,
})
const draft = async (more: object = {}) => {
  const { status, body } = await w.call('POST', '/business/invoice/create', wanted({ status: 'draft', ...more }))
  expect(status, JSON.stringify(body)).toBe(201)
  return body.data
}
const rewrite = (id: string, body: object, headers: Record<string, string> = {}) =>
  w.call('POST', `/business/invoice/${id}/rewrite`, body, headers)
const details = async (id: string) => (await w.call('GET', `/business/invoice/details/${id}`)).body.data
const since = ({ updatedat }: { updatedat: string }) => ({ 'if-unmodified-since': new Date(updatedat).toUTCString() })

describe('POST /business/invoice/:id/rewrite', () => {
  test('puts other lines, tax, discount, schedule and customer in place; id, link and day stay', async () => {
    const made = await draft({ description: 'Gone', remark: 'Gone', taxid: w.taxId, invoicedate: '2031-02-01' })
    const someone = { name: 'Otieno', email: 'otieno@example.test', phone: '0733 111 222', country: 'Kenya', currency: 'KES' } // prettier-ignore
    const other = (await w.call('POST', '/business/customer/create', someone)).body.data
    const answer = await rewrite(made._id, {
      customerid: other._id,
      items: [
        { itemid: w.products[0], name: 'Boarding', quantity: 2, rate: 300 },
        { itemid: w.products[1], quantity: 1, rate: 400 },
      ],
      discount: 10,
      discounttype: 'percentage',
      duedate: '2031-06-10',
      instalments: [
        { duedate: '2031-05-10', amount: 450 },
        { duedate: '2031-06-10', amount: 450 },
      ],
    })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    const now = await details(made._id)
    expect(now).toEqual(answer.body.data)
    expect(now).toMatchObject({
      _id: made._id,
      status: 'draft',
      invoiceno: null,
      total: 900,
      discount: 100,
      taxid: null,
      description: '',
      remark: '',
      invoicedate: '2031-02-01T00:00:00Z',
      paymentlink: made.paymentlink,
      customer: { _id: other._id, name: 'Otieno' },
      items: [{ name: 'Boarding', total: 600 }, { total: 400 }],
      instalments: [{ amount: 450 }, { amount: 450 }],
    })
    expect(now.accountno).not.toBe(made.accountno)
    await w.call('PATCH', `/business/invoice/update/${made._id}`, { status: 'unpaid' })
    expect(await details(made._id)).toMatchObject({ status: 'unpaid', balance: 900, customer: { name: 'Otieno' } })
  })

  test('one that was withdrawn keeps its number', async () => {
    const { body } = await w.call('POST', '/business/invoice/create', wanted())
    const { _id, invoiceno } = body.data
    await w.call('PATCH', `/business/invoice/update/${_id}`, { status: 'draft' })
    await rewrite(_id, wanted({ title: 'Corrected' }))
    await w.call('PATCH', `/business/invoice/update/${_id}`, { status: 'unpaid' })
    expect(await details(_id)).toMatchObject({ invoiceno, title: 'Corrected' })
  })

  test('what was issued or cancelled is refused, and stays', async () => {
    for (const status of ['unpaid', 'cancelled']) {
      const made = await draft()
      await w.call('PATCH', `/business/invoice/update/${made._id}`, { status })
      const before = await details(made._id)
      const answer = await rewrite(made._id, wanted({ items: [{ itemid: w.products[0], quantity: 9, rate: 1 }] }))
      expect([answer.status, answer.body.error]).toEqual([
        409,
        'Only a draft can be rewritten: this invoice was issued or cancelled',
      ])
      expect(await details(made._id)).toEqual(before)
    }
  })

  test('a schedule that does not add up, and a product that is not there, leave the draft as it was', async () => {
    const made = await draft()
    const parts = [{ duedate: '2031-05-10', amount: 1 }]
    expect((await rewrite(made._id, wanted({ instalments: parts }))).body.error).toContain('1000.00')
    expect((await rewrite(made._id, wanted({ items: [{ itemid: 'x', quantity: 1, rate: 1 }] }))).status).toBe(404)
    expect(await details(made._id)).toEqual(made)
  })
})

describe('If-Unmodified-Since', () => {
  test('of two who looked at the same draft, the second is refused', async () => {
    const made = await draft()
    await w.advance('PT5S')
    expect((await rewrite(made._id, wanted({ title: 'First' }), since(made))).status).toBe(200)
    const second = await rewrite(made._id, wanted({ title: 'Second' }), since(made))
    expect([second.status, second.body.error]).toEqual([
      409,
      'Invoice was changed meanwhile: nothing was saved. Look at it as it is now, then change it again',
    ])
    const now = await details(made._id)
    expect(now.title).toBe('First')
    expect((await rewrite(made._id, wanted({ title: 'Third' }), since(now))).status).toBe(200)
  })

  test('goes for updates too; who does not send it, or nonsense, changes what is there', async () => {
    const made = await draft()
    await w.advance('PT5S')
    const update = (title: string, headers: Record<string, string>) =>
      w.call('PATCH', `/business/invoice/update/${made._id}`, { title }, headers)
    expect((await update('First', {})).status).toBe(200)
    expect((await update('Second', since(made))).status).toBe(409)
    expect((await update('Third', { 'if-unmodified-since': 'yesterday' })).status).toBe(200)
  })
})
