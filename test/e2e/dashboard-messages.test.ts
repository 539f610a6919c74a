import type { Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openOffice, violations, widerThanPage, type Office } from './office.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.end())

const settings = async () => (await office.w.call('GET', '/business/settings/details')).body.data

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
    // An answer that comes late is not shown in place of a later one.
    const held = Promise.withResolvers<void>()
    const isSlow = (request: Request) => request.postData()?.includes('Slow') ?? false
    await page.route('**/business/message/preview', async (route) => {
      if (isSlow(route.request())) await held.promise
      await route.continue()
    })
    const slow = page.waitForRequest(isSlow)
    await text.fill('Slow {customer}')
    await slow
    await text.fill('Quick {customer}')
    await reading.getByText('Quick Amina Otieno').waitFor()
    const late = page.waitForResponse((response) => isSlow(response.request()))
    held.resolve()
    await late
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))')
    expect(await reading.getByText('Amina Otieno').allTextContents()).toEqual(['Quick Amina Otieno'])
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

/** What may differ on a phone and in the dark from what was found on a desktop. */
const byWidthAndColour = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'button-name']

test.each([
  ['desktop', {}, []],
  ['phone, in the dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const }, byWidthAndColour],
])('nothing about messages stands in the way, and nothing is wider than the page: %s', (_, options, rules) =>
  office.onPage({ as: 'owner', ...options }, async (page) => {
    const look = async (name: string) =>
      expect([name, await violations(page, rules), await widerThanPage(page)]).toEqual([name, [], 0])
    const id = await office.remind('Piano', { kind: 'unknown', problem: 'The gateway did not answer' })
    for (const [path, heading] of [
      ['/messages', 'Messages'],
      ['/messages/texts?channel=email&purpose=receipt&language=sw', 'Texts of messages'],
      [`/messages/log?status=maybe_sent&customerid=${office.w.customer.id}`, 'Log of messages'],
    ] as const) {
      await office.goto(page, path, heading)
      await page.getByRole('main').locator('[aria-busy]').waitFor({ state: 'detached' })
      await look(path)
    }
    await page.getByRole('button', { name: 'Reminder by SMS' }).first().click()
    await page.getByRole('dialog').getByText('Asked for').waitFor()
    await look('a message')
    await office.goto(page, `/invoices/${id}`, 'Piano')
    await page.getByRole('region', { name: 'Messages' }).getByText('Perhaps sent').waitFor()
    await look('messages about an invoice')
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
