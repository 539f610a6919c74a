import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openOffice, type Office } from './office.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.end())

test('a product is added, changed, and its price put on the next bill', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    await office.goto(page, '/products', 'Products')
    await page.getByRole('button', { name: 'New product' }).click()
    await page.getByLabel('Title').fill('Swimming')
    await page.getByLabel('Price').fill('1500')
    await page.getByRole('button', { name: 'Save' }).click()
    await page
      .getByRole('row', { name: /Swimming/ })
      .getByText('KES 1,500')
      .waitFor()
    await page.getByRole('button', { name: 'Change Swimming' }).click()
    await page.getByLabel('Price').fill('1750.50')
    await page.getByRole('button', { name: 'Save' }).click()
    await page
      .getByRole('row', { name: /Swimming/ })
      .getByText('KES 1,750.50')
      .waitFor()
    await page.getByRole('link', { name: 'Taxes' }).click()
    await page.getByRole('row', { name: /VAT/ }).getByText('16 %').waitFor()
  }))

test('an invoice is credited in part, written off, and the write-off taken back', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    const id = await office.bill('Boarding')
    await office.goto(page, `/invoices/${id}`, 'Boarding')
    await page.getByRole('button', { name: 'Credit note' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Why').fill('A week at home')
    await dialog.getByLabel('Take back all that is left').uncheck()
    await dialog.getByLabel('Take back of line 1').fill('2000')
    await dialog.getByRole('button', { name: 'Make the credit note' }).click()
    const papers = page.getByRole('table', { name: 'Receipts and corrections' })
    await papers.getByRole('link', { name: 'CN-2031-001' }).waitFor()
    await page.getByRole('button', { name: 'Write off or withhold' }).click()
    await dialog.getByLabel('Amount (KES)').fill('500')
    await dialog.getByLabel('Why').fill('Agreed with the head')
    await dialog.getByRole('button', { name: 'Adjust' }).click()
    const written = papers.getByRole('row', { name: /Written off/ })
    await written.waitFor()
    const balance = async () => (await office.w.call('GET', `/business/invoice/details/${id}`)).body.data.balance
    expect(await balance()).toBe(9_500)
    await written.getByRole('button', { name: 'Take back' }).click()
    await dialog.getByLabel('Why').fill('They pay after all')
    await dialog.getByRole('button', { name: 'Take back' }).click()
    await written.getByText('taken back').waitFor()
    expect(await balance()).toBe(10_000)
    await office.payByPaybill({ account: office.w.customer.accountno, amount: 10_000 })
    await papers.getByRole('link', { name: 'RCP-2031-001' }).waitFor()
  }))

test('many invoices are sent, cancelled and kept as PDFs; what cannot be says why', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    for (const title of ['One', 'Two']) {
      await office.w.call('POST', '/business/invoice/create', {
        customerid: office.w.customer.id,
        items: [{ itemid: office.w.products[1], quantity: 1, rate: 100 }],
        title,
        duedate: '2031-04-15',
        status: 'draft',
      })
    }
    await office.goto(page, '/invoices', 'Invoices')
    await page.getByLabel('Choose One').check()
    await page.getByLabel('Choose Two').check()
    const chosen = page.getByRole('region', { name: 'What is chosen' })
    await chosen.getByRole('button', { name: 'Send drafts (2)' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
    await chosen.waitFor({ state: 'detached' })
    const { body } = await office.w.call('GET', '/business/invoice/list?limit=2')
    expect(body.data.map(({ status }: { status: string }) => status)).toEqual(['unpaid', 'unpaid'])
    for (const { invoiceno } of body.data) await page.getByLabel(`Choose ${invoiceno}`).check()
    expect(await chosen.getByRole('button', { name: 'Send drafts (0)' }).isDisabled()).toBe(true)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      chosen.getByRole('button', { name: 'PDFs as ZIP' }).click(),
    ])
    expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK')
    await chosen.getByRole('button', { name: 'Cancel (2)' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel invoices' }).click()
    await chosen.waitFor({ state: 'detached' })
    await page.getByText('Cancelled').nth(1).waitFor()
  }))

test('a slash finds an invoice by its payer’s phone, without a mouse', () =>
  office.onPage({ as: 'cashier' }, async (page) => {
    await office.bill('Trip to Mombasa')
    await office.goto(page, '/', 'Overview')
    await page.keyboard.press('/')
    await page.getByRole('searchbox', { name: 'Search everything' }).fill('0712 345 678')
    await page.getByRole('link', { name: /Trip to Mombasa/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^INV-2031-/ }).waitFor()
  }))

test('the books are looked at: a day is closed, the reports add up, the trail says who', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    await office.goto(page, '/closes', 'Daily closes')
    await page.getByRole('button', { name: 'Close a day' }).click()
    await page.getByLabel('Business number').fill('600984')
    await page.getByRole('textbox', { name: 'Day' }).fill('2031-02-20')
    await page.getByRole('button', { name: 'Close the day' }).click()
    await page.getByText('It agrees').waitFor()
    await page.getByRole('link', { name: 'Reports' }).last().click()
    const total = page.getByRole('table', { name: 'Trial balance' }).getByRole('row', { name: /^Total/ })
    await total.waitFor()
    const [debit, credit] = await total
      .getByRole('cell')
      .allTextContents()
      .then((cells) => cells.slice(1))
    expect(debit).toMatch(/^KES [\d,]+/)
    expect(debit).toBe(credit)
    await page.getByRole('link', { name: 'Audit trail' }).click()
    await page.getByRole('cell', { name: 'user owner@school.example', exact: true }).first().waitFor()
  }))

test('a payment is moved to another customer, and taken back', () =>
  office.onPage({ as: 'cashier' }, async (page) => {
    const { body } = await office.w.call('POST', '/business/customer/create', {
      name: 'Otieno Ouma',
      email: 'otieno@example.test',
      phone: '0733111222',
      country: 'Kenya',
      currency: 'KES',
    })
    await office.payByPaybill({ account: office.w.customer.accountno, amount: 300 })
    await office.goto(page, '/payments', 'Payments')
    await page
      .getByRole('row', { name: /KES 300/ })
      .getByRole('link')
      .first()
      .click()
    await page.getByRole('heading', { name: 'KES 300' }).waitFor()
    await page.getByRole('button', { name: 'Move' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Customer' }).fill('Otieno')
    await page.getByRole('option', { name: /Otieno Ouma/ }).click()
    await dialog.getByLabel('Why').fill('She paid for her brother')
    await dialog.getByRole('button', { name: 'Move' }).click()
    await page.getByText('Payment moved').waitFor()
    const creditOf = async () =>
      (await office.w.call('GET', `/business/customer/details/${body.data._id}`)).body.data.credit
    expect(await creditOf()).toBe(300)
    await page.getByRole('button', { name: 'Reverse' }).click()
    await dialog.getByLabel('Why').fill('Sent by mistake')
    await dialog.getByRole('button', { name: 'Reverse' }).click()
    await page.getByRole('alert').filter({ hasText: 'Reversed' }).waitFor()
    expect(await creditOf()).toBe(0)
  }))

test('a Paybill shows how it is connected, and asks a phone for a shilling', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    await office.goto(page, '/mpesa', 'M-PESA')
    const paybill = page.getByRole('region', { name: '600984' })
    await paybill.getByText('Connected').waitFor()
    await paybill.getByRole('button', { name: 'Try a payment of one shilling' }).click()
    await page.getByLabel('Phone').fill('0712 345 678')
    await page.getByRole('button', { name: 'Ask the phone' }).click()
    await paybill.getByText('The phone was asked; nobody has answered yet.').waitFor()
  }))
