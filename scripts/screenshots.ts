import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../test/browser.ts'

// Draws the pictures of the README: starts the demo on a directory of its own, sends a bill, and photographs what a
// payer sees. Run it when a page changes:  node scripts/screenshots.ts

type Demo = { apiUrl: string; apiKey: string; simulatorUrl: string; customerId: string; productIds: [string, string] }

const root = path.join(import.meta.dirname, '..')
const pictures = path.join(root, 'docs/images')
const patienceMs = 30_000

const directory = mkdtempSync(path.join(os.tmpdir(), 'kusanya-screenshots-'))
const server = spawn(process.execPath, [path.join(root, 'server/src/main.ts')], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, KUSANYA_DATA: directory, PORT: '0', SIMULATOR_PORT: '0', LOG_LEVEL: 'warn' },
})
const browser = await openBrowser()
try {
  mkdirSync(pictures, { recursive: true })
  await draw(browser, await started())
} finally {
  await browser.close()
  server.kill('SIGTERM')
  await new Promise((resolve) => (server.exitCode === null ? server.once('exit', resolve) : resolve(null)))
  rmSync(directory, { recursive: true })
}

async function draw(browser: Browser, demo: Demo): Promise<void> {
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

async function shoot(page: Page, name: string): Promise<void> {
  const picture = await page.screenshot({ path: path.join(pictures, name) })
  console.log(`${name.padEnd(14)} ${(picture.length / 1024).toFixed(0).padStart(4)} KB`)
}

/** Where the bill is paid that the published example asks for. */
async function sendBill({ apiUrl, apiKey, customerId, productIds: [website, hosting] }: Demo): Promise<string> {
  const due = new Date(Date.now() + 30 * 24 * 3_600_000)
  const answer = await fetch(`${apiUrl}/business/invoice/create`, {
    method: 'POST',
    headers: { authorization: apiKey, 'content-type': 'application/json' },
    body: JSON.stringify({
      customerid: customerId,
      items: [
        { itemid: website, name: 'Website Development', quantity: 1, rate: 150_000 },
        { itemid: hosting, name: 'Hosting (Annual)', quantity: 1, rate: 12_000 },
      ],
      title: 'Website Development Project',
      duedate: due.toISOString().slice(0, 10),
      discount: 10,
      discounttype: 'percentage',
    }),
  })
  const { data } = (await answer.json()) as { data: { paymentlink: { rawurl: string } } }
  return data.paymentlink.rawurl
}

async function started(): Promise<Demo> {
  const file = path.join(directory, 'demo.json')
  const until = Date.now() + patienceMs
  while (!existsSync(file)) {
    if (server.exitCode !== null || Date.now() > until) throw new Error('the demo did not start')
    await sleep(100)
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Demo
}
