import { demoConsumerKey, demoConsumerSecret, demoPasskey } from '@kusanya/simulator'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { payer, type Payer } from '../../../test/payer.ts'
import { operatorOf, world, type World } from '../../../test/world.ts'
import { connectShortcode } from '../businesses/connect-shortcode.ts'
import { inBusiness } from '../db/sql.ts'
import { auditBooks } from '../ledger/audit.ts'

let w: World
let p: Payer
beforeAll(async () => {
  w = await world({ operator: true })
  p = payer(w)
  await w.work()
})
afterAll(() => w.end())
beforeEach(() => w.simulator.clearTrouble())

const shortcode = '600984'
const transaction = async (receipt: string) =>
  (await w.call('GET', `/business/transaction/list?search=${receipt}`)).body.data[0]
const look = async (id: string) => (await w.call('GET', `/business/payment/${id}`)).body.data
const reverse = (id: string, headers: Record<string, string> = {}, reason = 'Paid twice') =>
  w.call('POST', `/business/payment/${id}/reverse`, { reason, atmpesa: true }, headers)
const events = (subjectId: string) =>
  inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx<{ type: string }[]>`
      select type from events where business_id = ${w.businessId} and subject_id = ${subjectId} order by id
    `,
  ).then((rows) => rows.map(({ type }) => type).filter((type) => type.startsWith('payment.revers')))
const calls = (path: string) => w.simulator.journal({ path }).length
async function pass(duration: string) {
  await w.advance(duration)
  await w.work()
}
/** An invoice that a phone paid from its menu, and the payment. */
async function paid(amount = 1000) {
  const bill = await p.bill({ items: [{ itemid: w.products[0], quantity: 1, rate: amount }] })
  const { receipt } = await w.simulator.pay({
    phone: p.phone(),
    shortcode,
    account: bill.invoiceno,
    amount,
  })
  await w.work()
  const { _id } = await transaction(receipt)
  return { id: _id as string, receipt, invoiceId: bill._id }
}
const invoice = async (id: string) => (await w.call('GET', `/business/invoice/details/${id}`)).body.data

async function expectReversed({ id, invoiceId }: { id: string; invoiceId: string }) {
  expect(await look(id)).toMatchObject({ status: 'cancelled', reversal: { status: 'done' } })
  expect(await invoice(invoiceId)).toMatchObject({ status: 'unpaid', amountpaid: 0 })
  expect((await events(id)).filter((type) => type === 'payment.reversed')).toHaveLength(1)
  expect(await inBusiness(w.ctx.sql, w.businessId, (tx) => auditBooks(tx, w.businessId))).toEqual([])
}
async function expectStanding({ id, invoiceId }: { id: string; invoiceId: string }, status: string) {
  expect(await look(id)).toMatchObject({ status: 'completed', reversal: { status } })
  expect(await invoice(invoiceId)).toMatchObject({ status: 'paid' })
}

describe('giving a payment back at M-PESA', () => {
  test('changes the books when Safaricom says that it is done, and not before', async () => {
    const one = await paid()
    const asked = await reverse(one.id)
    expect([asked.status, asked.body.data]).toMatchObject([
      200,
      { _id: one.id, status: 'completed', reversal: { status: 'asked', reason: 'Paid twice' } },
    ])
    await expectStanding(one, 'asked')
    await w.work()
    await expectReversed(one)
    expect((await look(one.id)).reversal.transactioncode).toMatch(/^[A-Z0-9]{10}$/)
    expect(await events(one.id)).toEqual(['payment.reversal_requested', 'payment.reversed'])
    const { body } = await w.call('GET', `/business/audit/list?type=payment&subjectid=${one.id}`)
    expect(body.data.map(({ action, reason }: Record<string, string>) => [action, reason])).toEqual([
      ['payment.reverse', 'Paid twice'],
      ['payment.request_reversal', 'Paid twice'],
    ])
    expect(body.data[0].actor).toMatch(/^api key/)
  })

  test.each([
    ['twice', [{ endpoint: 'result', kind: 'callback-twice' }]],
    ['an hour late', [{ endpoint: 'result', kind: 'callback-late', ms: 3_600_000 }]],
  ] as const)('is done once when the result comes %s', async (_, troubles) => {
    const one = await paid()
    for (const trouble of troubles) w.simulator.trouble(trouble)
    await reverse(one.id)
    await w.work()
    await pass('PT1M')
    await pass('PT3H')
    await expectReversed(one)
  })

  test('is asked about, and not asked for again, when the result is lost', async () => {
    const one = await paid()
    const before = calls('/mpesa/reversal')
    w.simulator.trouble({ endpoint: 'result', kind: 'callback-lost' })
    await reverse(one.id)
    await w.work()
    await expectStanding(one, 'asked')
    await pass('PT3M')
    await expectReversed(one)
    expect(calls('/mpesa/reversal')).toBe(before + 1)
  })

  test('that expired in the queue was not done: it is unknown in the end, and may be asked for again', async () => {
    const one = await paid()
    w.simulator.trouble({ endpoint: 'reversal', kind: 'queue-timeout' })
    await reverse(one.id)
    await w.work()
    await expectStanding(one, 'asked')
    for (const wait of ['PT1M', 'PT11M', 'PT31M', 'PT3H', 'PT13H']) await pass(wait)
    await expectStanding(one, 'unknown')
    expect(await events(one.id)).toEqual(['payment.reversal_requested', 'payment.reversal_failed'])
    await reverse(one.id)
    await w.work()
    await expectReversed(one)
  })

  test.each([
    ['was cut off', 'dropped-after-commit'],
    ['came after the result', 'callback-before-answer'],
  ] as const)('of which the answer %s is done by its result all the same, and asked for once', async (_, kind) => {
    const one = await paid()
    const before = calls('/mpesa/reversal')
    w.simulator.trouble({ endpoint: 'reversal', kind })
    expect((await reverse(one.id)).status).toBe(200)
    await w.work()
    await pass('PT1H')
    await expectReversed(one)
    expect(calls('/mpesa/reversal')).toBe(before + 1)
  })

  test('of which neither answer nor result came is a person’s in the end', async () => {
    const one = await paid()
    w.simulator.trouble({ endpoint: 'reversal', kind: 'dropped' })
    expect((await reverse(one.id)).body.data.reversal.status).toBe('unknown')
    expect((await reverse(one.id)).body.error).toMatch('M-PESA is being asked')
    for (const wait of ['PT3M', 'PT11M', 'PT31M', 'PT3H', 'PT13H']) await pass(wait)
    await expectStanding(one, 'unknown')
    expect(await events(one.id)).toEqual(['payment.reversal_requested', 'payment.reversal_failed'])
  })

  test('that Safaricom refuses leaves the books, and says why', async () => {
    const one = await paid()
    w.simulator.addBusiness({ shortcode, workingBalance: 0 })
    await reverse(one.id)
    await w.work()
    w.simulator.addBusiness({ shortcode, workingBalance: 1_000_000 })
    await expectStanding(one, 'refused')
    expect((await look(one.id)).reversal.message).toMatch(/insufficient/i)
    expect(await events(one.id)).toEqual(['payment.reversal_requested', 'payment.reversal_failed'])
  })

  test('that Safaricom does not even take is 502, and nothing runs', async () => {
    const one = await paid()
    w.simulator.trouble({ endpoint: 'reversal', kind: 'refused' })
    expect((await reverse(one.id)).status).toBe(502)
    await expectStanding(one, 'refused')
    expect(await events(one.id)).toEqual(['payment.reversal_failed'])
  })

  test('that went back before is done: Safaricom says so, and nothing is sent twice', async () => {
    const one = await paid()
    w.simulator.trouble({ endpoint: 'result', kind: 'callback-lost', times: 'always' })
    await reverse(one.id)
    for (const wait of ['PT3M', 'PT11M', 'PT31M', 'PT3H', 'PT13H']) await pass(wait)
    await expectStanding(one, 'unknown')
    w.simulator.clearTrouble()
    await reverse(one.id)
    await w.work()
    await expectReversed(one)
  })
})

describe('a second request', () => {
  test('with the same Idempotency-Key is the first one', async () => {
    const one = await paid()
    const before = calls('/mpesa/reversal')
    const key = { 'idempotency-key': one.id }
    const [first, again] = [await reverse(one.id, key), await reverse(one.id, key)]
    expect([again.status, again.body]).toEqual([200, first.body])
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(calls('/mpesa/reversal')).toBe(before + 1)
    await w.work()
  })

  test('while one runs is refused, also at the same moment', async () => {
    const one = await paid()
    const before = calls('/mpesa/reversal')
    const all = await Promise.all([reverse(one.id), reverse(one.id), reverse(one.id)])
    expect(all.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(calls('/mpesa/reversal')).toBe(before + 1)
    await w.work()
    await expectReversed(one)
    expect([(await reverse(one.id)).status, (await reverse(one.id)).body.error]).toEqual([
      409,
      'Payment was already reversed',
    ])
  })
})

/** Credit of an account that owes nothing, and the payment that it is of. */
async function credit(amount: number) {
  const { body } = await w.call('POST', '/business/customer/create', {
    name: 'Baraka Njoroge',
    email: 'baraka@example.test',
    phone: '0722000001',
    country: 'Kenya',
    currency: 'KES',
  })
  const { accountno, accounts } = body.data
  const { receipt } = await w.simulator.pay({ phone: p.phone(), shortcode, account: accountno, amount })
  await w.work()
  return { id: (await transaction(receipt))._id as string, accountId: accounts[0]._id as string }
}
const refund = async (accountId: string) => {
  const wanted = { amount: 1, method: 'cash', reason: 'Left' }
  expect((await w.call('POST', `/business/account/${accountId}/credit/refund`, wanted)).status).toBeLessThan(300)
}

test('what was refunded, and what a clerk recorded, is refused', async () => {
  const { id, accountId } = await credit(50)
  await refund(accountId)
  expect((await reverse(id)).body.error).toBe('Part of this payment was refunded')

  const bill = await p.bill()
  const added = await w.call('POST', `/business/invoice/${bill._id}/payment/add`, { amount: 10 })
  const manual = await reverse(added.body.data.transaction._id)
  expect([manual.status, manual.body.error]).toEqual([409, 'Only what M-PESA received can be given back by M-PESA'])
})

describe('an operator whom Safaricom refuses', () => {
  const connect = async (password?: string) =>
    connectShortcode(
      w.ctx,
      w.businessId,
      {
        shortcode,
        environment: 'sandbox',
        consumerKey: demoConsumerKey,
        consumerSecret: demoConsumerSecret,
        passkey: demoPasskey,
        initiator: await operatorOf(w.simulator, password),
      },
      { email: 'bills@example.test', officialContact: '0700000000' },
    )

  test('reverses nothing, and is not asked in the name of again', async () => {
    const one = await paid()
    await connect('wrong')
    await reverse(one.id)
    await w.work()
    await expectStanding(one, 'refused')
    const again = await reverse(one.id)
    expect([again.status, again.body.error]).toEqual([
      409,
      expect.stringMatching(/^M-PESA gives money back for an operator/),
    ])
    await connect()
    await reverse(one.id)
    await w.work()
    await expectReversed(one)
  })
})

describe('an answer', () => {
  const tell = async (id: string, fields: object, path = 'reversal') => {
    const [row] = await inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) => tx<{ id: string }[]>`
        select id from reversals where business_id = ${w.businessId} and payment_id = ${id}
      `,
    )
    const url = `${w.ctx.publicUrl}/hooks/${w.ctx.vault.path('reversal', row?.id ?? '')}/${path}`
    const { parameters = {}, ...rest } = fields as { parameters?: object }
    const ResultParameter = Object.entries(parameters).map(([Key, Value]) => ({ Key, Value }))
    const Result = {
      ResultCode: 0,
      ResultDesc: 'x',
      ConversationID: 'AG_1',
      TransactionID: 'UKREVERSE1',
      ResultParameters: { ResultParameter },
      ...rest,
    }
    const sent = await fetch(url, { method: 'POST', body: JSON.stringify({ Result }) })
    await w.work()
    return sent.status
  }
  /** Asked for, and nothing comes of itself. */
  async function asked() {
    const one = await paid()
    w.simulator.trouble({ endpoint: 'result', kind: 'callback-lost', times: 'always' })
    await reverse(one.id)
    await w.work()
    return one
  }

  test.each([
    ['of another receipt', { parameters: { OriginalTransactionID: 'UKOTHER001' } }, 'reversal'],
    ['of another amount', { parameters: { Amount: '1.00' } }, 'reversal'],
    [
      'that the payment itself is completed',
      {
        parameters: {
          ReceiptNo: 'own',
          Amount: '1000.00',
          TransactionStatus: 'Completed',
          CreditPartyName: '600984 - M',
        },
      },
      'reversal/status',
    ],
    [
      'of money from somebody else',
      {
        parameters: {
          ReceiptNo: 'UKOTHER001',
          Amount: '1000.00',
          TransactionStatus: 'Completed',
          DebitPartyName: '600111 - J',
        },
      },
      'reversal/status',
    ],
    [
      'of another amount from us',
      {
        parameters: {
          ReceiptNo: 'UKOTHER001',
          Amount: '10.00',
          TransactionStatus: 'Completed',
          DebitPartyName: '600984 - M',
        },
      },
      'reversal/status',
    ],
  ] as const)('%s changes nothing', async (_, fields, path) => {
    const one = await asked()
    expect(await tell(one.id, JSON.parse(JSON.stringify(fields).replace('"own"', `"${one.receipt}"`)), path)).toBe(200)
    await expectStanding(one, 'asked')
  })

  test('of refusal does not undo that it is done, and done is believed after a refusal', async () => {
    const one = await asked()
    expect(await tell(one.id, { ResultCode: 1, ResultDesc: 'Insufficient' })).toBe(200)
    await expectStanding(one, 'refused')
    await tell(one.id, {})
    await expectReversed(one)
    await tell(one.id, { ResultCode: 1, ResultDesc: 'Insufficient' })
    await expectReversed(one)
  })

  test('of Transaction Status that says reversed is followed', async () => {
    const one = await asked()
    const parameters = { ReceiptNo: one.receipt, Amount: '1000.00', TransactionStatus: 'Reversed' }
    await tell(one.id, { parameters }, 'reversal/status')
    await expectReversed(one)
  })

  test('on the path of nobody is not found', async () => {
    const url = `${w.ctx.publicUrl}/hooks/${'0'.repeat(32)}/reversal`
    expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(404)
  })
})
