import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  parseB2BExpress,
  parseBillPayment,
  parseC2B,
  parseCallback,
  parseResult,
  parseStkCallback,
  respond,
} from '../index.ts'

interface Fixture {
  source: string
  kind: string
  body: Record<string, unknown>
  value: unknown
}

const url = new URL('../../fixtures/callbacks.json', import.meta.url)
const fixtures = JSON.parse(readFileSync(url, 'utf8')) as Fixture[]
const billPayment = fixtures.find((one) => one.kind === 'bill_payment')?.body

test.each(fixtures)('$kind: $source', ({ body, value }) => {
  expect(parseCallback(body)).toEqual(value)
})

describe('an amount is plain decimal text above zero, or the callback is not believed', () => {
  test.each(['2500', '2500.5', '5.00', '0.01', 1, 71.5])('%j is one', (paidAmount) => {
    const parsed = parseBillPayment({ ...billPayment, paidAmount })
    expect(parsed).toMatchObject({ ok: true, value: { amount: String(paidAmount) } })
  })

  test.each(['1e3', ' 5 ', '0x10', '-5', '+5', '٥', 'NaN', '', '1,000', '.5', '5.', '0', '0.00', '1.005', -5, 1e21])(
    '%j is none',
    (paidAmount) => {
      expect(parseBillPayment({ ...billPayment, paidAmount })).toEqual({ ok: false, problem: 'no readable paidAmount' })
    },
  )

  test.each([null, true, ['5'], { valueOf: '5' }])('%j is none', (paidAmount) => {
    expect(parseBillPayment({ ...billPayment, paidAmount })).toMatchObject({ ok: false })
  })
})

describe('what is paid but unreadable is a problem, never a payment', () => {
  const stk = { CheckoutRequestID: 'ws_CO_1', ResultCode: 0 }
  test.each([
    [parseStkCallback, { Body: { stkCallback: stk } }, 'paid, but without a readable MpesaReceiptNumber'],
    [parseStkCallback, { Body: { stkCallback: { ResultCode: 0 } } }, 'no CheckoutRequestID'],
    [parseStkCallback, { Body: { stkCallback: { CheckoutRequestID: 'ws_CO_1' } } }, 'no ResultCode'],
    [parseStkCallback, { Body: null }, 'no Body.stkCallback'],
    [parseC2B, { TransAmount: '5.00', BusinessShortCode: '600966' }, 'no readable TransID'],
    [parseC2B, { TransID: 'UKM1AB2C3D', TransAmount: '5.00' }, 'no readable BusinessShortCode'],
    [parseBillPayment, { paidAmount: '5', transactionId: '<script>' }, 'no readable transactionId'],
    [parseResult, { Result: { ConversationID: 'AG_1' } }, 'no ResultCode'],
    [parseB2BExpress, { resultCode: '0', requestId: 'x', amount: '5' }, 'paid, but without a readable transactionId'],
  ])('%o %j', (parse, body, problem) => {
    expect(parse(body)).toEqual({ ok: false, problem })
    expect(parseCallback(body)).toMatchObject({ kind: expect.stringMatching(/unknown/) as string })
  })
})

test('an unknown body is kept whole', () => {
  const body = { hello: 'world' }
  expect(parseCallback(body)).toEqual({ kind: 'unknown', problem: 'not a callback of M-PESA', body })
})

test('a parameter named like a member of every object is only a parameter', () => {
  const parameter = [
    { Key: '__proto__', Value: 'x' },
    { Key: 'constructor', Value: 'y' },
  ]
  const parsed = parseResult({
    Result: { ResultCode: 0, ConversationID: 'AG_1', ResultParameters: { ResultParameter: parameter } },
  })
  if (!parsed.ok) throw new Error(parsed.problem)
  expect(Object.entries(parsed.value.parameters)).toEqual([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ])
})

test('no JSON whatever makes a parser throw', () => {
  const keys = fc.constantFrom(
    'Body',
    'stkCallback',
    'Result',
    'TransID',
    'paidAmount',
    'resultCode',
    'Item',
    'Key',
    'x',
  )
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.jsonValue(),
      fc.array(tie('tree')),
      fc.dictionary(keys, tie('tree'), { maxKeys: 4 }),
    ),
  }))
  fc.assert(
    fc.property(tree, (body) => {
      for (const parse of [parseCallback, parseStkCallback, parseC2B, parseBillPayment, parseResult, parseB2BExpress]) {
        expect(parse(body)).toBeTypeOf('object')
      }
    }),
    { numRuns: 500 },
  )
})

describe('answers to Safaricom', () => {
  test('accept() satisfies Bill Manager and all others at once', () => {
    expect(respond.accept()).toEqual({ resmsg: 'Success', rescode: '200', ResultCode: 0, ResultDesc: 'Accepted' })
  })

  test('accept() can give a validation an id that the confirmation echoes', () => {
    expect(respond.accept({ thirdPartyTransId: 'T1' })).toMatchObject({ ResultCode: 0, ThirdPartyTransID: 'T1' })
  })

  test('reject() says why', () => {
    expect(respond.reject('C2B00012')).toEqual({ ResultCode: 'C2B00012', ResultDesc: 'Rejected' })
  })
})
