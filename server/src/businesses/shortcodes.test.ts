import { demoConsumerSecret, demoInitiator, demoPasskey } from '@kusanya/simulator'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { operatorOf, world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'
import { callbackUrls } from './connect-shortcode.ts'

let w: World
beforeAll(async () => {
  w = await world({ connected: false })
  w.simulator.addBusiness({ shortcode, consumerKey: key, consumerSecret: demoConsumerSecret })
})
afterAll(() => w.end())
beforeEach(() => w.simulator.clearTrouble())

const shortcode = '600984'
const key = 'consumer0key0of0the0app'
const wish = {
  shortcode,
  environment: 'sandbox',
  consumerkey: key,
  consumersecret: demoConsumerSecret,
  passkey: demoPasskey,
  email: 'bills@example.test',
  officialcontact: '0700000000',
}
const connect = (more: object = {}, headers: Record<string, string> = {}) =>
  w.call('POST', '/business/shortcode/connect', { ...wish, ...more }, headers)
const post = (what: string, body: object, headers: Record<string, string> = {}) =>
  w.call('POST', `/business/shortcode/${shortcode}/${what}`, body, headers)
const list = async () => (await w.call('GET', '/business/shortcode/list')).body.data
const look = async (id = shortcode) => (await w.call('GET', `/business/shortcode/${id}`)).body.data
const audit = async (limit = 1) => (await w.call('GET', `/business/audit/list?type=shortcode&limit=${limit}`)).body
const certificate = async () => (await fetch(`${w.simulator.url}/_sim/public-key.pem`)).text()
/** How often M-PESA was called. */
const asked = () => w.simulator.journal({ direction: 'in' }).length
const urlsTaken = { endpoint: 'c2b-register', kind: 'refused', message: 'Urls are already registered' } as const
/** A payment of which only a callback told, until the operator has asked about it. */
async function askAboutOne() {
  w.simulator.trouble({ endpoint: 'pull-query', kind: '503', times: 'always' })
  const { receipt } = await w.simulator.pay({ phone: w.customer.phone, shortcode, account: 'NOBODY', amount: 10 })
  await w.work()
  await w.advance('PT7M')
  await w.work()
  return receipt
}

describe('POST /business/shortcode/connect', () => {
  test('200: opts the Paybill in, registers its addresses, and shows no secret', async () => {
    expect(await list()).toEqual([])
    const { securityCredential } = await operatorOf(w.simulator)
    const operator = { name: demoInitiator.name, securitycredential: securityCredential }
    const { status, body } = await connect({ operator })
    expect([status, body.data]).toMatchObject([
      200,
      {
        _id: shortcode,
        status: 'connected',
        consumerkey: '••••••••0app',
        passkey: '••••••••',
        email: wish.email,
        optedin: true,
        urlsregistered: true,
        operator: { name: 'testapi', status: 'untried', problem: '' },
        test: null,
      },
    ])
    expect(await list()).toEqual([await look()])
    const told = await audit(2)
    expect(told.data).toMatchObject([{ action: 'shortcode.connect' }, { action: 'shortcode.set_operator' }])
    const shown = JSON.stringify([body, await list(), told])
    for (const secret of [key, demoConsumerSecret, demoPasskey, securityCredential, demoInitiator.password]) {
      expect(shown).not.toContain(`"${secret}"`)
    }
    const [sealed] = await inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) => tx<{ row: string }[]>`select to_jsonb(s)::text as row from shortcodes s where shortcode = ${shortcode}`,
    )
    expect(sealed?.row).not.toContain(Buffer.from(key).toString('hex'))
    expect(w.simulator.journal({ path: '/mpesa/c2b/v2/registerurl' }).length).toBeGreaterThan(0)
  })

  test('200 again, though Bill Manager and in production C2B know it already; what is not sent stays', async () => {
    const { passkey: _, ...rest } = wish
    const again = await w.call('POST', '/business/shortcode/connect', rest)
    expect(again.body.data).toMatchObject({ status: 'connected', passkey: '••••••••', operator: { name: 'testapi' } })
    w.simulator.trouble(urlsTaken)
    expect((await connect()).body.data).toMatchObject({ status: 'connected' })
    expect((await connect({ passkey: null })).body.data).toMatchObject({ passkey: '' })
    await connect()
  })

  test('400 for keys that M-PESA does not take: what was there stays', async () => {
    const before = await look()
    const refused = await connect({ consumerkey: 'nobody', email: 'other@example.test' })
    expect([refused.status, refused.body.error]).toEqual([
      400,
      expect.stringMatching(/^M-PESA takes no such consumer key/),
    ])
    expect(await look()).toEqual(before)
  })

  test('400 for a shortcode of somebody else’s app, which stays incomplete', async () => {
    const refused = await connect({ shortcode: '600111' })
    expect([refused.status, refused.body.error]).toEqual([400, 'M-PESA knows no such Paybill of this Daraja app'])
    expect(await look('600111')).toMatchObject({ status: 'incomplete', optedin: false, urlsregistered: false })
  })

  test('409 when M-PESA announces its payments elsewhere, and for an app without the product', async () => {
    w.simulator.addBusiness({ shortcode: '600222', consumerKey: key })
    w.simulator.trouble(urlsTaken)
    const taken = await connect({ shortcode: '600222' })
    expect([taken.status, taken.body.error]).toEqual([409, expect.stringMatching(/at another address already/)])
    expect(await look('600222')).toMatchObject({ status: 'incomplete', optedin: true, urlsregistered: false })

    w.simulator.addBusiness({
      shortcode: '600333',
      consumerKey: 'poor',
      consumerSecret: 'poor',
      products: ['c2b-register'],
    })
    const poor = await connect({ shortcode: '600333', consumerkey: 'poor', consumersecret: 'poor' })
    expect([poor.status, poor.body.error]).toEqual([409, expect.stringMatching(/^M-PESA lets this Daraja app not/)])
  })

  test('409 in production without https, before M-PESA is asked', async () => {
    const before = asked()
    const refused = await connect({ environment: 'production' })
    expect([refused.status, refused.body.error]).toEqual([
      409,
      expect.stringMatching(/^M-PESA calls https addresses only/),
    ])
    expect(asked()).toBe(before)
  })

  test('502 when M-PESA fails; the same key may be sent again, and then is repeated', async () => {
    const once = { 'idempotency-key': 'connect-1' }
    w.simulator.trouble({ endpoint: 'c2b-register', kind: '503' })
    const failed = await connect({}, once)
    expect([failed.status, failed.body.error]).toEqual([
      502,
      expect.stringMatching(/^M-PESA did not answer as it should/),
    ])
    expect((await connect({}, once)).status).toBe(200)
    const before = asked()
    expect((await connect({}, once)).headers.get('idempotent-replayed')).toBe('true')
    expect(asked()).toBe(before)
  })

  test.each([
    [{ shortcode: '12' }, 'Shortcode must be 5 to 7 digits'],
    [{ email: 'nobody' }, 'Email must be an email address'],
    [{ officialcontact: '020 2222222' }, 'officialcontact must be a Kenyan mobile number'],
    [{ operator: { name: 'testapi' } }, 'An operator needs securitycredential'],
    [{ operator: { name: 'testapi', password: 'x', certificate: 'no certificate' } }, 'An operator needs'],
  ])('400 for %j, and M-PESA is not asked', async (more, words) => {
    const before = asked()
    const { status, body } = await connect(more)
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain(words)
    expect(asked()).toBe(before)
  })
})

describe('POST /business/shortcode/:id/operator', () => {
  test('a refused one is shown, told in an event and the audit trail, and replaced by one who is taken', async () => {
    const set = await post('operator', {
      name: demoInitiator.name,
      password: 'wrong',
      certificate: await certificate(),
    })
    expect([set.status, set.body.data.operator]).toMatchObject([200, { status: 'untried' }])
    const receipt = await askAboutOne()
    const refused = { name: 'testapi', status: 'refused', problem: expect.stringMatching(/^2001 /) }
    expect((await look()).operator).toMatchObject(refused)
    const events = (await w.call('GET', '/business/event/list?event=shortcode.operator_refused')).body.data
    expect(events.map(({ data }: { data: object }) => data)).toMatchObject([{ _id: shortcode, operator: refused }])
    expect((await audit()).data).toMatchObject([{ action: 'shortcode.operator_refused', actor: 'system' }])

    await post('operator', { ...demoInitiator, certificate: await certificate() })
    await w.work()
    expect((await look()).operator, 'what waited is asked at once').toMatchObject({ status: 'taken', problem: '' })
    const [found] = (await w.call('GET', `/business/transaction/list?search=${receipt}`)).body.data
    expect(found).toMatchObject({ confirmed: true, confirmedby: 'status' })
  })
})

describe('POST /business/shortcode/:id/test', () => {
  const testStatus = async () => (await look()).test

  test('200: a shilling from a phone, and what came of it is shown', async () => {
    const msisdn = '254722000111'
    w.simulator.addPhone({ msisdn, name: 'Wanjiru Kamau', balance: 100, pin: '1234' })
    const once = { 'idempotency-key': 'test-1' }
    const { status, body } = await post('test', { phone: '0722 000111' }, once)
    expect([status, body.data.test]).toMatchObject([200, { status: 'pending', phone: msisdn, message: '' }])
    const before = asked()
    expect((await post('test', { phone: '0722 000111' }, once)).headers.get('idempotent-replayed')).toBe('true')
    expect((await post('test', { phone: '0722 000111' })).status).toBe(409)
    expect(asked()).toBe(before)
    const [prompt] = w.simulator.phone(msisdn).prompts
    await w.simulator.answerPrompt(msisdn, prompt?.id ?? '', { pin: '1234' })
    await w.work()
    expect(await testStatus()).toMatchObject({ status: 'paid' })
    const links = (await w.call('GET', '/business/payment-link/list?type=test')).body.data
    expect(links).toMatchObject([{ title: 'Test payment to 600984', amount: 1 }])
    await w.advance('PT3M')
    await post('test', { phone: msisdn })
    expect((await w.call('GET', '/business/payment-link/list?type=test')).body.data).toHaveLength(1)
  })

  test('400 with a wrong passkey, 409 without one', async () => {
    await w.advance('PT3M')
    await connect({ passkey: 'a'.repeat(64) })
    const wrong = await post('test', { phone: '0722000111' })
    expect([wrong.status, wrong.body.error]).toEqual([400, 'M-PESA does not take this passkey for this shortcode'])
    expect(await testStatus()).toMatchObject({ status: 'failed', message: expect.stringMatching(/wrong credentials/i) })
    await connect({ passkey: null })
    const none = await post('test', { phone: '0722000111' })
    expect([none.status, none.body.error]).toEqual([409, expect.stringMatching(/without a passkey/)])
    await connect()
  })
})

describe('POST /business/shortcode/:id/disconnect', () => {
  test('200: forgets the secrets and calls M-PESA no more; money that comes all the same is booked', async () => {
    const done = await post('disconnect', { reason: 'Another bank' })
    expect([done.status, done.body.data]).toMatchObject([
      200,
      { status: 'disconnected', consumerkey: '', passkey: '', operator: null, optedin: false },
    ])
    expect((await audit()).data).toMatchObject([{ action: 'shortcode.disconnect', reason: 'Another bank' }])
    const ofIt = () => w.simulator.journal({ direction: 'in' }).filter((one) => JSON.stringify(one).includes(shortcode))
    const before = ofIt().length
    await w.advance('PT2H')
    await w.work()
    expect(ofIt(), 'nobody is pulled or asked').toHaveLength(before)
    const sent = await fetch(callbackUrls(w.ctx, w.businessId).confirmation, {
      method: 'POST',
      body: JSON.stringify({
        TransID: 'UKLATE0001',
        TransAmount: '70.00',
        BillRefNumber: 'X',
        BusinessShortCode: shortcode,
      }),
    })
    expect(sent.status).toBe(200)
    await w.work()
    expect((await w.call('GET', '/business/transaction/list?search=UKLATE0001')).body.data).toMatchObject([
      { amount: 70 },
    ])
    for (const [what, body] of [
      ['test', { phone: w.customer.phone }],
      ['operator', { name: 'testapi', securitycredential: 'A'.repeat(344) }],
    ] as const) {
      expect((await post(what, body)).body.error).toBe('This shortcode is disconnected: connect it again first')
    }
    expect((await post('disconnect', {})).status, 'once more changes nothing').toBe(200)
    expect((await audit()).pagination.total).toBe((await audit(2)).pagination.total)
  })

  test('it is connected again as if it were new', async () => {
    expect((await connect()).body.data).toMatchObject({ status: 'connected', disconnectedat: null, operator: null })
    const { receipt } = await w.simulator.pay({ phone: w.customer.phone, shortcode, account: 'NOBODY', amount: 20 })
    await w.advance('PT6M')
    await w.work()
    const [found] = (await w.call('GET', `/business/transaction/list?search=${receipt}`)).body.data
    expect(found).toMatchObject({ confirmed: true, confirmedby: 'pull' })
  })
})

test('404 for a shortcode that is not ours', async () => {
  const missing = [
    await w.call('GET', '/business/shortcode/999999'),
    await w.call('POST', '/business/shortcode/999999/test', { phone: w.customer.phone }),
    await w.call('POST', '/business/shortcode/999999/disconnect', {}),
  ]
  expect(missing.map(({ status, body }) => [status, body.error])).toEqual(
    missing.map(() => [404, 'Shortcode not found']),
  )
})
