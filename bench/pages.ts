import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { buildDashboard } from '../server/src/dashboard/build.ts'
import { callDemo, startDemo, type Demo } from '../scripts/demo-server.ts'
import { openBrowser } from '../test/browser.ts'

/**
 * What pages weigh and how long they take, in Chromium against the demo: bytes over the line (headers included), as a browser
 * that takes gzip only and comes for the first time fetches them (one that takes Brotli fetches an eighth less); then the
 * same page again. `ready` is when its heading stands there, on the plain loopback; of those that are opened most, also on a
 * phone's 3G (1.6 Mbit/s, 150 ms there and back). Measures each page of routes.tsx. Ends with a failure if one weighs more
 * than it may.
 *
 *   node bench/pages.ts
 */
const most = { dashboard: 200_000, payPage: 15_000 }
const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 }
const openedMost = ['/sign-in', '/', '/invoices', '/invoices/$id', '/invoices/new']

const problem = await buildDashboard()
if (problem) throw new Error(problem)
const [{ demo, stop }, browser] = await Promise.all([startDemo(), openBrowser()])
try {
  const { payUrl, ...examples } = await makeExamples(demo)
  const state = await signIn(browser, demo)
  const pages = addresses().map((address) => ({
    address,
    url: demo.apiUrl + exampleOf(address, examples),
    signedIn: !['/sign-in', '/reset'].includes(address),
    limit: most.dashboard,
  }))
  console.log('page                     first KB  files   again KB   ready ms   ready on 3G ms')
  const payPage = { address: 'pay page', url: payUrl, signedIn: false, limit: most.payPage }
  for (const { address, url, signedIn, limit } of [...pages, payPage]) {
    const open = () => browser.newContext(signedIn ? { storageState: state } : {})
    const context = await open()
    const first = await load(context, url)
    const again = await load(context, url)
    await context.close()
    const figures = [kb(first.bytes), String(first.files).padStart(6), kb(again.bytes), ms(first.readyMs)]
    if (openedMost.includes(address) || address === payPage.address) {
      const onPhone = await open()
      figures.push(ms((await load(onPhone, url, slow)).readyMs))
      await onPhone.close()
    }
    if (first.bytes > limit) process.exitCode = 1
    const verdict = first.bytes > limit ? `   more than ${limit / 1000} KB` : ''
    console.log(`${address.padEnd(24)} ${figures.join('  ')}${verdict}`)
  }
} finally {
  await browser.close()
  await stop()
}

/** Every page that there is, as the dashboard's router has it. */
function addresses(): string[] {
  const routes = readFileSync(path.join(import.meta.dirname, '../dashboard/src/routes.tsx'), 'utf8')
  const found = [...routes.matchAll(/\bpage\('([^']+)'/g)].map(([, address = '']) => address)
  if (!found.includes('/invoices/$id')) throw new Error('the pages are not written in routes.tsx as they were')
  return ['/sign-in', '/reset', ...found]
}

/** `/invoices/$id` with the id of an invoice that is there. */
function exampleOf(address: string, examples: Record<string, string>): string {
  return address.replace(/^\/(\w+)\/\$id/, (_, noun: string) => {
    const id = examples[noun]
    if (id === undefined) throw new Error(`${address} wants an example in makeExamples`)
    return `/${noun}/${id}`
  })
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

async function makeExamples(demo: Demo) {
  const { _id: invoices, paymentlink } = await callDemo<{ _id: string; paymentlink: { rawurl: string } }>(
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
  await callDemo(demo, 'POST', `/business/invoice/${invoices}/payment/add`, { amount: 1_000, method: 'Cash' })
  const [payment] = await callDemo<{ _id: string }[]>(demo, 'GET', '/business/transaction/list?limit=1')
  if (!payment) throw new Error('the payment that was recorded is not listed')
  const make = async (what: string, body: object) =>
    (await callDemo<{ _id: string }>(demo, 'POST', `/business/${what}`, body))._id
  const [account] = await callDemo<{ _id: string }[]>(demo, 'GET', '/business/account/list?limit=1')
  if (!account) throw new Error('the customer has no account')
  return {
    invoices,
    customers: demo.customerId,
    accounts: account._id,
    payments: payment._id,
    links: await make('payment-link/create', { title: 'Trip to Mombasa', amount: 500 }),
    statements: await make('statement/import', { shortcode: demo.shortcode, csv: statementOf(demo.shortcode) }),
    webhooks: await make('webhook/create', { url: 'https://example.com/hook' }),
    payUrl: paymentlink.rawurl,
  }
}

/** A statement of one line, as the M-PESA portal gives it. */
function statementOf(shortcode: string): string {
  return [
    `Short Code:,${shortcode}`,
    'Receipt No.,Completion Time,Details,Transaction Status,Paid In,Withdrawn,Balance,Other Party Info,A/C No.',
    'UKB0000001,01-03-2026 11:15:00,Pay Bill,Completed,150.00,,,254722000111 - PAYER,NOBODY',
  ].join('\n')
}

function kb(bytes: number): string {
  return (bytes / 1000).toFixed(1).padStart(8)
}

function ms(elapsed: number): string {
  return elapsed.toFixed(0).padStart(9)
}
