import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'

let browser: Browser
let server: http.Server

beforeAll(async () => {
  browser = await openBrowser()
  server = http.createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<title>Kusanya</title><h1>Karibu</h1>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(async () => {
  await browser.close()
  server.close()
})

test('a browser from npm shows a page and photographs it, and outlives its first context', async () => {
  const { port } = server.address() as AddressInfo
  for (const width of [360, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 640 } })
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${port}/`)
    expect(await page.getByRole('heading').textContent()).toBe('Karibu')
    const picture = await page.screenshot()
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    expect(picture.readUInt32BE(16)).toBe(width)
    await context.close()
  }
})
