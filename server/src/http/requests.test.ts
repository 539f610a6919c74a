import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'

let w: World
beforeAll(async () => {
  w = await world({ connected: false })
})
afterAll(() => w.end())

const create = '/business/invoice/create'
const send = async (path: string, init: RequestInit & { key?: boolean } = {}) => {
  const headers = { ...(init.key !== false && { authorization: w.apiKey }), ...(init.headers as object) }
  const response = await fetch(w.ctx.publicUrl + path, { ...init, headers })
  const text = await response.text()
  expect(text).not.toMatch(/<html|\bat .*\.ts:\d+|node_modules/i)
  return { status: response.status, headers: response.headers, text, type: response.headers.get('content-type') }
}
const json = { 'content-type': 'application/json' }
const failure = (error: string) => JSON.stringify({ success: false, error })

describe('a body that is no JSON object', () => {
  test.each(['', '{', '{"a":', 'null', '[]', '"text"', '7', 'customerid=1', '{"a":1}}', "{'a':1}", '{"a":NaN}'])(
    '%s answers 400 Invalid request body',
    async (body) => {
      const { status, text } = await send(create, { method: 'POST', body, headers: json })
      expect([status, JSON.parse(text)]).toEqual([400, expect.objectContaining({ error: 'Invalid request body' })])
    },
  )

  test('with __proto__ or constructor.prototype in it is refused and poisons nothing', async () => {
    for (const body of [
      '{"__proto__":{"x":1}}',
      '{"constructor":{"prototype":{"x":1}}}',
      '{"items":[{"__proto__":{}}]}',
    ]) {
      const { status, text } = await send(create, { method: 'POST', body, headers: json })
      expect([status, text], body).toEqual([400, failure('Invalid request body')])
    }
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  test('of another content type answers 415', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'text/xml',
      'multipart/form-data',
      'nonsense',
    ]) {
      const { status, text } = await send(create, { method: 'POST', body: '{}', headers: { 'content-type': type } })
      expect([status, text], type).toEqual([415, failure('Content-Type must be application/json')])
    }
  })

  test('that is too large answers 413', async () => {
    const body = JSON.stringify({ title: 'x'.repeat(300_000) })
    const { status, text } = await send(create, { method: 'POST', body, headers: json })
    expect([status, text]).toEqual([413, failure('Request body is too large')])
  })

  test('nested a thousand deep answers 400', async () => {
    const body = '{"items":'.repeat(10_000) + '1' + '}'.repeat(10_000)
    expect((await send(create, { method: 'POST', body, headers: json })).status).toBe(400)
  })
})

describe('an address', () => {
  test('that is unknown answers 404 in JSON', async () => {
    for (const path of ['/nothing', '/business/nothing', '/business/invoice', '/index.html']) {
      const { status, text } = await send(path)
      expect([status, text], path).toEqual([404, failure('Not found')])
    }
  })

  test('that cannot be decoded or is too long names nothing: 404', async () => {
    for (const id of ['%zz', '%', 'x'.repeat(5_000)]) {
      const { status, text } = await send(`/business/invoice/details/${id}`)
      expect([status, JSON.parse(text).success], id).toEqual([404, false])
    }
  })

  test('that is known, with another method, answers 405 and says which there are', async () => {
    for (const [path, methods, allow] of [
      [create, ['GET', 'PUT', 'DELETE', 'PATCH'], 'POST, OPTIONS'],
      ['/business/invoice/list?page=1', ['POST', 'DELETE'], 'GET, HEAD, OPTIONS'],
      ['/business/invoice/update/abc', ['GET', 'PUT', 'POST', 'DELETE'], 'PATCH, OPTIONS'],
    ] as const) {
      for (const method of methods) {
        const { status, text, headers } = await send(path, { method })
        expect([status, text, headers.get('allow')], `${method} ${path}`).toEqual([
          405,
          failure('Method not allowed'),
          allow,
        ])
      }
    }
  })

  test('answers OPTIONS with the methods and HEAD without a body', async () => {
    const options = await send(create, { method: 'OPTIONS' })
    expect([options.status, options.text, options.headers.get('allow')]).toEqual([204, '', 'POST, OPTIONS'])
    const head = await send('/business/invoice/list', { method: 'HEAD' })
    expect([head.status, head.text, head.type]).toEqual([200, '', 'application/json; charset=utf-8'])
    expect((await send('/business/nothing', { method: 'OPTIONS' })).status).toBe(404)
  })

  test('of the description of the API needs no key, and that of the health check none either', async () => {
    const described = await send('/openapi.json', { key: false })
    expect([described.status, JSON.parse(described.text).openapi]).toEqual([200, '3.1.0'])
    expect((await send('/healthz', { key: false })).text).toBe('{"status":"ok"}')
  })

  test('under /business asks for a key however it is spelled', async () => {
    for (const path of [
      '/business/invoice/list',
      '/%62usiness/invoice/list',
      '/busines%73/invoice/list',
      '/business%2Finvoice/list',
      '//business/invoice/list',
      '/business/invoice/list/',
      '/BUSINESS/invoice/list',
      '/business/nothing',
      '/business?x',
      '/./business/invoice/list',
    ]) {
      const { status } = await send(path, { key: false })
      expect([401, 404], path).toContain(status)
    }
    const escaped = await send('/%62usiness/invoice/list', { key: false })
    expect(escaped.status).toBe(401)
  })
})

describe('every answer', () => {
  test('carries the request id that was sent, or one of ours', async () => {
    const sent = await send('/business/invoice/list', { headers: { 'x-request-id': 'mine-1' } })
    expect(sent.headers.get('x-request-id')).toBe('mine-1')
    expect((await send('/business/invoice/list')).headers.get('x-request-id')).toMatch(/^[0-9a-f]{24}$/)
    const long = await send('/business/invoice/list', { headers: { 'x-request-id': 'x'.repeat(5_000) } })
    expect(long.headers.get('x-request-id')).toMatch(/^[0-9a-f]{24}$/)
  })

  test('to what is no HTTP at all is short and ends the connection', async () => {
    for (const bytes of [
      'nonsense\r\n\r\n',
      'GET / HTTP/1.1\r\nx-request-id: a\x7fb\r\nhost: x\r\nconnection: close\r\n\r\n',
    ]) {
      const answer = await raw(bytes)
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
      expect(answer).not.toMatch(/<html|node_modules/)
    }
  })
})

function raw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(w.ctx.publicUrl)
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = connect(Number(port), hostname, () => socket.write(bytes, 'latin1'))
    socket.on('data', (chunk) => (text += chunk.toString('latin1')))
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
  })
}
