import { afterEach, expect, test } from 'vitest'
import { callbackUrls } from '../server/src/businesses/connect-shortcode.ts'
import { connect, inBusiness } from '../server/src/db/sql.ts'
import { auditBooks } from '../server/src/ledger/audit.ts'
import { settleCallbacks } from '../server/src/payments/settle-callbacks.sweep.ts'
import { takeInSpooled } from '../server/src/payments/take-in-spooled.sweep.ts'
import { world, type World } from './world.ts'

/**
 * 600 callbacks at once on five invoices, a third of them repeats, while four workers settle a few at a time. Each of
 * three guards is needed: the invoices' row locks, the unique receipt, and `skip locked`.
 */
let w: World
const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
  await w.end()
})

/**
 * The server's limits end a transaction that idles for 15 seconds or waits for a lock for 5. On a machine that is busy enough
 * the stuck worker reaches the one and the others the other, and this would be a test of the machine.
 */
function patient(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  for (const limit of ['idle_in_transaction_session_timeout', 'lock_timeout', 'statement_timeout'])
    url.searchParams.set(limit, '0')
  return url.href
}

const distinct = 400
const repeats = 200
const workers = 4
/** Two of five accounts pay more, three less. */
const invoiced = 3900
const shillingsOf = (n: number) => 1 + ((n * 37) % 97)

test('every shilling lands once', { timeout: 120_000 }, async () => {
  w = await world({ reach: async (url) => patient(url) })
  const accounts = await openAccounts(5)
  const url = callbackUrls(w.ctx, w.businessId).bill
  const tell = async (n: number) => {
    const body = {
      transactionId: `CROWD${String(n).padStart(5, '0')}`,
      paidAmount: String(shillingsOf(n)),
      msisdn: '254722000111',
      dateCreated: '2031-03-01',
      accountReference: accounts[n % 5]?.accountno,
      shortCode: '600984',
    }
    const { status } = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
    expect(status).toBe(200)
  }

  // Another worker is stuck with what came first: it has the rows locked until the others are through.
  await Promise.all([0, 1, 2].map(tell))
  await takeInSpooled(w.ctx, 100) // what a busy machine kept on disk
  const stuck = await holdCallbacks()
  const numbers = Array.from({ length: distinct + repeats }, (_, index) => index % distinct)
  let telling = true
  const told = Promise.all(numbers.map(tell)).finally(() => (telling = false))
  const worked = await Promise.all(Array.from({ length: workers }, () => work(() => telling)))
  await told
  expect(Math.max(...worked)).toBeLessThan(distinct + repeats) // or there was no race
  expect(await waiting()).toBe(3)
  await stuck.release()
  await work(() => false)

  expect(await waiting()).toBe(0)
  const books = await inBusiness(w.ctx.sql, w.businessId, async (tx) => ({
    payments: await tx<{ receipt: string; amount: bigint; laid: bigint; reports: bigint }[]>`
      select p.receipt, p.amount,
        (select sum(amount) from allocations a where a.business_id = p.business_id and a.payment_id = p.id)::bigint as laid,
        (select count(*) from evidence e where e.business_id = p.business_id and e.payment_id = p.id) as reports
      from payments p where p.business_id = ${w.businessId} order by p.receipt
    `,
    differences: await auditBooks(tx, w.businessId),
  }))
  expect(books.differences).toEqual([])
  expect(books.payments).toEqual(
    Array.from({ length: distinct }, (_, n) => ({
      receipt: `CROWD${String(n).padStart(5, '0')}`,
      amount: BigInt(shillingsOf(n)) * 100n,
      laid: BigInt(shillingsOf(n)) * 100n,
      reports: 1n + (n < repeats ? 1n : 0n) + (n < 3 ? 1n : 0n),
    })),
  )
  for (const [index, { id, customerId }] of accounts.entries()) {
    const paid = Array.from({ length: distinct }, (_, n) => (n % 5 === index ? shillingsOf(n) : 0))
    const sum = paid.reduce((total, one) => total + one, 0)
    const { body } = await w.call('GET', `/business/invoice/details/${id}`)
    const customer = await w.call('GET', `/business/customer/details/${customerId}`)
    expect([body.data.amountpaid, customer.body.data.credit]).toEqual([
      Math.min(sum, invoiced),
      Math.max(0, sum - invoiced),
    ])
  }
})

/** A worker with connections of its own, a few callbacks at a time. Says how many it settled. */
async function work(isTelling: () => boolean): Promise<number> {
  const sql = connect(patient(w.databaseUrl), { role: 'kusanya_app', max: 2 })
  ends.push(() => sql.end())
  let settled = 0
  for (;;) {
    const more = isTelling()
    const some = (await takeInSpooled(w.ctx, 100)) + (await settleCallbacks({ ...w.ctx, sql }, 7))
    settled += some
    if (some === 0 && !more && (await waiting()) <= 3) return settled
  }
}

/** Locks every callback there is, as a worker does that takes its time. */
async function holdCallbacks(): Promise<{ release: () => Promise<void> }> {
  const [held, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const done = inBusiness(w.ctx.sql, w.businessId, async (tx) => {
    // However slow the machine is, he is not cut off before the others are through.
    await tx`set local idle_in_transaction_session_timeout = 0`
    await tx`select id from callbacks where business_id = ${w.businessId} for update`
    held.resolve()
    await over.promise
  })
  await held.promise
  return { release: () => (over.resolve(), done) }
}

async function waiting(): Promise<number> {
  const rows = await inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx`select id from callbacks where business_id = ${w.businessId} and next_attempt_at is not null`,
  )
  return rows.length
}

/** An invoice each, which some will pay in full and some in part. */
async function openAccounts(count: number) {
  const accounts = []
  for (let n = 0; n < count; n++) {
    const { body } = await w.call('POST', '/business/customer/create', {
      name: 'Payer',
      email: 'payer@example.test',
      phone: '+14155550100',
      country: 'Kenya',
      currency: 'KES',
    })
    const invoice = await w.call('POST', '/business/invoice/create', {
      customerid: body.data._id,
      items: [{ itemid: w.products[0], quantity: 1, rate: invoiced }],
      duedate: '2031-04-01',
    })
    accounts.push({
      customerId: body.data._id as string,
      accountno: body.data.accountno as string,
      id: invoice.body.data._id as string,
    })
  }
  return accounts
}
