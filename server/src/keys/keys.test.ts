import { randomBytes } from 'node:crypto'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routesOf } from '../../../test/routes.ts'
import { world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'
import { requireCaller } from '../http/auth.ts'
import { makeApiKey } from '../secrets/api-key.ts'
import { hashOf } from '../secrets/vault.ts'

let w: World
beforeAll(async () => {
  w = await world({ connected: false })
})
afterAll(() => w.end())

const all = ['read', 'write', 'payments']
const as = (secret: string, method: string, path: string, body?: unknown, headers = {}) =>
  w.call(method, path, body, { authorization: secret, ...headers })
const create = async (body: object, secret = w.apiKey) => {
  const answer = await as(secret, 'POST', '/business/key/create', { name: 'Till 2', scopes: all, ...body })
  return { ...answer, made: answer.body.data as { _id: string; secret: string } }
}
const statusWith = async (secret: string) => (await as(secret, 'GET', '/business/invoice/list')).status
const firstKey = async () => (await w.call('GET', '/business/key/list?limit=100')).body.data.at(-1)._id as string
const insufficient = expect.stringMatching(/^Insufficient permissions: /)

describe('POST /business/key/create', () => {
  test('201: shows the secret once, keeps its hash only, and the key works at once', async () => {
    const { status, body, made } = await create({ scopes: ['payments', 'read'], expiresat: '2031-06-01' })
    expect(status).toBe(201)
    expect(body).toEqual({
      success: true,
      message: 'API key created successfully',
      data: {
        _id: expect.stringMatching(/^[0-9a-f]{24}$/),
        name: 'Till 2',
        lastfour: made.secret.slice(-4),
        scopes: ['read', 'payments'],
        status: 'active',
        expiresat: '2031-06-01T00:00:00Z',
        lastusedat: null,
        revokedat: null,
        replacedby: null,
        createdat: '2031-03-01T08:15:00Z',
        updatedat: '2031-03-01T08:15:00Z',
        secret: expect.stringMatching(/^cs_test_[0-9A-Za-z]{38}$/),
      },
    })
    expect(await statusWith(made.secret)).toBe(200)
    const shown = JSON.stringify((await w.call('GET', `/business/key/details/${made._id}`)).body)
    expect(shown).not.toContain(made.secret)
    const owner = w.owner()
    const kept = await owner<{ row: string; hash: Buffer }[]>`
      select api_keys::text as row, hash from api_keys where id = ${made._id}
    `
    await owner.end()
    expect(kept[0]?.hash).toEqual(hashOf(made.secret))
    expect(kept[0]?.row).not.toContain(made.secret.slice(0, -4))
  })

  test('a repeat makes no second key, and does not learn the secret, which is written down nowhere', async () => {
    const headers = { 'idempotency-key': 'till-3' }
    const body = { name: 'Till 3', scopes: ['read'] }
    const first = await as(w.apiKey, 'POST', '/business/key/create', body, headers)
    const again = await as(w.apiKey, 'POST', '/business/key/create', body, headers)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(again.body.data).toEqual({ ...first.body.data, secret: null })
    const kept = await inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) => tx<{ response: string | null }[]>`select response from idempotency_keys where key = 'till-3'`,
    )
    expect(kept[0]?.response).toContain('"secret":null')
  })

  test.each([
    [{ name: undefined }, 'name is required'],
    [{ name: ' ' }, 'name is required'],
    [{ scopes: undefined }, /^scopes must be a list/],
    [{ scopes: [] }, /^scopes must be a list/],
    [{ scopes: ['read', 'read'] }, /^scopes must be a list/],
    [{ expiresat: 'tomorrow' }, /^Invalid expiresat format/],
    [{ expiresat: '2031-03-01T08:15:00Z' }, 'expiresat must be in the future'],
  ])('400 for %j', async (changes, error) => {
    const { status, body } = await create(changes)
    expect([status, body.error]).toEqual([400, typeof error === 'string' ? error : expect.stringMatching(error)])
  })

  test('403 for more than the key may do that makes it', async () => {
    const { made } = await create({ scopes: ['read', 'write'] })
    const { status, body } = await create({ scopes: ['read', 'payments'] }, made.secret)
    expect([status, body]).toEqual([403, { success: false, error: insufficient }])
    expect((await create({ scopes: ['write'] }, made.secret)).status).toBe(201)
  })

  test('409 for the hundred and first that is active; those of other businesses, the revoked and the expired do not count', async () => {
    const other = await w.stranger()
    const make = () => create({ scopes: ['read'] }, other.apiKey)
    const { made } = await make()
    await as(other.apiKey, 'POST', `/business/key/${made._id}/revoke`, {})
    const answers = await Promise.all(Array.from({ length: 105 }, make))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(99)
    expect(answers.find(({ status }) => status !== 201)).toMatchObject({
      status: 409,
      body: { error: 'A business may have at most 100 active API keys' },
    })
  })
})

describe('a key', () => {
  test('stops when it expires, to the second, whatever is remembered of it', async () => {
    const { made } = await create({ expiresat: new Date(w.ctx.now().getTime() + 3000).toISOString() })
    expect(await statusWith(made.secret)).toBe(200)
    await w.advance('PT3S')
    expect(await statusWith(made.secret)).toBe(401)
  })

  test('gets for a missing scope 403 with the documented form, before its body is looked at', async () => {
    const reading = (await create({ scopes: ['read'] })).made.secret
    const writing = (await create({ scopes: ['write'] })).made.secret
    const refused = { success: false, error: 'Insufficient permissions: this needs an API key with the scope ' }
    const trials: [string, string, string, string][] = [
      [reading, 'POST', '/business/customer/create', 'write'],
      [reading, 'POST', '/business/payments/mobile/request', 'payments'],
      [writing, 'GET', '/business/customer/list', 'read'],
      [writing, 'POST', '/business/statement/import', 'payments'],
      [writing, 'POST', '/business/%69nvoice/000000000000000000000000/payment/add', 'payments'],
    ]
    for (const [secret, method, path, scope] of trials) {
      const { status, body } = await as(secret, method, path, method === 'GET' ? undefined : '{')
      expect([status, body], `${method} ${path}`).toEqual([403, { ...refused, error: refused.error + scope }])
    }
    expect((await as(reading, 'GET', '/business/nothing')).status).toBe(404)
  })

  test('needs the scope payments for the part of an update that records money, or takes it back', async () => {
    const writing = (await create({ scopes: ['write'] })).made.secret
    const invoice = await w.call('POST', '/business/invoice/create', {
      customerid: w.customer.id,
      items: [{ itemid: w.products[0], quantity: 1, rate: 100 }],
      duedate: '2031-04-01',
    })
    const path = `/business/invoice/update/${invoice.body.data._id}`
    expect((await as(writing, 'PATCH', path, { title: 'Fees' })).status).toBe(200)
    for (const body of [{ status: 'paid' }, { status: 'partially_paid', amountpaid: 1 }]) {
      expect(await as(writing, 'PATCH', path, body)).toMatchObject({ status: 403, body: { error: insufficient } })
    }
    expect((await w.call('GET', `/business/invoice/details/${invoice.body.data._id}`)).body.data.amountpaid).toBe(0)
    expect((await w.call('PATCH', path, { status: 'paid' })).status).toBe(200)
    expect((await as(writing, 'PATCH', path, { status: 'paid', title: 'School fees' })).status).toBe(200)
    expect((await as(writing, 'PATCH', path, { status: 'unpaid' })).status).toBe(403)
    expect((await w.call('PATCH', path, { status: 'unpaid' })).status).toBe(200)
  })

  test('is written down as used once a minute, however often it is used', async () => {
    const { made } = await create({})
    const used = async () => (await w.call('GET', `/business/key/details/${made._id}`)).body.data.lastusedat
    const use = () => Promise.all(Array.from({ length: 20 }, () => statusWith(made.secret)))
    const owner = w.owner()
    const version = async () =>
      (await owner<{ xmin: string }[]>`select xmin::text from api_keys where id = ${made._id}`)[0]?.xmin
    await use()
    const first = await used()
    const written = await version()
    expect(first).toBe(w.ctx.now().toISOString().replace('.000', ''))
    for (let n = 0; n < 9; n++) {
      await w.advance('PT6S')
      await use()
    }
    expect([await used(), await version()]).toEqual([first, written])
    await w.advance('PT6S')
    await use()
    expect(await used()).not.toBe(first)
    await owner.end()
  })

  test('that is unknown, malformed, revoked or expired gets the same 401', async () => {
    const { made } = await create({})
    await w.call('POST', `/business/key/${made._id}/revoke`, {})
    await w.advance('PT5S')
    const unknown = makeApiKey('test', randomBytes(32))
    for (const secret of ['', 'cs_test_x', `${w.apiKey}x`, unknown, made.secret, `Basic ${w.apiKey}`]) {
      const { status, body } = await as(secret, 'GET', '/business/invoice/list')
      const error = 'Unauthorized access!'
      expect([status, body], secret).toEqual([401, { success: false, error, message: error }])
    }
    expect(await statusWith(`bearer ${w.apiKey}`)).toBe(200)
  })
})

describe('PATCH /business/key/update/:id', () => {
  test('200: name, scopes and end; a scope that is taken away is gone within five seconds', async () => {
    const { made } = await create({})
    const path = `/business/key/update/${made._id}`
    expect((await as(made.secret, 'POST', '/business/tax/create', {})).status).toBe(400)
    const change = { name: 'Reports', scopes: ['read'], expiresat: '2031-12-31T00:00:00Z' }
    const { status, body } = await w.call('PATCH', path, change)
    expect([status, body.data]).toEqual([
      200,
      { _id: made._id, modified: 1, updated: { ...change, updatedat: expect.any(String) } },
    ])
    await w.advance('PT5S')
    expect((await as(made.secret, 'POST', '/business/tax/create', {})).status).toBe(403)
    expect((await w.call('PATCH', path, change)).body.data.modified).toBe(0)
    expect((await w.call('PATCH', path, { expiresat: null })).body.data.updated.expiresat).toBeNull()
  })

  test('400 for nothing and for an end that is past; 403 for a stronger key; 409 for one that is revoked', async () => {
    const { made } = await create({})
    const weak = (await create({ scopes: ['read', 'write'] })).made
    const path = `/business/key/update/${made._id}`
    expect((await w.call('PATCH', path, {})).status).toBe(400)
    expect((await w.call('PATCH', path, { expiresat: '2030-01-01' })).status).toBe(400)
    expect((await as(weak.secret, 'PATCH', path, { name: 'Mine' })).status).toBe(403)
    const grown = await as(weak.secret, 'PATCH', `/business/key/update/${weak._id}`, { scopes: all })
    expect([grown.status, grown.body.error]).toEqual([403, insufficient])
    await w.call('POST', `/business/key/${made._id}/revoke`, {})
    expect((await w.call('PATCH', path, { name: 'Mine' })).status).toBe(409)
  })
})

describe('POST /business/key/:id/rotate', () => {
  test('201: a new key with the same rights; both work during the overlap, and then the new one', async () => {
    const { made } = await create({ scopes: ['read', 'payments'], expiresat: '2031-04-01T00:00:00Z' })
    const { status, body } = await w.call('POST', `/business/key/${made._id}/rotate`, { overlaphours: 2 })
    expect([status, body.data]).toMatchObject([201, { name: 'Till 2', scopes: ['read', 'payments'], status: 'active' }])
    const old = (await w.call('GET', `/business/key/details/${made._id}`)).body.data
    expect(old.replacedby).toBe(body.data._id)
    expect(new Date(old.expiresat).getTime() - new Date(old.updatedat).getTime()).toBe(2 * 3_600_000)
    expect(await Promise.all([made.secret, body.data.secret].map(statusWith))).toEqual([200, 200])
    await w.advance('PT2H')
    expect(await Promise.all([made.secret, body.data.secret].map(statusWith))).toEqual([401, 200])
  })

  test('with no overlap the old key ends at once; a key may rotate itself; once only', async () => {
    const { made } = await create({})
    const path = `/business/key/${made._id}/rotate`
    const { body } = await as(made.secret, 'POST', path, {})
    expect((await w.call('POST', path, {})).body.error).toBe('API key was already rotated')
    expect((await w.call('POST', `/business/key/${body.data._id}/rotate`, { overlaphours: 0 })).status).toBe(201)
    await w.advance('PT5S')
    expect(await statusWith(body.data.secret)).toBe(401)
    const late = await w.call('POST', `/business/key/${body.data._id}/rotate`, {})
    expect([late.status, late.body.error]).toEqual([409, 'API key is revoked or has expired'])
  })

  test('403 for a key that may do more; 400 for an overlap that is none', async () => {
    const { made } = await create({})
    const weak = (await create({ scopes: ['write'] })).made
    expect((await as(weak.secret, 'POST', `/business/key/${made._id}/rotate`, {})).status).toBe(403)
    for (const overlaphours of [-1, 721, 1.5, '2']) {
      expect((await w.call('POST', `/business/key/${made._id}/rotate`, { overlaphours })).status).toBe(400)
    }
  })
})

describe('POST /business/key/:id/revoke', () => {
  test('200: the key is refused within five seconds, and once more changes nothing', async () => {
    const { made } = await create({})
    expect(await statusWith(made.secret)).toBe(200)
    const path = `/business/key/${made._id}/revoke`
    const { status, body } = await w.call('POST', path, { reason: 'Left on a train' })
    expect([status, body.data.status]).toEqual([200, 'revoked'])
    await w.advance('PT5S')
    expect(await statusWith(made.secret)).toBe(401)
    expect((await w.call('POST', path, {})).body.data.revokedat).toBe(body.data.revokedat)
    const { body: audit } = await w.call('GET', `/business/audit/list?type=api_key&subjectid=${made._id}`)
    expect(audit.data.map(({ action, reason }: Record<string, string>) => [action, reason])).toEqual([
      ['api_key.revoke', 'Left on a train'],
      ['api_key.create', ''],
    ])
    expect(audit.data[0]).toMatchObject({
      actor: `api key …${w.apiKey.slice(-4)}`,
      before: { status: 'active' },
      after: { status: 'revoked' },
    })
    expect(JSON.stringify(audit)).not.toContain(made.secret)
  })

  test('the last key that may do everything for ever cannot be revoked, weakened or given an end; it can be rotated', async () => {
    const other = await w.stranger()
    const ask = (method: string, path: string, body: object) => as(other.apiKey, method, path, body)
    const id = (await as(other.apiKey, 'GET', '/business/key/list')).body.data[0]._id as string
    await create({ expiresat: '2032-01-01' }, other.apiKey)
    const last = { error: 'This is the last API key with every scope and no expiry: make another one first' }
    const trials: [string, string, object][] = [
      ['POST', `/business/key/${id}/revoke`, {}],
      ['PATCH', `/business/key/update/${id}`, { scopes: ['read', 'write'] }],
      ['PATCH', `/business/key/update/${id}`, { expiresat: '2032-01-01' }],
      ['POST', `/business/key/${id}/rotate`, { expiresat: '2032-01-01' }],
    ]
    for (const [method, path, body] of trials) {
      expect(await ask(method, path, body), `${method} ${path}`).toMatchObject({ status: 409, body: last })
    }
    expect((await ask('POST', `/business/key/${id}/rotate`, {})).status).toBe(201)
  })

  test('two that revoke the last two at once leave one', async () => {
    const other = await w.stranger()
    const { made } = await create({}, other.apiKey)
    const first = (await as(other.apiKey, 'GET', '/business/key/list')).body.data[1]._id as string
    const answers = await Promise.all(
      [made._id, first].map((id) => as(other.apiKey, 'POST', `/business/key/${id}/revoke`, {})),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('GET /business/key/list and details/:id', () => {
  test('200: newest first, by status, with when each was used', async () => {
    const other = await w.stranger()
    const { made } = await create({ scopes: ['read'] }, other.apiKey)
    const { body } = await as(other.apiKey, 'GET', '/business/key/list')
    expect(body.data.map(({ name }: { name: string }) => name)).toEqual(['Till 2', 'First key'])
    expect(body.data.map(({ lastusedat }: { lastusedat: string | null }) => lastusedat === null)).toEqual([true, false])
    await as(other.apiKey, 'POST', `/business/key/${made._id}/revoke`, {})
    for (const [status, total] of Object.entries({ active: 1, revoked: 1, expired: 0 })) {
      const found = await as(other.apiKey, 'GET', `/business/key/list?status=${status}`)
      expect([found.body.pagination.total, found.body.data.length], status).toEqual([total, total])
    }
    expect((await as(other.apiKey, 'GET', '/business/key/list?status=lost')).status).toBe(400)
  })

  test('404 for a key that is missing, malformed or of another business', async () => {
    const other = await w.stranger()
    for (const id of ['0'.repeat(24), 'x', await firstKey()]) {
      const { status, body } = await as(other.apiKey, 'GET', `/business/key/details/${id}`)
      expect([status, body], id).toEqual([404, { success: false, error: 'API key not found' }])
    }
  })
})

describe('scopes', () => {
  test('are declared by every route under /business, and refused to a key that has only the other ones', async () => {
    const secrets = Object.fromEntries(
      await Promise.all(
        all.map(async (scope) => [scope, (await create({ scopes: all.filter((one) => one !== scope) })).made.secret]),
      ),
    ) as Record<string, string>
    const { paths = {} } = w.app.swagger() as { paths?: Record<string, unknown> }
    const routes = routesOf(w.app).filter(({ path }) => path.startsWith('/business/'))
    expect(routes.length).toBeGreaterThan(60)
    for (const { method, path } of routes) {
      const methods = paths[path.replace(':id', '{id}')] as
        Record<string, { security: { apiKey: string[] }[] }> | undefined
      // The stream of events is in no description, and gives what the list gives.
      const scope = methods?.[method.toLowerCase()]?.security[0]?.apiKey[0] ?? 'read'
      const body = method === 'GET' ? undefined : '{'
      const answer = await as(secrets[scope] ?? '', method, path, body)
      expect([answer.status, answer.body.error], `${method} ${path}`).toEqual([
        403,
        `Insufficient permissions: this needs an API key with the scope ${scope}`,
      ])
    }
  })

  test('a route without one does not start', () => {
    const app = Fastify()
    requireCaller(app, w.ctx)
    expect(() => app.get('/business/thing/list', async () => null)).toThrow(
      'GET /business/thing/list declares no scope in its schema',
    )
    expect(() => app.get('/business/thing/list', { schema: { scope: 'read' } }, async () => null)).not.toThrow()
  })
})
