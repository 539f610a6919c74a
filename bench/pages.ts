import type { Browser, BrowserContext } from 'playwright-core'
import { buildDashboard } from '../server/src/dashboard/build.ts'
import { callDemo, startDemo, type Demo } from '../scripts/demo-server.ts'
import { openBrowser } from '../test/browser.ts'

/**
 * What pages weigh and how long they take, in Chromium against the demo: bytes over the line (headers included), as a browser
 * that takes gzip only and comes for the first time fetches them (one that takes Brotli fetches an eighth less); then the same page again. `ready` is when its heading stands there, on the
 * plain loopback, then on a phone's 3G (1.6 Mbit/s, 150 ms there and back). Ends with a failure if a page weighs more than
 * it may.
 *
 *   node bench/pages.ts
 */
// Whoever opens a page with forms as the first of all fetches what fills them in with it.
const most = { dashboard: 200_000, forms: 270_000, payPage: 15_000 }
const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 }

const problem = await buildDashboard()
if (problem) throw new Error(problem)
const [{ demo, stop }, browser] = await Promise.all([startDemo(), openBrowser()])
try {
  const bill = await makeBill(demo)
  const state = await signIn(browser, demo)
  const pages: [name: string, path: string, signedIn: boolean, most: number][] = [
    ['sign in', '/sign-in', false, most.dashboard],
    ['overview', '/', true, most.dashboard],
    ['invoices', '/invoices', true, most.dashboard],
    ['an invoice', `/invoices/${bill.id}`, true, most.forms],
    ['new invoice', '/invoices/new', true, most.forms],
    ['settings', '/settings', true, most.forms],
    ['pay page', bill.payUrl, false, most.payPage],
  ]
  console.log('page            first KB  files   again KB   ready ms   ready on 3G ms')
  let isTooHeavy = false
  for (const [name, path, signedIn, limit] of pages) {
    const url = new URL(path, demo.apiUrl).href
    const open = () => browser.newContext(signedIn ? { storageState: state } : {})
    const context = await open()
    const first = await load(context, url)
    const again = await load(context, url)
    await context.close()
    const onPhone = await open()
    const on3G = await load(onPhone, url, slow)
    await onPhone.close()
    isTooHeavy ||= first.bytes > limit
    const figures = [
      kb(first.bytes),
      String(first.files).padStart(6),
      kb(again.bytes),
      ms(first.readyMs),
      ms(on3G.readyMs),
    ]
    console.log(
      `${name.padEnd(14)}${figures.join('  ')}${first.bytes > limit ? `   more than ${limit / 1000} KB` : ''}`,
    )
  }
  process.exitCode = isTooHeavy ? 1 : 0
} finally {
  await browser.close()
  await stop()
}

async function load(context: BrowserContext, url: string, line?: typeof slow) {
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.setExtraHTTPHeaders', { headers: { 'accept-encoding': 'gzip' } })
  if (line) await network.send('Network.emulateNetworkConditions', line)
  let [bytes, files] = [0, 0]
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
    files++
  })
  const before = performance.now()
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator('h1').first().waitFor()
  const readyMs = performance.now() - before
  await page.waitForLoadState('load')
  await page.waitForTimeout(500) // what is asked for after the first picture belongs to it
  await page.close()
  return { bytes, files, readyMs }
}

async function signIn(browser: Browser, { dashboardUrl }: Demo) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(dashboardUrl)
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
  const state = await context.storageState()
  await context.close()
  return state
}

async function makeBill(demo: Demo): Promise<{ id: string; payUrl: string }> {
  const { _id, paymentlink } = await callDemo<{ _id: string; paymentlink: { rawurl: string } }>(
    demo,
    'POST',
    '/business/invoice/create',
    {
      customerid: demo.customerId,
      items: [{ itemid: demo.productIds[0], quantity: 1, rate: 150_000 }],
      title: 'Website Development Project',
      duedate: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    },
  )
  return { id: _id, payUrl: paymentlink.rawurl }
}

function kb(bytes: number): string {
  return (bytes / 1000).toFixed(1).padStart(8)
}

function ms(elapsed: number): string {
  return elapsed.toFixed(0).padStart(9)
}
