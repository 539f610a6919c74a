import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordedServer, type RecordedServer, testOptions } from '../test/recorded-server.ts'
import { maskPhone, Mpesa, parseAccountBalance, PesafyError, requireSuccess } from './index.ts'

let server: RecordedServer
let mpesa: Mpesa
beforeAll(async () => {
  server = await recordedServer()
  mpesa = server.client()
})
afterAll(() => server.close())

const invoice = {
  externalReference: 'INV-1',
  billedFullName: 'Jane Doe',
  billedPhoneNumber: '0722000000',
  billedPeriod: 'May 2026',
  invoiceName: 'Rent',
  dueDate: '2026-05-31',
  accountReference: 'A1',
  amount: 100,
}
const optIn = {
  shortcode: '600984',
  email: 'a@b.example',
  officialContact: '0722000000',
  sendReminders: '1',
  callbackUrl: 'https://shop.example/hooks',
} as const
const push = {
  amount: 1,
  phoneNumber: '0722000000',
  callbackUrl: 'https://shop.example/hooks',
  accountReference: 'INV-1',
  transactionDesc: 'Rent',
}
const urls = {
  shortCode: '600984',
  responseType: 'Completed',
  confirmationUrl: 'https://shop.example/hooks/c2b/confirm',
  validationUrl: 'https://shop.example/hooks/c2b/validate',
} as const

/** The issues of a call that must fail before any HTTP, not even for a token. */
async function issuesOf(call: Promise<unknown>) {
  const error: unknown = await call.catch((thrown: unknown) => thrown)
  if (!(error instanceof PesafyError)) throw new Error('expected a PesafyError')
  expect(error.outcome).toBe('not_sent')
  expect(['VALIDATION_ERROR', 'INVALID_PHONE']).toContain(error.code)
  expect(server.requests).toHaveLength(0)
  return error.issues ?? []
}

describe('an invoice is refused before any HTTP, by the name of the field', () => {
  test.each([
    ['amount', { amount: 799.7 }, 'must be whole KES, without cents'],
    ['amount', { amount: 0 }, 'must be at least KES 1'],
    ['amount', { amount: Number.NaN }, 'must be a number of KES'],
    ['amount', { amount: '100' as unknown as number }, 'must be a number of KES'],
    [
      'billedPhoneNumber',
      { billedPhoneNumber: '0202345678' },
      'is not a Kenyan mobile number (07…, 01…, 2547…, 2541…)',
    ],
    ['dueDate', { dueDate: '2026-02-30' }, 'must be a date that exists, as YYYY-MM-DD or YYYY-MM-DD HH:MM:SS'],
    [
      'dueDate',
      { dueDate: '2026-05-31T00:00:00Z' },
      'must be a date that exists, as YYYY-MM-DD or YYYY-MM-DD HH:MM:SS',
    ],
    ['dueDate', { dueDate: '2026-05-31 24:00:00' }, 'must be a date that exists, as YYYY-MM-DD or YYYY-MM-DD HH:MM:SS'],
    ['externalReference', { externalReference: ' ' }, 'is required'],
    ['accountReference', { accountReference: 'x'.repeat(21) }, 'is longer than 20 characters'],
    ['billedFullName', { billedFullName: undefined as unknown as string }, 'is required'],
    ['invoiceItems', { invoiceItems: [{ itemName: 'A', amount: 99 }] }, 'add up to KES 99, not to the amount'],
  ])('%s: %j', async (field, change, problem) => {
    expect(await issuesOf(mpesa.sendInvoice({ ...invoice, ...change }))).toEqual([{ field, problem }])
  })

  test.each(['2026-05-31', '2026-05-31 23:59:00', '2026-05-31 23:59:00.00'])('due %s is well', async (dueDate) => {
    const issues = await issuesOf(mpesa.sendInvoice({ ...invoice, dueDate, amount: 0 }))
    expect(issues.map((issue) => issue.field)).toEqual(['amount'])
  })

  test('only a wrong phone is INVALID_PHONE', async () => {
    const call = mpesa.sendInvoice({ ...invoice, billedPhoneNumber: 'x' })
    await expect(call).rejects.toMatchObject({ code: 'INVALID_PHONE' })
  })
})

describe('a bulk call', () => {
  test('lists all rows that offend, and what is wrong with each', async () => {
    const invoices = [
      invoice,
      { ...invoice, externalReference: 'INV-2', amount: 1.5, billedPhoneNumber: '12' },
      { ...invoice, externalReference: 'INV-3' },
      { ...invoice, externalReference: 'INV-1' },
    ]
    expect(await issuesOf(mpesa.sendBulkInvoices({ invoices }))).toEqual([
      { row: 1, field: 'amount', problem: 'must be whole KES, without cents' },
      { row: 1, field: 'billedPhoneNumber', problem: 'is not a Kenyan mobile number (07…, 01…, 2547…, 2541…)' },
      { row: 3, field: 'externalReference', problem: 'is the same as in row 0' },
    ])
  })

  test('takes 1 to 1,000 rows', async () => {
    const rows = (length: number) => Array.from({ length }, (_, i) => ({ ...invoice, externalReference: `INV-${i}` }))
    const problem = [{ field: 'invoices', problem: 'must be a list of 1 to 1000' }]
    expect(await issuesOf(mpesa.sendBulkInvoices({ invoices: [] }))).toEqual(problem)
    expect(await issuesOf(mpesa.sendBulkInvoices({ invoices: rows(1001) }))).toEqual(problem)
    const full = [...rows(999), { ...invoice, externalReference: 'INV-999', amount: 0 }]
    expect(await issuesOf(mpesa.sendBulkInvoices({ invoices: full }))).toMatchObject([{ row: 999, field: 'amount' }])
    expect(await issuesOf(mpesa.cancelBulkInvoices({ externalReferences: [] }))).toHaveLength(1)
  })
})

describe('other calls', () => {
  test('an opt-in needs shortcode, e-mail, contact, reminders and an absolute URL', async () => {
    const bad = { shortcode: '12', email: 'x', officialContact: '1', sendReminders: 1, callbackUrl: '/hooks' }
    const issues = await issuesOf(mpesa.billManagerOptIn(bad as unknown as typeof optIn))
    expect(issues.map((issue) => issue.field).sort()).toEqual([
      'callbackUrl',
      'email',
      'officialContact',
      'sendReminders',
      'shortcode',
    ])
  })

  test('in production URLs must be https', async () => {
    const production = server.client({ environment: 'production' })
    const callbackUrl = 'http://shop.example/hooks'
    expect(await issuesOf(production.updateOptIn({ ...optIn, callbackUrl }))).toEqual([
      { field: 'callbackUrl', problem: 'must be https in production' },
    ])
    expect(await issuesOf(production.simulateC2B({} as never))).toEqual([])
  })

  test.each([
    ['amount', { amount: 250_001 }, 'must be at most KES 250000'],
    ['accountReference', { accountReference: 'x'.repeat(13) }, 'is longer than 12 characters'],
    ['transactionDesc', { transactionDesc: 'x'.repeat(14) }, 'is longer than 13 characters'],
  ])('a push is refused for its %s, never cut or rounded', async (field, change, problem) => {
    expect(await issuesOf(mpesa.stkPush({ ...push, ...change }))).toEqual([{ field, problem }])
  })

  test.each(['mpesa', 'M-PESA', 'safaricom', 'exe', 'exec', 'cmd', 'SQL', 'query'])(
    'a C2B URL with "%s" in it is refused',
    async (word) => {
      const call = mpesa.registerC2BUrls({ ...urls, confirmationUrl: `https://shop.example/hooks/${word}/confirm` })
      expect(await issuesOf(call)).toMatchObject([{ field: 'confirmationUrl' }])
    },
  )

  test('a reconciliation takes whole shillings as text, and sends 2500.00 as 2500', async () => {
    const payment = {
      transactionId: 'OEI2AK4XXX',
      externalReference: 'INV-1',
      accountReference: 'A1',
      paymentDate: '2026-02-30',
      phoneNumber: '0722000000',
      fullName: 'Jane',
      invoiceName: 'Rent',
    }
    expect(await issuesOf(mpesa.reconcilePayment({ ...payment, paidAmount: '10.50' }))).toEqual([
      { field: 'paymentDate', problem: 'must be a day that exists, as YYYY-MM-DD' },
      { field: 'paidAmount', problem: "must be whole KES as text, such as '2500'" },
    ])
  })

  test('B2C pays at least KES 10, a status query needs exactly one id, remarks have two characters or more', async () => {
    const common = { resultUrl: 'https://shop.example/r', queueTimeOutUrl: 'https://shop.example/t' }
    const wages = { commandId: 'BusinessPayment', partyA: '600979', partyB: '0722000000', remarks: 'x' } as const
    const pay = mpesa.b2cDisbursement({ ...common, ...wages, originatorConversationId: 'x', amount: 9 })
    expect((await issuesOf(pay)).map((issue) => issue.field)).toEqual(['remarks', 'amount'])
    const ask = mpesa.transactionStatus({ ...common, partyA: '600979', identifierType: '4' })
    expect((await issuesOf(ask)).map((issue) => issue.field)).toEqual(['transactionId'])
  })
})

describe('the client itself', () => {
  test.each([
    [{ consumerKey: '' }, 'INVALID_CREDENTIALS'],
    [{ consumerSecret: undefined as unknown as string }, 'INVALID_CREDENTIALS'],
    [{ environment: 'live' as 'sandbox' }, 'VALIDATION_ERROR'],
    [{ baseUrl: 'ftp://x' }, 'VALIDATION_ERROR'],
    [{ timeout: 0 }, 'VALIDATION_ERROR'],
    [{ retries: -1 }, 'VALIDATION_ERROR'],
  ])('%j is %s', (change, code) => {
    expect(() => new Mpesa({ ...testOptions, ...change })).toThrow(
      expect.objectContaining({ code, outcome: 'not_sent' }),
    )
  })

  test('a push without shortcode or passkey, and a B2C without operator, is INVALID_CREDENTIALS', async () => {
    const bare = server.client({ lipaNaMpesaPassKey: undefined, initiatorName: undefined })
    await expect(bare.stkPush(push)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS', outcome: 'not_sent' })
    await expect(bare.b2bPayBill({} as never)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' })
  })

  test('stkPushSafe gives the error as a value', async () => {
    const result = await mpesa.stkPushSafe({ ...push, amount: 0.5 })
    expect(result).toMatchObject({ ok: false, error: { code: 'VALIDATION_ERROR' } })
  })
})

describe('whatever is given, only a PesafyError is thrown', () => {
  const calls = Object.getOwnPropertyNames(Mpesa.prototype).filter(
    (name) => !['constructor', 'environment', 'accessToken', 'clearTokenCache'].includes(name),
  )
  const rubbish = [undefined, null, 7, 'text', [], {}, { invoices: [null, 1] }, { invoices: 5 }, { invoiceItems: 5 }]

  test.each(calls)('%s', async (name) => {
    const method = (mpesa as unknown as { [name: string]: (...args: unknown[]) => unknown })[name]
    for (const given of [...rubbish, { externalReferences: [null] }, { startDate: new Date(8.64e15), offset: 1n }]) {
      const answer = method?.call(mpesa, given, null)
      const settled = name === 'pullTransactions' ? (answer as AsyncGenerator).next() : (answer as Promise<unknown>)
      const error: unknown = await settled.then(
        (value) => (value as { error?: unknown }).error,
        (thrown: unknown) => thrown,
      )
      expect(
        error,
        JSON.stringify(given, (_, value: unknown) => (typeof value === 'bigint' ? '1n' : value)),
      ).toSatisfy(
        (thrown) => thrown instanceof PesafyError && thrown.outcome === 'not_sent' && (thrown.issues?.length ?? 0) > 0,
      )
    }
    expect(server.requests).toHaveLength(0)
  })

  test('and rows that are none are listed', async () => {
    const issues = await issuesOf(mpesa.sendBulkInvoices({ invoices: [invoice, null as never, undefined as never] }))
    expect(new Set(issues.map((issue) => issue.row))).toEqual(new Set([1, 2]))
    expect(issues).toContainEqual({ row: 1, field: 'externalReference', problem: 'is required' })
  })

  test.each([
    undefined,
    null,
    5,
    { ...testOptions, baseUrl: 5 },
    { ...testOptions, fetch: 'x' },
    { ...testOptions, now: new Date() },
    { ...testOptions, tokenStore: {} },
    { ...testOptions, initiatorName: 5 },
    { ...testOptions, lipaNaMpesaShortCode: 174379 },
    { ...testOptions, lipaNaMpesaShortCode: '17' },
    { ...testOptions, lipaNaMpesaShortCode: 'abcdef' },
  ])('by a client of %j', (options) => {
    expect(() => new Mpesa(options as never)).toThrow(PesafyError)
  })

  test('by the readers of results', () => {
    expect(() => requireSuccess(null as never)).toThrow(PesafyError)
    expect(parseAccountBalance(undefined as never)).toEqual([])
    expect(maskPhone(undefined as never)).toBe('•••')
  })
})
