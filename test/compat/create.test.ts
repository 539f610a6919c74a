import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type Answered, type World } from '../world.ts'
import { expectShape, websiteProject } from './examples.ts'

const printed = {
  success: true,
  message: 'Invoice created successfully',
  data: {
    _id: '507f1f77bcf86cd799439020',
    invoiceno: 'INV-2024-001',
    title: 'Website Development Project',
    status: 'unpaid',
    balance: 145800.0,
    invoicedate: '2024-01-15T00:00:00Z',
    duedate: '2024-02-15T00:00:00Z',
    items: [
      { itemid: '507f191e810c19729de860ea', name: 'Website Development', quantity: 1, rate: 150000.0 },
      { itemid: '507f191e810c19729de860eb', name: 'Hosting (Annual)', quantity: 1, rate: 12000.0 },
    ],
    customer: { _id: '507f1f77bcf86cd799439011', name: 'John Doe', email: 'a@b.test', phone: '+254712345678' },
    paymentlink: { _id: '507f1f77bcf86cd799439021', shorturl: 'https://yourbusiness.cashfin.africa/pay/abc12345' },
    qrcode: 'https://res.cloudinary.com/cashfin/image/upload/invoice-qr.png',
    createdat: '2024-01-15T10:30:00Z',
  },
}

describe('POST /business/invoice/create, as the published page prints it', () => {
  let w: World
  let answer: Answered
  beforeAll(async () => {
    w = await world({ connected: false })
    answer = await w.call('POST', '/business/invoice/create', websiteProject(w))
  })
  afterAll(() => w.end())

  test('answers 201 with every documented field in its type', () => {
    expect(answer.status).toBe(201)
    expectShape(answer.body, printed)
  })

  test('the printed numbers hold: 162000 less 10 percent is a balance of 145800, unpaid though the due date is past', () => {
    expect(answer.body.message).toBe('Invoice created successfully')
    expect(answer.body.data).toMatchObject({
      invoiceno: 'INV-2031-001',
      title: 'Website Development Project',
      status: 'unpaid',
      balance: 145800,
      subtotal: 162000,
      discount: 16200,
      invoicedate: '2031-03-01T00:00:00Z',
      duedate: '2024-02-15T00:00:00Z',
      createdat: '2031-03-01T08:15:00Z',
      customer: { _id: w.customer.id, name: 'Amina Otieno', phone: '+254712345678' },
    })
    expect(answer.body.data.items).toMatchObject(websiteProject(w).items)
  })

  test('ids are 24 hexadecimal digits', () => {
    const { _id, paymentlink } = answer.body.data
    expect([_id, paymentlink._id]).toEqual([
      expect.stringMatching(/^[0-9a-f]{24}$/),
      expect.stringMatching(/^[0-9a-f]{24}$/),
    ])
  })

  test('the payment link opens and the QR code is a PNG, both without a key', async () => {
    const page = await fetch(answer.body.data.paymentlink.shorturl)
    expect(page.status).toBe(200)
    const picture = await fetch(answer.body.data.qrcode)
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(
      Buffer.from(await picture.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  })

  test('the Authorization header works bare and with Bearer in any case', async () => {
    for (const scheme of ['Bearer ', 'bearer ', 'BEARER  ']) {
      const listed = await w.call('GET', '/business/invoice/list', undefined, { authorization: scheme + w.apiKey })
      expect(listed.status).toBe(200)
    }
  })

  test('the SDK example, with toISOString() and no title, names the invoice after its number', async () => {
    const { body } = await w.call('POST', '/business/invoice/create', {
      customerid: w.customer.id,
      items: [{ itemid: w.products[0], name: 'Consulting', quantity: 10, rate: 5000 }],
      duedate: new Date('2024-02-28').toISOString(),
    })
    expect(body.data).toMatchObject({
      invoiceno: 'INV-2031-002',
      title: 'Invoice INV-2031-002',
      balance: 50000,
      duedate: '2024-02-28T00:00:00Z',
    })
  })

  test('an item without a name takes the title of its product, and keeps it when the product is renamed', async () => {
    const { body } = await w.call('POST', '/business/invoice/create', {
      customerid: w.customer.id,
      items: [{ itemid: w.products[1], quantity: 2, rate: 1 }],
      duedate: '2031-04-01',
    })
    expect(body.data.items).toEqual([
      { itemid: w.products[1], name: 'Hosting (Annual)', quantity: 2, rate: 1, total: 2 },
    ])
    await w.call('PATCH', `/business/product/update/${w.products[1]}`, { title: 'Hosting' })
    const after = await w.call('GET', `/business/invoice/details/${body.data._id}`)
    expect(after.body.data.items[0].name).toBe('Hosting (Annual)')
  })
})
