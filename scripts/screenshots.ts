import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { buildDashboard } from '../server/src/dashboard/build.ts'
import { openBrowser } from '../test/browser.ts'
import { callDemo, startDemo, type Demo } from './demo-server.ts'

// Draws the pictures of the README: starts the demo on a directory of its own, lets a school bill and be paid, and photographs
// what payers and the bursar see. Run it when a page changes:  npm run screenshots

const pictures = path.join(import.meta.dirname, '../docs/images')
const patienceMs = 30_000
const names = ['Wanjiku Kamau', 'Otieno Odhiambo', 'Chebet Kiprono', 'Fatuma Ali', 'Mutua Musyoka', 'Njeri Mwangi']
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const problem = await buildDashboard()
if (problem) throw new Error(problem)
const [{ demo, stop }, browser] = await Promise.all([startDemo(), openBrowser()])
try {
  mkdirSync(pictures, { recursive: true })
  await drawPayer(browser, demo)
  await liveAMonth(demo)
  await drawBursar(browser, demo)
} finally {
  await browser.close()
  await stop()
}

async function drawPayer(browser: Browser, demo: Demo): Promise<void> {
  const payUrl = await sendBill(demo)
  const phone = await browser.newPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 })
  await phone.goto(payUrl)
  await shoot(phone, 'pay-page.png')

  const desk = await browser.newPage({
    viewport: { width: 900, height: 880 },
    deviceScaleFactor: 0.8, // the phones' soft backgrounds make large files
    reducedMotion: 'reduce',
  })
  await desk.goto(demo.simulatorUrl)
  await desk.getByText('Website Development Project').first().waitFor({ timeout: patienceMs })
  // Somebody else pays, so that one phone shows the bill and the other asks for the PIN.
  await phone.getByText('Another number').click()
  await phone.getByLabel('M-PESA phone number').fill('0708 374 149')
  await phone.getByRole('button', { name: 'Pay now' }).click()
  await phone.getByRole('status').waitFor()
  await desk.getByLabel(/PIN/).filter({ visible: true }).first().waitFor({ timeout: patienceMs })
  await shoot(desk, 'phones.png')
}

/** Where the bill is paid that the published example asks for. */
async function sendBill(demo: Demo): Promise<string> {
  const [website, hosting] = demo.productIds
  const { paymentlink } = await callDemo<{ paymentlink: { rawurl: string } }>(
    demo,
    'POST',
    '/business/invoice/create',
    {
      customerid: demo.customerId,
      items: [
        { itemid: website, name: 'Website Development', quantity: 1, rate: 150_000 },
        { itemid: hosting, name: 'Hosting (Annual)', quantity: 1, rate: 12_000 },
      ],
      title: 'Website Development Project',
      duedate: day(30),
      discount: 10,
      discounttype: 'percentage',
    },
  )
  return paymentlink.rawurl
}

/** Some parents, some bills, some paid at the counter, and one payment that nobody knows. */
async function liveAMonth(demo: Demo): Promise<void> {
  const fees = await callDemo<{ _id: string }>(demo, 'POST', '/business/product/create', {
    title: 'School fees',
    price: 18_500,
  })
  for (const [at, name] of names.entries()) {
    const { _id } = await callDemo<{ _id: string }>(demo, 'POST', '/business/customer/create', {
      name,
      email: `parent${at}@example.com`,
      phone: `0722 00${at} 11${at}`,
      country: 'Kenya',
      currency: 'KES',
    })
    for (const [title, due] of [
      ['Fees, term one', -20 - 9 * at],
      ['Fees, term two', 14],
    ] as const) {
      const invoice = await callDemo<{ _id: string; total: number }>(demo, 'POST', '/business/invoice/create', {
        customerid: _id,
        items: [{ itemid: fees._id, quantity: 1, rate: 18_500 - 500 * at }],
        title,
        duedate: day(due),
      })
      if (due > 0 && at % 3 === 1) continue
      await callDemo(demo, 'POST', `/business/invoice/${invoice._id}/payment/add`, {
        amount: due < 0 && at % 2 === 0 ? invoice.total : 6_000 + 1_000 * at,
        method: at % 2 ? 'Bank' : 'Cash',
        date: day(-((7 * at + (due > 0 ? 3 : 0)) % 28)),
      })
    }
  }
  await payAtPaybill(demo, 'WANJIKU FEES', 4_500)
}

async function payAtPaybill({ simulatorUrl, shortcode }: Demo, account: string, amount: number): Promise<void> {
  const paid = await fetch(`${simulatorUrl}/_sim/paybill`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ phone: '254708374149', shortcode, account, amount }),
  })
  if (!paid.ok) throw new Error(`the simulator answered ${paid.status}: ${await paid.text()}`)
}

async function drawBursar(browser: Browser, { dashboardUrl, apiUrl }: Demo): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 720 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(dashboardUrl)
  await page.getByRole('link', { name: 'Unmatched money' }).waitFor({ timeout: patienceMs })
  await shoot(page, 'overview.png')
  await page.goto(`${apiUrl}/invoices`)
  await page.getByRole('table', { name: 'Invoices' }).waitFor()
  await shoot(page, 'invoices.png')
  await page.goto(`${apiUrl}/unmatched`)
  await page.getByText('Typed “WANJIKU FEES”').waitFor()
  await shoot(page, 'unmatched.png')
  await page.getByRole('link', { name: 'Reports' }).click()
  await page.getByRole('table', { name: 'Trial balance' }).waitFor()
  await shoot(page, 'reports.png')
  await context.close()
}

async function shoot(page: Page, name: string): Promise<void> {
  const picture = await page.screenshot({ path: path.join(pictures, name) })
  console.log(`${name.padEnd(14)} ${(picture.length / 1024).toFixed(0).padStart(4)} KB`)
}
