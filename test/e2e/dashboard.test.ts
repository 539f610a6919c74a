import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { byWidthAndColour, openOffice, password, violations, type Office } from './office.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.end())

test('who is not signed in is asked to, told when it is wrong, and taken to where they wanted', () =>
  office.onPage({}, async (page) => {
    const { publicUrl } = office.w.ctx
    await page.goto(`${publicUrl}/customers`)
    await page.getByLabel('E-mail').fill('owner@school.example')
    const passwordBox = page.getByLabel(/^Password/).first()
    await passwordBox.fill('not it at all')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('E-mail or password is wrong').waitFor()
    await passwordBox.fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Customers' }).waitFor()
    await page.getByRole('button', { name: /The owner/ }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    await page.goto(`${publicUrl}/invoices`)
    await page.getByLabel('E-mail').waitFor()
  }))

test('a bill is written with its total counted, sent, paid on the phone, and the page sees it without a reload', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    await office.goto(page, '/invoices/new', 'New invoice')
    await page.getByRole('combobox', { name: 'Customer' }).click()
    await page.getByRole('option', { name: /Amina Otieno/ }).click()
    await page.getByLabel('Title').fill('Term two')
    await page.getByLabel('Due date').fill('2031-05-01')
    await page.getByRole('combobox', { name: 'Item 1' }).click()
    await page.getByRole('option', { name: 'Hosting (Annual)' }).click()
    await page.getByLabel('Quantity 1').fill('2')
    await page.getByLabel('Discount', { exact: true }).fill('10')
    await page.getByRole('status', { name: 'Total' }).getByText('KES 21,600').waitFor()
    await page.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('heading', { name: /^INV-2031-/ }).waitFor()
    expect(await page.getByText('Unpaid').count()).toBe(1)
    const id = page.url().split('/').at(-1) ?? ''
    const { body } = await office.w.call('GET', `/business/invoice/details/${id}`)
    expect(body.data).toMatchObject({ title: 'Term two', total: 21_600 })
    await office.payByPaybill({ account: body.data.accountno, amount: 21_600 })
    await page.getByText('Paid KES 21,600').waitFor()
  }))

test('money that nobody claimed is given to whom it belongs, and back', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    await office.bill('Fees')
    const stranger = '254722000111'
    office.w.simulator.addPhone({ msisdn: stranger, name: 'Baraka Mwangi', balance: 5_000, pin: '1234' })
    await office.payByPaybill({ phone: stranger, account: 'AMINA OTIENO', amount: 700 })
    await office.goto(page, '/unmatched', 'Unmatched money')
    await page.getByText('Typed “AMINA OTIENO”').waitFor()
    await page.getByRole('button', { name: 'It is theirs' }).first().click()
    await page.getByText('Nothing waits.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Typed “AMINA OTIENO”').waitFor()
    // And given again, by a key and by name.
    await page.keyboard.press('1')
    await page.getByText('Nothing waits.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('combobox', { name: 'Somebody else' }).fill('0712 345 678')
    await page.getByRole('option', { name: /Amina Otieno/ }).click()
    await page.getByRole('button', { name: 'Give it to them' }).click()
    await page.getByText('Nothing waits.').waitFor()
  }))

test('a cashier records cash, and is told why not to cancel', () =>
  office.onPage({ as: 'cashier' }, async (page) => {
    const id = await office.bill('Uniform')
    await office.goto(page, `/invoices/${id}`, 'Uniform')
    expect(await page.getByRole('button', { name: 'Cancel invoice' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Cancel invoice' }).locator('..').hover()
    await page.getByText('Your role may not change this').waitFor()
    await page.getByRole('button', { name: 'Record payment' }).click()
    await page.getByLabel(/^Amount/).fill('2000')
    await page.getByLabel('How it came').fill('Cash')
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByText('Partially paid').waitFor()
    const { body } = await office.w.call('GET', `/business/invoice/${id}/payment/list`)
    expect(body.data).toMatchObject([{ amount: 2_000, method: 'Cash' }])
    await office.goto(page, '/invoices', 'Invoices')
    expect(await page.getByRole('link', { name: 'New invoice' }).count()).toBe(0)
  }))

test.each([
  ['desktop', {}, []],
  ['phone, in the dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const }, byWidthAndColour],
])(
  'nothing stands in the way of a screen reader or a keyboard, and nothing is wider than the page: %s',
  (_, options, rules) =>
    office.onPage({ as: 'owner', ...options }, async (page) => {
      const id = await office.bill('Lunch')
      await office.payByPaybill({ account: office.w.customer.accountno, amount: 10 })
      const paid = await office.w.call('GET', '/business/transaction/list?limit=1')
      const hook = await office.w.call('POST', '/business/webhook/create', { url: 'http://127.0.0.1:9/hook' })
      for (const [path, heading] of [
        ['/', 'Overview'],
        ['/invoices', 'Invoices'],
        ['/invoices/new', 'New invoice'],
        [`/invoices/${id}`, 'Lunch'],
        ['/customers', 'Customers'],
        [`/customers/${office.w.customer.id}`, 'Amina Otieno'],
        ['/payments', 'Payments'],
        [`/payments/${paid.body.data[0]._id}`, 'KES 10'],
        ['/unmatched', 'Unmatched money'],
        ['/settings', 'Settings'],
        ['/users', 'Users'],
        ['/keys', 'API keys'],
        ['/webhooks', 'Webhooks'],
        [`/webhooks/${hook.body.data._id}`, '127.0.0.1:9'],
        ['/me', 'Your account'],
        ['/products', 'Products'],
        ['/taxes', 'Taxes'],
        ['/reports', 'Reports'],
        ['/closes', 'Daily closes'],
        ['/audit', 'Audit trail'],
        ['/mpesa', 'M-PESA'],
        ['/imports', 'Import'],
      ] as const) {
        await office.goto(page, path, heading)
        await page.getByRole('main').locator('[aria-busy]').waitFor({ state: 'detached' })
        const wider = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
        expect([path, await violations(page, rules), Math.max(0, wider)]).toEqual([path, [], 0])
      }
    }),
)

test('one gets to every noun at every width', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    await office.goto(page, '/', 'Overview')
    for (const width of [390, 767, 768, 1440]) {
      await page.setViewportSize({ width, height: 800 })
      const noun = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Reports' })
      if (width < 768) await page.getByRole('button', { name: 'Menu' }).click()
      await noun.click()
      await page.getByRole('heading', { name: 'Trial balance' }).waitFor()
    }
  }))

test('the door has nothing in the way either', () =>
  office.onPage({ viewport: { width: 390, height: 844 } }, async (page) => {
    await page.goto(`${office.w.ctx.publicUrl}/sign-in`)
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    expect(await violations(page)).toEqual([])
  }))
