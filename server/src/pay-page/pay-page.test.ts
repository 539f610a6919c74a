import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { payer, type Payer } from '../../../test/payer.ts'
import { world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'

let w: World
let p: Payer

beforeAll(async () => {
  w = await world()
  p = payer(w)
})
afterAll(() => w.end())

describe('GET /pay/:code', () => {
  test('says who asks, what for, how much, by when, and where to pay by hand', async () => {
    const { path, invoiceno, accountno } = await p.bill({
      title: 'Term 1 fees',
      discount: 10,
      discounttype: 'percentage',
    })
    const { status, headers, body } = await p.get(path)
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
    const { path, _id } = await p.bill()
    const { body } = await p.get(path)
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
    const { path } = await p.bill({ items })
    const page = (await p.get(path)).body as string
    const addresses = [...page.matchAll(/(?:src|href|action)="([^"]+)"/g)].map(([, address]) => address as string)
    expect(addresses.filter((address) => !address.startsWith('/pay/') && address !== 'data:,')).toEqual([])
    const files = await Promise.all(
      addresses.filter((address) => address.includes('?v=')).map((address) => p.get(address)),
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
    const { path } = await p.bill()
    for (const answer of [await p.get(path), await p.get('/pay/nothing'), await p.get(`${path}.json`)]) {
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
    const { path } = await p.bill({
      title: hostile,
      items: [{ itemid: w.products[0], name: hostile, quantity: 1, rate: 10 }],
    })
    const { body } = await p.get(path)
    expect(body).not.toContain('<script>alert')
    expect(body).not.toContain('<img')
    expect(body.match(/&#60;script&#62;alert\(1\)/g)).toHaveLength(2)
    expect(body).toContain('&#38;amp;')
  })

  test('answers a code that is unknown, malformed, revoked or switched off with the same bytes', async () => {
    const [revoked, off] = [await p.bill(), await p.bill()]
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
    const answers = await Promise.all(paths.map((path) => p.get(path)))
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404))
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect(answers[0]?.body).toContain('We cannot find this page')
    const posted = await p.press(revoked.path, { phone: p.phone(), amount: '1000' })
    expect({ status: posted.status, body: posted.body }).toEqual({ status: 404, body: answers[0]?.body })
  })

  test('says of a draft only that it is not ready, and of a cancelled invoice that nothing is to be paid', async () => {
    const draft = await p.bill({ status: 'draft', title: 'Secret plan' })
    const early = await p.get(draft.path)
    expect(early.body).toContain('not available yet')
    expect(early.body).not.toContain('Secret plan')
    expect(early.body).not.toContain('<form')
    const cancelled = await p.bill()
    await w.call('PATCH', `/business/invoice/update/${cancelled._id}`, { status: 'cancelled' })
    const late = await p.get(cancelled.path)
    expect(late.body).toContain('This invoice was cancelled')
    expect(late.body).not.toContain('<form')
  })

  test('marks what is overdue', async () => {
    const { path, _id } = await p.bill({ duedate: '2031-03-02' })
    await inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) => tx`update invoices set overdue_at = ${w.ctx.now()} where business_id = ${w.businessId} and id = ${_id}`,
    )
    expect((await p.get(path)).body).toMatch(/Overdue<\/strong> Was due Sunday 2 Mar 2031/)
  })

  test('speaks Kiswahili when the browser or the reader asks for it, and the reader wins', async () => {
    const { path } = await p.bill()
    const byBrowser = await p.get(path, { 'accept-language': 'sw-KE,sw;q=0.9,en;q=0.8' })
    expect(byBrowser.body).toContain('<html lang="sw">')
    expect(byBrowser.body).toContain('Kiasi unachodaiwa')
    expect(byBrowser.body).toContain('Tarehe ya mwisho ya kulipa: Jumanne 15 Apr 2031')
    expect((await p.get(`${path}?lang=en`, { 'accept-language': 'sw' })).body).toContain('<html lang="en">')
    const chosen = await p.get(`${path}?lang=sw`)
    expect(chosen.body).toContain(`action="${path}/request?lang=sw"`)
    expect((await p.get(`${path}?lang=xx`, { 'accept-language': 'fr' })).body).toContain('<html lang="en">')
  })
})

describe('GET /pay/:code.json', () => {
  test('says the same to programs, with no ids and nothing of the payer', async () => {
    const { path, invoiceno, accountno } = await p.bill({ title: 'Term 1 fees' })
    const { status, body } = await p.get(`${path}.json`)
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
        duenow: 1000,
        instalments: [],
        duedate: '2031-04-15T00:00:00Z',
        paybill: '600984',
        accountno,
        items: [{ name: 'Website Development', quantity: 1, total: 1000 }],
        payments: [],
        held: 0,
      },
    })
    const draft = await p.bill({ status: 'draft', title: 'Secret plan' })
    expect(JSON.stringify((await p.get(`${draft.path}.json`)).body)).not.toMatch(/Secret|1000/)
    const missing = await p.get('/pay/nothing.json')
    expect({ status: missing.status, body: missing.body }).toEqual({
      status: 404,
      body: { success: false, error: 'Payment link not found' },
    })
  })
})

describe('GET /qr/:code.png', () => {
  test('draws the address of the page, and nothing for a code that nobody was given', async () => {
    const { code } = await p.bill()
    const answer = await fetch(`${w.ctx.publicUrl}/qr/${code}.png`)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    expect((await p.get('/qr/nothing.png')).status).toBe(404)
  })
})
