import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { encryptSecurityCredential } from '@kusanya/mpesa'
import {
  demoConsumerKey,
  demoConsumerSecret,
  demoInitiator,
  demoPasskey,
  demoShortcodes,
  type Simulator,
} from '@kusanya/simulator'
import { connectShortcode } from '../businesses/connect-shortcode.ts'
import { createBusiness } from '../businesses/create-business.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import type { App } from '../http/app.ts'
import { linkForDemoOwner } from '../users/demo-owner.ts'

/** What `demo.json` says: everything needed to send the first bill and pay it. */
export type Demo = {
  apiUrl: string
  apiKey: string
  /** Signs in to the dashboard as the demo's owner; a new one at each start. */
  dashboardUrl: string
  simulatorUrl: string
  shortcode: string
  businessId: string
  customerId: string
  customerPhone: string
  customerPin: string
  productIds: string[]
  taxId: string
}

const phone = '254712345678'
const pin = '1234'

/**
 * Makes sure that there is a business to try things with, opted in to Bill Manager at the simulator, with an operator who may
 * ask about receipts and give money back. It is made once and found again by `demo.json`, which is rewritten because ports
 * may have changed.
 */
export async function ensureDemo(ctx: Context, app: App, simulator: Simulator): Promise<Demo> {
  const file = path.join(ctx.config.dataDirectory, 'demo.json')
  const demo = (await findDemo(ctx, file)) ?? (await makeDemo(ctx, app, simulator))
  await connectShortcode(
    ctx,
    demo.businessId,
    {
      shortcode: demo.shortcode,
      environment: 'sandbox',
      consumerKey: demoConsumerKey,
      consumerSecret: demoConsumerSecret,
      passkey: demoPasskey,
      initiator: await demoOperator(simulator),
    },
    { email: 'bills@example.com', officialContact: '0700000000' },
  )
  const dashboardUrl = await inBusiness(ctx.sql, demo.businessId, (tx) => linkForDemoOwner(tx, ctx, demo.businessId))
  const now = { ...demo, apiUrl: ctx.publicUrl, dashboardUrl, simulatorUrl: simulator.url }
  fs.writeFileSync(`${file}.new`, `${JSON.stringify(now, null, 2)}\n`, { mode: 0o600 })
  fs.renameSync(`${file}.new`, file)
  return now
}

async function demoOperator({ url }: Simulator) {
  const certificate = await (await fetch(`${url}/_sim/public-key.pem`)).text()
  const { name, password } = demoInitiator
  return { name, securityCredential: await encryptSecurityCredential(password, certificate) }
}

/** The demo of an earlier start, if this database has it. */
async function findDemo(ctx: Context, file: string): Promise<Demo | null> {
  if (!fs.existsSync(file)) return null
  const demo = JSON.parse(fs.readFileSync(file, 'utf8')) as Demo
  const [known] = await ctx.sql<{ id: string }[]>`select id from businesses where id = ${demo.businessId}`
  return known ? demo : null
}

async function makeDemo(ctx: Context, app: App, simulator: Simulator): Promise<Demo> {
  const { businessId, apiKey } = await createBusiness(ctx.sql, ctx, { name: 'Demo Business', mode: 'test' })
  const make = async (url: string, payload: object): Promise<{ _id: string }> => {
    const answer = await app.inject({ method: 'POST', url, payload, headers: { authorization: apiKey } })
    assert.equal(answer.statusCode, 201, `${url} answered ${answer.body}`)
    return answer.json<{ data: { _id: string } }>().data
  }
  simulator.addPhone({ msisdn: phone, name: 'John Doe', balance: 500_000, pin })
  const customer = await make('/business/customer/create', {
    name: 'John Doe',
    email: 'john@example.com',
    phone: `+${phone}`,
    country: 'Kenya',
    currency: 'KES',
  })
  const website = await make('/business/product/create', {
    title: 'Website Development',
    price: 150_000,
    type: 'service',
  })
  const hosting = await make('/business/product/create', { title: 'Hosting (Annual)', price: 12_000, type: 'service' })
  const tax = await make('/business/tax/create', { name: 'VAT', rate: 16 })
  return {
    apiUrl: ctx.publicUrl,
    apiKey,
    dashboardUrl: '',
    simulatorUrl: simulator.url,
    shortcode: demoShortcodes.bills,
    businessId,
    customerId: customer._id,
    customerPhone: phone,
    customerPin: pin,
    productIds: [website._id, hosting._id],
    taxId: tax._id,
  }
}

/** The published example of a create request, ready to paste. */
export function demoCurl({ apiUrl, apiKey, customerId, productIds: [website = '', hosting = ''] }: Demo): string {
  const body = {
    customerid: customerId,
    items: [
      { itemid: website, name: 'Website Development', quantity: 1, rate: 150_000 },
      { itemid: hosting, name: 'Hosting (Annual)', quantity: 1, rate: 12_000 },
    ],
    title: 'Website Development Project',
    description: 'Complete website redesign with hosting',
    duedate: '2027-02-15',
    discount: 10,
    discounttype: 'percentage',
  }
  return [
    `curl -X POST "${apiUrl}/business/invoice/create" \\`,
    `  -H "Authorization: ${apiKey}" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '${JSON.stringify(body, null, 2).replaceAll('\n', '\n  ')}'`,
  ].join('\n')
}
