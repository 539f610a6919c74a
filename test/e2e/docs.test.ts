import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { world, type World } from '../world.ts'

let w: World
let browser: Browser
beforeAll(async () => {
  ;[w, browser] = await Promise.all([world({ connected: false }), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await w.end()
})

/** The reference in a browser that has no Internet. Fails when it wants something from there, or complains. */
async function onReference(width: number, work: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'en-KE' })
  const page = await context.newPage()
  const elsewhere: string[] = []
  const complaints: string[] = []
  await context.route('**', (route) => {
    const url = route.request().url()
    if (url.startsWith(`${w.ctx.publicUrl}/`)) return route.continue()
    elsewhere.push(url)
    return route.abort()
  })
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  try {
    await page.goto(`${w.ctx.publicUrl}/docs`)
    await page.getByRole('heading', { name: 'Kusanya', level: 1 }).waitFor()
    await work(page)
    const picture = process.env['TEST_PICTURES']
    if (picture) await page.screenshot({ path: `${picture}-${width}.png` })
    expect(elsewhere, 'asked elsewhere').toEqual([])
    expect(complaints, 'complaints').toEqual([])
  } finally {
    await context.close()
  }
}

test.each([390, 1440])(
  'at %i px /docs shows the operations with their examples, and asks nobody else',
  async (width) => {
    await onReference(width, async (page) => {
      await page.goto(`${w.ctx.publicUrl}/docs#tag/invoices/POST/business/invoice/create`)
      await page.getByRole('heading', { name: 'Create an invoice' }).first().waitFor()
      await page.getByText('Rent for March').first().waitFor()
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
      expect(await page.getByText('Open API Client').count()).toBe(0)
      await page
        .getByRole('button', { name: /Test Request/ })
        .first()
        .click()
      await page.getByRole('button', { name: /^Send/ }).first().waitFor()
    })
  },
  120_000,
)
