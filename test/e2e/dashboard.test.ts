import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { buildDashboard } from '../../server/src/dashboard/build.ts'
import { openBrowser } from '../browser.ts'
import { world, type World } from '../world.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })

const password = 'kuku wanne wazuri 83'
let w: World
let browser: Browser

beforeAll(async () => {
  const problem = await buildDashboard()
  if (problem) throw new Error(problem)
  ;[w, browser] = await Promise.all([world(), openBrowser()])
  for (const role of ['owner', 'cashier']) await accept(role)
})
afterAll(async () => {
  await browser.close()
  await w.end()
})

/** Somebody with a role opens the invitation in a browser, chooses a password, and is in. */
async function accept(role: string) {
  const { body } = await w.call('POST', '/business/user/invite', {
    email: `${role}@school.example`,
    name: `The ${role}`,
    role,
  })
  await onPage({}, async (page) => {
    await page.goto(body.data.invitationurl)
    await page.getByLabel('New password').fill(password)
    await page.getByRole('button', { name: 'Save and sign in' }).click()
    await page.getByRole('heading', { name: 'Overview' }).waitFor()
  })
}

async function onPage(options: BrowserContextOptions, work: (page: Page) => Promise<void>) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  const elsewhere: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => /Content.Security.Policy/i.test(message.text()) && complaints.push(message.text()))
  page.on(
    'request',
    (request) => new URL(request.url()).host !== new URL(w.ctx.publicUrl).host && elsewhere.push(request.url()),
  )
  try {
    await work(page)
    expect([complaints, elsewhere]).toEqual([[], []])
  } finally {
    await context.close()
  }
}

async function signIn(page: Page, role: string, path = '/') {
  await page.goto(w.ctx.publicUrl + path)
  await page.getByLabel('E-mail').fill(`${role}@school.example`)
  await page
    .getByLabel('Password', { exact: true })
    .or(page.getByLabel(/^Password/))
    .first()
    .fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Somebody pays at the Paybill with what he types as account number, and the platform has dealt with it. */
async function payByPaybill({
  phone = w.customer.phone,
  ...paid
}: {
  phone?: string
  account: string
  amount: number
}) {
  await w.simulator.pay({ phone, shortcode: '600984', ...paid })
  await w.work()
}

async function bill(title: string): Promise<string> {
  const { body } = await w.call('POST', '/business/invoice/create', {
    customerid: w.customer.id,
    items: [{ itemid: w.products[1], quantity: 1, rate: 12_000 }],
    title,
    duedate: '2031-04-15',
  })
  return body.data._id
}

test('who is not signed in is asked to, told when it is wrong, and taken to where they wanted', () =>
  onPage({}, async (page) => {
    await page.goto(`${w.ctx.publicUrl}/customers`)
    await page.getByLabel('E-mail').fill('owner@school.example')
    await page
      .getByLabel(/^Password/)
      .first()
      .fill('not it at all')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('E-mail or password is wrong').waitFor()
    await page
      .getByLabel(/^Password/)
      .first()
      .fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Customers' }).waitFor()
    await page.getByRole('button', { name: /The owner/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    await page.goto(`${w.ctx.publicUrl}/invoices`)
    await page.getByLabel('E-mail').waitFor()
  }))

test('a bill is written with its total counted, sent, paid on the phone, and the page sees it without a reload', () =>
  onPage({}, async (page) => {
    await signIn(page, 'owner', '/invoices/new')
    await page
      .getByRole('textbox', { name: 'Customer' })
      .or(page.getByRole('combobox', { name: 'Customer' }))
      .first()
      .click()
    await page.getByRole('option', { name: /Amina Otieno/ }).click()
    await page.getByLabel('Title').fill('Term two')
    await page.getByLabel('Due date').fill('2031-05-01')
    await page
      .getByRole('textbox', { name: 'Item 1' })
      .or(page.getByRole('combobox', { name: 'Item 1' }))
      .first()
      .click()
    await page.getByRole('option', { name: 'Hosting (Annual)' }).click()
    await page.getByLabel('Quantity 1').fill('2')
    await page.getByLabel('Discount (per cent)').fill('10')
    await page.getByText('Total KES 21,600').waitFor()
    await page.getByRole('button', { name: 'Create' }).click()
    const heading = page.getByRole('heading', { name: /^INV-2031-/ })
    await heading.waitFor()
    expect(await page.getByText('Unpaid').count()).toBe(1)
    const id = page.url().split('/').at(-1) ?? ''
    const { body } = await w.call('GET', `/business/invoice/details/${id}`)
    expect(body.data).toMatchObject({ title: 'Term two', total: 21_600 })
    await payByPaybill({ account: body.data.accountno, amount: 21_600 })
    await page.getByText('Paid KES 21,600').waitFor({ timeout: 15_000 })
  }))

test('money that nobody claimed is given to whom it belongs, and back', () =>
  onPage({}, async (page) => {
    await bill('Fees')
    const stranger = '254722000111'
    w.simulator.addPhone({ msisdn: stranger, name: 'Baraka Mwangi', balance: 5_000, pin: '1234' })
    await payByPaybill({ phone: stranger, account: 'AMINA OTIENO', amount: 700 })
    await signIn(page, 'owner', '/unmatched')
    await page.getByText('Typed “AMINA OTIENO”').waitFor()
    await page.getByRole('button', { name: 'It is theirs' }).first().click()
    await page.getByText('Nothing waits.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Typed “AMINA OTIENO”').waitFor()
  }))

test('a cashier records cash, and is told why not to cancel', () =>
  onPage({}, async (page) => {
    const id = await bill('Uniform')
    await signIn(page, 'cashier', `/invoices/${id}`)
    await page.getByRole('heading', { name: 'Uniform' }).waitFor()
    expect(await page.getByRole('button', { name: 'Cancel invoice' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Cancel invoice' }).locator('..').hover()
    await page.getByText('Your role may not change invoices').waitFor()
    await page.getByRole('button', { name: 'Record payment' }).click()
    await page.getByLabel(/^Amount/).fill('2000')
    await page.getByLabel('How it came').fill('Cash')
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByText('Partially paid').waitFor()
    const { body } = await w.call('GET', `/business/invoice/${id}/payment/list`)
    expect(body.data).toMatchObject([{ amount: 2_000, method: 'Cash' }])
    await page.goto(`${w.ctx.publicUrl}/invoices`)
    await page.getByRole('heading', { name: 'Invoices' }).waitFor()
    expect(await page.getByRole('link', { name: 'New invoice' }).count()).toBe(0)
  }))

test.each([
  ['desktop', { viewport: { width: 1280, height: 900 } }],
  ['phone', { viewport: { width: 390, height: 844 } }],
  ['dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' as const }],
])('nothing stands in the way of a screen reader or a keyboard: %s', (_name, options) =>
  onPage(options, async (page) => {
    const id = await bill('Lunch')
    await page.goto(`${w.ctx.publicUrl}/sign-in`)
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    expect(await violations(page)).toEqual([])
    await signIn(page, 'owner')
    await page.getByRole('heading', { name: 'Overview' }).waitFor()
    for (const [path, heading] of [
      ['/', 'Overview'],
      ['/invoices', 'Invoices'],
      ['/invoices/new', 'New invoice'],
      [`/invoices/${id}`, 'Lunch'],
      ['/customers', 'Customers'],
      [`/customers/${w.customer.id}`, 'Amina Otieno'],
      ['/payments', 'Payments'],
      ['/unmatched', 'Unmatched money'],
    ] as const) {
      await page.goto(w.ctx.publicUrl + path)
      await page.getByRole('heading', { name: heading }).first().waitFor()
      await page.waitForLoadState('networkidle')
      expect([path, await violations(page)]).toEqual([path, []])
    }
  }),
)

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze()
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}
