import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openOffice, violations, widerThanPage, type Office } from './office.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.end())

const lastMessage = async () => (await office.w.call('GET', '/business/message/list?limit=1')).body.data[0]

test('an invoice is reminded of from its page: what goes where is seen first, and what became of it after', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    const id = await office.bill('Boarding')
    await office.goto(page, `/invoices/${id}`, 'Boarding')
    const card = page.getByRole('region', { name: 'Messages' })
    await card.getByText('What the customer is told about this invoice appears here.').waitFor()
    await card.getByRole('button', { name: 'Send or remind' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Reminder', { exact: true }).click()
    await dialog.getByText(/^Reminder from Mwangaza Academy: KES 12,000 for Boarding/).waitFor()
    await dialog.getByLabel('E-mail to amina@example.test').uncheck()
    expect(await dialog.getByLabel('SMS to 0712 345 678').isChecked()).toBe(true)
    await dialog.getByRole('button', { name: 'Send' }).dblclick()
    await card.getByText('Waits', { exact: true }).waitFor()
    expect((await office.w.call('GET', `/business/invoice/${id}/message/list`)).body.data).toHaveLength(1)
    await office.w.work()
    await card.getByText('The SMS gateway took it on').waitFor()
    await card.getByRole('button', { name: 'Reminder by SMS' }).click()
    await dialog.getByText(/^Reminder from Mwangaza Academy: KES 12,000 for Boarding/).waitFor()
    await dialog.getByRole('button', { name: 'Send again' }).click()
    const asked = page.getByRole('dialog', { name: 'Send again' })
    await asked.getByRole('button', { name: 'Send again' }).click()
    await asked.getByText('Such a message is being sent, or went a moment ago').waitFor()
  }))

test('many are reminded of at once, each or not, and the log says of each what became of it', async () => {
  const { w } = office
  const other = await w.call('POST', '/business/customer/create', {
    name: 'Otieno Ouma',
    email: 'otieno@example.test',
    phone: '+254722000222',
    country: 'Kenya',
    currency: 'KES',
    emails: 'none',
    sms: 'none',
  })
  const items = [{ itemid: w.products[1], quantity: 1, rate: 100 }]
  const bill = { customerid: other.body.data._id, items, title: 'Trip', duedate: '2031-04-15' }
  const { invoiceno: unwanted } = (await w.call('POST', '/business/invoice/create', bill)).body.data
  const lost = (await w.call('GET', `/business/invoice/details/${await office.bill('Lunch')}`)).body.data.invoiceno
  await office.onPage({ as: 'owner' }, async (page) => {
    await office.goto(page, '/invoices', 'Invoices')
    for (const number of [unwanted, lost]) await page.getByLabel(`Choose ${number}`).check()
    const chosen = page.getByRole('region', { name: 'What is chosen' })
    await chosen.getByRole('button', { name: 'Remind (2)' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remind' }).click()
    await chosen
      .getByRole('alert')
      .getByText(new RegExp(`^1 done, 1 refused: ${unwanted}: .*The customer does not want this`))
      .waitFor()
    expect(await lastMessage()).toMatchObject({ purpose: 'reminder', invoiceno: lost, byhand: true })
    const { sms } = w.ctx
    w.ctx.sms = async () => ({ kind: 'unknown', problem: 'The gateway did not answer' })
    await w.work()
    w.ctx.sms = sms
    await office.goto(page, `/messages/log?channel=sms&customerid=${w.customer.id}`, 'Log of messages')
    const row = page.getByRole('row', { name: new RegExp(lost) })
    await row.getByText('nobody knows whether it came').waitFor()
    const fate = page.getByRole('combobox', { name: 'What became of it' })
    await fate.selectOption('Handed over')
    await row.waitFor({ state: 'detached' })
    expect(new URL(page.url()).searchParams.get('status')).toBe('sent')
    await fate.selectOption('Perhaps sent')
    await row.getByRole('button', { name: 'Reminder by SMS' }).click()
    await page.getByRole('dialog').getByText('Ask the customer whether it came, or send it again.').waitFor()
    await page.getByRole('dialog').getByText('The gateway did not answer').waitFor()
  })
  await office.onPage({ as: 'cashier' }, async (page) => {
    await office.goto(page, '/invoices', 'Invoices')
    await page.getByLabel(`Choose ${lost}`).check()
    const button = page.getByRole('button', { name: 'Remind (1)' })
    expect(await button.isDisabled()).toBe(true)
    await button.locator('..').hover()
    await page.getByText('Your role may not change this').waitFor()
  })
})

test('a customer chooses which messages he gets, in his language, on any screen', async () => {
  const { w } = office
  const id = await office.remind('Uniform')
  const [, path = ''] = /(\/m\/\w+)/.exec((await lastMessage()).text) ?? []
  for (const [width, colorScheme, lang, heading] of [
    [320, 'dark', 'sw', /Ungependa kupata ujumbe gani/],
    [390, 'light', 'en', /Which messages do you want/],
    [1440, 'dark', 'en', /Which messages do you want/],
  ] as const) {
    await office.onPage({ viewport: { width, height: 800 }, colorScheme }, async (page) => {
      await office.goto(page, `${path}?lang=${lang}&saved`, heading)
      expect([width, await violations(page), await widerThanPage(page)]).toEqual([width, [], 0])
    })
  }
  await office.onPage({ javaScriptEnabled: false }, async (page) => {
    await office.goto(page, path, /Which messages/)
    await page.getByRole('group', { name: 'By SMS' }).getByLabel('Only receipts').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('status').getByText('Saved.').waitFor()
  })
  const { body } = await w.call('GET', `/business/customer/details/${w.customer.id}`)
  expect(body.data).toMatchObject({ emails: 'all', sms: 'receipts' })
  await office.onPage({ as: 'owner' }, async (page) => {
    await office.goto(page, `/invoices/${id}`, 'Uniform')
    await page.getByRole('button', { name: 'Send or remind' }).click()
    await page.getByRole('dialog').getByText('The customer does not want this').waitFor()
    expect(await page.getByRole('dialog').getByRole('checkbox', { name: 'SMS' }).isDisabled()).toBe(true)
  })
})
