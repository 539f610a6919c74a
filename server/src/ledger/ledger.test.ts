import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inBusiness } from '../db/sql.ts'
import { world, type World } from '../../../test/world.ts'
import { auditBooks } from './audit.ts'

const shortcode = '600984'
let w: World
let bill: { _id: string; invoiceno: string; accountid: string }
let receipts: { paid: string; stray: string }

/** Two days of a business: a bill with tax, paid in part and written off, a stray payment, and M-PESA's statement of it. */
beforeAll(async () => {
  w = await world()
  await w.call('PATCH', '/business/settings/update', { cents: 'round' })
  const invoice = async (rate: number, more: object = {}) => {
    const { status, body } = await w.call('POST', '/business/invoice/create', {
      customerid: w.customer.id,
      items: [{ itemid: w.products[0], quantity: 1, rate }],
      duedate: '2031-04-01',
      ...more,
    })
    expect(status, JSON.stringify(body)).toBe(201)
    return body.data
  }
  const pay = async (account: string, amount: number) => {
    const { receipt } = await w.simulator.pay({ phone: w.customer.phone, shortcode, account, amount })
    await w.work()
    return receipt
  }
  bill = await invoice(1000.25, { taxid: w.taxId })
  await invoice(70, { currency: 'USD' })
  receipts = { paid: await pay(w.customer.accountno, 1100), stray: await pay('NOBODY', 40) }
  await w.advance('P1D')
  const off = { kind: 'write_off', amount: 60, reason: 'Promised' }
  expect((await w.call('POST', `/business/invoice/${bill._id}/adjustment/add`, off)).status).toBe(201)
  const csv = `Receipt No.,Completion Time,Details,Transaction Status,Paid In,Withdrawn,Balance
UKSETTLE01,01-03-2031 18:00:00,Organization Settlement,Completed,,-900.00,"1,233.50"
${receipts.stray},01-03-2031 11:16:00,Pay Bill,Completed,40.00,,"2,133.50"
${receipts.paid},01-03-2031 11:15:00,Pay Bill Charge,Completed,,-6.50,"2,093.50"
${receipts.paid},01-03-2031 11:15:00,Pay Bill,Completed,"1,100.00",,"2,100.00"`
  const imported = await w.call('POST', '/business/statement/import', { shortcode, csv })
  expect(imported.status, JSON.stringify(imported.body)).toBe(200)
}, 60_000)
afterAll(() => w.end())

const trial = async (query = '') => (await w.call('GET', `/business/report/trial-balance${query}`)).body.data
const lines = ({ accounts }: { accounts: { account: string; reference: string; debit: number; credit: number }[] }) =>
  accounts.map(({ account, reference, debit, credit }) => [account, reference, debit, credit])

describe('the trial balance', () => {
  test('after the statement was closed has what M-PESA has, and debits equal credits', async () => {
    const close = await w.call('POST', '/business/close/create', { shortcode, date: '2031-03-01' })
    expect(close.body.data).toMatchObject({ agrees: true, closing: 1233.5, broughtforward: 1000 })
    const balance = await trial()
    expect(lines(balance)).toEqual([
      ['mpesa', shortcode, 1233.5, 0],
      ['bank', '', 900, 0],
      ['suspense', '', 0, 40],
      ['tax', '', 0, 160.04],
      ['opening', '', 0, 1000],
      ['sales', '', 0, 1000.25],
      ['rounding', '', 0.29, 0],
      ['write_off', '', 60, 0],
      ['fees', '', 6.5, 0],
    ])
    expect(balance.debit).toBe(balance.credit)
    expect(await inBusiness(w.ctx.sql, w.businessId, (tx) => auditBooks(tx, w.businessId))).toEqual([])
  })

  test('of a day that is past says what the ledger said then', async () => {
    expect(lines(await trial('?date=2031-03-01'))).toEqual([
      ['receivable', '', 60, 0],
      ['mpesa', shortcode, 1140, 0],
      ['suspense', '', 0, 40],
      ['tax', '', 0, 160.04],
      ['sales', '', 0, 1000.25],
      ['rounding', '', 0.29, 0],
    ])
    expect(await trial('?date=2031-02-28')).toMatchObject({ date: '2031-02-28', accounts: [], debit: 0, credit: 0 })
  })

  test('of another currency is apart', async () => {
    expect(lines(await trial('?currency=USD'))).toEqual([
      ['receivable', '', 70, 0],
      ['sales', '', 0, 70],
    ])
  })

  test('as CSV ends with the sums', async () => {
    const { headers, body } = await w.call('GET', '/business/report/trial-balance?date=2031-03-01&format=csv')
    expect([headers.get('content-type'), body.split('\r\n').at(0), body.split('\r\n').at(-2)]).toEqual([
      'text/csv; charset=utf-8',
      'account,reference,title,debit,credit',
      'total,,,1200.29,1200.29',
    ])
  })
})

describe('the ledger of an account', () => {
  const ledger = (query: string) => w.call('GET', `/business/report/ledger?${query}`)

  test('lists what moved it and against what, with the balance after each', async () => {
    const { body } = await ledger(`account=mpesa&reference=${shortcode}&from=2031-03-01&to=2031-03-02`)
    const rows = body.data.entries.map((entry: Record<string, unknown>) => [
      entry.title,
      entry.reference,
      entry.against,
      entry.debit,
      entry.credit,
    ])
    expect(rows).toEqual([
      ['Payment', receipts.paid, 'receivable', 1100, 0],
      ['Payment', receipts.stray, 'suspense', 40, 0],
      ['Settlement', 'UKSETTLE01', 'bank', 0, 900],
      ['M-PESA charge', receipts.paid, 'fees', 0, 6.5],
      ['Balance brought forward', '', 'opening', 1000, 0],
    ])
    expect(body.data).toMatchObject({ opening: 0, closing: 1233.5 })
    expect(body.data.entries.at(-1).balance).toBe(1233.5)
  })

  test('of one billing account begins with what was there before', async () => {
    const { body } = await ledger(`account=receivable&reference=${bill.accountid}&from=2031-03-02&to=2031-03-02`)
    expect(body.data).toMatchObject({
      opening: 60,
      closing: 0,
      entries: [{ title: 'Adjustment', reference: bill.invoiceno, against: 'write_off', credit: 60, balance: 0 }],
    })
  })

  test('as CSV has both balances', async () => {
    const { body } = await ledger('account=write_off&from=2031-03-02&to=2031-03-02&format=csv')
    expect(body.split('\r\n')).toEqual([
      'date,title,reference,against,debit,credit,balance',
      '2031-03-02,Opening balance,,,,,0.00',
      `2031-03-02T08:15:00Z,Adjustment,${bill.invoiceno},receivable,60.00,0.00,60.00`,
      '2031-03-02,Closing balance,,,,,60.00',
      '',
    ])
  })

  test.each(['', 'account=petty', 'account=sales&from=yesterday', 'account=sales&currency=ksh'])(
    'is not to be had with "%s"',
    async (query) => {
      expect((await ledger(query)).status).toBe(400)
    },
  )
})

describe('the database itself', () => {
  const insert = (debit: string, credit: string, amount: number) =>
    inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) => tx`
        insert into postings (business_id, id, cause, cause_id, debit, debit_ref, credit, credit_ref, amount, posted_at)
        values (${w.businessId}, ${w.ctx.newId()}, 'charged', 'x', ${debit}, '', ${credit}, '', ${amount}, ${w.ctx.now()})
      `,
    )

  test.each([
    ['of nothing', 'fees', 'bank', 0, 'postings_amount_check'],
    ['below nothing', 'fees', 'bank', -5, 'postings_amount_check'],
    ['from an account to itself', 'fees', 'fees', 5, 'postings_two_accounts_check'],
    ['of an account that nobody knows', 'fees', 'petty', 5, 'postings_credit_check'],
  ])('takes no posting %s', async (_, debit, credit, amount, constraint) => {
    await expect(insert(debit, credit, amount)).rejects.toThrow(constraint)
  })

  test.each(['update postings set amount = amount + 1', 'delete from postings', 'truncate postings'])(
    'lets nobody who serves requests %s',
    async (statement) => {
      await expect(inBusiness(w.ctx.sql, w.businessId, (tx) => tx.unsafe(statement))).rejects.toThrow(
        'permission denied',
      )
    },
  )
})
