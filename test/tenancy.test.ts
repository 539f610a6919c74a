import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inBusiness } from '../server/src/db/sql.ts'
import { keepRefused } from '../server/src/payments/keep-refused.ts'
import { checksums } from './checksums.ts'
import { routesOf, type Route } from './routes.ts'
import { world, type World } from './world.ts'

const missing = '0'.repeat(24)
/** Fits the schema of every update, so that a refusal can only be about whose it is. */
const bodyOf = (deliveryid: string) => ({
  title: 'Mine',
  name: 'Mine',
  active: true,
  role: 'auditor',
  deliveryid,
  amount: 1,
  method: 'cash',
  reason: 'Mine',
  keep: 'ours',
  kind: 'write_off',
  transactionid: missing,
  adjustmentid: missing,
  from: '2031-03-01',
  customerid: missing,
  items: [{ itemid: missing, quantity: 1, rate: 1 }],
  duedate: '2031-04-01',
  phone: '0712345678',
  securitycredential: 'A'.repeat(344),
})

let w: World
let stranger: { businessId: string; apiKey: string }
let routes: Route[]
let ids: Record<string, string>
let deliveryId: string

beforeAll(async () => {
  w = await world({ connected: false })
  stranger = await w.stranger()
  routes = routesOf(w.app).filter(({ path }) => path.startsWith('/business'))
  const made = async (noun: string, body: object) => {
    const answer = await w.call('POST', `/business/${noun}/create`, body)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return answer.body.data
  }
  const webhook = await made('webhook', { url: 'http://127.0.0.1:9/hook' })
  const invoice = await made('invoice', {
    customerid: w.customer.id,
    items: [{ itemid: w.products[0], quantity: 1, rate: 1000 }],
    duedate: '2031-04-01',
    taxid: w.taxId,
  })
  await w.call('PATCH', `/business/invoice/update/${invoice._id}`, { status: 'partially_paid', amountpaid: 100 })
  const recorded = await w.call('POST', `/business/invoice/${invoice._id}/payment/add`, { amount: 50 })
  expect(recorded.status, JSON.stringify(recorded.body)).toBe(201)
  const message = { invoiceid: invoice._id, purpose: 'invoice', channels: ['sms'] }
  expect((await w.call('POST', '/business/message/send', message)).status).toBe(201)
  const note = await made('credit-note', {
    invoiceid: invoice._id,
    items: [{ line: 1, amount: 10 }],
    reason: 'Returned',
  })
  const shortcode = '600111'
  await inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx`
      insert into shortcodes (business_id, shortcode, environment, consumer_key, consumer_secret, created_at)
      values (${w.businessId}, ${shortcode}, 'sandbox', '', '', ${w.ctx.now()})
    `,
  )
  const paidIn = (amount: number) => `UKS0000001,2031-02-28 10:00:00,${amount},`
  const csv = ['Receipt No.,Completion Time,Paid In,Withdrawn', paidIn(5), paidIn(6)].join('\n')
  const statement = await w.call('POST', '/business/statement/import', { shortcode, csv })
  expect(statement.status, JSON.stringify(statement.body)).toBe(200)
  await made('close', { shortcode, date: '2031-02-28' })
  const refused = { code: 'C2B00012', shortcode, receipt: 'UKS0000002', amount: 500n, accountTyped: 'NOBODY' } as const
  await inBusiness(w.ctx.sql, w.businessId, (tx) =>
    keepRefused(tx, w.ctx, w.businessId, [{ ...refused, phone: null, payerName: null, body: Buffer.from('{}') }]),
  )
  const claim = new URLSearchParams({ claim: 'UKS0000003' })
  const claimed = `${w.ctx.publicUrl}/pay/${invoice.paymentlink.code}/claim`
  expect((await fetch(claimed, { method: 'POST', body: claim, redirect: 'manual' })).status).toBe(303)
  const receipts = await w.call('GET', '/business/receipt/list')
  const transactions = await w.call('GET', '/business/transaction/list')
  const [delivery] = await inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx<{ event_id: string }[]>`select event_id from deliveries limit 1`,
  )
  deliveryId = delivery?.event_id ?? ''
  const person = { email: 'bursar@school.example', name: 'Bursar', role: 'cashier' }
  const bursar = await w.call('POST', '/business/user/invite', person)
  ids = {
    invoice: invoice._id,
    customer: w.customer.id,
    account: invoice.accountid,
    product: w.products[0],
    tax: w.taxId,
    'payment-link': (await made('payment-link', { title: 'Fees', amount: 100 }))._id,
    transaction: transactions.body.data[0]._id,
    payment: transactions.body.data[0]._id,
    contradiction: (await w.call('GET', '/business/payment/contradiction/list')).body.data[0]._id,
    claim: (await w.call('GET', '/business/claim/list')).body.data[0]._id,
    webhook: webhook._id,
    event: deliveryId,
    statement: statement.body.data._id,
    receipt: receipts.body.data[0]._id,
    'credit-note': note._id,
    key: (await w.call('GET', '/business/key/list')).body.data[0]._id,
    user: bursar.body.data._id,
    shortcode,
  }
})
afterAll(() => w.end())

const asStranger = (method: string, path: string, body?: object) =>
  w.call(method, path, method === 'GET' ? undefined : body, { authorization: stranger.apiKey })
/** What stands before its id, where that is no verb; else what the route is about. */
const nounOf = (path: string) => {
  const words = path.split('/')
  const before = words[words.indexOf(':id') - 1] ?? ''
  return before in ids ? before : (words[2] ?? '')
}
const withId = ({ path }: Route, id: string) => path.replace(':id', id)

test('the list of routes is the whole list', () => {
  expect(routes.length).toBeGreaterThan(30)
  expect(routes).toContainEqual({ method: 'PATCH', path: '/business/invoice/update/:id' })
})

describe('another business', () => {
  test('gets for every id of ours, on every route, the very bytes of a missing id', async () => {
    const before = await checksums(w)
    for (const route of routes.filter(({ path }) => path.includes(':id'))) {
      const id = ids[nounOf(route.path)]
      const name = `${route.method} ${route.path}`
      expect(id, `${name}: make one of it in this test`).toBeTruthy()
      const body = bodyOf(deliveryId)
      const ours = await asStranger(route.method, withId(route, id ?? ''), body)
      const nobodys = await asStranger(route.method, withId(route, missing), body)
      expect([ours.status, ours.body], name).toEqual([404, nobodys.body])
      expect(headersOf(ours), name).toEqual(headersOf(nobodys))
    }
    expect(await checksums(w)).toEqual(before)
  })

  test('finds its own settings, not ours', async () => {
    const { body } = await asStranger('GET', '/business/settings/details')
    expect(body.data).toMatchObject({ _id: stranger.businessId, name: 'Jirani Stores' })
    const numbers = (await asStranger('GET', '/business/settings/numbers')).body.data
    expect([numbers.invoice.next, numbers.receipt.next]).toEqual([1, 1])
  })

  test('finds nothing of ours in the ledger', async () => {
    const paths = ['/business/report/trial-balance', '/business/report/ledger?account=receivable']
    const partsOf = ({ data }: { data: { accounts?: unknown[]; entries?: unknown[] } }) => data.accounts ?? data.entries
    for (const path of paths) {
      expect(partsOf((await asStranger('GET', path)).body), path).toEqual([])
      expect(partsOf((await w.call('GET', path)).body)?.length, path).toBeGreaterThan(0)
    }
  })

  test('counts nothing of ours as waiting for a person', async () => {
    const counted = async (answer: Promise<{ body: { data: { contradictions: number } } }>) =>
      (await answer).body.data.contradictions
    expect(await counted(w.call('GET', '/business/attention/details'))).toBeGreaterThan(0)
    expect(await counted(asStranger('GET', '/business/attention/details'))).toBe(0)
  })

  test('counts nothing of ours as owed', async () => {
    expect((await w.call('GET', '/business/report/owed')).body.data.accounts).toBeGreaterThan(0)
    expect((await asStranger('GET', '/business/report/owed')).body.data).toMatchObject({ total: 0, accounts: 0 })
  })

  test('finds nothing of ours in any list', async () => {
    // The stream has no end; server/src/events/stream.test.ts listens to it as a stranger.
    const others = [
      '/business/attention/details',
      '/business/message/templates',
      '/business/settings/details',
      '/business/settings/logo',
      '/business/settings/numbers',
      '/business/report/owed',
      '/business/report/trial-balance',
      '/business/report/ledger',
      '/business/event/stream',
    ]
    const lists = routes.filter(({ method, path }) => method === 'GET' && !path.includes(':id'))
    for (const route of lists.filter(({ path }) => !others.includes(path))) {
      const { status, body } = await asStranger('GET', route.path)
      const own = await w.call('GET', route.path)
      expect(own.body.data.length, `${route.path}: make one of it in this test`).toBeGreaterThan(0)
      // A business is born with a key, and with a line about it.
      const born = /^\/business\/(key|audit)\/list$/.test(route.path)
      expect([status, body.data.length], route.path).toEqual([200, born ? 1 : 0])
      const ours = own.body.data.map(({ _id }: { _id: string }) => _id)
      if (born) expect(ours, route.path).not.toContain(body.data[0]._id)
    }
  })

  test('cannot name anything of ours in a body', async () => {
    const own = await asStranger('POST', '/business/customer/create', {
      name: 'Otieno',
      email: 'o@example.test',
      phone: '0700000001',
      country: 'Kenya',
      currency: 'KES',
    })
    const product = await asStranger('POST', '/business/product/create', { title: 'Soap', price: 1 })
    const fitting = {
      customerid: own.body.data._id,
      items: [{ itemid: product.body.data._id, quantity: 1, rate: 1 }],
      duedate: '2031-04-01',
    }
    const before = await checksums(w)
    const trials: [path: string, body: (id: string) => object, ours: string][] = [
      ['/business/invoice/create', (customerid) => ({ ...fitting, customerid }), ids.customer ?? ''],
      [
        '/business/invoice/create',
        (itemid) => ({ ...fitting, items: [{ itemid, quantity: 1, rate: 1 }] }),
        ids.product ?? '',
      ],
      ['/business/invoice/create', (taxid) => ({ ...fitting, taxid }), ids.tax ?? ''],
      ['/business/invoice/create', (accountid) => ({ ...fitting, accountid }), ids.account ?? ''],
      ['/business/credit-note/create', (invoiceid) => ({ invoiceid, reason: 'Returned' }), ids.invoice ?? ''],
      ['/business/account/create', (customerid) => ({ customerid, name: 'Room' }), ids.customer ?? ''],
      [
        '/business/payments/mobile/request',
        (referenceid) => ({ amount: 1, phone: '0712345678', channel: 'mpesa', referenceid }),
        ids.invoice ?? '',
      ],
      ['/business/message/send', (invoiceid) => ({ invoiceid, purpose: 'invoice' }), ids.invoice ?? ''],
      [
        '/business/message/preview',
        (invoiceid) => ({ invoiceid, purpose: 'invoice', channel: 'sms' }),
        ids.invoice ?? '',
      ],
      ['/business/close/create', (shortcode) => ({ shortcode, date: '2031-02-28' }), '600111'],
      ['/business/statement/import', (shortcode) => ({ shortcode, csv: 'a' }), '600111'],
    ]
    for (const [path, body, id] of trials) {
      const ours = await asStranger('POST', path, body(id))
      const nobodys = await asStranger('POST', path, body(missing))
      expect(ours.status, path).toBeGreaterThanOrEqual(400)
      expect([ours.status, JSON.stringify(ours.body).replace(id, missing)], path).toEqual([
        nobodys.status,
        JSON.stringify(nobodys.body),
      ])
    }
    expect(await checksums(w)).toEqual(before)
  })
})

describe('we ourselves', () => {
  test('do find what the other business does not', async () => {
    for (const route of routes.filter(({ method, path }) => method === 'GET' && path.includes(':id'))) {
      const answer = await w.call('GET', withId(route, ids[nounOf(route.path)] ?? ''))
      expect(answer.status, route.path).toBe(200)
    }
  })
})

describe('without a key', () => {
  test('every route answers 401 with the documented body, before it looks at anything else', async () => {
    for (const route of routes) {
      for (const authorization of ['', 'cs_your_client_secret']) {
        const body = route.method === 'GET' ? undefined : '{'
        const answer = await w.call(route.method, withId(route, missing), body, { authorization })
        expect([answer.status, answer.body], route.path).toEqual([
          401,
          { success: false, error: 'Unauthorized access!', message: 'Unauthorized access!' },
        ])
      }
    }
  })

  test('a revoked key is refused within five seconds', async () => {
    const other = await w.stranger()
    const list = () => w.call('GET', '/business/invoice/list', undefined, { authorization: other.apiKey })
    expect((await list()).status).toBe(200)
    await w.ctx.sql`update api_keys set revoked_at = ${w.ctx.now()} where business_id = ${other.businessId}`
    await w.advance('PT5S')
    expect((await list()).status).toBe(401)
  })
})

function headersOf({ headers }: { headers: Headers }): string[] {
  return [...headers]
    .filter(([name]) => !['date', 'x-request-id', 'x-ratelimit-remaining'].includes(name))
    .map(([name, value]) => `${name}: ${value}`)
}
