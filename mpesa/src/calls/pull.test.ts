import { afterEach, beforeEach, expect, test } from 'vitest'
import { recordedServer, type RecordedServer } from '../../test/recorded-server.ts'

let server: RecordedServer
beforeEach(async () => {
  server = await recordedServer()
})
afterEach(() => server.close())

const path = '/pulltransactions/v1/query'
const row = (transactionId: string) => ({
  transactionId,
  trxDate: '2026-11-22T08:00:00Z',
  msisdn: 722000000,
  sender: 'MPESA',
  transactiontype: 'c2b-pay-bill-debit',
  billreference: 'A1',
  amount: '168.00',
  organizationname: 'Shop',
})
const page = (...ids: string[]) => ({
  body: { ResponseCode: '1000', ResponseMessage: 'Success', Response: [ids.map(row)] },
})
const none = { body: { ResponseCode: '1001', ResponseMessage: 'No transactions', Response: [[]] } }
const period = { shortCode: '600984', startDate: '2026-11-22 00:00:00', endDate: new Date('2026-11-22T20:59:59Z') }

test('pages are read until nothing new comes, and each receipt is given once', async () => {
  server.reply(path, page('UKM1', 'UKM2'), page('UKM2', 'UKM3'), none)
  const receipts: string[] = []
  for await (const payment of server.client().pullTransactions(period)) receipts.push(payment.receipt)
  expect(receipts).toEqual(['UKM1', 'UKM2', 'UKM3'])
  expect(server.calls().map((one) => one.body)).toEqual(
    ['0', '2', '4'].map((OffSetValue) => ({
      ShortCode: '600984',
      StartDate: '2026-11-22 00:00:00',
      EndDate: '2026-11-22 23:59:59',
      OffSetValue,
    })),
  )
})

test('a row is read with its full phone number and its amount as text', async () => {
  server.reply(path, page('UKM1'), none)
  const { value } = await server.client().pullTransactions(period).next()
  expect(value).toEqual({
    receipt: 'UKM1',
    trxDate: '2026-11-22T08:00:00Z',
    amount: '168.00',
    phone: { kind: 'full', msisdn: '254722000000' },
    sender: 'MPESA',
    transactionType: 'c2b-pay-bill-debit',
    billReference: 'A1',
    organizationName: 'Shop',
  })
})

test('a server that ignores the offset does not keep it reading for ever', async () => {
  server.reply(path, page('UKM1', 'UKM2'))
  const receipts: string[] = []
  for await (const payment of server.client().pullTransactions(period)) receipts.push(payment.receipt)
  expect(receipts).toEqual(['UKM1', 'UKM2'])
  expect(server.calls()).toHaveLength(2)
})

test('the next page is asked for only when it is read', async () => {
  server.reply(path, page('UKM1'), none)
  const payments = server.client().pullTransactions(period)
  await payments.next()
  await payments.return()
  expect(server.calls()).toHaveLength(1)
})

test('an end before the start is refused', async () => {
  const call = server
    .client()
    .pullTransactions({ ...period, endDate: '2026-11-21 00:00:00' })
    .next()
  await expect(call).rejects.toMatchObject({ code: 'VALIDATION_ERROR', issues: [{ field: 'endDate' }] })
})
