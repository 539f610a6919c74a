import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callbackUrls } from '../server/src/businesses/connect-shortcode.ts'
import { inBusiness } from '../server/src/db/sql.ts'
import { settleCallbacks } from '../server/src/payments/settle-callbacks.sweep.ts'
import { takeInSpooled } from '../server/src/payments/take-in-spooled.sweep.ts'
import { world, type World } from './world.ts'

/**
 * Payments to several accounts, each reported one to three times by two roads. Whatever the order of the reports, how
 * often they are repeated and when the sweep runs between them, the end is the same and the ledger sums to zero.
 */
let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

const shortcode = '600984'
type Payment = { account: 0 | 1 | 2; shillings: number }
type Report = { payment: number; road: 'bill' | 'c2b'; settleAfter: boolean }

const payments = fc.array(
  fc.record({
    account: fc.constantFrom(0 as const, 1 as const, 2 as const),
    shillings: fc.integer({ min: 1, max: 900 }),
  }),
  { minLength: 1, maxLength: 6 },
)
const reportsOf = (count: number): fc.Arbitrary<Report[]> => {
  const report = (payment: number) =>
    fc.record({
      payment: fc.constant(payment),
      road: fc.constantFrom('bill' as const, 'c2b' as const),
      settleAfter: fc.boolean(),
    })
  return fc
    .tuple(...Array.from({ length: count }, (_, n) => fc.array(report(n), { minLength: 1, maxLength: 3 })))
    .chain((groups) => fc.shuffledSubarray(groups.flat(), { minLength: groups.flat().length }))
}
const cases = payments.chain((made) => fc.tuple(fc.constant(made), reportsOf(made.length), reportsOf(made.length)))

let run = 0

test('any order and any repetition of callbacks gives the same end', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ([made, oneWay, anotherWay]) => {
      const one = await endOf(made, oneWay)
      const other = await endOf(made, anotherWay)
      expect(other).toEqual(one)
      expect(await ledgerSum()).toBe(0n)
    }),
    { numRuns: 12 },
  )
}, 120_000)

/** What the accounts look like in the end: what is open, what is credit. Invoices of one account differ in due date only. */
async function endOf(made: Payment[], reports: Report[]) {
  run++
  const accounts = []
  for (let n = 0; n < 3; n++) accounts.push(await customerWithBills())
  for (const { payment, road, settleAfter } of reports) {
    const { account, shillings } = made[payment] as Payment
    await tell(
      road,
      `R${String(run).padStart(5, '0')}${String(payment).padStart(4, '0')}`,
      accounts[account]?.accountno ?? '',
      shillings,
    )
    if (settleAfter) await settleCallbacks(w.ctx, 1)
  }
  await takeInSpooled(w.ctx, 1000) // what a busy machine kept on disk
  while ((await settleCallbacks(w.ctx, 200)) > 0);
  return Promise.all(
    accounts.map(async ({ id }) => {
      const { body } = await w.call('GET', `/business/customer/details/${id}`)
      const list = await w.call('GET', `/business/invoice/list?customerid=${id}&limit=100`)
      const invoices = list.body.data.map(({ duedate, status, amountpaid }: Record<string, unknown>) => ({
        duedate,
        status,
        amountpaid,
      }))
      return { balance: body.data.balance, credit: body.data.credit, invoices }
    }),
  )
}

async function customerWithBills() {
  const { body } = await w.call('POST', '/business/customer/create', {
    name: 'Payer',
    email: 'payer@example.test',
    phone: '+14155550100',
    country: 'Kenya',
    currency: 'KES',
  })
  for (const duedate of ['2031-05-01', '2031-04-01']) {
    await w.call('POST', '/business/invoice/create', {
      customerid: body.data._id,
      items: [{ itemid: w.products[0], quantity: 1, rate: 400 }],
      duedate,
    })
  }
  return { id: body.data._id as string, accountno: body.data.accountno as string }
}

function tell(road: 'bill' | 'c2b', receipt: string, account: string, shillings: number) {
  const urls = callbackUrls(w.ctx, w.businessId)
  const body =
    road === 'bill'
      ? {
          transactionId: receipt,
          paidAmount: String(shillings),
          msisdn: '254722000111',
          dateCreated: '2031-03-01',
          accountReference: account,
          shortCode: shortcode,
        }
      : {
          TransactionType: 'Pay Bill',
          TransID: receipt,
          TransTime: '20310301111500',
          TransAmount: `${shillings}.00`,
          BusinessShortCode: shortcode,
          BillRefNumber: account,
          MSISDN: '2547 ***** 111',
        }
  return fetch(road === 'bill' ? urls.bill : urls.confirmation, { method: 'POST', body: JSON.stringify(body) })
}

async function ledgerSum(): Promise<bigint | undefined> {
  const [row] = await inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx<{ sum: bigint }[]>`
    select (
      (select coalesce(sum(amount), 0) from postings where business_id = ${w.businessId} and debit = 'receivable')
      - (select coalesce(sum(amount), 0) from postings where business_id = ${w.businessId} and credit = 'receivable')
      - (select coalesce(sum(total - paid), 0) from invoices where business_id = ${w.businessId} and issued_at is not null and cancelled_at is null)
    )::bigint as sum
  `,
  )
  return row?.sum
}
