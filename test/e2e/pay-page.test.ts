import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { world, type World } from '../world.ts'

let w: World
let browser: Browser
let made = 0

beforeAll(async () => {
  ;[w, browser] = await Promise.all([world(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await w.end()
})

async function newBill(): Promise<string> {
  const { body } = await w.call('POST', '/business/invoice/create', {
    customerid: w.customer.id,
    items: [
      { itemid: w.products[0], quantity: 1, rate: 150_000 },
      { itemid: w.products[1], quantity: 1, rate: 12_000 },
    ],
    title: 'Website Development Project',
    duedate: '2031-04-15',
    discount: 10,
    discounttype: 'percentage',
  })
  return body.data.paymentlink.rawurl
}

function newPhone(): string {
  const msisdn = `25472${String(3_000_000 + made++)}`
  w.simulator.addPhone({ msisdn, name: 'Baraka Mwangi', balance: 250_000, pin: '1234' })
  return msisdn
}

/** A page of its own, closed afterwards. Fails when the browser complains, say about the security policy. */
async function onPage(options: BrowserContextOptions, work: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-KE', ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  try {
    await work(page)
    expect(complaints).toEqual([])
  } finally {
    await context.close()
  }
}

async function answer(msisdn: string, with_: { pin: string } | { cancel: true }) {
  const prompt = w.simulator.phone(msisdn).prompts.find(({ state }) => state === 'waiting')
  await w.simulator.answerPrompt(msisdn, prompt?.id ?? 'none', with_)
  await w.simulator.settled()
  await w.work()
}

async function expectNoSidewaysScroll(page: Page) {
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

test('a payer types a phone, enters the PIN there, and the page turns into the receipt by itself', async () => {
  const url = await newBill()
  const phone = newPhone()
  await onPage({}, async (page) => {
    await page.goto(url)
    await page.getByText('Another number').click()
    await page.getByLabel('M-PESA phone number').fill(phone)
    await page.getByRole('button', { name: 'Pay now' }).click()
    await page.getByRole('heading', { name: 'Enter your M-PESA PIN on your phone' }).waitFor()
    await answer(phone, { pin: '1234' })
    await page.getByRole('heading', { name: 'Thank you, payment received' }).waitFor()
    expect(await page.getByText('Paid in full').isVisible()).toBe(true)
    expect(await page.title()).toBe('Receipt')
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('status')
  })
})

test('without JavaScript a part is paid, and the page still brings the news', async () => {
  const url = await newBill()
  const phone = newPhone()
  await onPage({ javaScriptEnabled: false, viewport: { width: 320, height: 568 } }, async (page) => {
    await page.goto(url)
    expect(await page.getByRole('button', { name: /Copy/ }).count()).toBe(0)
    await page.getByLabel('Amount to pay').fill('45800')
    await page.getByLabel('Another number').check()
    await page.getByLabel('M-PESA phone number').fill(phone)
    await page.getByRole('button', { name: 'Pay now' }).click()
    await page.getByRole('heading', { name: 'Enter your M-PESA PIN on your phone' }).waitFor()
    await answer(phone, { pin: '1234' })
    await page.getByRole('heading', { name: 'Thank you, payment received' }).waitFor()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('KES\u00a0100,000')
  })
})

test('the numbers of the Paybill are copied as they are typed, without their spaces', async () => {
  const url = await newBill()
  await onPage({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await page.goto(url)
    const button = page.getByRole('button', { name: 'Copy: Account number' })
    await button.click()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(w.customer.accountno)
    expect(await button.textContent()).toBe('Copied')
  })
})

test('in Kiswahili from the first page to the refusal on the phone', async () => {
  const url = await newBill()
  const phone = newPhone()
  await onPage({}, async (page) => {
    await page.goto(url)
    await page.getByRole('link', { name: 'Kiswahili' }).click()
    await page.getByText('Namba nyingine').click()
    await page.getByLabel('Namba ya simu ya M-PESA').fill(phone)
    await page.getByRole('button', { name: 'Lipa sasa' }).click()
    await page.getByRole('heading', { name: 'Weka PIN yako ya M-PESA kwenye simu' }).waitFor()
    await answer(phone, { cancel: true })
    await page.getByRole('heading', { name: 'Umesitisha ombi la malipo' }).waitFor()
  })
})

test.for(['light', 'dark'] as const)('reads well for everybody at every width, in %s', async (colorScheme) => {
  const url = await newBill()
  const phone = newPhone()
  await onPage({ colorScheme }, async (page) => {
    for (const width of [320, 390, 768, 1440]) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(url)
      await expectNoSidewaysScroll(page)
    }
    await expectAccessible(page)
    await page.getByText('Another number').click()
    await page.getByLabel('M-PESA phone number').fill(phone)
    await page.getByLabel('Amount to pay').fill('100')
    await page.getByRole('button', { name: 'Pay now' }).click()
    await page.getByRole('heading', { name: 'Enter your M-PESA PIN on your phone' }).waitFor()
    await expectAccessible(page)
    await answer(phone, { pin: '1234' })
    await page.getByRole('heading', { name: 'Thank you, payment received' }).waitFor()
    await expectAccessible(page)
  })
})
