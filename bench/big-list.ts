import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { buildDashboard } from '../server/src/dashboard/build.ts'
import { connect, inBusiness } from '../server/src/db/sql.ts'
import { migrate } from '../server/src/db/migrate.ts'
import { startPostgres } from '../server/src/embedded/postgres.ts'
import { openBrowser } from '../test/browser.ts'
import { seedInvoices } from './seed-invoices.ts'
import { makeBusinesses, startServer, type Shop } from './shops.ts'

/**
 * How long somebody waits in Chromium who has a hundred invoices, and who has many, on one server: from the press, or from
 * the address, until what was asked for is drawn. Half of it is the browser's; `ratio` is the second against the first.
 *
 *   node bench/big-list.ts [invoices, 100000] [times, 7]
 */
const many = Number(process.argv[2] ?? 100_000)
const times = Number(process.argv[3] ?? 7)
const few = 100
const start = new Date('2026-01-05T06:00:00Z')

type Wait = {
  name: string
  /** Where one is before; nowhere yet when it is opened by its address. */
  at?: string
  press: (page: Page, url: string) => Promise<unknown>
  /** What the server has to have answered. */
  answers: RegExp[]
}
const open = (name: string, address: string, ...answers: RegExp[]): Wait => {
  return { name, press: (page, url) => page.goto(url + address), answers }
}
const search = (name: string, text: string): Wait => ({
  name,
  at: '/invoices',
  press: (page) => page.getByRole('searchbox', { name: 'Search invoices' }).fill(text),
  answers: [/invoice\/list\?.*search=/],
})
const waits: Wait[] = [
  open('overview', '/', /report\/owed/, /report\/collected/, /report\/channels/),
  open('invoices', '/invoices', /invoice\/list/),
  {
    name: 'the last page',
    at: '/invoices',
    press: (page) =>
      page
        .getByRole('button', { name: /^Page / })
        .last()
        .click(),
    answers: [/invoice\/list\?.*page=/],
  },
  {
    name: 'those part paid',
    at: '/invoices',
    press: (page) => page.getByText('Part paid', { exact: true }).first().click(),
    answers: [/invoice\/list\?.*status=partially_paid/],
  },
  search('a search, by number', 'INV-2025-050'),
  search('a search, by name', 'Zawadix'),
  search('a search, in each', 'payer'),
  search('a search, nowhere', 'quite unknown'),
  {
    name: 'anything, by phone',
    at: '/settings',
    press: async (page) => {
      await page.keyboard.press('/')
      await page.getByRole('searchbox', { name: 'Search everything' }).fill('0712 000 007')
    },
    answers: [/invoice\/list\?search=/, /customer\/list\?search=/, /transaction\/list\?search=/],
  },
  open('customers', '/customers', /customer\/list/),
  open('payments', '/payments', /transaction\/list/),
  open('reports', '/reports', /report\/dso/, /report\/aging/, /report\/trial-balance/),
]

const problem = await buildDashboard()
if (problem) throw new Error(problem)
const directory = mkdtempSync(path.join(os.tmpdir(), 'kusanya-bench-'))
const postgres = await startPostgres({ directory })
const owner = connect(postgres.url, { max: 1 })
const sql = connect(postgres.url, { role: 'kusanya_app', max: 1 })
const browser = await openBrowser()
try {
  await migrate(owner)
  const [small, large] = await makeBusinesses(sql, 2)
  if (!small || !large) throw new Error('no businesses were made')
  // The many first: what PostgreSQL plans for the checks of a few rows it would keep for the many.
  await inBusiness(sql, large.businessId, (tx) => seedInvoices(tx, large.businessId, many, start))
  await inBusiness(sql, small.businessId, (tx) => seedInvoices(tx, small.businessId, few, start))
  await owner`analyze`
  const server = await startServer(postgres.url)
  try {
    const [one, other] = [await signIn(browser, server.url, small), await signIn(browser, server.url, large)]
    console.log(`                        ${few} invoices   ${many} invoices   ratio`)
    for (const wait of waits) {
      const [before, after] = [await medianOf(one, server.url, wait), await medianOf(other, server.url, wait)]
      console.log(`${wait.name.padEnd(22)}${ms(before)}${ms(after)}   ${(after / before).toFixed(1).padStart(5)}`)
    }
  } finally {
    server.stop()
  }
} finally {
  await browser.close()
  await Promise.all([sql.end(), owner.end()])
  await postgres.stop()
  rmSync(directory, { recursive: true, force: true })
}

async function medianOf(context: BrowserContext, url: string, { at, press, answers }: Wait): Promise<number> {
  const took: number[] = []
  for (let n = 0; n < times; n++) {
    const page = await context.newPage()
    if (at !== undefined) {
      await page.goto(url + at)
      await page.waitForLoadState('networkidle')
    }
    const begun = performance.now()
    await Promise.all([...answers.map((answer) => page.waitForResponse(answer)), press(page, url)])
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))')
    took.push(performance.now() - begun)
    await page.close()
  }
  return took.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}

/** The business invites an owner, who chooses a password. */
async function signIn(browser: Browser, url: string, { apiKey, businessId }: Shop): Promise<BrowserContext> {
  const answer = await fetch(`${url}/business/user/invite`, {
    method: 'POST',
    headers: { authorization: apiKey, 'content-type': 'application/json' },
    body: JSON.stringify({ email: `owner@${businessId}.example`, name: 'The owner', role: 'owner' }),
  })
  const { data } = (await answer.json()) as { data: { invitationurl: string } }
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(url + new URL(data.invitationurl).pathname)
  await page.getByLabel('New password').fill('kuku wanne wazuri 83')
  await page.getByRole('button', { name: 'Save and sign in' }).click()
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
  await page.close()
  return context
}

function ms(took: number): string {
  return `${took.toFixed(0)} ms`.padStart(17)
}
