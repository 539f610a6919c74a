import { demoConsumerKey, demoConsumerSecret, demoInitiator, demoShortcodes, sandboxPasskey } from '@kusanya/simulator'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startReceiver } from '../../server/src/webhooks/test-receiver.ts'
import { openOffice, type Office } from './office.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.end())

test('a Paybill is connected with its operator, and a shilling comes from a phone', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    const { w } = office
    await office.goto(page, '/mpesa', 'M-PESA')
    await page.getByRole('button', { name: 'Connect a Paybill' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Business number').fill(demoShortcodes.stk)
    await dialog.getByLabel('Where').selectOption({ label: 'Sandbox' })
    await dialog.getByLabel('Consumer key').fill(demoConsumerKey)
    await dialog.getByLabel('Consumer secret').fill('nosuchsecret')
    await dialog.getByLabel('Passkey').fill(sandboxPasskey)
    await dialog.getByLabel('E-mail shown to customers').fill('bills@school.example')
    await dialog.getByLabel('Phone shown to customers').fill('0700 000 000')
    await dialog.getByRole('button', { name: 'Connect' }).click()

    await dialog.getByRole('alert').getByText('M-PESA takes no such consumer key and secret').waitFor()
    await dialog.getByLabel('Consumer secret').fill(demoConsumerSecret)
    await dialog.getByRole('button', { name: 'Connect' }).click()
    const paybill = page.getByRole('region', { name: demoShortcodes.stk })
    await paybill.getByText('Connected').waitFor()

    await paybill.getByRole('button', { name: 'Set the operator' }).click()
    await dialog.getByLabel('Name in the M-PESA portal').fill(demoInitiator.name)
    await dialog.getByLabel(/^Password/).fill(demoInitiator.password)
    const certificate = await (await fetch(`${w.simulator.url}/_sim/public-key.pem`)).text()
    await dialog.getByLabel('Certificate of Safaricom').fill(certificate)
    await dialog.getByRole('button', { name: 'Set the operator' }).click()
    await page.getByText('Operator set').waitFor()
    await paybill.getByText(demoInitiator.name).waitFor()

    await paybill.getByRole('button', { name: 'Try a payment of one shilling' }).click()
    await dialog.getByLabel('Phone').fill('0712 345 678')
    await dialog.getByRole('button', { name: 'Ask the phone' }).click()
    await paybill.getByText('The phone was asked; nobody has answered yet.').waitFor()
    const [prompt] = w.simulator.phone(w.customer.phone).prompts
    await w.simulator.answerPrompt(w.customer.phone, prompt?.id ?? '', { pin: '1234' })
    await w.work()
    await paybill.getByText('It was paid.').waitFor()
  }))

test('a key is replaced by another, and both work for as long as was said', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    const { w } = office
    const made = await w.call('POST', '/business/key/create', { name: 'Till', scopes: ['read'] })
    const looks = async (key: string) =>
      (await w.call('GET', '/business/invoice/list', undefined, { authorization: key })).status
    await office.goto(page, '/keys', 'API keys')
    await page.getByRole('row', { name: /Till/ }).getByRole('button', { name: 'Rotate' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Hours for which both keys work').fill('1')
    await dialog.getByRole('button', { name: 'Rotate' }).click()
    const secret = await dialog.getByLabel('Secret key').innerText()
    await dialog.getByRole('button', { name: 'I have kept it' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect([await looks(made.body.data.secret), await looks(secret)]).toEqual([200, 200])
    await w.advance('PT2H')
    expect([await looks(made.body.data.secret), await looks(secret)]).toEqual([401, 200])
  }))

test('a webhook gets another secret, and what it has not accepted is sent again', async () => {
  const { w } = office
  const receiver = await startReceiver()
  try {
    const hook = await w.call('POST', '/business/webhook/create', { url: receiver.url })
    const id: string = hook.body.data._id
    await office.onPage({ as: 'owner' }, async (page) => {
      await page.goto(`${w.ctx.publicUrl}/webhooks/${id}`)
      await page.getByRole('button', { name: 'New secret' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: 'New secret' }).click()
      const secret = await dialog.getByLabel('Secret that signs').innerText()
      expect([secret.slice(0, 6), secret === hook.body.data.secret]).toEqual(['whsec_', false])
      await dialog.getByRole('button', { name: 'I have kept it' }).click()

      const before = receiver.received.length
      await office.bill('Lunch')
      await w.work()
      const row = page.getByRole('row', { name: /invoice\.created/ }).first()
      await row.getByText('Delivered').waitFor()
      const once = receiver.received.length
      expect(once).toBeGreaterThan(before)
      await page.getByRole('button', { name: 'Send a span of time again' }).click()
      await dialog.getByLabel('From').fill('2031-02-01')
      await dialog.getByLabel('What of it').selectOption({ label: 'Everything' })
      await dialog.getByRole('button', { name: 'Send again' }).click()
      await page.getByText('It is sent again').waitFor()
      await w.work()
      expect(receiver.received.length).toBeGreaterThan(once)
    })
  } finally {
    await receiver.end()
  }
})

test('a payment that waits for M-PESA is released by a person, with a reason', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    const { w } = office
    await w.call('PATCH', '/business/settings/update', { confirmedabove: 500 })
    const id = await office.bill('Boarding')
    const { body } = await w.call('GET', `/business/invoice/details/${id}`)
    // Nobody else tells of it than a callback.
    w.simulator.trouble({ endpoint: 'pull-query', kind: '503', times: 'always' })
    await office.payByPaybill({ account: body.data.accountno, amount: 900 })
    const payments = await w.call('GET', '/business/transaction/list?trust=held')
    const [payment] = payments.body.data
    await office.goto(page, `/payments/${payment._id}`, 'KES 900')
    await page.getByRole('button', { name: 'Release' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Why').fill('He showed me the message')
    await dialog.getByRole('button', { name: 'Release' }).click()
    await page.getByText('Payment released').waitFor()
    await page.getByRole('button', { name: 'Release', disabled: true }).waitFor()
    const released = await w.call('GET', `/business/payment/${payment._id}`)
    expect(released.body.data).toMatchObject({ held: 0, confirmed: false })
    expect((await w.call('GET', '/business/transaction/list?trust=held')).body.data).toEqual([])
  }))
