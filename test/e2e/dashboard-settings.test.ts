import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startReceiver } from '../../server/src/webhooks/test-receiver.ts'
import { png } from '../picture.ts'
import { openOffice, type Office } from './office.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.end())

test('an owner decides how the business collects; a cashier may look, and is told why not more', async () => {
  await office.onPage({ as: 'owner' }, async (page) => {
    await office.goto(page, '/settings', 'Settings')
    await page.getByLabel('Name on bills').fill('Mwangaza Academy, Thika')
    await page.getByLabel('Above this, wait until M-PESA has confirmed a payment').fill('50000')
    await page
      .getByRole('combobox', { name: 'When M-PESA asks whether to accept a payment' })
      .selectOption({ label: 'Turn away numbers that are not ours' })
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Settings saved').waitFor()
  })
  const { body } = await office.w.call('GET', '/business/settings/details')
  expect(body.data).toMatchObject({
    name: 'Mwangaza Academy, Thika',
    confirmedabove: 50_000,
    validationpolicy: 'known_only',
    matchthreshold: 0.99,
  })
  await office.onPage({ as: 'cashier' }, async (page) => {
    await office.goto(page, '/settings', 'Settings')
    await page.getByText('Only an owner may do this').first().waitFor()
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
  })
})

test('a logo and what stands under the name are set, and the logo is taken away', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    const { w } = office
    await office.goto(page, '/settings', 'Settings')
    await page.getByLabel('Under the name on documents').fill('P.O. Box 1, Thika\nPIN P051234567X')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Settings saved').waitFor()
    expect((await w.call('GET', '/business/settings/details')).body.data.letterhead).toBe(
      'P.O. Box 1, Thika\nPIN P051234567X',
    )
    const picture = { name: 'logo.png', mimeType: 'image/png', buffer: png(120, 60) }
    await page.locator('input[type=file]').setInputFiles({ ...picture, buffer: Buffer.from('GIF89a') })
    await page.getByText('it is neither PNG nor JPEG').waitFor()
    await page.locator('input[type=file]').setInputFiles(picture)
    await page.getByRole('img', { name: 'Logo' }).waitFor()
    expect((await w.call('GET', '/business/settings/logo')).body.data).toMatchObject({ width: 120, height: 60 })
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByText('Logo removed').waitFor()
    await page.getByRole('img', { name: 'Logo' }).waitFor({ state: 'detached' })
    expect((await w.call('GET', '/business/settings/logo')).status).toBe(404)
  }))

test('a key is shown once, works, and is revoked', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    const withKey = async (key: string) =>
      (await office.w.call('GET', '/business/invoice/list', undefined, { authorization: key })).status
    await office.goto(page, '/keys', 'API keys')
    await page.getByRole('button', { name: 'New key' }).click()
    await page.getByLabel('What it is for').fill('Till 2')
    await page.getByRole('button', { name: 'Make the key' }).click()
    const secret = (await page.getByLabel('Secret key').textContent()) ?? ''
    expect(await withKey(secret)).toBe(200)
    await page.getByRole('button', { name: 'I have kept it' }).click()
    const row = page.getByRole('row', { name: /Till 2/ })
    await row.getByText('Active').waitFor()
    expect(await page.getByText(secret).count()).toBe(0)
    await row.getByRole('button', { name: 'Revoke' }).click()
    await page.getByLabel('Why').fill('Lost with the till')
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
    await row.getByText('Revoked').waitFor()
  }))

test('somebody is invited, given another role and removed', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    await office.goto(page, '/users', 'Users')
    await page.getByRole('button', { name: 'Invite somebody' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('Grace')
    await dialog.getByLabel('E-mail').fill('grace@school.example')
    await dialog.getByRole('button', { name: 'Invite' }).click()
    await dialog.getByText(/\/invitation\//).waitFor()
    await dialog.getByRole('button', { name: 'I have kept it' }).click()
    await page.getByRole('combobox', { name: 'Role of Grace' }).selectOption({ label: 'auditor' })
    await page.getByText('Role changed').waitFor()
    await page.getByRole('row', { name: /Grace/ }).getByRole('button', { name: 'Remove' }).click()
    await dialog.getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('row', { name: /Grace/ }).waitFor({ state: 'detached' })
    // The last owner cannot leave, and the page says so in the API's words.
    await page
      .getByRole('row', { name: /The owner/ })
      .getByRole('button', { name: 'Remove' })
      .click()
    await dialog.getByRole('button', { name: 'Remove' }).click()
    await dialog.getByRole('alert').waitFor()
  }))

test('a webhook is made, tried, and what was sent to it is seen', async () => {
  const receiver = await startReceiver()
  try {
    await office.onPage({ as: 'owner' }, async (page) => {
      await office.goto(page, '/webhooks', 'Webhooks')
      await page.getByRole('button', { name: 'New webhook' }).click()
      await page.getByLabel('Address').fill(receiver.url)
      await page.getByRole('button', { name: 'Make the webhook' }).click()
      await page.getByText(/^whsec_/).waitFor()
      await page.getByRole('button', { name: 'I have kept it' }).click()
      await page.getByRole('link', { name: receiver.url }).click()
      await page.getByRole('button', { name: 'Try it' }).click()
      await page.getByText('It was accepted.').waitFor()
      await page.keyboard.press('Escape')
      await office.bill('Uniform')
      await office.w.work()
      const row = page.getByRole('row', { name: /invoice\.created/ }).first()
      await row.getByText('Delivered').waitFor()
      await row.getByRole('button', { name: 'Attempts (1)' }).click()
      await page
        .getByRole('dialog')
        .getByText(/1\. · /)
        .waitFor()
    })
  } finally {
    await receiver.end()
  }
})

test('somebody who speaks Kiswahili is spoken to in it, at the door too', () =>
  office.onPage({ as: 'cashier' }, async (page) => {
    await office.goto(page, '/', 'Overview')
    await page.getByRole('button', { name: /The cashier/ }).click()
    await page.getByRole('button', { name: 'Kiswahili' }).click()
    await page.getByRole('heading', { name: 'Muhtasari' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('sw')
    await page.getByRole('link', { name: 'Ankara' }).click()
    await page.getByRole('heading', { name: 'Ankara' }).waitFor()
    await page.getByRole('button', { name: /The cashier/ }).click()
    await page.getByRole('button', { name: 'Ondoka' }).click()
    await page.getByRole('button', { name: 'Ingia' }).waitFor()
  }))
