import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { certificate } from '../../test/certificate.ts'
import { recordedServer, type RecordedServer, testNow } from '../../test/recorded-server.ts'
import { csvLine, parseCsv } from './csv.ts'
import { run, type World } from './run.ts'

let server: RecordedServer
let files: Record<string, string | Uint8Array>
beforeEach(async () => {
  server = await recordedServer()
  files = {}
})
afterEach(() => server.close())

function bytesOf(path: string): Uint8Array {
  const content = files[path]
  if (content === undefined) throw new Error(`${path}: no such file`)
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

/** Runs a command line; gives its exit code and what it printed. */
async function mpesa(line: string[], env: Record<string, string | undefined> = {}, isTerminal = false) {
  const printed = { out: '', err: '' }
  const world: World = {
    env: {
      MPESA_CONSUMER_KEY: 'key',
      MPESA_CONSUMER_SECRET: 'secret',
      MPESA_BASE_URL: server.url,
      MPESA_SHORTCODE: '600984',
      MPESA_PASSKEY: 'passkey',
      ...env,
    },
    now: () => testNow,
    out: (text) => void (printed.out += text),
    err: (text) => void (printed.err += text),
    isTerminal,
    readFile: async (path) => new TextDecoder().decode(bytesOf(path)),
    readBytes: async (path) => bytesOf(path),
    appendFile: async (path, text) => void (files[path] = String(files[path] ?? '') + text),
  }
  return { code: await run(line, world), ...printed }
}

const base = '/v1/billmanager-invoice'
const ok = { body: { Status_Message: 'Invoice sent successfully', resmsg: 'Success', rescode: '200' } }
const duplicate = {
  status: 409,
  body: { Status_Message: 'Another entry exist with the same externalReference number', rescode: '409' },
}
const header =
  'externalReference,billedFullName,billedPhoneNumber,billedPeriod,invoiceName,dueDate,accountReference,amount'
const row = (n: number | string, amount = '100') =>
  `INV-${n},"Doe, Jane",0722000000,May 2026,Rent,2026-05-31,A${n},${amount}`

describe('what a script relies on', () => {
  test('--json prints the answer as JSON, and exit code 0 says it was done', async () => {
    server.reply(`${base}/cancel-single-invoice`, ok)
    const { code, out } = await mpesa(['bill', 'cancel', 'INV-1', '--json'])
    expect([code, JSON.parse(out)]).toEqual([0, ok.body])
  })

  test.each([
    [1, 'a refusal', { status: 400, body: { errorCode: '400.002.05', errorMessage: 'Invalid Request Payload' } }],
    [3, 'an unknown end', { text: '<html>' }],
  ])('exit code %i says %s, with the error as JSON on stderr', async (expected, _, reply) => {
    server.reply('/mpesa/stkpush/v1/processrequest', reply)
    const line = ['stk', 'push', '--phone', '0722000000', '--amount', '1', '--account', 'A', '--json']
    const { code, err } = await mpesa(line, { MPESA_CALLBACK_URL: 'https://shop.example/hooks' })
    expect(code).toBe(expected)
    expect(JSON.parse(err)).toMatchObject({ error: { name: 'PesafyError' } })
  })

  test('exit code 2 says bad input: a flag, an unknown command, a value', async () => {
    expect(await mpesa(['stk', 'push'])).toMatchObject({ code: 2, err: expect.stringContaining('--phone is missing') })
    expect(await mpesa(['fly'])).toMatchObject({ code: 2, out: '' })
    expect(await mpesa(['phone', '12'])).toMatchObject({ code: 2, err: expect.stringContaining('INVALID_PHONE') })
    const cents = [
      'stk',
      'push',
      '--phone',
      '0722000000',
      '--amount',
      '1.50',
      '--account',
      'A',
      '--callback',
      'https://a.example',
    ]
    expect(await mpesa(cents)).toMatchObject({ code: 2, err: expect.stringContaining('amount') })
    expect(server.requests).toHaveLength(0)
  })

  test.each([
    [['token', '--verbose'], '--verbose is not known'],
    [['token', '--JSON'], '--JSON is not known'],
    [['doctor', '--csv', 'x'], '--csv is not known'],
    [['bill', 'send', '--csv', '--resolve'], '--csv needs a value'],
    [['bill', 'send', '--csv'], '--csv needs a value'],
    [['bill', 'send', '--csv', 'x', '--resolve=no'], '--resolve takes no value'],
    [['bill', 'send', '--csv', 'x', '--csv', 'y'], '--csv is given twice'],
  ])('exit code 2 says that %j makes no sense', async (line, why) => {
    expect(await mpesa(line)).toMatchObject({ code: 2, err: expect.stringContaining(why) })
    expect(server.requests).toHaveLength(0)
  })

  test('a value or word may begin with dashes, after "=" and after "--"', async () => {
    server.reply(`${base}/cancel-single-invoice`, ok)
    expect((await mpesa(['bill', 'cancel', '--', '--X1'])).code).toBe(0)
    expect(server.calls()[0]?.body).toEqual({ externalReference: '--X1' })
  })

  test('exit code 4 says that nothing was sent', async () => {
    expect(await mpesa(['token'], { MPESA_CONSUMER_KEY: undefined })).toMatchObject({
      code: 4,
      err: expect.stringContaining('MPESA_CONSUMER_KEY is not set'),
    })
  })

  test('an STK query is 0 when paid, 1 when failed, 3 while pending', async () => {
    const answer = (ResultCode: string) => ({ body: { ResponseCode: '0', ResultCode, ResultDesc: '' } })
    const pending = {
      status: 500,
      body: { errorCode: '500.001.1001', errorMessage: 'The transaction is being processed' },
    }
    server.reply('/mpesa/stkpushquery/v1/query', answer('0'), answer('1032'), pending)
    for (const expected of [0, 1, 3]) {
      expect((await mpesa(['stk', 'query', 'ws_CO_1'])).code).toBe(expected)
    }
  })
})

test('doctor says what is set and never shows a value', async () => {
  const well = await mpesa(['doctor'])
  expect(well).toMatchObject({ code: 0, out: expect.stringContaining('token: ok') })
  expect(well.out).not.toMatch(/passkey\n|: key|: secret/)
  server.reply('/oauth/v1/generate?grant_type=client_credentials', { status: 401 })
  expect(await mpesa(['doctor'])).toMatchObject({ code: 4, out: expect.stringContaining('AUTH_FAILED') })
})

test.each([
  ['PEM', ({ pem }: ReturnType<typeof certificate>) => pem],
  ['DER', ({ der }: ReturnType<typeof certificate>) => der],
])('encrypt reads password and certificate (%s) from where the environment says', async (_, content) => {
  const owner = certificate()
  files['safaricom.cer'] = content(owner)
  const env = { MPESA_CERTIFICATE_PATH: 'safaricom.cer', MPESA_INITIATOR_PASSWORD: 'Safaricom999!' }
  const { out } = await mpesa(['encrypt', '--json'], env)
  expect(owner.decrypt((JSON.parse(out) as { securityCredential: string }).securityCredential)).toBe('Safaricom999!')
})

test('help lists every command and setting', async () => {
  const { code, out } = await mpesa(['help'])
  expect(code).toBe(0)
  for (const word of ['bill opt-in', 'c2b register', 'balance', 'status', 'MPESA_APP_KEY']) expect(out).toContain(word)
})

describe('a CSV of bills', () => {
  const send = (...more: string[]) => mpesa(['bill', 'send', '--csv', 'bills.csv', '--json', ...more])
  const results = () => parseCsv(String(files['bills.csv.results.csv'] ?? ''))

  test('goes out in batches, with a line in the result file for every bill', async () => {
    files['bills.csv'] = `\ufeff${header}\r\n${[1, 2, 3].map((n) => row(n)).join('\r\n')}\r\n`
    server.reply(`${base}/bulk-invoicing`, ok)
    const { code, out } = await send('--batch', '2')
    expect([code, JSON.parse(out)]).toMatchObject([0, { sent: 3, invalid: 0, refused: 0, unknown: 0 }])
    expect(server.calls().map((one) => (one.body as unknown[]).length)).toEqual([2, 1])
    expect(server.calls()[0]?.body).toMatchObject([{ billedFullName: 'Doe, Jane', amount: '100' }, {}])
    expect(results().map((one) => [one['externalReference'], one['state']])).toEqual([
      ['INV-1', 'sent'],
      ['INV-2', 'sent'],
      ['INV-3', 'sent'],
    ])
  })

  test('with a bad row: the others are sent, and the file says what is wrong', async () => {
    files['bills.csv'] = [header, row(1), row(2, '9.50'), row(3)].join('\n')
    server.reply(`${base}/bulk-invoicing`, ok)
    expect((await send()).code).toBe(1)
    expect(server.calls()[0]?.body).toHaveLength(2)
    expect(results().find((one) => one['externalReference'] === 'INV-2')).toMatchObject({
      state: 'invalid',
      problem: 'amount must be a number of KES',
    })
  })

  test('that is refused as a whole is sent bill by bill', async () => {
    files['bills.csv'] = [header, row(1), row(2)].join('\n')
    server.reply(`${base}/bulk-invoicing`, duplicate)
    server.reply(`${base}/single-invoicing`, duplicate, ok)
    expect((await send()).code).toBe(1)
    expect(results().map((one) => one['state'])).toEqual(['duplicate', 'sent'])
  })

  test('whose end is unknown is not repeated, unless --resolve: then a duplicate proves that it arrived', async () => {
    files['bills.csv'] = [header, row(1), row(2)].join('\n')
    server.reply(`${base}/bulk-invoicing`, (_, socket) => socket.destroy())
    expect((await send()).code).toBe(3)
    expect(server.calls()).toHaveLength(1)
    expect(results().map((one) => one['state'])).toEqual(['unknown', 'unknown'])
    server.reply(`${base}/single-invoicing`, duplicate, ok)
    expect((await send('--resolve')).code).toBe(0)
    expect(results().map((one) => one['state'])).toEqual(['unknown', 'unknown', 'sent', 'sent'])
  })

  test('that cannot be sent at all stops at once, and no bill is called refused', async () => {
    files['bills.csv'] = [header, row(1), row(2)].join('\n')
    server.reply('/oauth/v1/generate?grant_type=client_credentials', { status: 401 })
    expect((await send('--batch', '1')).code).toBe(4)
    expect(results()).toEqual([])
  })

  test('whose end was unknown in an earlier run is left alone, until --resolve', async () => {
    files['bills.csv'] = [header, row(1), row(2), row(3)].join('\n')
    files['bills.csv.results.csv'] = 'externalReference,state,problem\nINV-1,unknown,\nINV-2,unknown,\n'
    server.reply(`${base}/bulk-invoicing`, ok)
    const first = await send()
    expect([first.code, JSON.parse(first.out)]).toMatchObject([3, { sent: 1, unknown: 2 }])
    expect(server.calls()[0]?.body).toMatchObject([{ externalReference: 'INV-3' }])
    server.reply(`${base}/single-invoicing`, duplicate)
    const second = await send('--resolve')
    expect([second.code, JSON.parse(second.out)]).toMatchObject([0, { sent: 2, unknown: 0, duplicate: 0, skipped: 1 }])
    expect((await send()).code).toBe(0)
    expect(server.calls()).toHaveLength(3)
  })

  test('that cannot go on after some were sent says so, and what was never tried is not refused', async () => {
    files['bills.csv'] = [header, row(1), row(2), row(3)].join('\n')
    const busy = { status: 429, body: { errorCode: '429', errorMessage: 'Spike arrest' } }
    server.reply(`${base}/bulk-invoicing`, ok, busy)
    const first = await send('--batch', '1')
    expect([first.code, JSON.parse(first.out)]).toMatchObject([
      1,
      { sent: 1, refused: 0, left: 2, stopped: expect.stringContaining('RATE_LIMITED') },
    ])
    expect(results().map((one) => one['state'])).toEqual(['sent'])
    server.reply('/oauth/v1/generate?grant_type=client_credentials', { status: 401 })
    const second = await send()
    expect([second.code, JSON.parse(second.out)]).toMatchObject([1, { sent: 0, skipped: 1, left: 2 }])
    server.reply('/oauth/v1/generate?grant_type=client_credentials', { body: { access_token: 't' } })
    server.reply(`${base}/bulk-invoicing`, duplicate)
    server.reply(`${base}/single-invoicing`, ok, busy)
    files['bills.csv.results.csv'] = ''
    const third = await mpesa(['bill', 'send', '--csv', 'bills.csv', '--json'])
    expect([third.code, JSON.parse(third.out)]).toMatchObject([1, { sent: 1, refused: 0, left: 2 }])
  }, 20_000)

  test('with items in a column is billed by item, and items that cannot be read are a fault', async () => {
    const items = (text: string) => `"${text.replaceAll('"', '""')}"`
    const good = '[{"itemName":"Rent","amount":60},{"itemName":"Water","amount":40}]'
    const rows = [`${row(1)},${items(good)}`, `${row(2)},Rent 60`, `${row(3)},`, `${row(4)},"[null]"`]
    files['bills.csv'] = [`${header},invoiceItems`, ...rows].join('\n')
    server.reply(`${base}/bulk-invoicing`, ok)
    expect((await send()).code).toBe(1)
    expect(server.calls()[0]?.body).toMatchObject([{ invoiceItems: [{ itemName: 'Rent', amount: '60' }, {}] }, {}])
    expect(results().filter((one) => one['state'] === 'invalid')).toMatchObject([
      { externalReference: 'INV-2', problem: expect.stringContaining('invoiceItems') },
      { externalReference: 'INV-4', problem: expect.stringContaining('invoiceItems') },
    ])
  })

  test.each([
    ['an unknown column', `${header},discount\n${row(1)},5`, "unknown column 'discount'"],
    ['a missing column', `${header.replace(',dueDate', '')}\nx`, "no column 'dueDate'"],
    ['a cell too many', `${header}\n${row(1)},5`, 'row 1 of the CSV has more cells'],
  ])('with %s is refused before anything is sent or written', async (_, csv, why) => {
    files['bills.csv'] = csv
    expect(await send()).toMatchObject({ code: 2, err: expect.stringContaining(why) })
    expect(Object.keys(files)).toEqual(['bills.csv'])
    expect(server.requests).toHaveLength(0)
  })

  test('that is not there leaves no result file behind', async () => {
    expect(await send()).toMatchObject({ code: 2, err: expect.stringContaining('bills.csv cannot be read') })
    expect(files).toEqual({})
  })

  test.each(['-X1', "'X1", '=1+1', 'plain'])('run again, the bill %s is known to be sent', async (reference) => {
    files['bills.csv'] = [header, row(1).replace('INV-1', reference)].join('\n')
    server.reply(`${base}/bulk-invoicing`, ok)
    await send()
    expect(JSON.parse((await send()).out)).toMatchObject({ sent: 0, skipped: 1 })
    expect(server.calls()).toHaveLength(1)
  })

  test('run again, what was sent is not sent again', async () => {
    files['bills.csv'] = [header, row(1), row(2)].join('\n')
    files['bills.csv.results.csv'] = 'externalReference,state,problem\nINV-1,sent,\n'
    server.reply(`${base}/bulk-invoicing`, ok)
    expect(JSON.parse((await send()).out)).toMatchObject({ sent: 1, skipped: 1 })
    expect(server.calls()[0]?.body).toMatchObject([{ externalReference: 'INV-2' }])
  })

  test('shows a progress bar to a person, and none to a script', async () => {
    files['bills.csv'] = [header, row(1)].join('\n')
    server.reply(`${base}/bulk-invoicing`, ok)
    const { err } = await mpesa(['bill', 'send', '--csv', 'bills.csv'], {}, true)
    expect(err).toContain('1/1\n')
    expect((await send()).err).toBe('')
  })
})

test('CSV cells keep commas, quotes and line ends, and cannot be taken for formulas', () => {
  const line = csvLine(['a,b', 'say "hi"', 'two\nlines', '=1+1'])
  expect(parseCsv(`w,x,y,z\n${line}`)).toEqual([{ w: 'a,b', x: 'say "hi"', y: 'two\nlines', z: "'=1+1" }])
})

test('a CSV with an open quote is an error, never a shorter CSV', () => {
  expect(() => parseCsv('a,b\n1,"2\n3,4\n')).toThrow('row 2')
  expect(parseCsv('a,b\n1,5" pipe\n')).toEqual([{ a: '1', b: '5" pipe' }])
  expect(parseCsv('')).toEqual([])
})
