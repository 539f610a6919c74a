import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

export type StoryDemo = {
  apiUrl: string
  apiKey: string
  simulatorUrl: string
  shortcode: string
  productIds: string[]
}
type Json = any // eslint-disable-line @typescript-eslint/no-explicit-any -- the story looks into answers as a reader would
type Say = (line: string) => void

const patienceMs = 20_000

/**
 * From a created invoice to an acknowledged payment, over HTTP only, against a running system. Says one line a step;
 * throws at the first step that does not hold.
 */
export async function tellStory(demo: StoryDemo, say: Say): Promise<void> {
  const receiver = await startReceiver()
  try {
    await play(demo, receiver, say)
  } finally {
    await receiver.close()
  }
}

async function play(demo: StoryDemo, receiver: Receiver, say: Say) {
  const api = caller(demo.apiUrl, { authorization: demo.apiKey })
  const phones = caller(demo.simulatorUrl, {})
  // A payer of its own, so that the story can be told again at once: M-PESA limits what one phone pays in a day.
  const msisdn = `2547${String(Date.now()).slice(-8)}`
  const pin = '2580'
  await phones('POST', '/_sim/phones', { msisdn, name: 'Jane Doe', balance: 500_000, pin })
  const payer = await api('POST', '/business/customer/create', {
    name: 'Jane Doe',
    email: 'jane@example.com',
    phone: `+${msisdn}`,
    country: 'Kenya',
    currency: 'KES',
  })
  const phone = `/_sim/phones/${msisdn}`
  say(`Jane Doe has the phone ${msisdn} with KES 500,000, and the account ${payer.data.accountno}`)

  const events = ['invoice.created', 'invoice.partially_paid', 'invoice.paid', 'payment.completed']
  const endpoint = await api('POST', '/business/webhook/create', { url: receiver.url, events })
  receiver.secret = endpoint.data.secret
  say(`Webhook endpoint ${endpoint.data._id} listens at ${receiver.url}`)

  const created = await api('POST', '/business/invoice/create', seedBody(demo, payer.data._id))
  const invoice = created.data
  assert.equal(invoice.status, 'unpaid')
  assert.equal(invoice.balance, 145_800)
  say(`${invoice.invoiceno}: 162,000 less 10 % is KES 145,800, account ${invoice.accountno}`)

  const sms = await until('the bill on the phone', async () => {
    const { inbox } = await phones('GET', phone)
    return inbox.find(({ text }: Json) => text.includes(invoice.accountno) && text.includes('145,800'))
  })
  say(`SMS to ${msisdn}: ${sms.text.replaceAll('\n', ' ')}`)

  const part = await phones('POST', '/_sim/paybill', {
    phone: msisdn,
    shortcode: demo.shortcode,
    account: invoice.accountno,
    amount: 45_800,
    pin,
  })
  const partly = await until('partially_paid', () => statusIs(api, invoice._id, 'partially_paid'))
  assert.equal(partly.balance, 100_000)
  say(`Paid 45,800 by Paybill, receipt ${part.receipt}: partially_paid, balance 100,000`)

  const asked = await payOnPage(invoice.paymentlink.rawurl, msisdn)
  say(`Pay page asked the phone: ${asked}`)
  const prompt = await until('the prompt on the phone', async () => {
    const { prompts } = await phones('GET', phone)
    return prompts.find(({ account, state }: Json) => account === invoice.accountno && state === 'waiting')
  })
  assert.equal(prompt.amount, 100_000)
  const answered = await phones('POST', `${phone}/prompts/${prompt.id}`, { pin })
  const paid = await until('paid', () => statusIs(api, invoice._id, 'paid'))
  assert.equal(paid.balance, 0)
  say(`PIN typed, receipt ${answered.receipt}: paid, balance 0`)

  const expected = [
    'invoice.created',
    'payment.completed',
    'invoice.partially_paid',
    'payment.completed',
    'invoice.paid',
  ]
  await until('five webhooks', async () => receiver.events.length >= expected.length || undefined)
  assert.deepEqual(
    receiver.events.map(({ event }) => event),
    expected,
  )
  say(`Webhooks in order, signatures verified: ${expected.join(', ')}`)

  const acknowledged = async () => {
    const { entries } = await phones('GET', '/_sim/journal?path=/v1/billmanager-invoice/reconciliation')
    const taken = entries.filter(
      ({ request, response }: Json) =>
        bodyOf(request).externalReference === invoice.invoiceno && bodyOf(response).rescode === '200',
    )
    return taken.length >= 2 ? taken : undefined
  }
  const acknowledgements = await until('both payments acknowledged', acknowledged)
  say(`Safaricom has ${acknowledgements.length} acknowledgements for ${invoice.invoiceno}`)

  for (const receipt of [part.receipt, answered.receipt])
    await phones('POST', `/_sim/payments/${receipt}/send-again`, {})
  await settled(phones)
  const after = (await api('GET', `/business/invoice/details/${invoice._id}`)).data
  const { data: transactions } = await api('GET', '/business/transaction/list?limit=100')
  const receipts = transactions.map(({ transactioncode }: Json) => transactioncode)
  assert.equal(after.amountpaid, 145_800)
  for (const receipt of [part.receipt, answered.receipt])
    assert.equal(receipts.filter((one: string) => one === receipt).length, 1)
  assert.equal(receiver.events.length, expected.length)
  say('Both receipts reported again by every road: still one payment each, nothing changed')

  const over = await phones('POST', '/_sim/paybill', {
    phone: msisdn,
    shortcode: demo.shortcode,
    account: invoice.accountno,
    amount: 200,
    pin,
  })
  const sent = await until('the payment too many', async () => {
    const { data } = await api('GET', `/business/transaction/list?search=${over.receipt}`)
    return data[0]
  })
  await api('POST', `/business/payment/${sent._id}/reverse`, { reason: 'Paid too much', atmpesa: true })
  const back = await until('the money given back', async () => {
    const { data } = await api('GET', `/business/payment/${sent._id}`)
    return data.status === 'cancelled' ? data.reversal : undefined
  })
  assert.equal(back.status, 'done')
  say(`Paid 200 too much, receipt ${over.receipt}: M-PESA gave it back, and the books followed`)
}

function seedBody({ productIds: [website, hosting] }: StoryDemo, customerId: string) {
  return {
    customerid: customerId,
    items: [
      { itemid: website, name: 'Website Development', quantity: 1, rate: 150000.0 },
      { itemid: hosting, name: 'Hosting (Annual)', quantity: 1, rate: 12000.0 },
    ],
    title: 'Website Development Project',
    description: 'Complete website redesign with hosting',
    duedate: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    discount: 10,
    discounttype: 'percentage',
  }
}

/** Presses *Pay now* as a browser without JavaScript does: the form's fields, then the page it leads to. */
async function payOnPage(url: string, phone: string): Promise<string> {
  const page = await (await fetch(url)).text()
  const action = /<form[^>]*action="([^"]+\/request)"/.exec(page)?.[1]
  assert(action, 'the pay page has a form that asks the phone')
  const form = new URLSearchParams({ phone, amount: '100000' })
  const answer = await fetch(new URL(action, url), { method: 'POST', body: form, redirect: 'manual' })
  assert.equal(answer.status, 303, `the form was refused: ${answer.status}`)
  const state = await (await fetch(new URL(answer.headers.get('location') ?? '', url))).text()
  return (/<h2[^>]*>([^<]+)</.exec(state)?.[1] ?? 'sent').trim()
}

type Receiver = { url: string; secret: string; events: { event: string }[]; close: () => Promise<void> }

/** A merchant's server: takes a webhook only if the published verifier accepts its signature. */
async function startReceiver(): Promise<Receiver> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      try {
        const headers = Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        )
        receiver.events.push(
          new Webhook(receiver.secret).verify(Buffer.concat(chunks).toString(), headers) as { event: string },
        )
        response.writeHead(200).end('{"received":true}')
      } catch {
        response.writeHead(401).end()
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/webhooks`,
    secret: '',
    events: [],
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  }
  return receiver
}

function caller(base: string, headers: Record<string, string>) {
  return async (method: string, path: string, body?: unknown): Promise<Json> => {
    const answer = await fetch(base + path, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    assert(answer.ok, `${method} ${path} answered ${answer.status}: ${text}`)
    return JSON.parse(text)
  }
}

async function statusIs(api: ReturnType<typeof caller>, id: string, status: string): Promise<Json> {
  const { data } = await api('GET', `/business/invoice/details/${id}`)
  return data.status === status ? data : undefined
}

/** Long enough for whatever was sent again to have been settled: two looks at the journal half a second apart agree. */
async function settled(phones: ReturnType<typeof caller>) {
  let before = -1
  await until('a quiet journal', async () => {
    const { entries } = await phones('GET', '/_sim/journal?limit=5000')
    const quiet = entries.length === before
    before = entries.length
    await new Promise((resolve) => setTimeout(resolve, 700))
    return quiet || undefined
  })
}

function bodyOf(value: Json): Json {
  return typeof value === 'string' ? JSON.parse(value) : (value?.body ?? value ?? {})
}

async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + patienceMs; Date.now() < end;) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`waited ${patienceMs / 1000} s for ${what}`)
}
