import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type Answered, type World } from '../world.ts'
import { created, expectShape } from './examples.ts'

const printed = {
  success: true,
  data: {
    _id: '507f1f77bcf86cd799439020',
    invoiceno: 'INV-2024-001',
    title: 'Website Development Project',
    description: 'Complete website redesign with hosting',
    status: 'unpaid',
    balance: 145800.0,
    subtotal: 162000.0,
    taxamount: 0,
    discount: 16200.0,
    discounttype: 'percentage',
    invoicedate: '2024-01-15T00:00:00Z',
    duedate: '2024-02-15T00:00:00Z',
    qrcode: 'https://res.cloudinary.com/cashfin/image/upload/invoice-qr.png',
    items: [
      { itemid: '507f191e810c19729de860ea', name: 'Website Development', quantity: 1, rate: 150000.0, total: 150000.0 },
      { itemid: '507f191e810c19729de860eb', name: 'Hosting (Annual)', quantity: 1, rate: 12000.0, total: 12000.0 },
    ],
    customer: { _id: '507f1f77bcf86cd799439011', name: 'John Doe', email: 'a@b.test', phone: '+254712345678' },
    paymentlinks: [
      {
        _id: '507f1f77bcf86cd799439021',
        shorturl: 'abc12345',
        rawurl: 'https://yourbusiness.cashfin.africa/pay/abc12345',
        status: 'unpaid',
      },
    ],
    createdat: '2024-01-15T10:30:00Z',
    updatedat: '2024-01-15T10:30:00Z',
  },
}

describe('GET /business/invoice/details/:id, as the published page prints it', () => {
  let w: World
  let made: Answered['body']
  let answer: Answered
  beforeAll(async () => {
    w = await world({ connected: false })
    made = await created(w)
    answer = await w.call('GET', `/business/invoice/details/${made._id}`)
  })
  afterAll(() => w.end())

  test('answers every documented field in its type', () => {
    expect(answer.status).toBe(200)
    expectShape(answer.body, printed)
  })

  test('the printed numbers hold', () => {
    expect(answer.body.data).toMatchObject({
      balance: 145800,
      subtotal: 162000,
      taxamount: 0,
      discount: 16200,
      discounttype: 'percentage',
      discountvalue: 10,
      items: [{ total: 150000 }, { total: 12000 }],
    })
  })

  test('shows what create showed', () => {
    expect(answer.body.data).toEqual(made)
  })

  test('the link is a bare code with its full address beside it, and the same link under both names', () => {
    const { paymentlink, paymentlinks } = answer.body.data
    expect(paymentlinks).toEqual([{ ...paymentlink, shorturl: paymentlink.code }])
    expect(paymentlink.code).toMatch(/^[0-9A-Za-z]{22}$/)
    expect(paymentlink.shorturl).toBe(`${w.ctx.publicUrl}/pay/${paymentlink.code}`)
    expect(paymentlink.rawurl).toBe(paymentlink.shorturl)
  })

  test('instants carry no fraction, so that strptime with seconds reads them', () => {
    const { createdat, updatedat, duedate, invoicedate } = answer.body.data
    for (const at of [createdat, updatedat, duedate, invoicedate])
      expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  })

  test('remark and taxid come back here and nowhere on the page of the payer', async () => {
    const noted = await created(w, { remark: 'Ask for Wanjiku', taxid: w.taxId })
    const shown = await w.call('GET', `/business/invoice/details/${noted._id}`)
    expect(shown.body.data).toMatchObject({ remark: 'Ask for Wanjiku', taxid: w.taxId })
    for (const address of [noted.paymentlink.rawurl, `${noted.paymentlink.rawurl}.json`]) {
      expect(await (await fetch(address)).text()).not.toContain('Wanjiku')
    }
  })
})
