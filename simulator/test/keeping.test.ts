import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startSimulator } from '../src/index.ts'
import { createJournal } from '../src/journal.ts'
import { billPath, call, caller, invoice, listener, optInBody, simulator, stkBody } from './world.ts'

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'simulator-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

test('phones, bills, tokens, prompts and waiting callbacks survive a restart', async () => {
  const path = await folder()
  const stateFile = join(path, 'state', 'mpesa.json')
  const business = await listener()
  const now = () => new Date('2027-01-04T05:00:00Z')
  const before = await startSimulator({ stateFile, now, frozen: true })
  const post = await caller(before)
  await post(`${billPath}/optin`, optInBody(`${business.url}/bills`))
  await post(`${billPath}/single-invoicing`, invoice())
  await post('/mpesa/stkpush/v1/processrequest', stkBody(`${business.url}/stk`, { Timestamp: '20270104080000' }))
  before.trouble({ endpoint: 'bill-payment', kind: 'callback-late', ms: 5000 })
  const { receipt } = await before.pay({ phone: '254708374149', shortcode: '600984', account: 'ACC-1', amount: 5 })
  const seen = before.phone('254708374149')
  await before.close()
  expect(await readdir(join(path, 'state'))).toEqual(['mpesa.json'])

  const after = await simulator({ stateFile, now, seed: 2 })
  expect(after.phone('254708374149')).toEqual(seen)
  expect(after.businesses()[0]?.optIn?.callbackUrl).toBe(`${business.url}/bills`)
  const samePort = (url: string) => url.replace(before.url, after.url)
  expect(samePort(before.url)).toBe(after.url)
  expect(business.got).toEqual([])
  await after.advance('PT5S')
  expect(business.bodies('/bills')).toMatchObject([{ transactionId: receipt }])
  await after.advance('PT60S')
  expect(business.bodies('/stk')).toHaveLength(1)
})

test('a file of something else is refused, not overwritten', async () => {
  const stateFile = join(await folder(), 'mine.json')
  await writeFile(stateFile, '{"mine":true}')
  await expect(startSimulator({ stateFile })).rejects.toThrow('was not written by this version of the simulator')
})

test('closing leaves nothing running, even with a callback that is never answered', async () => {
  const daraja = await startSimulator()
  const silent = await listener(() => ({ silent: true }))
  const post = await caller(daraja)
  await post(`${billPath}/optin`, optInBody(`${silent.url}/bills`))
  await daraja.pay({ phone: '254708374149', shortcode: '600984', account: 'A', amount: 5 })
  await expect.poll(() => silent.got).toHaveLength(1)
  await daraja.close()
  await expect(fetch(daraja.url)).rejects.toThrow('fetch failed')
  expect(daraja.journal({ direction: 'out' })).toMatchObject([{ error: 'the simulator was closed' }])
})

test('a taken port is said at the start', async () => {
  const daraja = await simulator()
  await expect(startSimulator({ port: daraja.port })).rejects.toThrow('EADDRINUSE')
})

test('a web page from elsewhere cannot play with the phones', async () => {
  const daraja = await simulator()
  const ask = (origin: string) => call(`${daraja.url}/_sim/phones`, { headers: { origin } })
  expect((await ask('http://evil.example')).status).toBe(403)
  expect((await ask(daraja.url)).status).toBe(200)
})

test('the control API answers as documented', async () => {
  const daraja = await simulator()
  const post = (path: string, body: unknown) =>
    call(`${daraja.url}/_sim${path}`, { method: 'POST', body: JSON.stringify(body) })
  const made = await post('/phones', { msisdn: '0712345678', name: 'A Payer', balance: 100, pin: '9999' })
  expect(made.body).toEqual({
    msisdn: '254712345678',
    name: 'A Payer',
    balance: 100,
    pin: '9999',
    locked: false,
    answers: 'by-hand',
    inbox: [],
    prompts: [],
  })
  expect((await post('/phones', { msisdn: '123' })).body).toMatchObject({
    ok: false,
    error: expect.stringContaining('msisdn') as unknown,
  })
  const paid = await post('/paybill', {
    phone: '0712345678',
    shortcode: '600984',
    account: 'X',
    amount: 40,
    pin: '9999',
  })
  expect(paid.body).toMatchObject({ ok: true, amount: 40, balance: 60, account: 'X' })
  const refused = await post('/paybill', { phone: '0712345678', shortcode: '600984', account: 'X', amount: 61 })
  expect(refused).toMatchObject({ status: 422, body: { ok: false, refusal: 'insufficient_funds', resultCode: 1 } })
  expect((await post('/switches', { promptSeconds: 5 })).body).toMatchObject({ promptSeconds: 5 })
  expect((await post('/switches', { nonsense: 5 })).body).toMatchObject({ error: 'There is no switch called nonsense' })
  expect((await post('/clock', { advance: 'P1D' })).body).toMatchObject({ frozen: false })
  expect((await post('/nowhere', {})).status).toBe(404)
  const listed = await call(`${daraja.url}/_sim/phones?q=payer`)
  expect(listed.body).toMatchObject({ total: 1, phones: [{ msisdn: '254712345678' }] })
})

test('the journal is filtered by path, direction and time, and can be asserted on', async () => {
  const daraja = await simulator()
  const post = await caller(daraja)
  await post(`${billPath}/optin`, optInBody('http://127.0.0.1:9/bills'))
  const { body } = await call(`${daraja.url}/_sim/journal?path=/optin&direction=in&since=1`)
  expect(body.entries).toMatchObject([{ id: 2, name: 'bill-opt-in', status: 200, request: { shortcode: '600984' } }])
  expect((await call(`${daraja.url}/_sim/journal?since=2`)).body.entries).toEqual([])
  expect(daraja.expectRequests({ name: 'bill-opt-in' }, 1)).toHaveLength(1)
  expect(() => daraja.expectRequests({ name: 'bill-bulk' }, 1)).toThrow(
    /Expected 1 .* the journal has 0 among[\s\S]*optin → 200/,
  )
})

test('the journal keeps the newest, bounded in number and in size', () => {
  const journal = createJournal(() => {})
  const entry = { at: '', direction: 'in', name: '', method: '', path: '', status: 200, ms: 0, response: '' } as const
  for (let i = 1; i <= 6000; i++) journal.write({ ...entry, request: i })
  const kept = journal.read()
  expect(kept.length).toBeLessThanOrEqual(5000)
  expect(kept.length).toBeGreaterThan(4000)
  expect(kept.at(-1)?.request).toBe(6000)
  const megabyte = 'x'.repeat(1024 * 1024)
  for (let i = 0; i < 100; i++) journal.write({ ...entry, request: megabyte })
  expect(journal.read({ limit: 100 }).filter((one) => one.request === megabyte).length).toBeLessThanOrEqual(64)
  expect(journal.read().at(-1)?.id).toBe(6100)
})

test('events tell a watcher of phones and requests as they happen', async () => {
  const daraja = await simulator()
  const watching = new AbortController()
  onTestFinished(() => watching.abort())
  const { body } = await fetch(`${daraja.url}/_sim/events`, { signal: watching.signal })
  await daraja.pay({ phone: '254708374149', shortcode: '600984', account: 'X', amount: 40 })
  await caller(daraja)
  let seen = ''
  for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
    seen += chunk
    if (seen.includes('event: phone\ndata: {"msisdn":"254708374149"') && seen.includes('"name":"oauth"')) return
  }
  throw new Error(`The events ended with ${seen}`)
})
