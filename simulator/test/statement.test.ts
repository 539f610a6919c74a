import { expect, test } from 'vitest'
import { call, caller, type Json, listener, simulator } from './world.ts'

const phone = '254708374149'

async function busy() {
  const daraja = await simulator({ now: () => new Date('2027-01-04T05:00:00Z'), frozen: true })
  const business = await listener()
  let post = await caller(daraja)
  const pay = (amount: number) => daraja.pay({ phone, shortcode: '600984', account: 'ACC, 1', amount })
  const order = async (path: string, body: Json) => {
    const urls = { QueueTimeOutURL: `${business.url}/timeout`, ResultURL: `${business.url}/result` }
    const by = { Initiator: 'testapi', InitiatorName: 'testapi', SecurityCredential: 'A'.repeat(344), Remarks: 'ok' }
    const answer = await post(path, { ...by, ...urls, ...body })
    expect(answer.status).toBe(200)
    await daraja.settled()
  }
  const first = await pay(12_500)
  const second = await pay(300)
  await daraja.advance('P1D')
  post = await caller(daraja)
  await order('/mpesa/reversal/v1/request', {
    CommandID: 'TransactionReversal',
    TransactionID: second.receipt,
    Amount: 300,
    ReceiverParty: '600984',
    RecieverIdentifierType: '11',
  })
  const own = { SenderIdentifierType: '4', RecieverIdentifierType: '4', PartyA: '600984', PartyB: '600984' }
  await order('/mpesa/b2b/v1/paymentrequest', { CommandID: 'BusinessTransferFromMMFToUtility', Amount: 500, ...own })
  const toPhone = { CommandID: 'BusinessPayment', PartyA: 600984, PartyB: phone }
  await order('/mpesa/b2c/v1/paymentrequest', { Amount: 50, ...toPhone })
  daraja.addBusiness({ shortcode: '600984', workingBalance: 10_000 })
  return { daraja, post, first, second }
}

test('the statement tells every movement, ends at the balance, and agrees with what was pulled', async () => {
  const { daraja, post, first, second } = await busy()
  const { balances } = daraja.businesses()[0]!
  const working = daraja.statement('600984')
  expect(working).toMatchObject({ opening: 0, closing: 10_000, account: 'working' })
  expect(working.closing).toBe(balances.working)
  expect(working.lines.map((line) => [line.reason, line.paidIn, line.withdrawn, line.balance])).toEqual([
    ['Pay Bill', 12_500, 0, 12_500],
    ['Pay Bill', 300, 0, 12_800],
    ['Transaction Reversal via API', 0, 300, 12_500],
    ['Funds Transfer to Utility Account', 0, 500, 12_000],
    ['Withdrawal of Funds', 0, 2000, 10_000],
  ])
  const utility = daraja.statement('600984', { account: 'utility' })
  expect(utility.lines.map((line) => line.balance)).toEqual([1_000_500, 1_000_450])
  expect(utility.closing).toBe(balances.utility)

  const shortcode = { ShortCode: '600984' }
  const urls = { RequestType: 'Pull', NominatedNumber: '0700000000', CallBackURL: 'http://127.0.0.1:9/pull' }
  await post('/pulltransactions/v1/register', { ...shortcode, ...urls })
  const days = { StartDate: '2027-01-03 00:00:00', EndDate: '2027-01-09 00:00:00', OffSetValue: '0' }
  const pulled = await post('/pulltransactions/v1/query', { ...shortcode, ...days })
  const rows = (pulled.body.Response as { transactionId: string; amount: string }[][])[0]!
  const payments = working.lines.filter((line) => line.reason === 'Pay Bill')
  expect(payments.map((line) => [line.receipt, line.paidIn.toFixed(2)])).toEqual(
    rows.map((row) => [row.transactionId, row.amount]),
  )
  expect(payments.map((line) => line.receipt)).toEqual([first.receipt, second.receipt])
})

test('a payment given back stays completed, and it and its reversal name each other', async () => {
  const { daraja, second } = await busy()
  const { lines } = daraja.statement('600984')
  const [payment, reversal] = [lines[1]!, lines[2]!]
  expect(payment).toMatchObject({ status: 'Completed', reversedBy: reversal.receipt })
  expect(reversal).toMatchObject({ status: 'Completed', linkedReceipt: second.receipt })
})

test('days are Nairobi’s, and what was before them is in the opening balance', async () => {
  const { daraja } = await busy()
  expect(daraja.statement('600984', { from: '2027-01-05' })).toMatchObject({ opening: 12_800, closing: 10_000 })
  expect(daraja.statement('600984', { to: '2027-01-04' })).toMatchObject({ opening: 0, closing: 12_800 })
})

test('as CSV it is the file of the organisation portal', async () => {
  const { daraja, first, second } = await busy()
  const answer = await fetch(`${daraja.url}/_sim/businesses/600984/statement.csv`)
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const lines = (await answer.text()).split('\r\n')
  expect(lines[0]).toBe('Short Code:,600984')
  expect(lines.slice(6, 8)).toEqual([
    'Receipt No.,Completion Time,Initiation Time,Details,Transaction Status,Paid In,Withdrawn,Balance,Balance Confirmed,Reason Type,Other Party Info,Linked Transaction ID,A/C No.',
    `${first.receipt},04-01-2027 08:00:00,04-01-2027 08:00:00,"Pay Bill from 254708374149 - Test Customer Acc. ACC, 1",Completed,"12,500.00",,"12,500.00",true,Pay Bill,254708374149 - Test Customer,,"ACC, 1"`,
  ])
  expect(lines[9]).toContain(`Reversal of ${second.receipt} to 254708374149 - Test Customer,Completed,,-300.00,`)
  expect(lines).toHaveLength(6 + 1 + 5 + 1)
})

test.each([
  ['/businesses/999999/statement', 404],
  ['/businesses/600984/statement?account=float', 400],
  ['/businesses/600984/statement?from=monday', 400],
  ['/businesses/600984/statement?day=2027-01-04', 400],
])('%s is answered with %i', async (path, status) => {
  const daraja = await simulator()
  expect((await call(`${daraja.url}/_sim${path}`)).status).toBe(status)
})
