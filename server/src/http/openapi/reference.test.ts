import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../../../../test/world.ts'

let w: World
beforeAll(async () => {
  w = await world({ connected: false })
})
afterAll(() => w.end())

const get = (url: string, headers: Record<string, string> = {}) => w.app.inject({ url, headers })

describe('GET /openapi.json', () => {
  test('may be kept, and is not sent again to who has it', async () => {
    const first = await get('/openapi.json')
    expect([first.statusCode, first.headers['cache-control']]).toEqual([200, 'public, max-age=300'])
    expect(first.json().openapi).toBe('3.1.0')
    const etag = String(first.headers.etag)
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await get('/openapi.json', { 'if-none-match': known })
      expect([again.statusCode, again.body, again.headers.etag], known).toEqual([304, '', etag])
    }
    expect((await get('/openapi.json', { 'if-none-match': '"other"' })).statusCode).toBe(200)
  })

  test('comes compressed to who takes it so', async () => {
    const plain = await get('/openapi.json')
    const zipped = await get('/openapi.json', { 'accept-encoding': 'br, gzip' })
    expect([plain.headers['content-encoding'], zipped.headers['content-encoding']]).toEqual([undefined, 'gzip'])
    expect(zipped.headers.vary).toContain('Accept-Encoding')
    expect(gunzipSync(zipped.rawPayload).toString()).toBe(plain.body)
  })
})

describe('GET /docs', () => {
  test('runs no script but ours, each page under a nonce of its own', async () => {
    const pages = await Promise.all([get('/docs'), get('/docs')])
    const nonces = pages.map(({ body, headers }) => {
      const policy = String(headers['content-security-policy'])
      const nonce = /script-src 'self' 'nonce-([^']+)';/.exec(policy)?.[1]
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/https?:|\*/)
      expect(body).toContain(`<script nonce="${nonce}">`)
      return nonce
    })
    expect(nonces[0]).not.toBe(nonces[1])
  })
})
