import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { payer, type Payer } from '../../../test/payer.ts'
import { world, type World } from '../../../test/world.ts'
import { callbackUrls } from '../businesses/connect-shortcode.ts'
import { inBusiness } from '../db/sql.ts'
import { auditBooks } from '../ledger/audit.ts'

let w: World
let p: Payer
beforeAll(async () => {
  w = await world({ operator: true })
  p = payer(w)
  await w.work()
})
afterAll(async () => {
  expect(await inBusiness(w.ctx.sql, w.businessId, (tx) => auditBooks(tx, w.businessId))).toEqual([])
  await w.end()
})
beforeEach(async () => {
  w.simulator.clearTrouble()
  await w.advance('PT2H')
})

let receipts = 0
const freshReceipt = () => `UC1${String(++receipts).padStart(6, '0')}X`
/** Money for an account that nobody has, from a phone that nobody knows unless one is named. */
async function nobodys(TransAmount: string, { receipt = freshReceipt(), phone = '254799999999' } = {}) {
  await fetch(callbackUrls(w.ctx, w.businessId).confirmation, {
    method: 'POST',
    body: JSON.stringify({
      TransID: receipt,
      TransAmount,
      BillRefNumber: 'NOBODY',
      BusinessShortCode: '600984',
      TransTime: '20310301111500',
      MSISDN: `${phone.slice(0, 4)} ***** ${phone.slice(-3)}`,
    }),
  })
  await w.work()
  return receipt
}
/** Claims, and says where the browser is sent. */
async function claim(path: string, text: string): Promise<string> {
  const pressed = await p.claim(path, text)
  expect(pressed.status).toBe(303)
  return pressed.headers.get('location') as string
}
const page = async (address: string) => (await p.get(address)).body as string
/** What differs between two pages besides what is different in every page. */
const blind = (body: string, code: string, claimed: string, path: string) =>
  body
    .replaceAll(code, 'CODE')
    .replaceAll(/claim=[0-9a-f]{24}/g, 'claim=ID')
    .replaceAll(path, 'PATH')
    .replaceAll(claimed, 'ADDRESS')
const details = async (id: string) => (await w.call('GET', `/business/invoice/details/${id}`)).body.data
const transaction = async (receipt: string) =>
  (await w.call('GET', `/business/transaction/list?search=${receipt}`)).body.data[0]
const listed = async (receipt: string) => (await w.call('GET', `/business/claim/list?search=${receipt}`)).body.data
const evidenceOf = (receipt: string) =>
  inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx<{ road: string; contradicts: boolean }[]>`
      select e.road, e.contradicts from evidence e join payments p on p.business_id = e.business_id and p.id = e.payment_id
      where e.business_id = ${w.businessId} and p.receipt = ${receipt} order by e.id
    `,
  )
const waiting = 'We are checking this with M-PESA. Do not pay again.'

describe('POST /pay/:code/claim, of a payment that is known', () => {
  test('that pays this bill already says so, with its receipt', async () => {
    const { path, accountno } = await p.bill()
    const { receipt } = await w.simulator.pay({
      phone: w.customer.phone,
      shortcode: '600984',
      account: accountno,
      amount: 400,
    })
    await w.work()
    const body = await page(await claim(path, receipt.toLowerCase()))
    expect(body).toContain('We have found your payment')
    expect(body).toContain('KES\u00a0400 has reached Mwangaza Academy.')
    expect(body).toContain(receipt)
    expect(await listed(receipt)).toMatchObject([{ state: 'applied' }])
    await w.call('POST', `/business/invoice/${(await listed(receipt))[0].invoiceid}/adjustment/add`, {
      kind: 'write_off',
      reason: 'Done',
    })
  })

  test('that nobody has and that is exactly what is owed pays the bill, as if a clerk had said so', async () => {
    const { path, _id, accountno } = await p.bill()
    const receipt = await nobodys('1000.00')
    expect(await transaction(receipt)).toMatchObject({ unmatched: 1000 })
    const body = await page(await claim(path, `${receipt} Confirmed. Ksh1,000.00 sent to MWANGAZA`))
    expect(body).toContain('We have found your payment')
    expect(body).toContain('Paid in full')
    expect(await details(_id)).toMatchObject({ status: 'paid', amountpaid: 1000 })
    const found = await transaction(receipt)
    const { match } = (await w.call('GET', `/business/transaction/details/${found._id}`)).body.data
    expect(match).toMatchObject({ by: 'payer', accountno, invoiceid: _id })
    expect(match.reasons[0]).toContain('The payer says so')
    const audit = (await w.call('GET', `/business/audit/list?subjectid=${found._id}`)).body.data
    expect(audit).toMatchObject([{ actor: 'payer', action: 'payment.match' }])
    expect(audit[0].reason).toContain(receipt)
    expect(await evidenceOf(receipt)).toEqual([
      { road: 'c2b', contradicts: false },
      { road: 'claim', contradicts: false },
    ])
  })

  test('that nobody has and that came from the customer’s phone pays a part', async () => {
    const { path, _id } = await p.bill({ items: [{ itemid: w.products[0], quantity: 1, rate: 5000 }] })
    await w.call('PATCH', '/business/settings/update', { matchthreshold: 1 })
    const receipt = await nobodys('300.00', { phone: w.customer.phone })
    await w.call('PATCH', '/business/settings/update', { matchthreshold: 0.99 })
    expect(await transaction(receipt)).toMatchObject({ unmatched: 300 })
    expect(await page(await claim(path, receipt))).toContain('We have found your payment')
    expect(await details(_id)).toMatchObject({ status: 'partially_paid', amountpaid: 300 })
  })

  test('is found through look-alikes, and not when two codes look alike', async () => {
    const { path, _id } = await p.bill()
    await nobodys('1000.00', { receipt: 'UC1OI0LL0X' })
    expect(await page(await claim(path, 'UC10 1O1 IOX'))).toContain('We have found your payment')
    expect(await details(_id)).toMatchObject({ status: 'paid' })
    const other = await p.bill()
    await nobodys('1000.00', { receipt: 'UC2OAAAAAX' })
    await nobodys('1000.00', { receipt: 'UC20AAAAAX' })
    expect(await page(await claim((await p.bill()).path, 'UC2 OAAAAAX'))).toContain('We have found your payment')
    await nobodys('1000.00', { receipt: 'UC3OO00AAX' })
    await nobodys('1000.00', { receipt: 'UC30000AAX' })
    expect(await page(await claim(other.path, 'UC3O0O0AAX'))).toContain(waiting)
  })

  test('that may be anybody’s waits for a clerk, with what the payer says as a reason; undone it stays undone', async () => {
    const { path, _id, invoiceno } = await p.bill()
    const receipt = await nobodys('350.00')
    const address = await claim(path, receipt)
    expect(await page(address)).toContain(waiting)
    expect(await details(_id)).toMatchObject({ status: 'unpaid' })
    expect(await listed(receipt)).toMatchObject([{ state: 'suggested', invoiceid: _id, invoiceno }])
    const [found] = (await w.call('GET', `/business/payment/unmatched/list?search=${receipt}`)).body.data
    expect(found.suggestions[0]).toMatchObject({ invoiceid: _id, certain: false })
    expect(found.suggestions[0].reasons[0]).toBe(`The payer says so, on the page of invoice ${invoiceno}`)

    const matched = await w.call('POST', `/business/payment/${found._id}/match`, { invoiceid: _id })
    expect(matched.body.data.match).toMatchObject({ by: 'clerk', invoiceid: _id })
    await w.work()
    expect(await page(address)).toContain('We have found your payment')
    expect(await listed(receipt)).toMatchObject([{ state: 'applied' }])
    await w.call('POST', `/business/payment/${found._id}/unmatch`, { reason: 'Not theirs' })
    await w.work()
    expect(await page(await claim(path, receipt))).toContain(waiting)
    expect(await listed(receipt)).toMatchObject([{ state: 'suggested' }])
    expect(await transaction(receipt)).toMatchObject({ unmatched: 350 })
  })

  test('what a clerk took off the bill is not put back by saying it again, though it is what is owed', async () => {
    const { path, _id } = await p.bill()
    const receipt = await nobodys('1000.00')
    await claim(path, receipt)
    const { _id: paymentId } = await transaction(receipt)
    await w.call('POST', `/business/payment/${paymentId}/unmatch`, { reason: 'Not theirs' })
    await claim(path, receipt)
    await w.advance('P4D')
    await w.work()
    expect(await details(_id)).toMatchObject({ status: 'unpaid' })
  })

  test('nor when the claim is looked at again, because money with a code that looks alike came', async () => {
    const { path, _id } = await p.bill()
    const receipt = await nobodys('1000.00', { receipt: 'UC4OAAAAAX' })
    await claim(path, receipt)
    const { _id: paymentId } = await transaction(receipt)
    await w.call('POST', `/business/payment/${paymentId}/unmatch`, { reason: 'Not theirs' })
    await nobodys('10.00', { receipt: 'UC40AAAAAX' })
    expect(await listed(receipt)).toMatchObject([{ state: 'suggested' }])
    expect(await details(_id)).toMatchObject({ status: 'unpaid' })
  })

  test('nor when a clerk has been asked, and what is owed has become exactly that meanwhile', async () => {
    const { path, _id } = await p.bill()
    const receipt = await nobodys('350.00', { receipt: 'UC5OAAAAAX' })
    await claim(path, receipt)
    await w.call('POST', `/business/invoice/${_id}/payment/add`, { amount: 650 })
    await nobodys('10.00', { receipt: 'UC50AAAAAX' })
    expect(await listed(receipt)).toMatchObject([{ state: 'suggested' }])
    expect(await details(_id)).toMatchObject({ amountpaid: 650 })
  })

  test('nor after it was somebody else’s for a while, by mistake', async () => {
    const { path, _id } = await p.bill()
    const receipt = await nobodys('1000.00')
    await claim(path, receipt)
    const { _id: paymentId } = await transaction(receipt)
    const other = await w.call('POST', '/business/customer/create', {
      name: 'Baraka Njoroge',
      email: 'baraka@example.test',
      phone: '+14155550100',
      country: 'Kenya',
      currency: 'KES',
    })
    const accountid = other.body.data.accounts[0]._id
    const clerk = (verb: string, body: object) => w.call('POST', `/business/payment/${paymentId}/${verb}`, body)
    await clerk('unmatch', { reason: 'Not theirs' })
    expect((await clerk('match', { accountid, reason: 'She rang' })).status).toBe(200)
    await w.work()
    expect(await listed(receipt)).toMatchObject([{ state: 'waiting' }])
    expect((await clerk('unmatch', { reason: 'Not hers either' })).status).toBe(200)
    await w.advance('PT6H')
    await w.work()
    expect(await listed(receipt)).toMatchObject([{ state: 'suggested' }])
    expect(await details(_id)).toMatchObject({ status: 'unpaid' })
  })

  test('that is exactly the instalment that is due pays it', async () => {
    const { path, _id } = await p.bill({
      items: [{ itemid: w.products[0], quantity: 1, rate: 3000 }],
      instalments: [
        { duedate: '2031-03-25', amount: 1200 },
        { duedate: '2031-04-15', amount: 1800 },
      ],
    })
    const receipt = await nobodys('1200.00')
    expect(await page(await claim(path, receipt))).toContain('We have found your payment')
    expect(await details(_id)).toMatchObject({ status: 'partially_paid', amountpaid: 1200 })
  })

  test('whose message says another amount is for a clerk, and no difference in the daily close', async () => {
    const { path, _id } = await p.bill()
    const receipt = await nobodys('1000.00')
    await claim(path, `${receipt} Confirmed. Ksh9,000.00 sent`)
    expect(await details(_id)).toMatchObject({ status: 'unpaid' })
    expect(await evidenceOf(receipt)).toContainEqual({ road: 'claim', contradicts: true })
    expect((await w.call('GET', `/business/payment/contradiction/list?search=${receipt}`)).body.data).toEqual([])
    await w.advance('P1D')
    const closed = await w.call('POST', '/business/close/create', { shortcode: '600984', date: '2031-03-01' })
    const kinds = closed.body.data.differences.map(({ kind, receipt: of }: Record<string, string>) => `${kind} ${of}`)
    expect(kinds.filter((kind: string) => kind.endsWith(receipt))).toEqual([`unconfirmed ${receipt}`])
  })

  test('that is on another bill of the same account says so', async () => {
    const [paid, open] = [await p.bill(), await p.bill()]
    const receipt = await nobodys('1000.00')
    await claim(paid.path, receipt)
    expect(await page(await claim(open.path, receipt))).toContain('It paid another bill of this account')
  })

  test('that is somebody else’s answers like one that nobody has, at once and at the end', async () => {
    const { body } = await w.call('POST', '/business/customer/create', {
      name: 'Baraka Njoroge',
      email: 'baraka@example.test',
      phone: '0722555555',
      country: 'Kenya',
      currency: 'KES',
    })
    const theirs = await p.bill({ customerid: body.data._id })
    const mine = await p.bill()
    const receipt = await nobodys('1000.00')
    await claim(theirs.path, receipt)
    const suggested = await nobodys('1.00')
    const codes = [receipt, suggested, freshReceipt()]
    const addresses: string[] = []
    for (const code of codes) addresses.push(await claim(mine.path, code))
    const pages = async () =>
      Promise.all(
        codes.map(async (code, n) => blind(await page(addresses[n] ?? ''), code, addresses[n] ?? '', mine.path)),
      )
    const early = await pages()
    expect(early[0]).toContain(waiting)
    expect(new Set(early).size).toBe(1)
    await w.advance('P3D')
    await w.work()
    const late = await pages()
    expect(late[0]).toContain('We have not found this payment')
    expect(new Set(late).size).toBe(1)
    expect(await details(mine._id)).toMatchObject({ amountpaid: 0 })
  })

  test('two bills that claim the same payment at once share it not', async () => {
    const bills = await Promise.all([p.bill(), p.bill(), p.bill()])
    const receipt = await nobodys('1000.00')
    await Promise.all(bills.map(({ path }) => claim(path, receipt)))
    const paid = await Promise.all(bills.map(async ({ _id }) => (await details(_id)).amountpaid as number))
    expect(paid.sort()).toEqual([0, 0, 1000])
  })
})

describe('POST /pay/:code/claim, of a payment that is not known', () => {
  test('asks M-PESA, finds it, and applies it', async () => {
    const { path, _id } = await p.bill()
    // Questions of other tests that are due go first, so that none of them has the operator's turn.
    await w.work()
    w.simulator.trouble({ kind: 'callback-lost', endpoint: '*', times: 'always' })
    w.simulator.trouble({ endpoint: 'pull-query', kind: '503', times: 'always' })
    const { receipt } = await w.simulator.pay({
      phone: p.phone(),
      shortcode: '600984',
      account: 'NOBODY',
      amount: 1000,
    })
    w.simulator.clearTrouble()
    w.simulator.trouble({ endpoint: 'pull-query', kind: '503', times: 'always' })
    const address = await claim(path, receipt)
    const early = await page(address)
    expect(early).toContain(waiting)
    expect(early).toMatch(/<noscript><meta http-equiv="refresh" content="15"/)
    expect(early).not.toContain('<form')
    expect(await listed(receipt)).toMatchObject([{ state: 'waiting', transactionid: null }])
    await w.advance('PT20S')
    await w.work()
    expect(await page(address)).toContain('We have found your payment')
    expect(await details(_id)).toMatchObject({ status: 'paid' })
    expect(await transaction(receipt)).toMatchObject({ confirmed: true, confirmedby: 'status' })
    expect((await evidenceOf(receipt)).map(({ road }) => road)).toEqual(['status', 'claim'])
  })

  test('pulls soon, and is settled by whatever road the payment comes', async () => {
    const { path, _id } = await p.bill()
    await w.work()
    w.simulator.trouble({ kind: 'callback-lost', endpoint: '*', times: 'always' })
    w.simulator.trouble({ endpoint: 'status', kind: '503', times: 'always' })
    const { receipt } = await w.simulator.pay({
      phone: p.phone(),
      shortcode: '600984',
      account: 'NOBODY',
      amount: 1000,
    })
    await claim(path, receipt)
    await w.advance('PT31S')
    await w.work()
    expect(await details(_id)).toMatchObject({ status: 'paid' })
    expect(await transaction(receipt)).toMatchObject({ confirmedby: 'pull' })
  })

  test('is given up after three days, asked about no more, found late all the same, and begins anew when said again', async () => {
    const { path, _id } = await p.bill()
    const receipt = freshReceipt()
    const address = await claim(path, receipt)
    await w.advance('PT71H')
    await w.work()
    expect(await page(address)).toContain(waiting)
    await w.advance('PT1H')
    await w.work()
    expect(await page(address)).toContain('We have not found this payment')
    expect(await page(address)).toContain('<form')
    expect(await listed(receipt)).toMatchObject([{ state: 'given_up' }])
    const asked = () =>
      w.simulator.journal({ path: '/mpesa/transactionstatus' }).filter((one) => JSON.stringify(one).includes(receipt))
        .length
    const before = asked()
    await w.advance('P5D')
    await w.work()
    expect(asked()).toBe(before)
    expect(await claim(path, receipt)).toBe(address)
    expect(await page(address)).toContain(waiting)
    await w.advance('P4D')
    await w.work()
    await nobodys('1000.00', { receipt })
    expect(await page(address)).toContain('We have found your payment')
    expect(await details(_id)).toMatchObject({ status: 'paid' })
  })

  test('is one claim however often it is said, in whatever writing', async () => {
    const { path } = await p.bill()
    const address = await claim(path, 'UC9OO00AAX')
    expect(await claim(path, 'uc9 oo0 0aax')).toBe(address)
    expect(await claim(path, 'UC90000AAX')).toBe(address)
    expect(await listed('UC9')).toHaveLength(1)
  })
})

describe('POST /business/claim/:id/dismiss', () => {
  const dismiss = (id: string, reason = 'He paid another school', key?: string) =>
    w.call('POST', `/business/claim/${id}/dismiss`, { reason }, key === undefined ? {} : { 'idempotency-key': key })

  test('takes a claim that nothing answers off the list, tells its payer, and asks M-PESA no more', async () => {
    const { path } = await p.bill()
    const receipt = freshReceipt()
    const address = await claim(path, receipt)
    const [{ _id }] = await listed(receipt)
    const dismissed = await dismiss(_id)
    expect(dismissed.status).toBe(200)
    expect(dismissed.body.data).toMatchObject({ state: 'dismissed', reason: 'He paid another school' })
    expect(await page(address)).toContain('We have not found this payment')
    await w.advance('P1D')
    await w.work()
    expect(await listed(receipt)).toMatchObject([{ state: 'dismissed', dismissedby: expect.stringContaining('key') }])
    expect(
      w.simulator.journal({ path: '/mpesa/transactionstatus' }).filter((one) => JSON.stringify(one).includes(receipt)),
    ).toEqual([])
    const audit = (await w.call('GET', `/business/audit/list?type=claim&subjectid=${_id}`)).body.data
    expect(audit).toMatchObject([
      { action: 'claim.dismiss', reason: 'He paid another school', before: { state: 'waiting' } },
    ])
  })

  test('leaves it to be found when its money comes after all, and to begin anew when it is said again', async () => {
    const { path, _id } = await p.bill()
    const receipt = freshReceipt()
    const address = await claim(path, receipt)
    await dismiss((await listed(receipt))[0]._id)
    expect(await claim(path, receipt)).toBe(address)
    expect(await listed(receipt)).toMatchObject([{ state: 'waiting' }])
    await dismiss((await listed(receipt))[0]._id)
    await nobodys('1000.00', { receipt })
    expect(await listed(receipt)).toMatchObject([{ state: 'applied' }])
    expect(await details(_id)).toMatchObject({ status: 'paid' })
  })

  test('stays when its payment turns out to be somebody else’s', async () => {
    const { path } = await p.bill()
    const receipt = await nobodys('350.00')
    await claim(path, receipt)
    const [{ _id, transactionid, state }] = await listed(receipt)
    expect(state).toBe('suggested')
    await dismiss(_id)
    const other = await w.call('POST', '/business/account/create', { customerid: w.customer.id, name: 'Room 2' })
    await w.call('POST', `/business/payment/${transactionid}/unmatch`, { reason: 'Nothing lies anywhere' })
    const hers = await w.call('POST', '/business/customer/create', {
      name: 'Chebet Rono',
      email: 'chebet@example.test',
      phone: '0722555777',
      country: 'Kenya',
      currency: 'KES',
    })
    expect(other.status).toBe(201)
    const accountid = hers.body.data.accounts[0]._id
    expect((await w.call('POST', `/business/payment/${transactionid}/match`, { accountid })).status).toBe(200)
    await w.work()
    expect(await listed(receipt)).toMatchObject([{ state: 'dismissed' }])
  })

  test('refuses what is settled, what is dismissed, what is not there, and no reason', async () => {
    const { path } = await p.bill()
    const paid = await nobodys('1000.00')
    await claim(path, paid)
    const settled = await dismiss((await listed(paid))[0]._id)
    expect([settled.status, settled.body.error]).toEqual([
      409,
      'The payment of this claim is found: there is nothing to answer',
    ])
    const other = freshReceipt()
    await claim((await p.bill()).path, other)
    const [{ _id }] = await listed(other)
    const [first, again] = [await dismiss(_id, 'Done', 'once'), await dismiss(_id, 'Done', 'once')]
    expect([first.status, again.body]).toEqual([200, first.body])
    const second = await dismiss(_id)
    expect([second.status, second.body.error]).toEqual([409, expect.stringMatching(/^Dealt with already: by .*key/)])
    expect((await dismiss('0'.repeat(24))).status).toBe(404)
    expect((await dismiss(_id, ' ')).status).toBe(400)
  })

  test('lists by one state, or by several', async () => {
    const states = async (state: string) => {
      const { data } = (await w.call('GET', `/business/claim/list?limit=100&state=${state}`)).body
      return [...new Set(data.map((one: { state: string }) => one.state))].sort()
    }
    expect(await states('dismissed')).toEqual(['dismissed'])
    expect(await states('applied,dismissed')).toEqual(['applied', 'dismissed'])
    expect((await w.call('GET', '/business/claim/list?state=applied,lost')).status).toBe(400)
  })
})

describe('POST /pay/:code/claim refuses', () => {
  test('what has no code in it, with a sentence beside the field, which keeps what was typed', async () => {
    const { path } = await p.bill()
    const { status, body } = await p.claim(path, 'I paid <b>')
    expect(status).toBe(400)
    expect(body).toContain('An M-PESA code has ten letters and digits')
    expect(body).toContain('I paid &#60;b&#62;</textarea>')
    expect(body).toMatch(/<details\s+open>/)
    expect((await p.claim(path, '')).status).toBe(400)
  })

  test('the eleventh code of a bill in a day, and not one that was said before', async () => {
    const { path } = await p.bill()
    const first = freshReceipt()
    const address = await claim(path, first)
    for (let n = 0; n < 9; n++) await claim(path, freshReceipt())
    const refused = await p.claim(path, freshReceipt())
    expect(refused.status).toBe(429)
    expect(refused.body).toContain('Too many codes were tried')
    expect(await claim(path, first)).toBe(address)
    await w.advance('P1D')
    await claim(path, freshReceipt())
  })

  test('the thirty-first from one address in an hour', async () => {
    const { path } = await p.bill()
    await w.advance('PT2H')
    const code = freshReceipt()
    const statuses = []
    for (let n = 0; n < 31; n++) statuses.push((await p.claim(path, code)).status)
    expect(statuses).toEqual([...Array<number>(30).fill(303), 429])
  })

  test('a code of a link that nobody was given, and leads a paid bill and a draft back to their page', async () => {
    expect((await p.claim('/pay/AAAAAAAAAAAAAAAAAAAAAA', 'UC1000000X')).status).toBe(404)
    const draft = await p.bill({ status: 'draft' })
    expect((await p.claim(draft.path, 'UC1000000X')).headers.get('location')).toBe(draft.path)
  })

  test('to show a claim on the page of another bill', async () => {
    const [mine, other] = [await p.bill(), await p.bill()]
    const code = freshReceipt()
    const id = new URL(await claim(mine.path, code), w.ctx.publicUrl).searchParams.get('claim')
    const body = await page(`${other.path}?claim=${id}`)
    expect(body).not.toContain(code)
    expect((await p.get(`${mine.path}.json?claim=${id}`)).body.data.claim).toEqual({ state: 'waiting' })
    expect((await p.get(`${other.path}.json?claim=${id}`)).body.data.claim).toBeUndefined()
  })
})

describe('GET /business/claim/list', () => {
  test('200, by state and code, newest first, and of nobody else', async () => {
    const { path, _id, invoiceno } = await p.bill()
    const [older, newer] = [freshReceipt(), freshReceipt()]
    await claim(path, older)
    await claim(path, `${newer} Confirmed. Ksh1,000.00 sent to X on 1/3/31 at 11:15 AM`)
    const { status, body } = await w.call('GET', '/business/claim/list?state=waiting&limit=2')
    expect(status).toBe(200)
    expect(body.data.map(({ transactioncode }: { transactioncode: string }) => transactioncode)).toEqual([newer, older])
    expect(body.data[0]).toMatchObject({
      state: 'waiting',
      shortcode: '600984',
      amount: 1000,
      date: '2031-03-01T08:15:00Z',
      transactionid: null,
      invoiceid: _id,
      invoiceno,
      customer: { _id: w.customer.id, name: 'Amina Otieno' },
    })
    expect(body.data[1]).toMatchObject({ amount: null, date: null })
    expect(body.nextcursor).not.toBeNull()
    const stranger = await w.stranger()
    const theirs = await w.call('GET', '/business/claim/list', undefined, { authorization: stranger.apiKey })
    expect(theirs.body.data).toEqual([])
  })

  test('400 for a state that there is not, 401 without a key', async () => {
    const { status, body } = await w.call('GET', '/business/claim/list?state=lost')
    expect([status, body.error]).toEqual([400, 'Invalid state value'])
    expect((await w.call('GET', '/business/claim/list', undefined, { authorization: '' })).status).toBe(401)
  })
})
