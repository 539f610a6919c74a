import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { callbackUrls } from '../businesses/connect-shortcode.ts'
import { inBusiness } from '../db/sql.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

const shortcode = '600984'
let receipts = 0
const receipt = () => `UKN${String(++receipts).padStart(7, '0')}`

async function freshCustomer() {
  const { body } = await w.call('POST', '/business/customer/create', {
    name: 'Baraka Njoroge',
    email: 'baraka@example.test',
    phone: '0722000111',
    country: 'Kenya',
    currency: 'KES',
  })
  return { id: body.data._id as string, accountno: body.data.accountno as string }
}

async function invoice(customerid: string, rate: number, extra: object = {}) {
  const { body } = await w.call('POST', '/business/invoice/create', {
    customerid,
    items: [{ itemid: w.products[0], quantity: 1, rate }],
    duedate: '2031-04-01',
    ...extra,
  })
  return body.data
}
const details = async (id: string) => (await w.call('GET', `/business/invoice/details/${id}`)).body.data
const transactions = async () => (await w.call('GET', '/business/transaction/list?limit=100')).body.data

async function post(url: string, body: unknown) {
  const answer = await fetch(url, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) })
  return { status: answer.status, body: await answer.json() }
}
const bill = (transactionId: string, accountReference: string, paidAmount: string) =>
  post(callbackUrls(w.ctx, w.businessId).bill, {
    transactionId,
    paidAmount,
    msisdn: '254722000111',
    dateCreated: '2031-03-01',
    accountReference,
    shortCode: shortcode,
  })
const c2b = (TransID: string, BillRefNumber: string, TransAmount: string) =>
  post(callbackUrls(w.ctx, w.businessId).confirmation, {
    TransactionType: 'Pay Bill',
    TransID,
    TransTime: '20310301111500',
    TransAmount,
    BusinessShortCode: shortcode,
    BillRefNumber,
    InvoiceNumber: '',
    OrgAccountBalance: '5.00',
    ThirdPartyTransID: '',
    MSISDN: '2547 ***** 111',
    FirstName: 'BARAKA',
  })

async function ledger(): Promise<Record<string, bigint>> {
  return inBusiness(w.ctx.sql, w.businessId, async (tx) => {
    const rows = await tx<{ account: string; balance: bigint }[]>`
      select account, sum(amount)::bigint as balance from (
        select debit || ':' || debit_ref as account, amount from postings where business_id = ${w.businessId}
        union all
        select credit || ':' || credit_ref, -amount from postings where business_id = ${w.businessId}
      ) lines group by account
    `
    return Object.fromEntries(rows.map((row) => [row.account, row.balance]))
  })
}

describe('a payment by account number', () => {
  test('pays the oldest due invoice first, then the next, and the rest is the account’s credit', async () => {
    const customer = await freshCustomer()
    const later = await invoice(customer.id, 300, { duedate: '2031-05-01' })
    const sooner = await invoice(customer.id, 200, { duedate: '2031-04-01' })
    await bill(receipt(), customer.accountno, '350')
    await w.work()
    expect(await details(sooner._id)).toMatchObject({ status: 'paid', balance: 0, amountpaid: 200 })
    expect(await details(later._id)).toMatchObject({ status: 'partially_paid', balance: 150 })
    await c2b(receipt(), customer.accountno, '400.00')
    await w.work()
    expect(await details(later._id)).toMatchObject({ status: 'paid', balance: 0 })
    const { body } = await w.call('GET', `/business/customer/details/${customer.id}`)
    expect(body.data).toMatchObject({ balance: 0, credit: 250 })
  })

  test('is found as people type it: lower case, with spaces and dashes', async () => {
    const customer = await freshCustomer()
    const made = await invoice(customer.id, 100)
    const typed = ` ${customer.accountno.slice(0, 3).toLowerCase()}-${customer.accountno.slice(3).toLowerCase()} `
    await c2b(receipt(), typed, '100.00')
    await w.work()
    expect(await details(made._id)).toMatchObject({ status: 'paid' })
  })

  test('by invoice number pays that invoice before an older one', async () => {
    const customer = await freshCustomer()
    const older = await invoice(customer.id, 100, { duedate: '2031-03-20' })
    const named = await invoice(customer.id, 100, { duedate: '2031-06-01' })
    await c2b(receipt(), named.invoiceno.toLowerCase().replaceAll('-', ' '), '100.00')
    await w.work()
    expect(await details(named._id)).toMatchObject({ status: 'paid' })
    expect(await details(older._id)).toMatchObject({ status: 'unpaid' })
  })
})

describe('one receipt is one payment', () => {
  test('whichever roads it comes by, however often', async () => {
    const customer = await freshCustomer()
    const made = await invoice(customer.id, 1000)
    const before = (await transactions()).length
    const one = receipt()
    for (let time = 0; time < 3; time++) {
      await bill(one, customer.accountno, '600')
      await c2b(one, customer.accountno, '600.00')
      if (time === 1) await w.work()
    }
    await w.work()
    expect(await details(made._id)).toMatchObject({ status: 'partially_paid', balance: 400, amountpaid: 600 })
    const now = await transactions()
    expect(now.length).toBe(before + 1)
    expect(now[0]).toMatchObject({
      transactioncode: one,
      amount: 600,
      phone: '254722000111',
      name: 'BARAKA',
      invoiceid: made._id,
    })
  })

  test('a report with another amount moves no money and is kept for a person', async () => {
    const customer = await freshCustomer()
    const made = await invoice(customer.id, 1000)
    const one = receipt()
    await bill(one, customer.accountno, '100')
    await c2b(one, customer.accountno, '900.00')
    await w.work()
    expect(await details(made._id)).toMatchObject({ amountpaid: 100 })
    const [row] = await inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) => tx<{ count: bigint }[]>`
      select count(*) from evidence where business_id = ${w.businessId} and contradicts and amount = 90000
    `,
    )
    expect(row?.count).toBe(1n)
  })

  test(
    'six hundred at once, a third of them repeats, four workers, five invoices: each shilling lands once',
    { timeout: 120_000 },
    async () => {
      const { settleCallbacks } = await import('./settle-callbacks.sweep.ts')
      const customer = await freshCustomer()
      const made = []
      for (let n = 0; n < 5; n++) made.push(await invoice(customer.id, 500))
      const fresh = Array.from({ length: 400 }, () => receipt())
      const all = [...fresh, ...fresh.slice(0, 200)]
      await Promise.all(
        all.map((one, n) => (n % 2 ? bill(one, customer.accountno, '7') : c2b(one, customer.accountno, '7.00'))),
      )
      const worker = async () => {
        while ((await settleCallbacks(w.ctx, 40)) > 0);
      }
      await Promise.all([worker(), worker(), worker(), worker()])
      await w.work()
      for (const { _id } of made) expect(await details(_id)).toMatchObject({ status: 'paid', balance: 0 })
      const { body } = await w.call('GET', `/business/customer/details/${customer.id}`)
      expect(body.data.credit).toBe(400 * 7 - 5 * 500)
    },
  )
})

describe('what cannot be placed', () => {
  test('money for nobody we know waits unmatched and is never refused', async () => {
    const one = receipt()
    expect(await c2b(one, 'SCHOOL FEES', '1234.50')).toEqual({
      status: 200,
      body: { resmsg: 'Success', rescode: '200', ResultCode: 0, ResultDesc: 'Accepted' },
    })
    await w.work()
    const [found] = (await transactions()).filter(
      ({ transactioncode }: { transactioncode: string }) => transactioncode === one,
    )
    expect(found).toMatchObject({ amount: 1234.5, unmatched: 1234.5, invoiceid: null, reference: 'SCHOOL FEES' })
  })

  test('nonsense is kept byte for byte, answered 200, and makes no payment', async () => {
    const before = (await transactions()).length
    const words = [
      'not json at all',
      '{"transactionId":"AAA","paidAmount":"1e3"}',
      '[]',
      '{"transactionId":"ABCDEF1234","paidAmount":"-5","shortCode":"600984"}',
    ]
    for (const text of words) expect((await post(callbackUrls(w.ctx, w.businessId).bill, text)).status).toBe(200)
    await w.work()
    expect((await transactions()).length).toBe(before)
    const rows = await inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) => tx<{ body: Buffer }[]>`
      select body from callbacks where business_id = ${w.businessId} and outcome = 'nonsense' order by id
    `,
    )
    expect(rows.map(({ body }) => body.toString())).toEqual(words)
  })

  test('a payment to a shortcode that is not ours is kept and moves nothing', async () => {
    const before = (await transactions()).length
    await post(callbackUrls(w.ctx, w.businessId).bill, {
      transactionId: receipt(),
      paidAmount: '10',
      msisdn: '254722000111',
      dateCreated: '2031-03-01',
      accountReference: 'X',
      shortCode: '999999',
    })
    await w.work()
    expect((await transactions()).length).toBe(before)
  })

  test('a path that is not ours is 404, whatever it carries', async () => {
    const answer = await post(`${w.ctx.publicUrl}/hooks/${'0'.repeat(32)}/bill`, {})
    expect(answer).toEqual({ status: 404, body: { success: false, error: 'Not found' } })
  })

  test('one callback that cannot be settled does not stop those behind it', async () => {
    const customer = await freshCustomer()
    const made = await invoice(customer.id, 50)
    await bill(receipt(), customer.accountno, '50')
    // A value beyond the column makes the statement of the whole batch fail.
    await bill('POISON0001', customer.accountno, '50')
    const spoil = `create function spoil() returns trigger language plpgsql as $$ begin
      if new.receipt = 'POISON0001' then raise exception 'poison'; end if; return new; end $$;
      create trigger spoil before insert on payments for each row execute function spoil();`
    w.ctx.log.level = 'silent' // the bug that is logged is ours
    const owner = w.owner()
    await owner.unsafe(spoil)
    await w.work()
    w.ctx.log.level = 'error'
    expect(await details(made._id)).toMatchObject({ status: 'paid' })
    await owner.unsafe('drop trigger spoil on payments; drop function spoil;')
    await owner.end()
    await w.advance('PT1H')
    await w.work()
    const codes = (await transactions()).map(({ transactioncode }: { transactioncode: string }) => transactioncode)
    expect(codes).toContain('POISON0001')
  })
})

describe('asking a phone', () => {
  const ask = (referenceid: string, amount: number, phone = '0712345678', headers = {}) =>
    w.call('POST', '/business/payments/mobile/request', { amount, phone, channel: 'mpesa', referenceid }, headers)

  test('the prompt is answered with the PIN and the invoice is paid, once, by three roads', async () => {
    const made = await invoice(w.customer.id, 700)
    const asked = await ask(made.invoiceno, 700)
    expect(asked).toMatchObject({ status: 200, body: { success: true, data: { status: 'pending' } } })
    const [prompt] = w.simulator.phone(w.customer.phone).prompts.filter(({ state }) => state === 'waiting')
    await w.simulator.answerPrompt(w.customer.phone, prompt!.id, { pin: '1234' })
    await w.simulator.settled()
    await w.work()
    expect(await details(made._id)).toMatchObject({ status: 'paid', amountpaid: 700 })
    const [row] = await transactions()
    expect(row).toMatchObject({ amount: 700, invoiceid: made._id, credit: 0 })
    await w.advance('PT3M')
  })

  test('the invoice that was asked for is paid before an older one, also when the Paybill report is first', async () => {
    const customer = await freshCustomer()
    const older = await invoice(customer.id, 90, { duedate: '2031-03-05' })
    const asked = await invoice(customer.id, 90, { duedate: '2031-09-05' })
    await ask(asked.invoiceno, 90)
    await c2b(receipt(), customer.accountno, '90.00')
    await w.work()
    expect(await details(asked._id)).toMatchObject({ status: 'paid' })
    expect(await details(older._id)).toMatchObject({ status: 'unpaid' })
    await w.advance('PT3M')
    await w.work()
  })

  test('a repeat with one Idempotency-Key rings the phone once and gets the same answer', async () => {
    const made = await invoice(w.customer.id, 30)
    const first = await ask(made._id, 30, '0712345678', { 'idempotency-key': 'ring-once' })
    const again = await ask(made._id, 30, '0712345678', { 'idempotency-key': 'ring-once' })
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    await w.advance('PT3M')
    await w.work()
  })

  test('a second request to the same phone within two minutes is refused', async () => {
    const made = await invoice(w.customer.id, 30)
    expect((await ask(made._id, 30)).status).toBe(200)
    const second = await ask(made._id, 30)
    expect(second.status).toBe(409)
    expect(second.body.error).toContain('two minutes')
    await w.advance('PT3M')
    await w.work()
  })

  test('a double click rings once', async () => {
    const made = await invoice(w.customer.id, 30)
    const both = await Promise.all(Array.from({ length: 5 }, () => ask(made._id, 30)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
    await w.advance('PT3M')
    await w.work()
  })

  test('a cancelled prompt is told as that', async () => {
    const made = await invoice(w.customer.id, 31)
    const { body } = await ask(made._id, 31)
    const [prompt] = w.simulator.phone(w.customer.phone).prompts.filter(({ state }) => state === 'waiting')
    await w.simulator.answerPrompt(w.customer.phone, prompt!.id, { cancel: true })
    await w.work()
    expect(await stateOf(body.data.transactionid)).toBe('cancelled')
    await w.advance('PT3M')
  })

  test('a lost callback is made good by asking Safaricom', async () => {
    const made = await invoice(w.customer.id, 32)
    const { body } = await ask(made._id, 32)
    w.simulator.trouble({ endpoint: 'stk-callback', kind: 'callback-lost', times: 5 })
    const [prompt] = w.simulator.phone(w.customer.phone).prompts.filter(({ state }) => state === 'waiting')
    await w.simulator.answerPrompt(w.customer.phone, prompt!.id, { cancel: true })
    await w.work()
    expect(await stateOf(body.data.transactionid)).toBe('asked')
    await w.advance('PT2M')
    await w.work()
    expect(await stateOf(body.data.transactionid)).toBe('cancelled')
    w.simulator.clearTrouble()
  })

  test('amounts and phones that cannot be are refused by name', async () => {
    const made = await invoice(w.customer.id, 33)
    expect((await ask(made._id, 10.5)).body.error).toContain('whole shillings')
    expect((await ask(made._id, 10, '12345')).body.error).toContain('phone must be')
    expect((await ask('INV-1999-001', 10)).status).toBe(404)
  })

  async function stateOf(id: string): Promise<string | undefined> {
    const [row] = await inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) => tx<{ state: string }[]>`
      select state from payment_requests where business_id = ${w.businessId} and id = ${id}
    `,
    )
    return row?.state
  }
})

test('every M-PESA payment on an invoice is acknowledged to Safaricom, once', async () => {
  const journal = w.simulator.journal({ path: '/v1/billmanager-invoice/reconciliation' })
  const acknowledged = journal.map(({ request }) => (request as { transactionId: string }).transactionId)
  expect(new Set(acknowledged).size).toBe(acknowledged.length)
  const expected = await inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx<{ receipt: string }[]>`
    select distinct p.receipt from allocations a join payments p on p.business_id = a.business_id and p.id = a.payment_id
    where a.business_id = ${w.businessId} and a.target = 'invoice' and p.channel = 'mpesa'
  `,
  )
  expect(acknowledged.sort()).toEqual(expected.map(({ receipt }) => receipt).sort())
})

test('the ledger agrees with the invoices, the credits and the money that arrived', async () => {
  const balances = await ledger()
  expect(Object.values(balances).reduce((sum, balance) => sum + balance, 0n)).toBe(0n)
  const [facts] = await inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx<{ open: bigint; credit: bigint; received: bigint; parts: bigint }[]>`
    select (select coalesce(sum(total - paid), 0)::bigint from invoices where business_id = ${w.businessId} and issued_at is not null and cancelled_at is null) as open,
      (select coalesce(sum(credit), 0)::bigint from accounts where business_id = ${w.businessId}) as credit,
      (select sum(amount)::bigint from payments where business_id = ${w.businessId} and channel = 'mpesa') as received,
      (select sum(amount)::bigint from allocations where business_id = ${w.businessId}) as parts
  `,
  )
  const sumOf = (kind: string) =>
    Object.entries(balances)
      .filter(([account]) => account.startsWith(`${kind}:`))
      .reduce((sum, [, balance]) => sum + balance, 0n)
  expect(sumOf('receivable')).toBe(facts?.open)
  expect(-sumOf('credit')).toBe(facts?.credit)
  expect(sumOf('mpesa')).toBe(facts?.received)
  expect(facts?.parts).toBe(facts?.received)
})

test('in the end no callback waits, and none met a bug', { timeout: 120_000 }, async () => {
  await w.advance('P1D')
  await w.work()
  const rows = await inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx<{ id: string; last_error: string | null }[]>`
    select id, last_error from callbacks
    where business_id = ${w.businessId} and (settled_at is null or (outcome <> 'nonsense' and last_error is not null))
  `,
  )
  expect(rows).toEqual([])
})

describe('M-PESA moves shillings only', () => {
  test('shillings never settle an invoice in another currency: they are the account’s credit', async () => {
    const customer = await freshCustomer()
    const made = await invoice(customer.id, 100, { currency: 'USD' })
    await bill(receipt(), customer.accountno, '100')
    await w.work()
    expect(await details(made._id)).toMatchObject({ status: 'unpaid', balance: 100 })
    const { body } = await w.call('GET', `/business/customer/details/${customer.id}`)
    expect(body.data.credit).toBe(100)
    const another = await invoice(customer.id, 50, { currency: 'USD' })
    expect(await details(another._id)).toMatchObject({ status: 'unpaid', balance: 50 })
    const asked = await w.call('POST', '/business/payments/mobile/request', {
      amount: 100,
      phone: '0712345678',
      referenceid: made.invoiceno,
    })
    expect(asked).toMatchObject({ status: 409, body: { error: 'M-PESA moves KES only' } })
    const byHand = await w.call('PATCH', `/business/invoice/update/${made._id}`, { status: 'paid' })
    expect(byHand.status).toBe(200)
    expect(await details(made._id)).toMatchObject({ status: 'paid' })
  })
})

test('a reference with signs that no database keeps is booked all the same', async () => {
  const one = receipt()
  await post(
    callbackUrls(w.ctx, w.businessId).confirmation,
    `{"TransactionType":"Pay Bill","TransID":"${one}","TransTime":"20310301111500","TransAmount":"7.00","BusinessShortCode":"600984","BillRefNumber":"a\\u0000b","FirstName":"\\ud800"}`,
  )
  await w.work()
  const [found] = (await transactions()).filter(
    ({ transactioncode }: { transactioncode: string }) => transactioncode === one,
  )
  expect(found).toMatchObject({ amount: 7, unmatched: 7, reference: 'ab' })
})
