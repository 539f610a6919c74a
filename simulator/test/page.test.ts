import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openBrowser } from '../../test/browser.ts'
import type { Simulator, SimulatorOptions } from '../src/index.ts'
import { billPath, caller, invoice, optInBody, simulator, stkBody } from './world.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
}, 120_000)
afterAll(() => browser.close())

const phone = '254708374149'

async function open(options: SimulatorOptions = {}, view: { colorScheme?: 'dark'; width?: number } = {}) {
  const daraja = await simulator(options)
  const context = await browser.newContext({
    viewport: { width: view.width ?? 1440, height: 900 },
    colorScheme: view.colorScheme ?? 'light',
    reducedMotion: 'reduce',
  })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  await page.goto(daraja.url)
  await page.locator('article').first().waitFor()
  return { daraja, page, faults }
}

async function bill(daraja: Simulator) {
  const post = await caller(daraja)
  await post(`${billPath}/optin`, optInBody(`${daraja.url}/_sim/sink`))
  await post(`${billPath}/single-invoicing`, invoice())
  return post
}

const card = (page: Page, kind: string) => page.locator(`[data-kind="${kind}"]`)

test('with the keyboard alone a bill that just came is read and paid in part, and the rest is still asked for', async () => {
  const { daraja, page, faults } = await open()
  await bill(daraja)
  await expect.poll(() => card(page, 'bill').textContent()).toContain('has billed you KES 2,500 for School fees')
  await page.getByRole('button', { name: 'Pay KES 2,500' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Enter amount (KES)').fill('1000')
  await page.keyboard.press('Enter')
  await page.locator('form.ussd').getByLabel('Enter M-PESA PIN').waitFor()
  await page.keyboard.type('1234')
  await page.keyboard.press('Enter')
  await card(page, 'mpesa').waitFor()
  await page.getByRole('button', { name: 'Pay KES 1,500' }).waitFor()
  expect(daraja.phone(phone).balance).toBe(49_000)
  expect(await page.getByText('KES 49,000').isVisible()).toBe(true)
  expect(faults).toEqual([])
})

test('an STK prompt takes the keyboard when it comes, says who asks, and a wrong PIN pays nothing', async () => {
  const { daraja, page } = await open()
  const post = await caller(daraja)
  await post('/mpesa/stkpush/v1/processrequest', stkBody(`${daraja.url}/_sim/sink`))
  const prompt = page.getByRole('alertdialog')
  await expect
    .poll(() => prompt.textContent())
    .toContain('Do you want to pay KES 100 to Demo Paybill, account no. ACC-1?')
  await expect.poll(() => page.evaluate("document.activeElement.matches('.pin-field')")).toBe(true)
  await page.keyboard.type('9999')
  await page.keyboard.press('Enter')
  await prompt.waitFor({ state: 'hidden' })
  expect(daraja.phone(phone)).toMatchObject({ balance: 50_000, prompts: [{ state: 'failed', resultCode: 2001 }] })
})

test('any business is paid from the menu, and what M-PESA refuses is said on the phone', async () => {
  const { daraja, page } = await open()
  await page.getByRole('button', { name: 'Lipa na M-PESA' }).click()
  for (const answer of ['600984', 'ACC-9', '60000', '1234']) {
    await page.locator('form.ussd input').fill(answer)
    await page.keyboard.press('Enter')
  }
  await page.getByText('The balance is insufficient for the transaction.').first().waitFor()
  expect(daraja.businesses()[0]?.balances.working).toBe(0)
})

test('the journal, a trouble and the clock are worked from the page', async () => {
  const { daraja, page } = await open()
  await bill(daraja)
  await page.getByText('/single-invoicing').click()
  await page.getByText('"externalReference": "INV-1"').waitFor()
  await page.getByRole('tab', { name: 'Trouble' }).click()
  await page.getByLabel('What goes wrong').selectOption('callback-lost')
  await page.getByLabel('Where').selectOption('bill-payment')
  await page.getByRole('button', { name: 'Set it' }).click()
  await page.getByText('The callback is lost, bill-payment: 1 to come').waitFor()
  expect(daraja.troubles()).toMatchObject([{ kind: 'callback-lost', endpoint: 'bill-payment', times: 1 }])
  await page.getByRole('button', { name: '+1 week' }).click()
  await page.getByText('7 d ahead').waitFor()
})

test('at phone width the phone that gets a message comes into view, and chips lie in the order of the phones', async () => {
  const phones = ['254700000001', '254700000002', '254700000003'].map((msisdn) => ({ msisdn }))
  const { daraja, page } = await open({ phones }, { width: 390 })
  const lying = await page.locator('article h3').allTextContents()
  const pressed = page.locator('.chip[aria-pressed="true"]')
  const digits = (texts: string[]) => texts.map((text) => text.replace(/\D/g, '').slice(-9))
  for (const at of [2, 0, 1]) {
    const msisdn = `254${digits(lying)[at]}`
    await daraja.pay({ phone: msisdn, shortcode: '600984', account: 'A', amount: 5 })
    const middle = `(() => { const { left, right } = document.querySelectorAll('article')[${at}].getBoundingClientRect()
      return Math.abs((left + right - innerWidth) / 2) })()`
    await expect.poll(() => page.evaluate(middle)).toBeLessThan(30)
    expect(digits(await pressed.allTextContents())).toEqual(digits(await page.locator('article h3').allTextContents()))
  }
  await page.getByRole('tab', { name: 'Businesses' }).click()
  expect(await page.getByRole('link', { name: 'Statement of 600984' }).getAttribute('href')).toBe(
    '/_sim/businesses/600984/statement.csv',
  )
})

test('the samples show a bill and a prompt before any program is connected', async () => {
  const { page, faults } = await open()
  await page.getByRole('button', { name: 'Send a sample bill' }).click()
  await card(page, 'bill').waitFor()
  await page.getByRole('button', { name: 'Ask for a PIN' }).click()
  await page.getByRole('alertdialog').waitFor()
  expect(faults).toEqual([])
})

test.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
] as const)('axe finds nothing to say about the %s page at %i pixels', async (scheme, width) => {
  const { daraja, page } = await open({}, { width, ...(scheme === 'dark' && { colorScheme: 'dark' }) })
  const post = await bill(daraja)
  await card(page, 'bill').waitFor()
  const looked = [await new AxeBuilder({ page }).analyze()]
  await post('/mpesa/stkpush/v1/processrequest', stkBody(`${daraja.url}/_sim/sink`))
  await page.getByRole('alertdialog').waitFor()
  for (const name of ['Trouble', 'Businesses']) {
    await page.getByRole('tab', { name }).click()
    looked.push(await new AxeBuilder({ page }).analyze())
  }
  const said = looked.flatMap((one) =>
    one.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`),
  )
  expect(said).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
})
