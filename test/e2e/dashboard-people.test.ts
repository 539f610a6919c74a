import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { callbackUrls } from '../../server/src/businesses/connect-shortcode.ts'
import { inBusiness } from '../../server/src/db/sql.ts'
import { reports } from '../reports.ts'
import { byWidthAndColour, openOffice, violations, type Office } from './office.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

let office: Office
let told: ReturnType<typeof reports>
beforeAll(async () => {
  office = await openOffice()
  told = reports(office.w)
})
afterAll(() => office.end())

/** A receipt of which 1,000 are booked and 900 were told too. */
async function contradicted(): Promise<string> {
  const receipt = told.receipt()
  await told.bill(receipt, '1000')
  await told.c2b(receipt, '900')
  return receipt
}
/** As if three days had passed for a claim: whoever is signed in stays so. */
async function giveUp(receipt: string): Promise<void> {
  const { ctx, businessId } = office.w
  await inBusiness(
    ctx.sql,
    businessId,
    (tx) => tx`
      update claims set gives_up_at = ${ctx.now()}, next_attempt_at = ${ctx.now()}
      where business_id = ${businessId} and receipt = ${receipt}
    `,
  )
  await office.w.work()
}
const needs = (page: Page) => page.getByRole('region', { name: 'What needs a person' })
/** Gives a reason in the dialog that asks for it, and does it. */
async function because(page: Page, reason: string, button: string): Promise<void> {
  await page.getByRole('dialog').getByLabel('Why').fill(reason)
  await page.getByRole('dialog').getByRole('button', { name: button }).click()
}

test('what needs a person comes onto the overview by itself, and leaves it when it is done', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    await office.goto(page, '/', 'Overview')
    await needs(page).getByText('Nothing needs you now.').waitFor()
    // What it is laid on tells the page that it is.
    await office.bill('Books')
    await told.c2b(told.receipt(), '700', 'NOBODY')
    await needs(page).getByRole('listitem').filter({ hasText: 'Unmatched money' }).getByText('KES 700').waitFor()
    const receipt = await contradicted()
    await needs(page).getByRole('link', { name: 'Contradictions' }).waitFor()
    await page.getByRole('link', { name: 'Unmatched 1 wait' }).waitFor()

    await needs(page).getByRole('link', { name: 'Contradictions' }).click()
    const two = page.getByRole('table', { name: `Two amounts of ${receipt}` })
    await two.getByRole('row', { name: /^Amount KES 1,000 KES 900 KES 100 less/ }).waitFor()
    await two.getByRole('row', { name: /Said by Bill Manager the Paybill’s callback/ }).waitFor()
    await page.getByRole('button', { name: 'Keep what was told' }).click()
    await because(page, 'The parent showed the message', 'Keep what was told')
    await page.getByText('Nothing is to be decided.').waitFor()
    await page.getByText('Decided', { exact: true }).click()
    await page.getByText(/owner@school\.example .* The parent showed the message/).waitFor()
    expect(new URL(page.url()).searchParams.get('state')).toBe('resolved')
    await page.getByRole('link', { name: 'Booked anew' }).click()
    await page.getByRole('heading', { name: 'KES 900' }).waitFor()

    const [waiting] = (await office.w.call('GET', '/business/payment/unmatched/list')).body.data
    await office.goto(page, '/', 'Overview')
    await needs(page).getByRole('link', { name: 'Unmatched money' }).waitFor()
    const { accounts } = (await office.w.call('GET', `/business/customer/details/${office.w.customer.id}`)).body.data
    const matched = await office.w.call('POST', `/business/payment/${waiting._id}/match`, {
      accountid: accounts[0]._id,
    })
    expect(matched.status).toBe(200)
    await office.w.work()
    await needs(page).getByText('Nothing needs you now.').waitFor()
  }))

test('a payer says that he has paid; the clerk sees it come, be looked for, and settled when the money comes', () =>
  office.onPage({ as: 'cashier' }, async (clerk) => {
    const id = await office.bill('School trip')
    const { paymentlink, accountno } = (await office.w.call('GET', `/business/invoice/details/${id}`)).body.data
    await office.goto(clerk, '/claims?state=waiting', 'Said to be paid')
    await clerk.getByText('Codes that payers type on the pay page').waitFor()
    await office.onPage({ locale: 'en-KE' }, async (payer) => {
      await payer.goto(`${office.w.ctx.publicUrl}/pay/${paymentlink.code}`)
      await payer.getByText('I have already paid').click()
      await payer.locator('textarea[name=claim]').fill('UKQ7777777')
      await payer.locator('form:has(textarea[name=claim]) button').click()
      await payer.getByText('We are checking this with M-PESA.').waitFor()
    })
    const said = clerk.getByRole('region', { name: 'Code UKQ7777777' })
    await said.getByText('Being looked for').waitFor()
    await said.getByRole('link', { name: 'Amina Otieno' }).waitFor()
    await told.c2b('UKQ7777777', '12000', accountno)
    await said.waitFor({ state: 'detached' })
    await clerk.getByText('Settled', { exact: true }).click()
    await said.getByText('Pays the bill').waitFor()
    await said.getByRole('link', { name: 'Open the payment' }).click()
    await clerk.getByRole('heading', { name: 'KES 12,000' }).waitFor()
  }))

test('a claim that nothing answers is dismissed, with what came of it', () =>
  office.onPage({ as: 'cashier' }, async (page) => {
    const id = await office.bill('Swimming')
    const { paymentlink } = (await office.w.call('GET', `/business/invoice/details/${id}`)).body.data
    await fetch(`${office.w.ctx.publicUrl}/pay/${paymentlink.code}/claim`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ claim: 'UKQ8888888' }),
    })
    await giveUp('UKQ8888888')
    await office.goto(page, '/', 'Overview')
    await needs(page).getByRole('link', { name: 'Said to be paid' }).click()
    const said = page.getByRole('region', { name: 'Code UKQ8888888' })
    await said.getByText('Not found').waitFor()
    await said.getByRole('button', { name: 'Dismiss UKQ8888888' }).click()
    await because(page, 'He rang: it was for another school', 'Dismiss')
    await page.getByText('No payer waits for you.').waitFor()
    await page.getByText('Settled', { exact: true }).click()
    await said.getByText('user cashier@school.example: He rang: it was for another school').waitFor()
  }))

test('unmatched money is given away, and back, without a mouse', () =>
  office.onPage({ as: 'cashier' }, async (page) => {
    await office.bill('Fees')
    const stranger = '254722000111'
    office.w.simulator.addPhone({ msisdn: stranger, name: 'Baraka Mwangi', balance: 5_000, pin: '1234' })
    const pay = async (amount: number) => {
      const paid = { phone: stranger, shortcode: '600984', account: 'AMINA OTIENO', amount }
      const { receipt } = await office.w.simulator.pay(paid)
      await office.w.work()
      return receipt
    }
    const [first, second] = [await pay(310), await pay(320)]
    await office.goto(page, '/unmatched', 'Unmatched money')
    const card = (code: string) => page.getByRole('region', { name: `Payment ${code}` })
    const focused = () => page.evaluate<string | null>(`document.activeElement.getAttribute('aria-label')`)
    await card(second).waitFor()
    await page.getByText('On the keyboard:').waitFor()
    // The newest is the first one; j comes onto it, and then to the next.
    await page.keyboard.press('j')
    expect(await focused()).toBe(`Payment ${second}`)
    await page.keyboard.press('j')
    expect(await focused()).toBe(`Payment ${first}`)
    await page.keyboard.press('ArrowUp')
    expect(await focused()).toBe(`Payment ${second}`)
    await page.keyboard.press('Enter')
    await card(second).waitFor({ state: 'detached' })
    await page.keyboard.press('u')
    await card(second).waitFor()
    await page.getByText('Undone: the payment waits again').waitFor()
    for (const code of [second, first]) {
      await page.keyboard.press('1')
      await card(code).waitFor({ state: 'detached' })
    }
    await page.getByText('Nothing waits.').waitFor()
    const paid = await office.w.call('GET', `/business/transaction/list?search=${second}`)
    expect(paid.body.data[0]).toMatchObject({ unmatched: 0, customerid: office.w.customer.id })
  }))

test('whoever presses keys by accident turns single keys off', () =>
  office.onPage({ as: 'cashier' }, async (page) => {
    await office.payByPaybill({ account: 'WHO KNOWS', amount: 330 })
    await office.goto(page, '/me', 'Your account')
    await page.getByLabel('Single keys are shortcuts').uncheck()
    await office.goto(page, '/unmatched', 'Unmatched money')
    const card = page.getByRole('region', { name: /^Payment / }).first()
    await card.waitFor()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.method()))
    for (const key of ['1', 'j', '/']) await page.keyboard.press(key)
    expect(await card.evaluate((section) => section.ownerDocument.activeElement === section)).toBe(false)
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.keyboard.press('ArrowDown')
    expect(await card.evaluate((section) => section.ownerDocument.activeElement === section)).toBe(true)
    expect(asked).not.toContain('POST')
  }))

test('a statement is uploaded: each line with what became of it; what is no statement is refused with what to do', () =>
  office.onPage({ as: 'cashier' }, async (page) => {
    const known = told.receipt()
    await told.c2b(known, '150')
    const [unknown, other] = [told.receipt(), told.receipt()]
    await told.c2b(other, '80')
    const line = (receipt: string, paidIn: number) =>
      `${receipt},01-03-2031 11:15:00,Pay Bill,Completed,${paidIn}.00,,,254722000111 - BARAKA,NOBODY`
    const csv = [
      'Receipt No.,Completion Time,Details,Transaction Status,Paid In,Withdrawn,Balance,Other Party Info,A/C No.',
      line(known, 150),
      line(unknown, 260),
      line(other, 90),
    ].join('\n')
    const upload = async (text: string) => {
      const file = { name: 'march.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
      await page.getByRole('dialog').getByLabel('File').setInputFiles(file)
      await page.getByRole('dialog').getByRole('button', { name: 'Import' }).click()
    }
    await office.goto(page, '/statements', 'Statements of M-PESA')
    await page.getByText('appear here, with what became of each line').waitFor()
    await page.getByRole('button', { name: 'Import a statement' }).click()
    await upload('Name,Phone\nAmina,0712345678')
    await page
      .getByRole('alert')
      .filter({ hasText: /columns/i })
      .waitFor()
    await upload(csv)
    await page.getByRole('heading', { name: 'march.csv' }).waitFor()
    await page.getByText('3 lines of 600984').waitFor()
    const lines = page.getByRole('table', { name: 'Lines of the statement' })
    await lines.getByRole('row', { name: new RegExp(`${known}.*Known`) }).waitFor()
    await lines.getByRole('row', { name: new RegExp(`${unknown}.*Booked`) }).waitFor()
    await lines.getByRole('row', { name: new RegExp(`${other}.*Contradicts.*Decide`) }).waitFor()
    await page.getByRole('combobox', { name: 'What became of it' }).selectOption('Booked (1)')
    await lines.getByRole('row', { name: new RegExp(known) }).waitFor({ state: 'detached' })
    expect(new URL(page.url()).searchParams.get('fate')).toBe('booked')
    await page.goto(`${office.w.ctx.publicUrl}/statements`)
    await page.getByRole('row', { name: /march\.csv.*KES 260/ }).waitFor()
    await page.getByRole('button', { name: 'Import a statement' }).click()
    await upload(csv)
    await page.getByText('This file was imported before: nothing changed').waitFor()
  }))

test('who was turned away at the Paybill is listed, with what he typed and what would have let him in', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    await office.w.call('PATCH', '/business/settings/update', { validationpolicy: 'known_only' })
    const answer = await fetch(callbackUrls(office.w.ctx, office.w.businessId).validation, {
      method: 'POST',
      body: JSON.stringify({
        TransactionType: 'Pay Bill',
        TransID: 'UKV0000009',
        TransTime: '20310301111500',
        TransAmount: '450.50',
        BusinessShortCode: '600984',
        BillRefNumber: 'ROOM 9',
        MSISDN: '2547 ***** 111',
        FirstName: 'BARAKA',
      }),
    })
    expect(await answer.json()).toMatchObject({ ResultCode: 'C2B00012' })
    await office.goto(page, '/refused', 'Turned away')
    const row = page.getByRole('row', { name: /UKV0000009/ })
    await row.getByText('ROOM 9').waitFor()
    await row.getByText('KES 450.50').waitFor()
    await row.getByText('It leads to no account, invoice, phone or name of yours.').waitFor()
    await page.getByText('What would have let it in').waitFor()
    await page.getByRole('searchbox').fill('nobody typed this')
    await page.getByText('Nothing is found.').waitFor()
  }))

test('payments are filtered in the address, and one says why it cannot be given back by M-PESA', () =>
  office.onPage({ as: 'cashier' }, async (page) => {
    const id = await office.bill('Lunch')
    await office.w.call('POST', `/business/invoice/${id}/payment/add`, { amount: 75, method: 'Cash' })
    await office.goto(page, '/payments', 'Payments')
    await page.getByRole('combobox', { name: 'Channel' }).selectOption('By hand')
    await page.getByRole('row', { name: /KES 75/ }).waitFor()
    await page.getByLabel('Paid until').fill('2031-02-01')
    await page.getByText('Nothing is found.').waitFor()
    await page.reload()
    await page.getByText('Nothing is found.').waitFor()
    expect(new URL(page.url()).search).toBe('?channel=manual&paidto=2031-02-01')
    await page.getByLabel('Paid until').fill('')
    await page
      .getByRole('row', { name: /KES 75/ })
      .getByRole('link')
      .first()
      .click()
    await page.getByRole('heading', { name: 'KES 75' }).waitFor()
    const whyNot = async (name: string, why: string) => {
      const button = page.getByRole('button', { name, exact: true })
      expect([name, await button.isDisabled()]).toEqual([name, true])
      await button.locator('..').hover()
      await page.getByText(why).waitFor()
    }
    await whyNot('Have M-PESA give it back', 'Only what M-PESA received can be given back by M-PESA')
    await whyNot('Take off the account', 'It was recorded by hand: reverse it instead')
    await whyNot('Release', 'Nothing of it is held')
    expect(await page.getByRole('button', { name: 'Reverse', exact: true }).isEnabled()).toBe(true)
  }))

test('an auditor sees what waits, and is told why he may decide nothing of it', () =>
  office.onPage({ as: 'auditor' }, async (page) => {
    const receipt = await contradicted()
    const unmatched = told.receipt()
    await told.c2b(unmatched, '40', 'NOBODY')
    await office.goto(page, '/contradictions', 'Contradictions')
    const keep = page.getByRole('button', { name: `Keep what is booked of ${receipt}` })
    expect(await keep.isDisabled()).toBe(true)
    await keep.locator('..').hover()
    await page.getByText('Your role may not record payments').waitFor()
    await page.getByRole('link', { name: receipt }).click()
    await page.getByText('Another amount was told of it: KES 900.').waitFor()
    await office.goto(page, '/unmatched', 'Unmatched money')
    await page.getByRole('region', { name: `Payment ${unmatched}` }).waitFor()
    expect(await page.getByText('On the keyboard:').count()).toBe(0)
    await office.goto(page, '/statements', 'Statements of M-PESA')
    expect(await page.getByRole('button', { name: 'Import a statement' }).isDisabled()).toBe(true)
  }))

test.each([
  ['desktop', {}, []],
  ['phone, in the dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const }, byWidthAndColour],
])('nothing stands in the way, and nothing is wider than the page: %s', (_, options, rules) =>
  office.onPage({ as: 'owner', ...options }, async (page) => {
    const [statement] = (await office.w.call('GET', '/business/statement/list')).body.data
    for (const [path, heading] of [
      ['/', 'Overview'],
      ['/claims?state=all', 'Said to be paid'],
      ['/contradictions?state=all', 'Contradictions'],
      ['/refused', 'Turned away'],
      ['/statements', 'Statements of M-PESA'],
      [`/statements/${statement._id}`, 'march.csv'],
      ['/unmatched', 'Unmatched money'],
    ] as const) {
      await office.goto(page, path, heading)
      await page.getByRole('main').locator('[aria-busy]').first().waitFor({ state: 'detached' })
      const wider = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
      expect([path, await violations(page, rules), Math.max(0, wider)]).toEqual([path, [], 0])
    }
  }),
)
