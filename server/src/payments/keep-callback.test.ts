import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { lineTo, type Line } from '../../../test/line.ts'
import { payer } from '../../../test/payer.ts'
import { world, type World } from '../../../test/world.ts'
import { callbackUrls } from '../businesses/connect-shortcode.ts'
import { inBusiness } from '../db/sql.ts'
import { auditBooks } from '../ledger/audit.ts'

/** The database goes away in every way it knows while Safaricom reports payments. */
let w: World
let line: Line
beforeAll(async () => {
  w = await world({ reach: async (databaseUrl) => (line = await lineTo(databaseUrl)).url })
  await told('K', 1) // a door that was knocked before is remembered
  await w.work()
})
afterAll(async () => {
  await w.end()
  await line.close()
})
beforeEach(async () => {
  await line.mend()
  await w.work()
})
afterEach(async () => {
  // Whatever happened, the next callback goes straight into the database again.
  await line.mend()
  await w.work()
  expect((await told('N', 1)).status).toBe(200)
  expect(spooled()).toEqual([])
})

const spoolFolder = () => path.join(w.ctx.config.dataDirectory, 'spool')
const spooled = () => (existsSync(spoolFolder()) ? readdirSync(spoolFolder()) : [])

async function told(receipt: string, shillings: number, url = callbackUrls(w.ctx, w.businessId).bill) {
  const begun = performance.now()
  const answer = await fetch(url, {
    method: 'POST',
    body: JSON.stringify({
      transactionId: receipt.padEnd(10, '0'),
      paidAmount: String(shillings),
      msisdn: '254722000111',
      dateCreated: '2031-03-01',
      accountReference: w.customer.accountno,
      shortCode: '600984',
    }),
  })
  return { status: answer.status, body: await answer.text(), ms: performance.now() - begun }
}

const shortOf = (receipt: string) => receipt.replace(/0+$/, '')

/** Callbacks and payments of receipts that begin so. */
async function kept(prefix: string) {
  return inBusiness(w.ctx.sql, w.businessId, async (tx) => {
    const callbacks = await tx<{ received_at: Date; receipt: string }[]>`
      select received_at, convert_from(body, 'utf8')::json ->> 'transactionId' as receipt from callbacks
      where business_id = ${w.businessId} and convert_from(body, 'utf8') like ${`%transactionId":"${prefix}%`} order by received_at, id
    `
    const payments = await tx<{ receipt: string }[]>`
      select receipt from payments where business_id = ${w.businessId} and receipt like ${`${prefix}%`} order by receipt
    `
    expect(await auditBooks(tx, w.businessId)).toEqual([])
    return {
      callbacks: callbacks.map(({ receipt }) => shortOf(receipt)),
      receivedAt: callbacks.map(({ received_at }) => received_at),
      payments: payments.map(({ receipt }) => shortOf(receipt)),
    }
  })
}

test('a database that is down: kept on disk, answered 200, taken in with the true time when it is back', async () => {
  await line.cut()
  const came = w.ctx.now()
  for (const n of [1, 2, 3]) expect((await told(`D${n}`, n)).status).toBe(200)
  expect(spooled().length).toBeGreaterThan(0)
  await w.advance('PT10M')
  await line.mend()
  await w.work()
  expect(spooled()).toEqual([])
  const { callbacks, receivedAt, payments } = await kept('D')
  expect(callbacks).toEqual(['D1', 'D2', 'D3'])
  expect(receivedAt).toEqual([came, came, came])
  expect(payments).toEqual(['D1', 'D2', 'D3'])
})

test('a database that hangs: Safaricom hears within a second all the same', async () => {
  line.hang()
  const first = await told('H1', 5)
  const later = await Promise.all(Array.from({ length: 20 }, (_, n) => told(`H${n}X`, 5)))
  expect([first, ...later].map(({ status }) => status)).toEqual(Array(21).fill(200))
  expect(first.ms).toBeLessThan(2_000)
  expect(spooled().length).toBeGreaterThan(0)
  await line.mend()
  await w.work()
  expect((await kept('H')).payments).toHaveLength(21)
})

test('an insert whose answer never came, though it was committed, is one callback', async () => {
  line.swallowAnswers()
  expect((await told('S1', 5)).status).toBe(200)
  await line.mend()
  await w.work()
  expect((await kept('S')).callbacks).toEqual(['S1'])
})

test('a crash between taking in and forgetting repeats nothing', async () => {
  await line.cut()
  expect((await told('C1', 5)).status).toBe(200)
  const [file = ''] = spooled()
  const text = readFileSync(path.join(spoolFolder(), file))
  await line.mend()
  await w.work()
  writeFileSync(path.join(spoolFolder(), file), text)
  await w.work()
  expect(spooled()).toEqual([])
  expect((await kept('C')).callbacks).toEqual(['C1'])
})

test('a table that is locked: kept on disk, and what had begun to wait is not written twice', async () => {
  const owner = w.owner()
  const [locked, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const locking = owner.begin(async (tx) => {
    await tx`lock table callbacks in access exclusive mode`
    locked.resolve()
    await held.promise
  })
  await locked.promise
  const answers = await Promise.all(Array.from({ length: 5 }, (_, n) => told(`L${n}X`, 5)))
  expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200))
  expect(spooled().length).toBeGreaterThan(0)
  held.resolve()
  await locking
  await owner.end()
  await w.work()
  expect((await kept('L')).callbacks.sort()).toEqual(['L0X', 'L1X', 'L2X', 'L3X', 'L4X'])
})

test('the phone’s own answer is kept, too, though nobody can say yet whose door it is', async () => {
  const p = payer(w)
  const { path: link, _id } = await p.bill()
  const paid = async () => (await w.call('GET', `/business/invoice/details/${_id}`)).body.data.amountpaid
  const before = await paid() // by what the account had too much
  const phone = p.phone()
  await p.pay(link, { amount: '400', to: 'other', phone })
  await line.cut()
  await p.answer(phone, { pin: '1234' })
  expect(spooled().some((name) => name.endsWith('.unknown'))).toBe(true)
  await line.mend()
  await w.work()
  expect(await paid()).toBe(before + 400)
})

test('a stranger gets no 404 while nobody can know, and nothing of it is kept afterwards', async () => {
  await line.cut()
  const url = `${w.ctx.publicUrl}/hooks/${'0f'.repeat(16)}/bill`
  expect((await told('X1', 5, url)).status).toBe(200)
  expect((await told('X2', 5, `${w.ctx.publicUrl}/hooks/nonsense/bill`)).status).toBe(404)
  const long = await fetch(url, { method: 'POST', body: 'x'.repeat(20_000) })
  expect(long.status).toBe(503)
  await line.mend()
  await w.work()
  expect(spooled()).toEqual([])
  expect(await kept('X')).toEqual({ callbacks: [], receivedAt: [], payments: [] })
  expect((await told('X3', 5, url)).status).toBe(404)
})

test('a disk that refuses as well: 503, so that Safaricom comes again', async () => {
  await line.cut()
  rmSync(spoolFolder(), { recursive: true, force: true })
  writeFileSync(spoolFolder(), 'a file where the folder should be')
  const refused = await told('F1', 5)
  expect(refused.status).toBe(503)
  expect(JSON.parse(refused.body)).toMatchObject({ success: false })
  rmSync(spoolFolder())
  await line.mend()
  await w.work()
  expect((await told('F1', 5)).status).toBe(200)
  await w.work()
  expect((await kept('F')).payments).toEqual(['F1'])
})

test('a spooled line that is not what we wrote is put aside, and those behind it go on', async () => {
  await line.cut()
  expect((await told('P1', 5)).status).toBe(200)
  writeFileSync(path.join(spoolFolder(), '000.known'), 'not ours\n')
  await line.mend()
  await w.work()
  expect((await kept('P')).payments).toEqual(['P1'])
  expect(spooled()).toEqual(['000.known.aside'])
  rmSync(path.join(spoolFolder(), '000.known.aside'))
})
