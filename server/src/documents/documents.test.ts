import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textOf } from '../../../test/pdf-text.ts'
import { world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'

let w: World
let invoice: { _id: string; invoiceno: string; accountid: string; paymentlink: { shorturl: string } }
let receipt: { _id: string; receiptno: string }
let note: { _id: string; creditnoteno: string }

/** An invoice with tax and discount, a part payment by phone, and a credit note. */
beforeAll(async () => {
  w = await world()
  const made = await w.call('POST', '/business/invoice/create', {
    customerid: w.customer.id,
    items: [
      { itemid: w.products[0], name: 'School fees', quantity: 2, rate: 1000 },
      { itemid: w.products[1], name: 'Bus, Мария', quantity: 1, rate: 500.5 },
    ],
    duedate: '2031-04-01',
    taxid: w.taxId,
    discount: 10,
    discounttype: 'percentage',
    title: 'Term 2',
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  invoice = made.body.data
  await w.work()
  await w.simulator.pay({ phone: w.customer.phone, shortcode: '600984', account: w.customer.accountno, amount: 400 })
  await w.work()
  receipt = (await w.call('GET', '/business/receipt/list')).body.data[0]
  const credited = await w.call('POST', '/business/credit-note/create', {
    invoiceid: invoice._id,
    items: [{ line: 1, quantity: 1 }],
    reason: 'One term only',
  })
  expect(credited.status, JSON.stringify(credited.body)).toBe(201)
  note = credited.body.data
}, 60_000)
afterAll(() => w.end())

const ask = async (path: string) => {
  const response = await fetch(w.ctx.publicUrl + path, { headers: { authorization: w.apiKey } })
  return { response, bytes: Buffer.from(await response.arrayBuffer()) }
}
const read = async (path: string) => {
  const { response, bytes } = await ask(path)
  expect(response.status, bytes.toString('latin1').slice(0, 300)).toBe(200)
  return textOf(bytes)
}

test('an invoice that is paid in instalments says what is due now, and by when the rest', async () => {
  const made = await w.call('POST', '/business/invoice/create', {
    customerid: w.customer.id,
    items: [{ itemid: w.products[0], name: 'School fees', quantity: 1, rate: 1000 }],
    duedate: '2031-05-10',
    instalments: [
      { duedate: '2031-03-10', amount: 400 },
      { duedate: '2031-04-10', amount: 300 },
      { duedate: '2031-05-10', amount: 300 },
    ],
  })
  const path = `/business/invoice/${made.body.data._id}/pdf`
  const text = await read(path)
  for (const said of ['Due now', /KES.400/, /of KES.1,000 still to pay in all/, 'Instalments', /10 May 2031/]) {
    expect(text).toMatch(said)
  }
  await w.call('POST', `/business/invoice/${made.body.data._id}/payment/add`, { amount: 450 })
  expect(await read(path)).toMatch(/KES.250/)
})

test('the lines under the name of the business are on every document, until they are taken away', async () => {
  const paths = [
    `/business/invoice/${invoice._id}/pdf`,
    `/business/receipt/${receipt._id}/pdf`,
    `/business/credit-note/${note._id}/pdf`,
  ]
  const change = (letterhead: string | null) => w.call('PATCH', '/business/settings/update', { letterhead })
  const made = await change('P.O. Box 1, Nakuru\nPIN P051234567X')
  expect(made.body.data.updated).toEqual({ letterhead: 'P.O. Box 1, Nakuru\nPIN P051234567X' })
  for (const path of [...paths, `/business/customer/${w.customer.id}/statement?format=pdf`]) {
    expect(await read(path), path).toMatch(/P\.O\. Box 1, Nakuru[^]*PIN P051234567X/)
  }
  const long = await change('1\n2\n3\n4\n5\n6\n7')
  expect([long.status, JSON.stringify(long.body)]).toEqual([400, expect.stringContaining('up to 6 lines')])
  await change(null)
  expect(await read(paths[0] ?? '')).not.toContain('Nakuru')
})

describe('an invoice as PDF', () => {
  test('is a PDF that a browser shows, under its number', async () => {
    const { response, bytes } = await ask(`/business/invoice/${invoice._id}/pdf`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toBe(`inline; filename="${invoice.invoiceno}.pdf"`)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(Number(response.headers.get('content-length'))).toBe(bytes.length)
  })

  test('says what the invoice says, and how it is paid', async () => {
    const text = await read(`/business/invoice/${invoice._id}/pdf`)
    for (const said of [
      'Mwangaza Academy',
      `Invoice ${invoice.invoiceno}`,
      'Partly paid',
      'Amina Otieno',
      '0712 345 678',
      'Term 2',
      'School fees',
      '2,000.00',
      '500.50',
      'Discount (10%)',
      'VAT',
      '16%',
      '600984',
      w.customer.accountno.slice(0, 3),
      'Scan to pay',
      'Page 1 of 1',
    ]) {
      expect(text).toContain(said)
    }
  })

  test('in Kiswahili', async () => {
    const text = await read(`/business/invoice/${invoice._id}/pdf?lang=sw`)
    expect(text).toContain('Ankara')
    expect(text).toContain('Tarehe ya mwisho ya kulipa')
    expect(text).not.toContain('Invoice')
  })

  test('is the same bytes whenever it is asked for, until the invoice changes', async () => {
    const path = `/business/invoice/${invoice._id}/pdf`
    const first = (await ask(path)).bytes
    await w.advance('PT1H')
    expect((await ask(path)).bytes.equals(first)).toBe(true)
    await w.call('PATCH', `/business/invoice/update/${invoice._id}`, { title: 'Term 3' })
    expect((await ask(path)).bytes.equals(first)).toBe(false)
  })

  test('of a draft has no number and asks for no money', async () => {
    const { body } = await w.call('POST', '/business/invoice/create', {
      customerid: w.customer.id,
      items: [{ itemid: w.products[0], quantity: 1, rate: 1 }],
      duedate: '2031-04-01',
      status: 'draft',
    })
    const { response, bytes } = await ask(`/business/invoice/${body.data._id}/pdf`)
    expect(response.headers.get('content-disposition')).toBe(`inline; filename="draft-${body.data._id}.pdf"`)
    const text = await textOf(bytes)
    expect(text).toContain('Draft')
    expect(text).not.toContain('600984')
  })

  test('whose link was switched off has no picture of it', async () => {
    const { body } = await w.call('POST', '/business/invoice/create', {
      customerid: w.customer.id,
      items: [{ itemid: w.products[0], quantity: 1, rate: 1 }],
      duedate: '2031-04-01',
    })
    expect(await read(`/business/invoice/${body.data._id}/pdf`)).toContain('Scan to pay')
    await inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) => tx`
        update payment_links set active = false where business_id = ${w.businessId} and invoice_id = ${body.data._id}
      `,
    )
    const text = await read(`/business/invoice/${body.data._id}/pdf`)
    expect(text).toContain('600984')
    expect(text).not.toContain('Scan to pay')
  })
})

test('a receipt as PDF says what was paid, and the invoice as it then was', async () => {
  const text = await read(`/business/receipt/${receipt._id}/pdf`)
  for (const said of [`Receipt ${receipt.receiptno}`, 'Paid', 'KES 400', invoice.invoiceno, 'Balance', 'M-PESA code']) {
    expect(text).toContain(said)
  }
  expect(await read(`/business/receipt/${receipt._id}/pdf?lang=sw`)).toContain('Risiti')
})

test('a credit note as PDF says what was taken back and why', async () => {
  const text = await read(`/business/credit-note/${note._id}/pdf`)
  const { body } = await w.call('GET', `/business/credit-note/details/${note._id}`)
  for (const said of [`Credit note ${note.creditnoteno}`, 'Reason: One term only', 'School fees', invoice.invoiceno]) {
    expect(text).toContain(said)
  }
  expect(text).toContain(body.data.amount.toLocaleString('en'))
})

describe('a statement of account as PDF', () => {
  test.each([
    ['of a customer', () => `/business/customer/${w.customer.id}/statement`],
    ['of an account', () => `/business/account/${invoice.accountid}/statement`],
  ])('%s', async (_, path) => {
    const range = 'from=2031-03-01&to=2031-03-31'
    const text = await read(`${path()}?${range}&format=pdf`)
    const { body } = await w.call('GET', `${path()}?${range}`)
    for (const said of ['Statement of account', 'Amina Otieno', 'Opening balance', invoice.invoiceno, 'Payment']) {
      expect(text).toContain(said)
    }
    expect(text).toContain(body.data.closing.toLocaleString('en', { minimumFractionDigits: 2 }))
    expect(await read(`${path()}?${range}&format=pdf&lang=sw`)).toContain('Taarifa ya akaunti')
  })

  test('is a PDF under the days it is about', async () => {
    const { response } = await ask(
      `/business/customer/${w.customer.id}/statement?from=2031-03-01&to=2031-03-31&format=pdf`,
    )
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toBe('inline; filename="statement-2031-03-01-2031-03-31.pdf"')
  })
})

describe('many invoices in a ZIP', () => {
  const zip = (body: object) =>
    fetch(`${w.ctx.publicUrl}/business/invoice/pdf-zip`, {
      method: 'POST',
      headers: { authorization: w.apiKey, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const bill = async () => {
    const { body } = await w.call('POST', '/business/invoice/create', {
      customerid: w.customer.id,
      items: [{ itemid: w.products[0], quantity: 1, rate: 5 }],
      duedate: '2031-04-01',
    })
    return body.data as { _id: string; invoiceno: string }
  }

  test('each under its number, the same bytes as alone, in the order of the ids', async () => {
    const bills = await Promise.all(Array.from({ length: 60 }, bill))
    const response = await zip({ ids: [...bills, bills[0]].map((one) => one?._id) })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/zip')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="invoices.zip"')
    expect(response.headers.get('content-length')).toBeNull()
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    expect(Object.keys(files)).toEqual(bills.map(({ invoiceno }) => `${invoiceno}.pdf`))
    const last = bills.at(-1)
    const alone = await ask(`/business/invoice/${last?._id}/pdf`)
    expect(alone.bytes.equals(files[`${last?.invoiceno}.pdf`] ?? Buffer.alloc(0))).toBe(true)
  })

  test('in Kiswahili', async () => {
    const files = unzipSync(new Uint8Array(await (await zip({ ids: [invoice._id], lang: 'sw' })).arrayBuffer()))
    expect(await textOf(files[`${invoice.invoiceno}.pdf`] ?? Buffer.alloc(0))).toContain('Ankara')
  })

  test.each<[string, () => object, number, RegExp]>([
    ['without ids', () => ({}), 400, /^ids is required$/],
    ['of none', () => ({ ids: [] }), 400, /^ids must name 1 to 1,000 invoices$/],
    ['of too many', () => ({ ids: Array(1001).fill(invoice._id) }), 400, /^ids must name 1 to 1,000 invoices$/],
    ['of one that is not there', () => ({ ids: [invoice._id, '0'.repeat(24)] }), 404, /^Invoice not found$/],
    ['in another language', () => ({ ids: [invoice._id], lang: 'fr' }), 400, /lang/],
  ])('%s is refused in JSON', async (_, body, status, words) => {
    const response = await zip(body())
    expect(response.headers.get('content-type')).toContain('application/json')
    expect([response.status, await response.json()]).toEqual([
      status,
      expect.objectContaining({ error: expect.stringMatching(words) }),
    ])
  })

  test('of another business is not found', async () => {
    const { apiKey } = await w.stranger()
    const { status, body } = await w.call(
      'POST',
      '/business/invoice/pdf-zip',
      { ids: [invoice._id] },
      { authorization: apiKey },
    )
    expect([status, body.error]).toEqual([404, 'Invoice not found'])
  })
})

describe('what cannot be had', () => {
  const missing = '0'.repeat(24)
  test.each([
    [`/business/invoice/${missing}/pdf`, 404, 'Invoice not found'],
    ['/business/invoice/what/pdf', 404, 'Invoice not found'],
    [`/business/receipt/${missing}/pdf`, 404, 'Receipt not found'],
    [`/business/credit-note/${missing}/pdf`, 404, 'Credit note not found'],
    [`/business/account/${missing}/statement?format=pdf`, 404, 'Account not found'],
    [`/business/customer/${missing}/statement?format=pdf`, 404, 'Customer not found'],
    [`/business/invoice/${missing}/pdf?lang=fr`, 400, expect.stringContaining('lang')],
  ])('%s is %i, said in JSON', async (path, status, error) => {
    const { response, bytes } = await ask(path)
    expect(response.headers.get('content-type')).toContain('application/json')
    expect([response.status, JSON.parse(bytes.toString())]).toEqual([status, expect.objectContaining({ error })])
  })

  test('without a key nothing is', async () => {
    const response = await fetch(`${w.ctx.publicUrl}/business/invoice/${invoice._id}/pdf`)
    expect(response.status).toBe(401)
  })
})
