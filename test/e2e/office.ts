import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { buildDashboard } from '../../server/src/dashboard/build.ts'
import type { Handed } from '../../server/src/messages/sms-gateway.ts'
import { openBrowser } from '../browser.ts'
import { world, type World } from '../world.ts'

export const password = 'kuku wanne wazuri 83'
export type Role = 'owner' | 'cashier' | 'auditor'
type State = Exclude<BrowserContextOptions['storageState'], undefined>
type Options = BrowserContextOptions & { as?: Role }

export type Office = {
  w: World
  /** Does something on a page, as somebody who is signed in or as nobody; fails when the page complains or asks elsewhere. */
  onPage: (options: Options, work: (page: Page) => Promise<void>) => Promise<void>
  /** Opens a page of the dashboard and waits for its heading. */
  goto: (page: Page, path: string, heading: string | RegExp) => Promise<void>
  /** A bill of KES 12,000 to the world's customer. */
  bill: (title: string) => Promise<string>
  /** Somebody pays at the Paybill with what he types as account number, and the platform has dealt with it. */
  payByPaybill: (paid: { phone?: string; account: string; amount: number }) => Promise<void>
  /** A bill of which its customer was reminded by SMS, and what the gateway made of it: took it, or as told. */
  remind: (title: string, handed?: Handed) => Promise<string>
  end: () => Promise<void>
}

/** A business whose owner and cashier have chosen their passwords, and a browser. Who else is wanted comes when wanted. */
export async function openOffice(): Promise<Office> {
  const problem = await buildDashboard()
  if (problem) throw new Error(problem)
  const [w, browser] = await Promise.all([world(), openBrowser()])
  const states = new Map<Role, State>()

  const onPage: Office['onPage'] = async ({ as, ...options }, work) => {
    if (as && !states.has(as)) states.set(as, await accept(w, browser, as))
    const state = as && states.get(as)
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
      ...(state && { storageState: state }),
      ...options,
    })
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    const complaints: string[] = []
    const elsewhere: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => /Content.Security.Policy/i.test(message.text()) && complaints.push(message.text()))
    page.on('request', (request) => {
      const url = new URL(request.url())
      const ours = url.host === new URL(w.ctx.publicUrl).host || ['blob:', 'data:'].includes(url.protocol)
      if (!ours) elsewhere.push(request.url())
    })
    try {
      await work(page)
      expect([complaints, elsewhere]).toEqual([[], []])
    } finally {
      await context.close()
    }
  }
  const goto: Office['goto'] = async (page, path, heading) => {
    await page.goto(w.ctx.publicUrl + path)
    await page.getByRole('heading', { name: heading }).first().waitFor()
  }
  for (const role of ['owner', 'cashier'] as const) states.set(role, await accept(w, browser, role))

  const bill: Office['bill'] = async (title) => {
    const { body } = await w.call('POST', '/business/invoice/create', {
      customerid: w.customer.id,
      items: [{ itemid: w.products[1], quantity: 1, rate: 12_000 }],
      title,
      duedate: '2031-04-15',
    })
    return body.data._id
  }

  return {
    w,
    onPage,
    goto,
    bill,
    remind: async (title, handed) => {
      const invoiceid = await bill(title)
      const wish = { invoiceid, purpose: 'reminder', channels: ['sms'] }
      expect((await w.call('POST', '/business/message/send', wish)).status).toBe(201)
      const { sms } = w.ctx
      if (handed) w.ctx.sms = async () => handed
      await w.work()
      w.ctx.sms = sms
      return invoiceid
    },
    payByPaybill: async ({ phone = w.customer.phone, ...paid }) => {
      await w.simulator.pay({ phone, shortcode: '600984', ...paid })
      await w.work()
    },
    end: async () => {
      await browser.close()
      await w.end()
    },
  }
}

/** Somebody with a role opens the invitation in a browser, chooses a password, and is in. */
async function accept(w: World, browser: Browser, role: Role): Promise<State> {
  const { body } = await w.call('POST', '/business/user/invite', {
    email: `${role}@school.example`,
    name: `The ${role}`,
    role,
  })
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(body.data.invitationurl)
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Save and sign in' }).click()
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
  const state = await context.storageState()
  await context.close()
  return state
}

/** What may differ on a phone and in the dark from what was found on a desktop. */
export const byWidthAndColour = [
  'color-contrast',
  'target-size',
  'scrollable-region-focusable',
  'link-in-text-block',
  'button-name',
]

/** By how many pixels something is wider than the page. */
export function widerThanPage(page: Page): Promise<number> {
  return page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - innerWidth)')
}

/** What stands in the way of a screen reader or a keyboard, as axe finds it; `rules` for those alone. */
export async function violations(page: Page, rules: string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const found = await (rules.length > 0 ? axe.withRules(rules) : axe).analyze()
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}
