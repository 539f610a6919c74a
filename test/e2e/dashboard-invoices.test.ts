import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openOffice, violations, type Office } from './office.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.end())

const details = async (id: string) => (await office.w.call('GET', `/business/invoice/details/${id}`)).body.data
const idIn = (page: Page) => /invoices\/([0-9a-f]{24})/.exec(page.url())?.[1] ?? ''
const total = (page: Page, amount: string) =>
  page
    .getByRole('status', { name: 'Total' })
    .getByRole('row', { name: `Total ${amount}`, exact: true })
    .waitFor()
const choose = async (page: Page, box: string, option: string | RegExp) => {
  await page.getByRole('combobox', { name: box }).click()
  await page.getByRole('option', { name: option }).click()
}

let draft = ''
test('a draft with two lines, a tax, a discount and instalments is written', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    await office.goto(page, '/invoices/new', 'New invoice')
    await choose(page, 'Customer', /Amina Otieno/)
    await choose(page, 'Item 1', 'Hosting (Annual)')
    await page.getByRole('button', { name: 'Another line' }).click()
    await choose(page, 'Item 2', 'Website Development')
    await page.getByLabel('Rate 2').fill('8000')
    await page.getByRole('combobox', { name: 'Tax' }).selectOption({ label: 'VAT (16 %)' })
    await page.getByLabel('Discount', { exact: true }).fill('50')
    await total(page, 'KES 11,600')
    await page.getByLabel('Due date').fill('2031-03-10')
    await page.getByLabel('To be paid in instalments').check()
    await page.getByText('They add up to KES 11,600').waitFor()
    expect(await page.getByLabel('Day of part 3').inputValue()).toBe('2031-05-10')
    expect(await page.getByLabel('Due date').inputValue()).toBe('2031-05-10')
    await page.getByLabel('Amount of part 1').fill('5000')
    await page.getByText('KES 1,133.34 is too much.').waitFor()
    await page.getByRole('button', { name: 'Put it right in the last part' }).click()
    await page.getByText('They add up to KES 11,600').waitFor()
    await page.getByLabel(/Keep it as a draft/).check()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('heading', { name: 'Draft invoice' }).first().waitFor()
    draft = idIn(page)
    expect(await details(draft)).toMatchObject({
      status: 'draft',
      total: 11_600,
      instalments: [{ amount: 5_000 }, { amount: 3_866.66 }, { amount: 2_733.34 }],
    })
  }))

test('of a customer with several accounts, the one that is chosen is billed', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    const { body } = await office.w.call('POST', '/business/account/create', {
      customerid: office.w.customer.id,
      name: 'Daughter, form two',
    })
    await office.goto(
      page,
      `/invoices/new?customerid=${office.w.customer.id}&accountid=${body.data._id}`,
      'New invoice',
    )
    const accounts = page.getByRole('combobox', { name: 'Account' })
    await accounts.waitFor()
    expect(await accounts.inputValue()).toBe(body.data._id)
    await choose(page, 'Item 1', 'Hosting (Annual)')
    await page.getByLabel('Due date').fill('2031-03-10')
    await page.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('heading', { name: /^INV-/ }).first().waitFor()
    expect((await details(idIn(page))).accountid).toBe(body.data._id)
  }))

test('it is edited, its instalments are split anew, and it is issued and paid in part', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    const id = draft
    await office.goto(page, `/invoices/${id}`, 'Draft invoice')
    await page.getByRole('link', { name: 'Edit', exact: true }).click()
    await page.getByLabel('Quantity 1').fill('2')
    await total(page, 'KES 18,560')
    await page.getByText('KES 6,960 is missing.').waitFor()
    await page.getByRole('button', { name: 'Split evenly' }).click()
    await page.getByLabel('Title').fill('The new website')
    await page.getByRole('button', { name: 'Take part 2 away' }).click()
    await page.getByRole('button', { name: 'Put it right in the last part' }).click()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('heading', { name: 'The new website' }).waitFor()
    expect(await details(id)).toMatchObject({
      total: 18_560,
      discounttype: 'percentage',
      discountvalue: 50,
      duedate: '2031-05-10T00:00:00Z',
      instalments: [{ amount: 6_186.66 }, { amount: 12_373.34 }],
    })
    await page.getByRole('button', { name: 'Issue' }).click()
    await page.getByRole('heading', { name: /^INV-2031-/ }).waitFor()
    const parts = page.getByRole('table', { name: 'Instalments' })
    await office.payByPaybill({ account: (await details(id)).accountno, amount: 7_000 })
    await parts.getByRole('row', { name: /10 Mar 2031 Paid/ }).waitFor()
    await parts.getByRole('row', { name: /10 May 2031 Partially paid/ }).waitFor()
  }))

test('of an issued invoice what the payer has stays, and a stale tab is told', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    const id = await office.bill('Fees')
    const stale = await page.context().newPage()
    await office.goto(stale, `/invoices/${id}/edit`, /^Edit INV-/)
    await stale.getByText('It was issued, so customer, lines and tax stay').waitFor()
    expect(await stale.getByLabel('Quantity 1').isDisabled()).toBe(true)
    expect(await stale.getByRole('combobox', { name: 'Customer' }).isDisabled()).toBe(true)
    await stale.getByLabel('Title').fill('Mine')

    await office.w.advance('PT1M')
    await office.goto(page, `/invoices/${id}/edit`, /^Edit INV-/)
    await page.getByLabel('Title').fill('Fees and lunch')
    await page.getByLabel('Discount', { exact: true }).fill('10')
    await total(page, 'KES 10,800')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The total became KES 10,800').waitFor()

    await stale.getByRole('button', { name: 'Save' }).click()
    await stale.getByText('Invoice was changed meanwhile: nothing was saved.').waitFor()
    expect((await details(id)).title).toBe('Fees and lunch')
    await stale.getByText('It was changed meanwhile, here or by somebody else.').waitFor()
    await stale.getByRole('button', { name: 'Begin with what is there now' }).click()
    await stale.getByLabel('Title').and(stale.locator('[value="Fees and lunch"]')).waitFor()
    await stale.getByLabel('Title').fill('Fees, lunch and bus')
    await stale.getByRole('button', { name: 'Save' }).click()
    await stale.getByRole('heading', { name: 'Fees, lunch and bus' }).waitFor()
    await stale.close()
  }))

test('the timeline tells who has seen it, paid it and was thanked; another one like it is written', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    const id = await office.bill('Lab coat')
    await office.w.work()
    await office.goto(page, `/invoices/${id}`, 'Lab coat')
    await page.getByText('It is on the customer’s phone').waitFor()
    await page.getByText('Not opened yet').waitFor()
    const { paymentlink } = await details(id)
    await office.onPage({}, async (payer) => {
      await payer.goto(paymentlink.rawurl)
      await payer.getByRole('heading').first().waitFor()
    })
    await office.w.call('PATCH', `/business/invoice/update/${id}`, { description: 'For the laboratory' })
    const history = page.getByRole('region', { name: 'What happened' })
    await history.getByText('The pay page was opened').waitFor()
    await office.payByPaybill({ account: (await details(id)).invoiceno, amount: 12_000 })
    await history.getByText('M-PESA was told, and thanked the payer').waitFor()
    expect(await violations(page)).toEqual([])

    await page.getByRole('link', { name: 'Another like it' }).click()
    await total(page, 'KES 12,000')
    expect(await page.getByLabel('Title').inputValue()).toBe('Lab coat')
    expect(await page.getByLabel('Due date').inputValue()).toBe('')
    await page.getByLabel('Due date').fill('2031-06-01')
    await page.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('heading', { name: /^INV-2031-/ }).waitFor()
    expect(await details(idIn(page))).toMatchObject({ title: 'Lab coat', total: 12_000, balance: 12_000 })
  }))

test('credit of the account pays an open invoice', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    await office.w.call('PATCH', '/business/settings/update', { creditpaysinvoices: false })
    const { accountno } = await details(await office.bill('Overpaid'))
    await office.payByPaybill({ account: accountno, amount: 70_000 })
    const id = await office.bill('Sports')
    await office.goto(page, `/invoices/${id}`, 'Sports')
    await page.getByRole('button', { name: 'Pay from credit' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Pay from credit' }).click()
    await page.getByRole('region', { name: 'What happened' }).getByText('Paid KES 12,000').waitFor()
    expect((await details(id)).balance).toBe(0)
  }))

test('a business that comes from another system goes on with its numbers', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    await office.goto(page, '/settings', 'Settings')
    const numbers = page.getByRole('region', { name: 'Numbers of documents' })
    await numbers.getByLabel('How they are counted').selectOption({ label: 'On and on, without the year: INV-001' })
    await numbers.getByLabel('Next invoice').fill('1842')
    expect(await violations(page)).toEqual([])
    await numbers.getByRole('button', { name: 'Change the numbers' }).click()
    await numbers.getByText('INV-1842').waitFor()
    await office.goto(page, `/invoices/${await office.bill('The first here')}`, 'INV-1842')
    await page.keyboard.press('/')
    await page.getByRole('searchbox', { name: 'Search everything' }).fill('inv 1842')
    await page.getByRole('link', { name: /The first here/ }).waitFor()
  }))

test('a cashier may not write, and is told so', () =>
  office.onPage({ as: 'cashier' }, async (page) => {
    const id = await office.bill('Kept')
    await office.goto(page, `/invoices/${id}`, 'Kept')
    const edit = page.getByRole('button', { name: 'Edit', exact: true })
    expect(await edit.isDisabled()).toBe(true)
    await edit.locator('..').hover()
    await page.getByText('Your role may not change this').waitFor()
    await office.goto(page, `/invoices/${id}/edit`, /^Edit INV-/)
    await page.getByText('Your role may not change this').waitFor()
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
    await office.goto(page, '/settings', 'Settings')
    await page.getByRole('region', { name: 'Numbers of documents' }).getByText('Only an owner may do this').waitFor()
    expect(await page.getByRole('button', { name: 'Change the numbers' }).isDisabled()).toBe(true)
  }))
