import { describe, expect, test } from 'vitest'
import { parseResult, parseTransactionStatus } from '../index.ts'

/** The documented example of a Transaction Status result, with parameters changed or (undefined) left out. */
function result(changes: Record<string, unknown> = {}, ResultCode: unknown = 0) {
  const parameters = {
    DebitPartyName: '254708374149 - John Doe',
    CreditPartyName: '600984 - Mwangaza Academy',
    InitiatedTime: 20310301111500,
    FinalisedTime: 20310301111501,
    TransactionStatus: 'Completed',
    Amount: 300.5,
    ReceiptNo: 'ukn1ab2c3d',
    ...changes,
  }
  const ResultParameter = Object.entries(parameters).map(([Key, Value]) =>
    Value === undefined ? { Key } : { Key, Value },
  )
  const parsed = parseResult({ Result: { ResultCode, ConversationID: 'AG_1', ResultParameters: { ResultParameter } } })
  if (!parsed.ok) throw new Error(parsed.problem)
  return parseTransactionStatus(parsed.value)
}

describe('parseTransactionStatus', () => {
  test('tells the receipt, the amount, who paid whom, and when', () => {
    expect(result()).toEqual({
      ok: true,
      value: {
        receipt: 'UKN1AB2C3D',
        status: 'Completed',
        amount: '300.5',
        debitParty: { number: '254708374149', name: 'John Doe' },
        phone: { kind: 'full', msisdn: '254708374149' },
        creditParty: { number: '600984', name: 'Mwangaza Academy' },
        finalisedAt: '2031-03-01T08:15:01.000Z',
      },
    })
  })

  test('keeps names that hold a dash, and lives with what is left out', () => {
    expect(result({ DebitPartyName: undefined, FinalisedTime: undefined, CreditPartyName: '1 - A - B' })).toMatchObject(
      {
        ok: true,
        value: {
          debitParty: { number: '', name: '' },
          phone: { kind: 'absent' },
          creditParty: { number: '1', name: 'A - B' },
          finalisedAt: null,
        },
      },
    )
  })

  test.for([
    [{ ReceiptNo: undefined }, 0, 'no readable ReceiptNo'],
    [{ Amount: '1e9' }, 0, 'no readable Amount'],
    [{ Amount: '-5' }, 0, 'no readable Amount'],
    [{ TransactionStatus: undefined }, 0, 'no TransactionStatus'],
    [{}, 2032, 'the question was not answered: look at resultCode'],
  ] as const)('says what is wrong with %j, code %s', ([changes, code, problem]) => {
    expect(result(changes, code)).toEqual({ ok: false, problem })
  })
})
