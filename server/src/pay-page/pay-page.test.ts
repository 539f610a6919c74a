import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'

let w: World
let made = 0

beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

type Bill = { _id: string; invoiceno: string; accountno: string; path: string; code: string }

async function bill(wishes: Record<string, unknown> = {}): Promise<Bill> {
  const answer = await w.call('POST', '/business/invoice/create', {
    customerid: w.customer.id,
    items: [{ itemid: w.products[0], quantity: 1, rate: 1000 }],
    duedate: '2031-04-15',
    ...wishes,
  })
  expect(answer.status).toBe(201)
  const { _id, invoiceno, accountno, paymentlink } = answer.body.data
  return { _id, invoiceno, accountno, code: paymentlink.code, path: `/pay/${paymentlink.code}` }
}

/** A phone that has not been asked lately. */
function phone(): string {
  const msisdn = `2547${String(20_000_000 + made++)}`
  w.simulator.addPhone({ msisdn, name: 'Baraka Mwangi', balance: 500_000, pin: '1234' })
  return msisdn
}

const get = (path: string, headers?: Record<string, string>) =>
  w.call('GET', path, undefined, { 'accept-language': 'en', ...headers })
const press = (path: string, fields: Record<string, string>) =>
  w.call('POST', `${path}/request`, new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    'accept-language': 'en',
  })

/** Presses *Pay now* and follows the redirect, as a browser does. */
async function pay(path: string, fields: Record<string, string>) {
  const pressed = await press(path, fields)
  expect(pressed.status).toBe(303)
  return pressed.headers.get('location') as string
}

function promptOf(msisdn: string): string {
  const prompt = w.simulator.phone(msisdn).prompts.find(({ state }) => state === 'waiting')
  if (!prompt) throw new Error(`no prompt on ${msisdn}`)
  return prompt.id
}

describe('GET /pay/:code', () => {
  test('says who asks, what for, how much, by when, and where to pay by hand', async () => {
    const { path, invoiceno, accountno } = await bill({
      title: 'Term 1 fees',
      discount: 10,
      discounttype: 'percentage',
    })
    const { status, headers, body } = await get(path)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    for (const said of [
      'Mwangaza Academy',
      'Term 1 fees',
      invoiceno,
      'For Amina O.',
      'KES\u00a0900',
      'Tuesday 15 Apr 2031',
    ]) {
      expect(body).toContain(said)
    }
    expect(body).toContain('data-copy="600984"')
    expect(body).toContain(`data-copy="${accountno}"`)
    expect(body).toContain('data-copy="900"')
    expect(body).toContain(`${accountno.slice(0, 3)} ${accountno.slice(3)}`)
  })

  test('tells a stranger neither the name, nor the phone, nor the e-mail of the payer, nor an id', async () => {
    const { path, _id } = await bill()
    const { body } = await get(path)
    for (const kept of ['Otieno', '712345678', '345', 'amina@', _id, w.businessId, w.customer.id])
      expect(body).not.toContain(kept)
    expect(body).toContain('0712\u00a0•••\u00a0678')
  })

  test('weighs under 15 KB with its style and script, asks nobody else for anything, and runs nothing inline', async () => {
    const items = Array.from({ length: 40 }, () => ({
      itemid: w.products[0],
      name: 'Tuition and boarding, paid by the term',
      quantity: 2,
      rate: 1000,
    }))
    const { path } = await bill({ items })
    const page = (await get(path)).body as string
    const addresses = [...page.matchAll(/(?:src|href|action)="([^"]+)"/g)].map(([, address]) => address as string)
    expect(addresses.filter((address) => !address.startsWith('/pay/') && address !== 'data:,')).toEqual([])
    const files = await Promise.all(
      addresses.filter((address) => address.includes('?v=')).map((address) => get(address)),
    )
    expect(files.map(({ status }) => status)).toEqual([200, 200])
    expect(files.every(({ headers }) => headers.get('cache-control')?.includes('immutable'))).toBe(true)
    const bytes = [page, ...files.map(({ body }) => body as string)].reduce(
      (sum, text) => sum + Buffer.byteLength(text),
      0,
    )
    expect(bytes).toBeLessThan(15_000)
    expect(
      Buffer.byteLength(files.find(({ headers }) => headers.get('content-type')?.includes('javascript'))?.body),
    ).toBeLessThanOrEqual(1024)
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|\sstyle=|<style|\son\w+=/)
  })

  test('is kept, indexed, framed and referred to by nobody', async () => {
    const { path } = await bill()
    for (const answer of [await get(path), await get('/pay/nothing'), await get(`${path}.json`)]) {
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'content-security-policy':
          "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      })
    }
  })

  test('shows hostile names as the letters that they are', async () => {
    const hostile = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>&amp;`
    const { path } = await bill({
      title: hostile,
      items: [{ itemid: w.products[0], name: hostile, quantity: 1, rate: 10 }],
    })
    const { body } = await get(path)
    expect(body).not.toContain('<script>alert')
    expect(body).not.toContain('<img')
    expect(body.match(/&#60;script&#62;alert\(1\)/g)).toHaveLength(2)
    expect(body).toContain('&#38;amp;')
  })

  test('answers a code that is unknown, malformed, revoked or switched off with the same bytes', async () => {
    const [revoked, off] = [await bill(), await bill()]
    await inBusiness(w.ctx.sql, w.businessId, async (tx) => {
      await tx`update payment_links set generation = generation + 1 where business_id = ${w.businessId} and invoice_id = ${revoked._id}`
      await tx`update payment_links set active = false where business_id = ${w.businessId} and invoice_id = ${off._id}`
    })
    const paths = [
      '/pay/AAAAAAAAAAAAAAAAAAAAAA',
      '/pay/x',
      `/pay/${'a'.repeat(150)}`,
      '/pay/%3Cscript%3E',
      '/pay/a/b',
      revoked.path,
      off.path,
    ]
    const answers = await Promise.all(paths.map((path) => get(path)))
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404))
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect(answers[0]?.body).toContain('We cannot find this page')
    const posted = await press(revoked.path, { phone: phone(), amount: '1000' })
    expect({ status: posted.status, body: posted.body }).toEqual({ status: 404, body: answers[0]?.body })
  })

  test('says of a draft only that it is not ready, and of a cancelled invoice that nothing is to be paid', async () => {
    const draft = await bill({ status: 'draft', title: 'Secret plan' })
    const early = await get(draft.path)
    expect(early.body).toContain('not available yet')
    expect(early.body).not.toContain('Secret plan')
    expect(early.body).not.toContain('<form')
    const cancelled = await bill()
    await w.call('PATCH', `/business/invoice/update/${cancelled._id}`, { status: 'cancelled' })
    const late = await get(cancelled.path)
    expect(late.body).toContain('This invoice was cancelled')
    expect(late.body).not.toContain('<form')
  })

  test('marks what is overdue', async () => {
    const { path, _id } = await bill({ duedate: '2031-03-02' })
    await inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) => tx`update invoices set overdue_at = ${w.ctx.now()} where business_id = ${w.businessId} and id = ${_id}`,
    )
    expect((await get(path)).body).toMatch(/Overdue<\/strong> Was due Sunday 2 Mar 2031/)
  })

  test('speaks Kiswahili when the browser or the reader asks for it, and the reader wins', async () => {
    const { path } = await bill()
    const byBrowser = await get(path, { 'accept-language': 'sw-KE,sw;q=0.9,en;q=0.8' })
    expect(byBrowser.body).toContain('<html lang="sw">')
    expect(byBrowser.body).toContain('Kiasi unachodaiwa')
    expect(byBrowser.body).toContain('Tarehe ya mwisho ya kulipa: Jumanne 15 Apr 2031')
    expect((await get(`${path}?lang=en`, { 'accept-language': 'sw' })).body).toContain('<html lang="en">')
    const chosen = await get(`${path}?lang=sw`)
    expect(chosen.body).toContain(`action="${path}/request?lang=sw"`)
    expect((await get(`${path}?lang=xx`, { 'accept-language': 'fr' })).body).toContain('<html lang="en">')
  })
})

describe('POST /pay/:code/request', () => {
  test('asks the phone that was typed, shows the wait, and then the receipt', async () => {
    const { path, invoiceno, _id } = await bill()
    const payer = phone()
    const waiting = await pay(path, { amount: 'KES 1,000', to: 'other', phone: `+${payer}` })
    expect(waiting).toMatch(new RegExp(`^${path}\\?request=[0-9a-f]{24}$`))
    const asked = await get(waiting)
    expect(asked.body).toContain('Enter your M-PESA PIN on your phone')
    expect(asked.body).toMatch(/<noscript><meta http-equiv="refresh" content="3"/)
    expect(asked.body).not.toContain('<form')
    expect(asked.body).not.toContain(payer.slice(3))

    const { receipt } = await w.simulator.answerPrompt(payer, promptOf(payer), { pin: '1234' })
    await w.simulator.settled()
    await w.work()
    const paid = await get(waiting)
    for (const said of ['Thank you, payment received', receipt, 'KES\u00a01,000', '1 Mar 2031, 11:15', invoiceno]) {
      expect(paid.body).toContain(said)
    }
    expect(paid.body).not.toMatch(/<form|http-equiv/)
    expect((await w.call('GET', `/business/invoice/details/${_id}`)).body.data.status).toBe('paid')
  })

  test('takes a part, then asks for the rest', async () => {
    const { path } = await bill()
    const payer = phone()
    const waiting = await pay(path, { amount: '400', to: 'other', phone: payer })
    await w.simulator.answerPrompt(payer, promptOf(payer), { pin: '1234' })
    await w.simulator.settled()
    await w.work()
    const { body } = await get(waiting)
    expect(body).toContain('Thank you, payment received')
    expect(body).toMatch(/Still to pay<\/p>\s*<h1 class="amount">KES\u00a0600</)
    expect(body).toContain('value="600"')
  })

  test('sends to the phone of the invoice without ever showing it', async () => {
    const { path } = await bill()
    const waiting = await pay(path, { amount: '1000', to: 'known', phone: '' })
    expect((await get(waiting)).body).toContain('0712\u00a0•••\u00a0678')
    await w.simulator.answerPrompt(w.customer.phone, promptOf(w.customer.phone), { cancel: true })
    await w.simulator.settled()
    await w.work()
    const { body } = await get(waiting)
    expect(body).toContain('You cancelled the request on your phone. Nothing was paid.')
    expect(body).toContain('<form')
    expect(body).not.toContain('http-equiv')
  })

  test.for([
    ['a wrong PIN', { balance: 500_000 }, { pin: '9999' }, 'The PIN was wrong. Nothing was paid.'],
    ['too little money', { balance: 3 }, { pin: '1234' }, 'There was not enough money in M-PESA. Nothing was paid.'],
  ] as const)('tells %s from the rest', async ([, state, answer, sentence]) => {
    const { path } = await bill()
    const payer = phone()
    w.simulator.addPhone({ msisdn: payer, name: 'Baraka Mwangi', pin: '1234', ...state })
    const waiting = await pay(path, { amount: '1000', to: 'other', phone: payer })
    for (let tries = 0; tries < 3; tries++) {
      const open = w.simulator.phone(payer).prompts.find((prompt) => prompt.state === 'waiting')
      if (open) await w.simulator.answerPrompt(payer, open.id, answer)
    }
    await w.simulator.settled()
    await w.work()
    expect((await get(waiting)).body).toContain(sentence)
  })

  test('pressed twice leads to one request, and pressing for another bill meanwhile is refused kindly', async () => {
    const [first, second] = [await bill(), await bill()]
    const payer = phone()
    const fields = { amount: '1000', to: 'other', phone: payer }
    const [one, other] = await Promise.all([pay(first.path, fields), pay(first.path, fields)])
    expect(one).toBe(other)
    expect(w.simulator.phone(payer).prompts).toHaveLength(1)
    const elsewhere = await press(second.path, fields)
    expect(elsewhere.status).toBe(409)
    expect(elsewhere.body).toContain('A request went to this phone a moment ago')
    expect(elsewhere.body).toContain('value="1000"')
  })

  test('asks a bill’s payers ten times a day, then shows the Paybill only', async () => {
    const { path } = await bill()
    const last = { amount: '10', to: 'other', phone: phone() }
    for (let times = 0; times < 9; times++) await pay(path, { ...last, phone: phone() })
    const waiting = await pay(path, last)
    const refused = await press(path, { amount: '10', to: 'other', phone: phone() })
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('too many requests for this bill today')
    expect(refused.body).toContain('data-copy="600984"')
    expect(await pay(path, last)).toBe(waiting)
  })

  test.for([
    ['no amount', { amount: '' }, 'Enter the amount in whole shillings'],
    ['nothing', { amount: '0' }, 'Enter the amount in whole shillings'],
    ['cents', { amount: '10.50' }, 'Enter the amount in whole shillings'],
    ['a negative amount', { amount: '-5' }, 'Enter the amount in whole shillings'],
    ['more than is owed', { amount: '1001' }, 'Enter KES\u00a01,000 or less'],
    ['no phone', { amount: '10', phone: '' }, 'Enter a Kenyan mobile number'],
    ['a foreign phone', { amount: '10', phone: '+44 7700 900123' }, 'Enter a Kenyan mobile number'],
    [
      'a number that was typed but not chosen',
      { amount: '10', to: 'known', phone: '0722 000 000' },
      'Choose which phone pays',
    ],
  ] as const)('refuses %s, says why beside the field and keeps what was typed', async ([, fields, sentence]) => {
    const { path } = await bill()
    const { status, body } = await press(path, { to: 'other', phone: '0722000000', ...fields })
    expect(status).toBe(400)
    expect(body).toContain(sentence)
    expect(body).toContain(`value="${fields.amount}"`)
    expect(body).toContain('aria-invalid="true"')
  })

  test('proposes whole shillings, and no more than M-PESA moves at once', async () => {
    const cents = await bill({ items: [{ itemid: w.products[0], quantity: 1, rate: 1234.56 }] })
    const small = (await get(cents.path)).body
    expect(small).toContain('KES\u00a01,234.56')
    expect(small).toContain('value="1235"')
    expect(small).toContain('M-PESA takes no cents')
    const large = await bill({ items: [{ itemid: w.products[0], quantity: 1, rate: 400_000 }] })
    expect((await get(large.path)).body).toContain('value="250000"')
    expect((await press(large.path, { amount: '300000', to: 'other', phone: phone() })).body).toContain(
      'Enter KES\u00a0250,000 or less',
    )
  })

  test('never says "try again" while M-PESA is silent', async () => {
    const { path } = await bill()
    w.simulator.trouble({ kind: 'dropped-after-commit', endpoint: 'stk-push' })
    const waiting = await pay(path, { amount: '1000', to: 'other', phone: phone() })
    w.simulator.clearTrouble()
    const { body } = await get(waiting)
    expect(body).toContain('We have not heard from M-PESA yet. Do not pay again.')
    expect(body).not.toContain('<form')
    expect(body).toContain('content="15"')
  })

  test('a phone that never answers is not called unpaid before M-PESA says so', async () => {
    const { path } = await bill()
    const waiting = await pay(path, { amount: '1000', to: 'other', phone: phone() })
    await w.advance('PT80S')
    expect((await get(waiting)).body).toContain('We have not heard from M-PESA yet')
    await w.advance('PT10M')
    expect((await get(waiting)).body).toContain('Did no message from M-PESA come to your phone?')
    await w.work()
    expect((await get(waiting)).body).toContain('The request was not answered in time. Nothing was paid.')
  })

  test('asks nobody to pay again when M-PESA has the money and its report was lost', async () => {
    const { path } = await bill()
    const payer = phone()
    const waiting = await pay(path, { amount: '1000', to: 'other', phone: payer })
    w.simulator.trouble({ kind: 'callback-lost', endpoint: '*', times: 'always' })
    await w.simulator.answerPrompt(payer, promptOf(payer), { pin: '1234' })
    await w.simulator.settled()
    w.simulator.clearTrouble()
    await w.advance('PT31S')
    await w.work()
    const { body } = await get(waiting)
    expect(body).toContain('M-PESA says that you have paid. Do not pay again.')
    expect(body).not.toContain('<form')
  })

  test('a request is shown on the page of its own bill only', async () => {
    const [mine, other] = [await bill(), await bill()]
    const waiting = await pay(mine.path, { amount: '1000', to: 'other', phone: phone() })
    const id = new URL(waiting, w.ctx.publicUrl).searchParams.get('request')
    const { body } = await get(`${other.path}?request=${id}`)
    expect(body).not.toContain('We have sent a request')
    expect(body).toContain('<form')
  })
})

describe('standalone links', () => {
  test('are paid in the same way', async () => {
    const made = await w.call('POST', '/business/payment-link/create', { title: 'Deposit for the hall', amount: 2500 })
    const path = `/pay/${made.body.data.code}`
    const before = await get(path)
    expect(before.body).toContain('Deposit for the hall')
    expect(before.body).toContain('KES\u00a02,500')
    const payer = phone()
    const waiting = await pay(path, { amount: '2500', phone: payer })
    const { receipt } = await w.simulator.answerPrompt(payer, promptOf(payer), { pin: '1234' })
    await w.simulator.settled()
    await w.work()
    const { body } = await get(waiting)
    expect(body).toContain('Thank you, payment received')
    expect(body).toContain(receipt)
  })
})

describe('GET /pay/:code.json', () => {
  test('says the same to programs, with no ids and nothing of the payer', async () => {
    const { path, invoiceno, accountno } = await bill({ title: 'Term 1 fees' })
    const { status, body } = await get(`${path}.json`)
    expect(status).toBe(200)
    expect(body).toEqual({
      success: true,
      data: {
        business: 'Mwangaza Academy',
        title: 'Term 1 fees',
        invoiceno,
        status: 'unpaid',
        currency: 'KES',
        total: 1000,
        amountpaid: 0,
        balance: 1000,
        duedate: '2031-04-15T00:00:00Z',
        paybill: '600984',
        accountno,
        items: [{ name: 'Website Development', quantity: 1, total: 1000 }],
        payments: [],
      },
    })
    const draft = await bill({ status: 'draft', title: 'Secret plan' })
    expect(JSON.stringify((await get(`${draft.path}.json`)).body)).not.toMatch(/Secret|1000/)
    const missing = await get('/pay/nothing.json')
    expect({ status: missing.status, body: missing.body }).toEqual({
      status: 404,
      body: { success: false, error: 'Payment link not found' },
    })
  })
})

describe('GET /qr/:code.png', () => {
  test('draws the address of the page, and nothing for a code that nobody was given', async () => {
    const { code } = await bill()
    const answer = await fetch(`${w.ctx.publicUrl}/qr/${code}.png`)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    expect((await get('/qr/nothing.png')).status).toBe(404)
  })
})

test('one address may press the button thirty times an hour', async () => {
  const { path } = await bill()
  const fields = { amount: '10', to: 'other', phone: phone() }
  await w.advance('PT2H')
  const presses = []
  for (let times = 0; times < 31; times++) presses.push((await press(path, fields)).status)
  expect(presses).toEqual([...Array<number>(30).fill(303), 429])
  await w.advance('PT1H')
  expect((await press(path, fields)).status).toBe(303)
})
