import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { payer } from '../../../test/payer.ts'
import { reports, shortcode } from '../../../test/reports.ts'
import { world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'
import { auditBooks } from '../ledger/audit.ts'

let w: World
let r: ReturnType<typeof reports>
beforeEach(async () => {
  w = await world({ operator: true })
  r = reports(w)
  await w.work()
})
afterEach(async () => {
  expect(await inBusiness(w.ctx.sql, w.businessId, (tx) => auditBooks(tx, w.businessId))).toEqual([])
  await w.end()
})

const id = async (receipt: string) => (await r.of(receipt))[0]._id as string
const keepTheirs = async (receipt: string) => {
  const { status, body } = await r.resolve(await id(receipt), 'theirs')
  expect(status, JSON.stringify(body)).toBe(200)
  await w.work()
  return body.data
}
const amounts = async (receipt: string) =>
  (await r.transactions(receipt)).map((one: { amount: number; status: string }) => `${one.status} ${one.amount}`)
/** A receipt of which 1,000 are booked and another amount was told too. */
async function contradicted(theirs: string, account = w.customer.accountno) {
  const receipt = r.receipt()
  await r.bill(receipt, '1000', account)
  await r.c2b(receipt, theirs, account)
  return receipt
}
const close = async () => {
  await w.advance('P1D')
  return (await w.call('POST', '/business/close/create', { shortcode, date: '2031-03-01' })).body.data
}

describe('kept theirs', () => {
  test('takes the payment back with everything it caused, and books the other amount as if it had just come', async () => {
    const first = await r.invoice(600)
    const second = await r.invoice(600)
    const receipt = await contradicted('700')
    expect(await r.details(second._id)).toMatchObject({ status: 'partially_paid', amountpaid: 400 })
    const { transactionid, newtransactionid } = await keepTheirs(receipt)
    expect(await amounts(receipt)).toEqual(['completed 700', 'cancelled 1000'])
    expect(await r.details(first._id)).toMatchObject({ status: 'paid' })
    expect(await r.details(second._id)).toMatchObject({ status: 'partially_paid', amountpaid: 100 })
    const receipts = (await w.call('GET', '/business/receipt/list')).body.data
    expect(receipts.map(({ status, amount }: { status: string; amount: number }) => `${status} ${amount}`)).toEqual([
      'issued 100',
      'issued 600',
      'cancelled 400',
      'cancelled 600',
    ])
    expect(await r.events(transactionid)).toContain('payment.reversed')
    expect(await r.events(newtransactionid)).toEqual(['payment.completed', 'payment.allocated'])
    const audit = (await w.call('GET', `/business/audit/list?subjectid=${transactionid}`)).body.data
    expect(audit).toMatchObject([
      {
        action: 'payment.resolve_contradiction',
        after: { kept: 'theirs', amount: 700, transactionid: newtransactionid },
      },
      { action: 'payment.reverse', reason: 'The payer showed it' },
    ])
  })

  test('told again, either amount opens nothing and moves nothing; a third one makes a third edition', async () => {
    const receipt = await contradicted('700')
    await keepTheirs(receipt)
    for (const amount of ['700', '1000']) {
      await r.bill(receipt, amount)
      await r.c2b(receipt, amount)
      await r.statement([receipt, Number(amount)])
    }
    expect(await r.of(receipt)).toMatchObject([{ state: 'resolved' }])
    expect(await amounts(receipt)).toEqual(['completed 700', 'cancelled 1000'])
    await r.bill(receipt, '650')
    expect(await r.of(receipt)).toMatchObject([{ state: 'open', ours: { amount: 700 }, theirs: { amount: 650 } }, {}])
    await keepTheirs(receipt)
    expect(await amounts(receipt)).toEqual(['completed 650', 'cancelled 700', 'cancelled 1000'])
  })

  test('of two other amounts leaves the second one open, against the edition that now counts', async () => {
    const receipt = await contradicted('700')
    await r.c2b(receipt, '650')
    const open = await r.of(receipt)
    expect(open).toHaveLength(2)
    const { newtransactionid } = (await r.resolve(open[1]._id, 'theirs')).body.data
    expect(await r.of(receipt)).toMatchObject([
      { state: 'open', transactionid: newtransactionid, ours: { amount: 700 }, theirs: { amount: 650 } },
      { state: 'resolved', ours: { amount: 1000 }, theirs: { amount: 700 } },
    ])
  })

  test('is confirmed if Safaricom itself told that amount, and waits above confirmedabove if not', async () => {
    const sure = r.receipt()
    await r.bill(sure, '1000')
    await r.statement([sure, 900])
    await w.call('PATCH', '/business/settings/update', { confirmedabove: 500 })
    await keepTheirs(sure)
    expect(await r.transactions(sure)).toMatchObject([{ amount: 900, confirmed: true, held: 0 }, { confirmed: false }])
    const unsure = await contradicted('900')
    const { newtransactionid } = await keepTheirs(unsure)
    expect(await r.transactions(unsure)).toMatchObject([{ amount: 900, status: 'held', held: 900 }, { held: 0 }])
    expect(await r.events(newtransactionid)).toEqual(['payment.held'])
  })

  test('pays what the phone had been asked for, whatever the other amount', async () => {
    const p = payer(w)
    await r.invoice(400)
    const { path, _id } = await p.bill({ duedate: '2031-09-01' })
    const msisdn = p.phone()
    await p.pay(path, { amount: '1000', to: 'other', phone: msisdn })
    const { receipt = '' } = await p.answer(msisdn, { pin: '1234' })
    await w.work()
    expect(await r.details(_id)).toMatchObject({ status: 'paid' })
    await r.c2b(receipt, '990')
    await keepTheirs(receipt)
    expect(await r.details(_id)).toMatchObject({ status: 'partially_paid', amountpaid: 990 })
  })

  test('lies where a clerk had said that it belongs', async () => {
    const made = await r.invoice(2000)
    const receipt = await contradicted('900', 'NOBODY')
    const [{ _id }] = await r.transactions(receipt)
    const matched = await w.call('POST', `/business/payment/${_id}/match`, { invoiceid: made._id, reason: 'She rang' })
    expect(matched.status).toBe(200)
    await keepTheirs(receipt)
    expect(await r.details(made._id)).toMatchObject({ amountpaid: 900 })
  })

  test('stays what the payer claims, and what his page shows', async () => {
    const p = payer(w)
    const { path, _id } = await p.bill({ items: [{ itemid: w.products[0], quantity: 1, rate: 3000 }] })
    const receipt = await contradicted('990')
    const pressed = await p.claim(path, receipt)
    const address = pressed.headers.get('location') as string
    const { newtransactionid } = await keepTheirs(receipt)
    const claims = await w.call('GET', `/business/claim/list?search=${receipt}`)
    expect(claims.body.data).toMatchObject([{ state: 'applied', transactionid: newtransactionid }])
    expect((await p.get(address)).body).toContain('KES\u00a0990 has reached')
    expect(await r.details(_id)).toMatchObject({ amountpaid: 990 })
  })
})

describe('the newest edition is the payment', () => {
  test('to a statement: its line is known, listed once, and reverses what counts', async () => {
    const receipt = await contradicted('900')
    await keepTheirs(receipt)
    const file = await r.statement([receipt, 900], ['UKREVERSE1', -900, `Pay Bill Reversal of ${receipt}`])
    const lines = (await w.call('GET', `/business/statement/${file._id}/line/list`)).body.data
    expect(lines.map(({ fate }: { fate: string }) => fate).sort()).toEqual(['known', 'reversed'])
    expect(await amounts(receipt)).toEqual(['cancelled 900', 'cancelled 1000'])
    const closed = await close()
    expect([closed.differences, closed.places.reversed]).toEqual([[], { receipts: 1, amount: 0 }])
  })

  test('and what went back at M-PESA before it was booked with its true amount goes back at once', async () => {
    const receipt = await contradicted('900')
    await r.statement(['UKREVERSE2', -900, `Pay Bill Reversal of ${receipt}`])
    expect(await amounts(receipt)).toEqual(['completed 1000'])
    await keepTheirs(receipt)
    expect(await amounts(receipt)).toEqual(['cancelled 900', 'cancelled 1000'])
  })

  test('to the question whether a phone paid: it confirms the edition with the amount that was asked for', async () => {
    const p = payer(w)
    const { path } = await p.bill()
    const msisdn = p.phone()
    w.simulator.trouble({ endpoint: '*', kind: 'callback-lost', times: 'always' })
    await p.pay(path, { amount: '1000', to: 'other', phone: msisdn })
    const { receipt = '' } = await p.answer(msisdn, { pin: '1234' })
    w.simulator.clearTrouble()
    w.simulator.trouble({ endpoint: 'pull-query', kind: '503', times: 'always' })
    await r.bill(receipt, '990')
    w.simulator.sendAgain(receipt, ['stk-callback'])
    await w.work()
    await keepTheirs(receipt)
    expect(await r.transactions(receipt)).toMatchObject([{ amount: 1000, confirmed: false }, { amount: 990 }])
    await w.advance('PT7M')
    await w.work()
    expect(await r.transactions(receipt)).toMatchObject([{ confirmed: true, confirmedby: 'stk_query' }, {}])
  })

  test('to the close of its day: it differs until somebody decides, and agrees when M-PESA says the same', async () => {
    const receipt = await contradicted('900')
    await r.statement([receipt, 900])
    const before = await close()
    expect(before.differences).toContainEqual({ kind: 'contradicted', receipt, ours: 1000, theirs: 900 })
    await keepTheirs(receipt)
    const after = await close()
    expect(after.differences).toEqual([])
    expect(after).toMatchObject({
      paidin: 900,
      places: { credit: { receipts: 1, amount: 900 }, reversed: { amount: 0 } },
    })
  })

  test('and to the close, ours against M-PESA’s statement stays a difference, whoever kept it', async () => {
    const receipt = await contradicted('900')
    await r.statement([receipt, 900])
    await r.resolve(await id(receipt), 'ours')
    expect((await close()).differences).toContainEqual({ kind: 'contradicted', receipt, ours: 1000, theirs: 900 })
  })

  test('without a statement the books of the day know the one edition only', async () => {
    const receipt = await contradicted('900')
    await keepTheirs(receipt)
    expect(await close()).toMatchObject({
      paidin: 900,
      paidout: 0,
      closing: 900,
      places: { reversed: { receipts: 0 } },
    })
  })
})

describe('theirs is refused', () => {
  test('when something of the payment was refunded', async () => {
    const receipt = await contradicted('900')
    const accountid = (await r.invoice(1)).accountid
    await w.call('POST', `/business/account/${accountid}/credit/refund`, {
      amount: 10,
      method: 'cash',
      reason: 'Asked',
    })
    const refused = await r.resolve(await id(receipt), 'theirs')
    expect([refused.status, refused.body.error]).toEqual([409, 'Part of this payment was refunded'])
    expect(await r.of(receipt)).toMatchObject([{ state: 'open' }])
    expect((await r.resolve(await id(receipt), 'ours')).status).toBe(200)
  })

  test('while M-PESA is being asked to give the payment back', async () => {
    const receipt = await contradicted('900')
    const [{ _id }] = await r.transactions(receipt)
    w.simulator.trouble({ endpoint: 'result', kind: 'callback-lost', times: 'always' })
    const asked = await w.call('POST', `/business/payment/${_id}/reverse`, { reason: 'Twice', atmpesa: true })
    expect(asked.status).toBe(200)
    const refused = await r.resolve(await id(receipt), 'theirs')
    expect([refused.status, refused.body.error]).toEqual([
      409,
      'M-PESA is being asked to give this payment back: wait for its answer',
    ])
  })
})

test('a payment that a clerk took back already is booked with the other amount all the same', async () => {
  const receipt = await contradicted('900')
  const [{ _id }] = await r.transactions(receipt)
  await w.call('POST', `/business/payment/${_id}/reverse`, { reason: 'It was not 1,000' })
  await keepTheirs(receipt)
  expect(await amounts(receipt)).toEqual(['completed 900', 'cancelled 1000'])
})
