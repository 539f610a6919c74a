import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { buildDashboard, built } from './build.ts'

let w: World
let script: string
let style: string
beforeAll(async () => {
  const problem = await buildDashboard()
  if (problem) throw new Error(problem)
  w = await world({ connected: false })
  const index = await (await fetch(w.ctx.publicUrl)).text()
  script = /src="(\/assets\/[^"]+\.js)"/.exec(index)?.[1] ?? ''
  style = /href="(\/assets\/[^"]+\.css)"/.exec(index)?.[1] ?? ''
}, 120_000)
afterAll(() => w.end())

const ask = (address: string, encoding: string) =>
  fetch(w.ctx.publicUrl + address, { headers: { 'accept-encoding': encoding } })
const plain = (address: string) => readFileSync(path.join(built, address), 'utf8')

describe('what a page loads', () => {
  test.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['identity', null],
  ])('goes out as a browser takes it: %s', async (accepted, sent) => {
    for (const address of [script, style]) {
      const { status, headers, ...answer } = await ask(address, accepted).then(async (response) => ({
        status: response.status,
        headers: response.headers,
        text: await response.text(),
      }))
      expect([status, headers.get('content-encoding')]).toEqual([200, sent])
      expect(headers.get('vary')?.toLowerCase(), 'whatever stands between must keep both apart').toBe('accept-encoding')
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(answer.text === plain(address)).toBe(true)
    }
  })

  test('is the smaller the better it is packed', async () => {
    const lengthOf = async (encoding: string) => Number((await ask(script, encoding)).headers.get('content-length'))
    const [none, gzip, br] = await Promise.all(['identity', 'gzip', 'br'].map(lengthOf))
    expect(none).toBeGreaterThan(gzip ?? 0)
    expect(gzip).toBeGreaterThan(br ?? 0)
    expect(br).toBeGreaterThan(0)
  })

  test('has colours for light and dark as they were written', () => {
    expect(plain(style)).toContain('light-dark(')
    expect(plain(style)).not.toContain('--lightningcss')
  })
})

test('the page itself is asked for anew, and runs nothing but our own files', async () => {
  const { headers } = await fetch(`${w.ctx.publicUrl}/invoices`)
  expect(headers.get('cache-control')).toBe('no-cache')
  expect(headers.get('content-security-policy')).toContain("script-src 'self';")
  expect((await ask('/assets/none.js', 'br')).status).toBe(404)
})
