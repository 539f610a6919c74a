import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openOffice, violations, type Office } from './office.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })

let office: Office
let otieno: { _id: string; accounts: [{ _id: string; accountno: string }] }
beforeAll(async () => {
  office = await openOffice()
  const { body } = await office.w.call('POST', '/business/customer/create', {
    name: 'Otieno Ouma',
    email: 'otieno@example.test',
    phone: '0733111222',
    country: 'Kenya',
    currency: 'KES',
  })
  otieno = body.data
})
afterAll(() => office.end())

const spoken = (number: string) => `${number.slice(0, 3)} ${number.slice(3)}`
const customer = async (id: string) => (await office.w.call('GET', `/business/customer/details/${id}`)).body.data
const linkMade = async (fields: object) =>
  (await office.w.call('POST', '/business/payment-link/create', { amount: 500, ...fields })).body.data

test('a customer is changed in what was changed only, and the list and his history show it', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    const dialog = page.getByRole('dialog')
    await office.goto(page, `/customers/${otieno._id}`, 'Otieno Ouma')
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    await dialog.getByLabel('Phone').fill('0722 333 444')
    await dialog.getByLabel('Company').fill('Ouma Hardware')
    await dialog.getByLabel('Messages by SMS').selectOption('Only receipts')
    await dialog.getByLabel('Language').selectOption('Kiswahili')
    // A colleague changes something else while the dialog is open.
    await office.w.call('PATCH', `/business/customer/update/${otieno._id}`, { city: 'Kisumu' })
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Customer changed').waitFor()
    await page.getByRole('link', { name: '0722 333 444' }).waitFor()
    expect(await customer(otieno._id)).toMatchObject({
      phone: '0722 333 444',
      company: 'Ouma Hardware',
      city: 'Kisumu',
      sms: 'receipts',
      emails: 'all',
      language: 'sw',
    })
    await page.getByText('History', { exact: true }).click()
    const line = page.getByRole('row', { name: /user owner@school\.example/ })
    await line.getByText('Phone: 0733111222 → 0722 333 444').waitFor()
    expect(await line.getByText('Town').count()).toBe(0)
    await page.getByRole('link', { name: 'Customers' }).last().click()
    await page.getByRole('searchbox', { name: 'Search customers' }).fill('ouma hardware')
    await page.getByRole('row', { name: /Otieno Ouma.*0722 333 444/ }).waitFor()
  }))

test('what the API refuses stands at its field, and nothing is lost', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    const dialog = page.getByRole('dialog')
    await office.goto(page, '/customers', 'Customers')
    await page.getByRole('button', { name: 'New customer' }).click()
    await dialog.getByLabel('Name').fill('Achieng Atieno')
    await dialog.getByLabel('Phone').fill('call me')
    await dialog.getByRole('textbox', { name: 'E-mail' }).fill('achieng@example.test')
    await dialog.getByRole('button', { name: 'Add' }).click()
    await dialog.getByRole('alert').waitFor()
    expect(await dialog.getByLabel('Phone').getAttribute('aria-invalid')).toBe('true')
    await dialog.getByLabel('Phone').fill('0711 222 333')
    await dialog.getByRole('button', { name: 'Add' }).click()
    await page.getByRole('row', { name: /Achieng Atieno.*0711 222 333/ }).waitFor()
  }))

test('an account is opened for a customer, billed and paid; its statement is shown for a span of days and kept as a file', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    const dialog = page.getByRole('dialog')
    await office.goto(page, '/accounts', 'Accounts')
    await page.getByRole('button', { name: 'New account' }).click()
    await dialog.getByRole('combobox', { name: 'Customer' }).fill('Otieno')
    await page.getByRole('option', { name: /Otieno Ouma/ }).click()
    await dialog.getByLabel('What it is for').fill('Room 7')
    await dialog.getByRole('button', { name: 'Open the account' }).click()
    await page.getByRole('heading', { name: /^Account [A-Z\d]{3} [A-Z\d]{4}$/ }).waitFor()
    const accountid = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const { accountno } = (await office.w.call('GET', `/business/account/details/${accountid}`)).body.data
    await office.w.call('POST', '/business/invoice/create', {
      customerid: otieno._id,
      accountid,
      items: [{ itemid: office.w.products[1], quantity: 1, rate: 1_234.5 }],
      title: 'Rent',
      duedate: '2031-04-15',
    })
    await office.payByPaybill({ account: accountno, amount: 234 })
    // Seen without a reload.
    await page.getByRole('row', { name: /Rent.*KES 1,000\.50 of KES 1,234\.50/ }).waitFor()
    await page.getByText('Payments', { exact: true }).last().click()
    await page.getByRole('row', { name: /KES 234/ }).waitFor()
    await page.getByRole('region', { name: 'Has paid from' }).getByRole('link', { name: '0712 345 678' }).waitFor()
    await page.getByText('Statement', { exact: true }).click()
    const statement = page.getByRole('table', { name: 'Statement' })
    await statement.getByRole('row', { name: /Owed at the end.*KES 1,000\.50/ }).waitFor()
    await page.getByLabel('To day').fill('2031-02-01')
    await statement.getByRole('row', { name: /1 Feb 2031.*Owed at the end.*KES 0/ }).waitFor()
    const file = await page.getByRole('link', { name: 'Statement (PDF)' }).getAttribute('href')
    expect(file).toContain('to=2031-02-01')
    const pdf = await page.request.get(office.w.ctx.publicUrl + file)
    expect([pdf.status(), (await pdf.body()).subarray(0, 4).toString()]).toEqual([200, '%PDF'])
    await page.getByRole('button', { name: 'Rename' }).click()
    await dialog.getByLabel('What it is for').fill('Room 8')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('row', { name: 'What it is for Room 8' }).waitFor()
    await page.keyboard.press('/')
    await page.getByRole('searchbox', { name: 'Search everything' }).fill('room 8')
    await page
      .getByRole('region', { name: 'Accounts' })
      .getByRole('link', { name: /Room 8.*Otieno Ouma/ })
      .waitFor()
  }))

test('credit pays an invoice in part, and the rest is given back', () =>
  office.onPage({ as: 'cashier' }, async (page) => {
    const [{ _id, accountno }] = otieno.accounts
    const dialog = page.getByRole('dialog')
    const pay = page.getByRole('button', { name: 'Pay from credit' })
    const refund = page.getByRole('button', { name: 'Give credit back' })
    await office.goto(page, `/accounts/${_id}`, `Account ${spoken(accountno)}`)
    expect([await pay.isDisabled(), await refund.isDisabled()]).toEqual([true, true])
    await refund.locator('..').hover()
    await page.getByText('It has no credit').waitFor()
    await office.w.call('PATCH', '/business/settings/update', { creditpaysinvoices: false })
    await office.payByPaybill({ account: accountno, amount: 500 })
    await office.w.call('POST', '/business/invoice/create', {
      customerid: otieno._id,
      items: [{ itemid: office.w.products[1], quantity: 1, rate: 400 }],
      title: 'Lunch',
      duedate: '2031-04-15',
    })
    await page.getByRole('row', { name: /Lunch/ }).waitFor()
    await pay.click()
    await dialog.getByLabel('Amount (KES)').fill('150')
    await dialog.getByRole('button', { name: 'Pay from credit' }).click()
    await page.getByRole('row', { name: /Lunch.*KES 250 of KES 400/ }).waitFor()
    await refund.click()
    expect(await dialog.getByLabel('Amount (KES)').inputValue()).toBe('350')
    await dialog.getByLabel('Amount (KES)').fill('350.50')
    await dialog.getByLabel('How it was given back').fill('Cash')
    await dialog.getByLabel('Why').fill('He moves away')
    await dialog.getByRole('button', { name: 'Give credit back' }).click()
    await dialog.getByRole('alert').waitFor()
    await dialog.getByLabel('Amount (KES)').fill('350')
    await dialog.getByRole('button', { name: 'Give credit back' }).click()
    await page.getByRole('row', { name: 'Credit KES 0' }).waitFor()
    expect(await customer(otieno._id)).toMatchObject({ credit: 0, balance: 1_250.5 })
    await page.getByText('History', { exact: true }).click()
    await page.getByText('Credit: KES 350 → KES 0').waitFor()
    await page.getByText('He moves away').waitFor()
  }))

test('a payment link is made, paid, ends and is revoked: then nobody finds its page', async () => {
  await office.onPage({ as: 'owner' }, async (page) => {
    const dialog = page.getByRole('dialog')
    await office.goto(page, '/links', 'Payment links')
    await page.getByRole('button', { name: 'New payment link' }).click()
    await dialog.getByLabel('What is paid').fill('Trip to Mombasa')
    await dialog.getByLabel('Amount (KES)').fill('2500.50')
    await dialog.getByLabel('Last day').fill('2031-12-24')
    await dialog.getByRole('button', { name: 'Make the link' }).click()
    await page.getByRole('heading', { name: 'Trip to Mombasa' }).waitFor()
    await page.getByRole('row', { name: 'Last day 24 Dec 2031' }).waitFor()
    const address = (await page.getByLabel('Address of the pay page', { exact: true }).textContent()) ?? ''
    const qr = await page.getByRole('img', { name: 'QR code of the pay page' }).getAttribute('src')
    expect((await page.request.get(office.w.ctx.publicUrl + qr)).headers()['content-type']).toBe('image/png')
    const [{ accountno }] = (await office.w.call('GET', '/business/payment-link/list?search=Trip')).body.data
    await office.payByPaybill({ account: accountno, amount: 1_000 })
    await page.getByRole('row', { name: /KES 1,000/ }).waitFor()

    await office.onPage({}, async (nobody) => {
      await nobody.goto(address)
      await nobody.getByText('Trip to Mombasa').first().waitFor()
    })
    await page.getByRole('button', { name: 'Switch off' }).click()
    await dialog.getByRole('button', { name: 'Switch off' }).click()
    await page.getByText('It is switched off: its page is not to be found.').waitFor()
    expect(await page.getByRole('link', { name: 'Open the pay page' }).count()).toBe(0)
    await office.onPage({}, async (nobody) => {
      expect((await nobody.goto(address))?.status()).toBe(404)
      expect(await nobody.getByText('Trip to Mombasa').count()).toBe(0)
    })
    await page.getByRole('button', { name: 'Switch on' }).click()
    await dialog.getByRole('button', { name: 'Switch on' }).click()
    await page.getByRole('link', { name: 'Open the pay page' }).waitFor()
    await page.getByRole('button', { name: 'New address' }).click()
    await dialog.getByLabel('Why').fill('Posted in the wrong group')
    await dialog.getByRole('button', { name: 'New address' }).click()
    await page.getByText('Payment link given a new address').waitFor()
    await page.getByText(address).waitFor({ state: 'detached' })
    const renewed = (await page.getByLabel('Address of the pay page', { exact: true }).textContent()) ?? ''
    await office.onPage({}, async (nobody) => {
      expect((await nobody.goto(address))?.status()).toBe(404)
      expect((await nobody.goto(renewed))?.status()).toBe(200)
    })
    await page.getByText('History', { exact: true }).click()
    await page.getByText('Posted in the wrong group').waitFor()
    await page.getByRole('link', { name: 'Payment links' }).click()
    await page.getByText('Of invoices', { exact: true }).click()
    await page
      .getByRole('row', { name: /Rent|Lunch/ })
      .first()
      .waitFor()
    expect(await page.getByRole('row', { name: /Trip to Mombasa/ }).count()).toBe(0)
  })
})

test('a cashier may look, and is told why not more', () =>
  office.onPage({ as: 'cashier' }, async (page) => {
    const link = await linkMade({ title: 'Harambee' })
    for (const [path, heading, buttons] of [
      [`/customers/${otieno._id}`, 'Otieno Ouma', ['Change', 'New account', 'New invoice']],
      ['/accounts', 'Accounts', ['New account']],
      [`/accounts/${otieno.accounts[0]._id}`, /^Account/, ['Rename', 'New invoice']],
      ['/links', 'Payment links', ['New payment link']],
      [`/links/${link._id}`, 'Harambee', ['Change', 'New address', 'Switch off']],
    ] as const) {
      await office.goto(page, path, heading)
      for (const name of buttons) {
        const button = page.getByRole('button', { name, exact: true })
        await button.waitFor()
        expect([name, await button.isDisabled()]).toEqual([name, true])
      }
      await page.getByRole('button', { name: buttons[0], exact: true }).locator('..').hover()
      await page.getByText('Your role may not change this').waitFor()
    }
  }))

/** What may differ on a phone and in the dark from what was found on a desktop. */
const byWidthAndColour = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'button-name']

test.each([
  ['desktop', {}, []],
  ['phone, in the dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const }, byWidthAndColour],
])('nothing stands in the way, and nothing is wider than the page: %s', (_, options, rules) =>
  office.onPage({ as: 'owner', ...options }, async (page) => {
    const link = await linkMade({ title: 'Mchango'.repeat(28) })
    for (const [path, heading] of [
      ['/customers', 'Customers'],
      [`/customers/${otieno._id}`, 'Otieno Ouma'],
      [`/customers/${otieno._id}?view=statement`, 'Otieno Ouma'],
      ['/accounts', 'Accounts'],
      [`/accounts/${otieno.accounts[0]._id}?view=history`, /^Account/],
      ['/links', 'Payment links'],
      [`/links/${link._id}`, /^Mchango/],
      [`/payments?customerid=${otieno._id}`, 'Payments'],
    ] as const) {
      await office.goto(page, path, heading)
      await page.getByRole('main').locator('[aria-busy]').waitFor({ state: 'detached' })
      await page.getByRole('table').last().waitFor()
      const wider = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
      expect([path, await violations(page, rules), Math.max(0, wider)]).toEqual([path, [], 0])
    }
    await page.getByRole('button', { name: 'Only of Otieno Ouma: show all' }).click()
    await page.getByRole('button', { name: /^Only of/ }).waitFor({ state: 'detached' })
  }),
)
