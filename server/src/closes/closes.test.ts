import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { callbackUrls } from '../businesses/connect-shortcode.ts'

let w: World
beforeEach(async () => {
  w = await world()
  await w.work()
})
afterEach(() => w.end())

const shortcode = '600984'
const close = (date: string) => w.call('POST', '/business/close/create', { shortcode, date })
const differences = ({ body }: { body: { data: { differences: { kind: string; receipt: string }[] } } }) =>
  body.data.differences.map(({ kind, receipt }) => `${kind} ${receipt}`)
const pay = (account: string, amount: number) =>
  w.simulator.pay({ phone: w.customer.phone, shortcode, account, amount })

async function invoice(rate: number) {
  const { body } = await w.call('POST', '/business/invoice/create', {
    customerid: w.customer.id,
    items: [{ itemid: w.products[0], quantity: 1, rate }],
    duedate: '2031-04-01',
  })
  return body.data
}
/** The portal's file, newest line first, as it comes. */
function statement(...lines: [receipt: string, time: string, details: string, amount: number][]) {
  let balance = 1000
  const written = lines.map(([receipt, time, details, amount]) => {
    balance += amount
    const [paidIn, withdrawn] = amount > 0 ? [amount, ''] : ['', amount]
    return `${receipt},${time},${details},Completed,${paidIn},${withdrawn},"${balance.toLocaleString('en-US')}.00"`
  })
  const csv = [
    'Receipt No.,Completion Time,Details,Transaction Status,Paid In,Withdrawn,Balance',
    ...written.reverse(),
  ].join('\n')
  return w.call('POST', '/business/statement/import', { shortcode, csv })
}

async function aDay() {
  await invoice(500)
  const paid = await pay(w.customer.accountno, 500)
  const over = await pay(w.customer.accountno, 40)
  const stray = await pay('XYZ', 70)
  await w.simulator.settled()
  await w.advance('PT6M')
  await w.work()
  return { paid: paid.receipt, over: over.receipt, stray: stray.receipt }
}
const at = '01-03-2031 11:15:00'

describe('a day that agrees', () => {
  test('by Pull alone: every receipt confirmed and in one place', async () => {
    await aDay()
    await w.advance('P1D')
    const { status, body } = await close('2031-03-01')
    expect([status, body.message, body.data]).toMatchObject([
      201,
      'The day agrees',
      {
        agrees: true,
        source: 'books',
        opening: 0,
        paidin: 610,
        paidout: 0,
        closing: 610,
        places: {
          allocated: { receipts: 1, amount: 500 },
          credit: { receipts: 1, amount: 40 },
          suspense: { receipts: 1, amount: 70 },
        },
      },
    ])
  })

  test('by the statement, with its charges and settlements, from balance to balance', async () => {
    const { paid, over, stray } = await aDay()
    await w.advance('P1D')
    await statement(
      [paid, at, 'Pay Bill from 2547 - A', 500],
      [paid, at, 'Pay Bill Charge', -5],
      [over, at, 'Pay Bill from 2547 - A', 40],
      [stray, at, 'Pay Bill from 2547 - A', 70],
      ['UKSETTLE01', '01-03-2031 18:00:00', 'Organization Settlement', -600],
    )
    const { body } = await close('2031-03-01')
    expect(body.data).toMatchObject({
      agrees: true,
      source: 'statement',
      opening: 1000,
      paidin: 610,
      paidout: 605,
      closing: 1005,
      broughtforward: 1000,
      places: { charge: { receipts: 1, amount: -5 }, settlement: { receipts: 1, amount: -600 } },
    })
    const list = await w.call('GET', '/business/close/list')
    expect(list.body.data).toEqual([body.data])
  })
})

describe('a day that does not agree says why', () => {
  test('a forged callback is not in the statement', async () => {
    const { paid, over, stray } = await aDay()
    await fetch(callbackUrls(w.ctx, w.businessId).bill, {
      method: 'POST',
      body: JSON.stringify({
        transactionId: 'UKFORGED01',
        paidAmount: '9000',
        msisdn: w.customer.phone,
        dateCreated: '2031-03-01',
        accountReference: w.customer.accountno,
        shortCode: shortcode,
      }),
    })
    await w.work()
    await w.advance('P1D')
    expect(differences(await close('2031-03-01'))).toEqual(['unconfirmed UKFORGED01'])
    await statement([paid, at, 'Pay Bill', 500], [over, at, 'Pay Bill', 40], [stray, at, 'Pay Bill', 70])
    expect(differences(await close('2031-03-01'))).toEqual(['not_in_statement UKFORGED01', 'ledger '])
    const list = await w.call('GET', '/business/close/list')
    expect(list.body.data).toMatchObject([{ source: 'statement', agrees: false }])
  })

  test('what M-PESA took back is taken back by the statement that says so', async () => {
    const { paid, over, stray } = await aDay()
    await w.advance('P1D')
    await statement(
      [paid, at, 'Pay Bill', 500],
      [over, at, 'Pay Bill', 40],
      [stray, at, 'Pay Bill', 70],
      ['UKREVERSE1', '01-03-2031 12:00:00', `Pay Bill Reversal of ${stray}`, -70],
    )
    const closed = await close('2031-03-01')
    expect([differences(closed), closed.body.data.places.reversed]).toEqual([[], { receipts: 1, amount: 0 }])
  })

  test('a part that M-PESA took back stands in our books until a person has looked', async () => {
    const { paid, over, stray } = await aDay()
    await w.advance('P1D')
    await statement(
      [paid, at, 'Pay Bill', 500],
      [over, at, 'Pay Bill', 40],
      [stray, at, 'Pay Bill', 70],
      ['UKREVERSE1', '01-03-2031 12:00:00', `Pay Bill Reversal of ${stray}`, -20],
    )
    expect(differences(await close('2031-03-01'))).toEqual([`reversed_at_mpesa ${stray}`, 'ledger '])
  })

  test('the next day has to begin where this one ended', async () => {
    const { paid, over, stray } = await aDay()
    await w.advance('P2D')
    await statement([paid, at, 'Pay Bill', 500], [over, at, 'Pay Bill', 40], [stray, at, 'Pay Bill', 70])
    await close('2031-03-01')
    await statement(['UKS0000001', '02-03-2031 10:00:00', 'Pay Bill', 10])
    expect(differences(await close('2031-03-02'))).toEqual(['opening ', 'ledger '])
  })
})

test.each([
  ['2031-03-01', 409, 'This day is not over: it can be closed when the next one has begun'],
  ['2031-02-30', 400, 'Invalid date format. Use ISO 8601 format (YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ)'],
])('%s cannot be closed', async (date, status, error) => {
  const answer = await close(date)
  expect([answer.status, answer.body.error]).toEqual([status, error])
})

test('a shortcode that is not ours cannot be closed', async () => {
  const answer = await w.call('POST', '/business/close/create', { shortcode: '600111', date: '2031-02-01' })
  expect([answer.status, answer.body.error]).toEqual([404, 'Shortcode not found'])
})
