import { happenings, usualHappenings } from '@kusanya/domain/happening.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'

let w: World
beforeAll(async () => void (w = await world({ connected: false })))
afterAll(() => w.end())

const url = 'https://example.com/hook'
const create = (body: object, headers?: Record<string, string>) =>
  w.call('POST', '/business/webhook/create', body, headers)
const made = async (body: object = { url }) => (await create(body)).body.data

describe('POST /business/webhook/create', () => {
  test('201 shows the endpoint with its secret, for all events when none are named', async () => {
    const { status, body } = await create({ url, description: 'Orders' })
    expect(status).toBe(201)
    expect(body).toEqual({
      success: true,
      message: 'Webhook created successfully',
      data: {
        _id: expect.stringMatching(/^[0-9a-f]{24}$/),
        url,
        events: usualHappenings,
        description: 'Orders',
        active: true,
        status: 'active',
        failingsince: null,
        pausedat: null,
        pausereason: null,
        oldsecretuntil: null,
        createdat: '2031-03-01T08:15:00Z',
        updatedat: '2031-03-01T08:15:00Z',
        secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
      },
    })
  })

  test('a secret is shown once, and lies nowhere in the clear', async () => {
    const { _id, secret } = (await create({ url }, { 'idempotency-key': 'secret-once' })).body.data
    const again = await w.call('GET', `/business/webhook/details/${_id}`)
    const list = await w.call('GET', '/business/webhook/list')
    expect(JSON.stringify([again.body, list.body])).not.toContain('whsec_')
    const [found] = await w.ctx.sql.begin(async (tx) => {
      await tx`select set_config('app.business_id', ${w.businessId}, true)`
      return tx`
        select (select string_agg(t::text, '') from webhook_endpoints t) || (select string_agg(t::text, '') from idempotency_keys t) as text
      `
    })
    expect(found?.['text']).toContain(_id)
    expect(found?.['text']).not.toContain(secret)
    expect(found?.['text']).not.toContain(Buffer.from(secret).toString('hex'))
  })

  test('a repeat with the same Idempotency-Key gets the same secret', async () => {
    const first = await create({ url }, { 'idempotency-key': 'twice' })
    const second = await create({ url }, { 'idempotency-key': 'twice' })
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    expect(second.body).toEqual(first.body)
  })

  test.each([
    [{}, 'url is required'],
    [{ url: '' }, 'url is required'],
    [{ url: 7 }, 'url must be a string'],
    [{ url: 'example.com' }, 'Invalid url: give a whole https:// address of at most 2048 characters'],
    [{ url: 'http://example.com' }, 'Invalid url: https is required'],
    [{ url: 'https://10.0.0.1/hook' }, 'Invalid url: the address is not public'],
    [{ url, events: [] }, `events must be a list of event names: ${happenings.join(', ')}`],
    [{ url, events: 'invoice.paid' }, `events must be a list of event names: ${happenings.join(', ')}`],
    [{ url, events: ['invoice.paid', 'invoice.melted'] }, `Unknown event. Use ${happenings.join(', ')}`],
    [{ url, active: 'yes' }, 'active must be a boolean'],
  ])('400 for %j', async (body, error) => {
    const answered = await create(body)
    expect(answered.status).toBe(400)
    expect(answered.body).toMatchObject({ success: false, error })
  })

  test('400 for our own address: we do not call ourselves', async () => {
    const answered = await create({ url: `${w.ctx.publicUrl}/mpesa` })
    expect(answered.body.error).toBe('Invalid url: it is this server’s own address')
  })

  test('409 for the fifty-first, also when many are made at once', async () => {
    const { apiKey } = await w.stranger()
    const answers = await Promise.all(Array.from({ length: 60 }, () => create({ url }, { authorization: apiKey })))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(50)
    const refused = answers.find(({ status }) => status !== 201)
    expect(refused).toMatchObject({ status: 409, body: { error: 'A business may have at most 50 webhook endpoints' } })
  })
})

describe('GET /business/webhook/list and details', () => {
  test('200, newest first, without secrets', async () => {
    const { apiKey } = await w.stranger()
    const as = { authorization: apiKey }
    const one = (await create({ url, events: ['invoice.paid'] }, as)).body.data
    const two = (await create({ url, active: false }, as)).body.data
    const list = await w.call('GET', '/business/webhook/list?limit=1', undefined, as)
    expect(list.body.data.map(({ _id }: { _id: string }) => _id)).toEqual([two._id])
    expect(list.body.pagination).toEqual({ total: 2, page: 1, limit: 1, pages: 2 })
    const details = await w.call('GET', `/business/webhook/details/${one._id}`, undefined, as)
    const { secret: _secret, ...shown } = one
    expect(details.body).toEqual({ success: true, data: shown })
  })
})

describe('PATCH /business/webhook/update/:id', () => {
  const update = (id: string, body: object) => w.call('PATCH', `/business/webhook/update/${id}`, body)

  test('200 changes what was sent and nothing else', async () => {
    const { _id } = await made({ url, description: 'Old' })
    const { status, body } = await update(_id, { events: ['invoice.paid', 'invoice.created'], active: false })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      message: 'Webhook updated successfully',
      data: { _id, modified: 1, updated: { events: ['invoice.created', 'invoice.paid'], active: false } },
    })
    const details = await w.call('GET', `/business/webhook/details/${_id}`)
    expect(details.body.data).toMatchObject({
      url,
      description: 'Old',
      active: false,
      events: ['invoice.created', 'invoice.paid'],
    })
  })

  test('200 with nothing modified for a webhook that is sent back as it was shown', async () => {
    const { secret: _secret, ...shown } = await made()
    const { status, body } = await update(shown._id, shown)
    expect({ status, modified: body.data.modified }).toEqual({ status: 200, modified: 0 })
  })

  test.each([
    [{}, 'No valid fields to update'],
    [{ secret: 'whsec_mine' }, 'No valid fields to update'],
    [{ url: 'http://example.com' }, 'Invalid url: https is required'],
    [{ events: [] }, `events must be a list of event names: ${happenings.join(', ')}`],
  ])('400 for %j', async (body, error) => {
    expect(await update((await made())._id, body)).toMatchObject({ status: 400, body: { error } })
  })
})

test('404 in the same words for an id of another business, a missing one and nonsense', async () => {
  const { apiKey } = await w.stranger()
  const foreign = (await create({ url }, { authorization: apiKey })).body.data._id
  for (const id of [foreign, '65a1c0ffee00000000000101', 'webhook_1', '%00']) {
    const answers = await Promise.all([
      w.call('GET', `/business/webhook/details/${id}`),
      w.call('PATCH', `/business/webhook/update/${id}`, { active: false }),
      w.call('GET', `/business/webhook/${id}/delivery/list`),
      w.call('POST', `/business/webhook/${id}/delivery/resend`, { deliveryid: 'evt_1' }),
      w.call('POST', `/business/webhook/${id}/delivery/replay`, { from: '2031-03-01' }),
      w.call('POST', `/business/webhook/${id}/secret/rotate`, {}),
      w.call('POST', `/business/webhook/${id}/secret/retire`),
      w.call('POST', `/business/webhook/${id}/resume`),
      w.call('POST', `/business/webhook/${id}/test`, {}),
    ])
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 404, body: { success: false, error: 'Webhook not found' } })
    }
  }
})

test('what changes a webhook is in the audit trail, without secrets', async () => {
  const { _id, secret } = await made({ url, events: ['invoice.paid'] })
  await w.call('PATCH', `/business/webhook/update/${_id}`, { active: false })
  await w.call('PATCH', `/business/webhook/update/${_id}`, { active: false })
  const rotated = await w.call('POST', `/business/webhook/${_id}/secret/rotate`, {})
  await w.call('POST', `/business/webhook/${_id}/secret/retire`)
  const { body } = await w.call('GET', `/business/audit/list?type=webhook&subjectid=${_id}`)
  const lines = body.data.toReversed()
  expect(lines.map(({ action }: { action: string }) => action)).toEqual([
    'webhook.create',
    'webhook.update',
    'webhook.secret_rotate',
    'webhook.secret_retire',
  ])
  expect(lines[0]).toMatchObject({ before: null, after: { url, events: ['invoice.paid'], active: true } })
  expect(lines[1]).toMatchObject({ before: { active: true }, after: { active: false } })
  expect(lines[2]).toMatchObject({
    before: { oldsecretuntil: null },
    after: { oldsecretuntil: '2031-03-02T08:15:00Z' },
  })
  expect(lines.every(({ actor }: { actor: string }) => actor.startsWith('api key …'))).toBe(true)
  for (const shown of [secret, rotated.body.data.secret]) expect(JSON.stringify(body)).not.toContain(shown)
})
