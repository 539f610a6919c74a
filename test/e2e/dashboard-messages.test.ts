import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openOffice, violations, type Office } from './office.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.end())

const widerThanPage = (page: Page) =>
  page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - innerWidth)')
const settings = async () => (await office.w.call('GET', '/business/settings/details')).body.data
const lastMessage = async () => (await office.w.call('GET', '/business/message/list?limit=1')).body.data[0]

test('what goes out by itself is decided and seen again; a cashier may look, and is told why not more', async () => {
  await office.onPage({ as: 'owner' }, async (page) => {
    await office.goto(page, '/messages', 'Messages')
    await page.getByText('Bill Manager sends SMS of its own').waitFor()
    await page.getByText('This server has no mail server').waitFor()
    await page.getByText('Nothing goes out by itself.').waitFor()
    await page.getByLabel('Reminder by SMS').check()
    await page.getByLabel('Receipt by e-mail').check()
    await page.getByText('14 days before', { exact: true }).click()
    await page.getByText('7 days after', { exact: true }).click()
    await page.getByLabel('Other days').fill('21')
    await page.getByText('after', { exact: true }).click()
    await page.getByLabel('Other days').press('Enter')
    await page.getByLabel('Nobody is disturbed from').fill('21:30')
    await page.getByLabel('Sender of SMS').fill('MWANGAZA')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Settings saved').waitFor()
    expect(await settings()).toMatchObject({
      invoicechannels: [],
      reminderchannels: ['sms'],
      receiptchannels: ['email'],
      reminderdays: [-14, -3, 0, 21],
      quietfrom: '21:30',
      quietuntil: '08:00',
      smssender: 'MWANGAZA',
    })
    await page.reload()
    expect(await page.getByLabel('Receipt by e-mail').isChecked()).toBe(true)
    expect(await page.getByRole('checkbox', { name: '21 days after' }).isChecked()).toBe(true)
  })
  await office.w.call('PATCH', '/business/settings/update', { smssender: null, receiptchannels: [] })
  await office.onPage({ as: 'cashier' }, async (page) => {
    await office.goto(page, '/messages', 'Messages')
    await page.getByText('Only an owner may do this').waitFor()
    for (const name of ['Reminder by SMS', 'On the day']) expect(await page.getByLabel(name).isDisabled()).toBe(true)
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
  })
})

test('a text is written with what is put in, read and counted as it goes, saved, and given back', async () => {
  await office.onPage({ as: 'owner' }, async (page) => {
    await office.goto(page, '/messages/texts', 'Texts of messages')
    const text = page.getByLabel('Text', { exact: true })
    const reading = page.getByRole('region', { name: 'How it reads' })
    await text.fill('Please pay, ')
    await page.getByRole('button', { name: 'Name of the customer' }).click()
    await page.keyboard.type('.')
    expect(await text.inputValue()).toBe('Please pay, {customer}.')
    await reading.getByText('Please pay, Amina Otieno.').waitFor()
    await reading.getByText('25 characters: one SMS, with room for 135 more').waitFor()
    await page.keyboard.type(' ŵ')
    await reading.getByText('With ŵ an SMS holds 70 characters instead of 160').waitFor()
    await text.fill('Pay {balanse}')
    await reading.getByText('{balanse} is no placeholder of these messages').waitFor()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('alert').filter({ hasText: '{balanse} is no placeholder' }).nth(1).waitFor()
    // What is written stays while one looks at another text.
    const language = page.getByRole('radiogroup', { name: 'Language' })
    await language.getByText('Kiswahili').click()
    await page.getByText('Our text', { exact: true }).waitFor()
    await language.getByText('English').click()
    await page.getByText('Not saved yet').waitFor()
    await text.fill('{customer}, {amount} is {due}.')
    // Nor is it thrown away by a press on a link.
    const asked = new Promise<string>((resolve) =>
      page.once('dialog', (question) => {
        resolve(question.message())
        void question.dismiss()
      }),
    )
    await page.getByRole('link', { name: 'Log' }).click()
    expect(await asked).toBe('What you wrote is not saved. Leave it?')
    expect(await text.inputValue()).toBe('{customer}, {amount} is {due}.')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Your text', { exact: true }).waitFor()
    const own = async () =>
      (await office.w.call('GET', '/business/message/templates')).body.data.filter(({ own }: { own: boolean }) => own)
    expect(await own()).toMatchObject([{ _id: 'reminder.sms.en', text: '{customer}, {amount} is {due}.' }])
    await page.getByRole('button', { name: 'Back to ours' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Back to ours' }).click()
    await page.getByText('Our text', { exact: true }).waitFor()
    expect(await own()).toEqual([])
  })
  await office.onPage({ as: 'cashier' }, async (page) => {
    await office.goto(page, '/messages/texts', 'Texts of messages')
    await page.getByText('Your role may not change this').waitFor()
    expect(await page.getByLabel('Text', { exact: true }).getAttribute('readonly')).not.toBeNull()
  })
})

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
  const id = await office.bill('Uniform')
  await w.call('POST', '/business/message/send', { invoiceid: id, purpose: 'reminder', channels: ['sms'] })
  await w.work()
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

/** What may differ on a phone and in the dark from what was found on a desktop. */
const byWidthAndColour = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'button-name']

test.each([
  ['desktop', {}, []],
  ['phone, in the dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const }, byWidthAndColour],
])('nothing about messages stands in the way, and nothing is wider than the page: %s', (_, options, rules) =>
  office.onPage({ as: 'owner', ...options }, async (page) => {
    const look = async (name: string) =>
      expect([name, await violations(page, rules), await widerThanPage(page)]).toEqual([name, [], 0])
    for (const [path, heading] of [
      ['/messages', 'Messages'],
      ['/messages/texts?channel=email&purpose=receipt&language=sw', 'Texts of messages'],
      [`/messages/log?status=sent&customerid=${office.w.customer.id}`, 'Log of messages'],
    ] as const) {
      await office.goto(page, path, heading)
      await page.getByRole('main').locator('[aria-busy]').waitFor({ state: 'detached' })
      await look(path)
    }
    await office.goto(page, '/messages/log?status=maybe_sent', 'Log of messages')
    await page.getByRole('button', { name: 'Reminder by SMS' }).first().click()
    await page.getByRole('dialog').getByText('Asked for').waitFor()
    await look('a message')
    const id = await office.bill('Piano')
    await office.goto(page, `/invoices/${id}`, 'Piano')
    await page.getByRole('button', { name: 'Send or remind' }).click()
    await page
      .getByRole('dialog')
      .getByText('Habari', { exact: false })
      .or(page.getByText(/^Dear Amina/))
      .first()
      .waitFor()
    await look('what is sent')
  }),
)
