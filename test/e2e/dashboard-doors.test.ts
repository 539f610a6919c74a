import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { inBusiness } from '../../server/src/db/sql.ts'
import { openOffice, password, violations, type Office } from './office.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.end())

/** Somebody comes to the door with what they know. */
async function knock(page: Page, email: string, secret = password): Promise<void> {
  await page.goto(`${office.w.ctx.publicUrl}/sign-in`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel(/^Password/).fill(secret)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
const isIn = (page: Page) => page.getByRole('heading', { name: 'Overview' }).waitFor()

async function writeCustomer(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New customer' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /^Name/ }).fill(name)
  await dialog.getByRole('textbox', { name: /^Phone/ }).fill('0733 222 111')
  await dialog.getByRole('textbox', { name: /^E-mail/ }).fill('parent@example.test')
}
const customersNamed = async (name: string) =>
  (await office.w.call('GET', `/business/customer/list?search=${encodeURIComponent(name)}`)).body.pagination.total

test('a second factor is added, asked for at the door, and removed', async () => {
  const { w } = office
  let secret = ''
  const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: w.ctx.now().getTime() })
  await office.onPage({ as: 'owner' }, async (page) => {
    await office.goto(page, '/me', 'Your account')
    await page.getByRole('button', { name: 'Add an authenticator' }).click()
    await page.getByRole('img', { name: 'QR code for the authenticator' }).waitFor()
    secret = /[A-Z2-7]{16,}/.exec(await page.getByText('Or type this secret:').innerText())?.[0] ?? ''
    await page.getByLabel('Code of your authenticator').fill(code())
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.getByText('Second factor added').waitFor()
  })
  await w.advance(30_000)
  await office.onPage({}, async (page) => {
    await knock(page, 'owner@school.example')
    await page.getByText('Enter the code of your authenticator').waitFor()
    await page.getByLabel('Code of your authenticator').fill('000000')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('This code is wrong or was used before').waitFor()
    await page.getByLabel('Code of your authenticator').fill(code())
    await page.getByRole('button', { name: 'Sign in' }).click()
    await isIn(page)
    await page.goto(`${w.ctx.publicUrl}/me`)
    await page
      .getByLabel(/^Password/)
      .last()
      .fill(password)
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByText('Second factor removed').waitFor()
  })
})

test('who speaks Kiswahili is refused in it', () =>
  office.onPage({ locale: 'sw-KE' }, async (page) => {
    await page.goto(`${office.w.ctx.publicUrl}/sign-in`)
    await page.getByLabel('Barua pepe').fill('owner@school.example')
    await page.getByLabel(/^Nenosiri/).fill('si hili kabisa')
    await page.getByRole('button', { name: 'Onyesha au ficha nenosiri' }).waitFor()
    await page.getByRole('button', { name: 'Ingia' }).click()
    await page.getByText('Barua pepe au nenosiri si sahihi').waitFor()
    expect([await page.locator('html').getAttribute('lang'), await page.title()]).toEqual(['sw', 'Ingia · Kusanya'])
  }))

test('what is not there is said kindly, inside and outside', () =>
  office.onPage({ as: 'owner', viewport: { width: 390, height: 844 } }, async (page) => {
    await office.goto(page, `/customers/${'0'.repeat(24)}`, 'It is not here')
    await page.getByRole('link', { name: 'Customers' }).last().click()
    await page.getByRole('heading', { name: 'Customers' }).waitFor()
    await office.goto(page, '/customers/a/b', 'There is no such page')
    await office.goto(page, '/nowhere', 'There is no such page')
    expect(await violations(page)).toEqual([])
    await page.getByRole('link', { name: 'To the dashboard' }).click()
    await isIn(page)
  }))

test('a lost line and a server in trouble lose nothing, and are over when they are over', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    await office.goto(page, '/customers', 'Customers')
    await page.getByRole('table', { name: 'Customers' }).waitFor()
    await writeCustomer(page, 'Njoki Offline')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('alert').getByText('The server cannot be reached.').waitFor()
    await page.getByText('what you see may be old').waitFor({ state: 'attached' })
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('Customer added').waitFor()
    await page.getByText('what you see may be old').waitFor({ state: 'detached' })
    expect(await customersNamed('Njoki Offline')).toBe(1)

    await page.route('**/business/customer/list?*', (route) =>
      route.fulfill({ status: 500, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }),
    )
    await page.reload()
    await page.getByText('Something went wrong on the server.').waitFor()
    await page.unroute('**/business/customer/list?*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('table', { name: 'Customers' }).waitFor()
  }))

test('who is signed out in the middle of work signs in again, and goes on with what was written', () =>
  office.onPage({}, async (page) => {
    await knock(page, 'owner@school.example')
    await isIn(page)
    await office.goto(page, '/customers', 'Customers')
    await writeCustomer(page, 'Kept Kariuki')
    await office.onPage({}, async (elsewhere) => {
      await knock(elsewhere, 'owner@school.example')
      await isIn(elsewhere)
      await office.goto(elsewhere, '/me', 'Your account')
      await elsewhere.getByRole('button', { name: 'Sign out everywhere else' }).click()
      await elsewhere.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere else' }).click()
      await elsewhere.getByText('Signed out everywhere else').waitFor()
    })
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    const again = page.getByRole('dialog', { name: 'Sign in again' })
    await again.getByLabel(/^Password/).fill('not it at all')
    await again.getByRole('button', { name: 'Sign in' }).click()
    await again.getByText('E-mail or password is wrong').waitFor()
    await again.getByLabel(/^Password/).fill(password)
    await again.getByRole('button', { name: 'Sign in' }).click()
    await again.waitFor({ state: 'detached' })
    expect(await page.getByRole('dialog').getByRole('textbox', { name: /^Name/ }).inputValue()).toBe('Kept Kariuki')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('Customer added').waitFor()
    expect(await customersNamed('Kept Kariuki')).toBe(1)
  }))

test('a forgotten password is chosen anew by a link in a mail, which works once', () =>
  office.onPage({}, async (page) => {
    const { ctx, businessId } = office.w
    await page.goto(`${ctx.publicUrl}/sign-in`)
    await page.getByRole('link', { name: 'Forgotten password' }).click()
    // The door that one comes from asks for an e-mail too.
    await page.getByRole('heading', { name: 'Forgotten password' }).waitFor()
    await page.getByLabel('E-mail').fill('cashier@school.example')
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await page.getByText('If we know this address, a link is on its way to it.').waitFor()
    const [mail] = await inBusiness(
      ctx.sql,
      businessId,
      (tx) => tx<{ body: string }[]>`
        select body from mails
        where business_id = ${businessId} and kind = 'reset' and recipient = 'cashier@school.example'
      `,
    )
    const link = /https?:\/\/\S+\/reset\/\S+/.exec(mail?.body ?? '')?.[0] ?? ''
    await page.goto(link)
    await page.getByLabel('New password').fill('1234567890')
    await page.getByRole('button', { name: 'Save and sign in' }).click()
    await page.getByText('This password is too easy to guess').waitFor()
    await page.getByLabel('New password').fill('samaki watano wakavu 47')
    await page.getByRole('button', { name: 'Save and sign in' }).click()
    await isIn(page)
    await page.goto(link)
    await page.getByLabel('New password').fill('samaki sita wakavu 48')
    await page.getByRole('button', { name: 'Save and sign in' }).click()
    await page.getByText('This link has ended or was used.').waitFor()
    await knock(page, 'cashier@school.example')
    await page.getByText('E-mail or password is wrong').waitFor()
    await knock(page, 'cashier@school.example', 'samaki watano wakavu 47')
    await isIn(page)
  }))
