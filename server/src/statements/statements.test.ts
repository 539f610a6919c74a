import { readCsv } from '@kusanya/domain/csv.ts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { checksums } from '../../../test/checksums.ts'
import { world, type World } from '../../../test/world.ts'
import { theBusiness } from '../businesses/business.ts'
import { callbackUrls } from '../businesses/connect-shortcode.ts'
import { inBusiness } from '../db/sql.ts'
import { applyPulled, type Pulled } from '../reconciliation/apply-pulled.ts'
import { importStatement } from './import-statement.ts'
import { workbook, type Cell } from './test-workbook.ts'
import { readUpload } from './uploaded.ts'

let w: World
beforeAll(async () => {
  w = await world()
  await w.work()
})
afterAll(() => w.end())

const shortcode = '600984'
const head = `Safaricom PLC,,,,,,,,
Short Code:,${shortcode},,,,,,,
,,,,,,,,
Receipt No.,Completion Time,Details,Transaction Status,Paid In,Withdrawn,Balance,Other Party Info,A/C No.`
const line = (receipt: string, amount: string, account: string, time = '01-03-2031 09:00:00') =>
  `${receipt},${time},Pay Bill from 254712345678 - AMINA OTIENO Acc. ${account},Completed,"${amount}",,,254712345678 - AMINA OTIENO,${account}`
const file = (...lines: string[]) => [head, ...lines].join('\r\n')
const send = (csv: string, more: object = {}) =>
  w.call('POST', '/business/statement/import', { shortcode, csv, ...more })
const lines = async (id: string, query = '') =>
  (await w.call('GET', `/business/statement/${id}/line/list?limit=100${query}`)).body.data
const transaction = async (receipt: string) =>
  (await w.call('GET', `/business/transaction/list?search=${receipt}`)).body.data

async function invoice(rate: number) {
  const { body } = await w.call('POST', '/business/invoice/create', {
    customerid: w.customer.id,
    items: [{ itemid: w.products[0], quantity: 1, rate }],
    duedate: '2031-04-01',
  })
  return body.data
}
const tell = (transactionId: string, paidAmount: string, accountReference = w.customer.accountno) =>
  fetch(callbackUrls(w.ctx, w.businessId).bill, {
    method: 'POST',
    body: JSON.stringify({
      transactionId,
      paidAmount,
      msisdn: w.customer.phone,
      dateCreated: '2031-03-01',
      accountReference,
      shortCode: shortcode,
    }),
  })

/** Until somebody waits for a lock. */
async function oneWaits() {
  const owner = w.owner()
  const look = () =>
    owner`select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  await vi.waitFor(async () => expect(await look()).toHaveLength(1), 4_000).finally(() => owner.end())
}

describe('importing a statement', () => {
  test('books what was lost, confirms what is known, and shows the fate of every line', async () => {
    const made = await invoice(1500)
    await tell('UKS0000001', '500')
    await tell('UKS0000003', '90')
    await w.work()
    expect(await transaction('UKS0000001')).toMatchObject([{ confirmed: false }])
    const { status, body } = await send(
      file(
        line('UKS0000001', '500.00', w.customer.accountno),
        line('UKS0000002', '1,000.00', w.customer.accountno),
        line('UKS0000003', '95.00', w.customer.accountno),
        line('UKS0000004', '70.00', 'NOBODY'),
        'UKS0000001,01-03-2031 09:00:00,Pay Bill Charge,Completed,,-5.00,,,',
        'UKS0000005,01-03-2031 10:00:00,Organization Settlement Account,Completed,,"-1,000.00",,,',
        'UKS0000006,01-03-2031 10:00:00,Pay Bill from 2547 - X Acc. Y,Failed,70.00,,,,',
        'UKS0000007,first of March,Pay Bill,Completed,70.00,,,,',
      ),
    )
    expect([status, body.data]).toMatchObject([
      200,
      {
        repeated: false,
        lines: 8,
        booked: 1070,
        fates: { booked: 2, known: 1, contradicts: 1, charge: 1, settlement: 1, failed: 1 },
      },
    ])
    expect((await lines(body.data._id)).map(({ receipt, fate }: Record<string, string>) => [receipt, fate])).toEqual([
      ['UKS0000001', 'known'],
      ['UKS0000002', 'booked'],
      ['UKS0000003', 'contradicts'],
      ['UKS0000004', 'booked'],
      ['UKS0000001', 'charge'],
      ['UKS0000005', 'settlement'],
      ['UKS0000006', 'failed'],
      ['UKS0000007', 'unreadable'],
    ])
    expect(await lines(body.data._id, '&fate=unreadable')).toMatchObject([{ row: 12, problem: 'unreadable time' }])
    const { body: now } = await w.call('GET', `/business/invoice/details/${made._id}`)
    expect(now.data).toMatchObject({ status: 'paid' })
    expect(await transaction('UKS0000001')).toMatchObject([{ confirmed: true, name: 'AMINA OTIENO', amount: 500 }])
    expect(await transaction('UKS0000002')).toMatchObject([{ confirmed: true, date: '2031-03-01T06:00:00.000Z' }])
    expect(await transaction('UKS0000003')).toMatchObject([{ confirmed: false, amount: 90 }])
    expect(await transaction('UKS0000004')).toMatchObject([{ unmatched: 70 }])
  })

  test('again changes nothing', async () => {
    const text = file(line('UKS0000011', '10.00', w.customer.accountno))
    const first = await send(text)
    const before = await checksums(w)
    const again = await send(text)
    expect([again.status, again.body.data]).toEqual([200, { ...first.body.data, repeated: true }])
    expect(await checksums(w)).toEqual(before)
  })

  test('of a file that overlaps an earlier one repeats its lines without effect, twin charges included', async () => {
    const charge = 'UKS0000021,01-03-2031 09:00:00,Pay Bill Charge,Completed,,-5.00,,,'
    const old = [line('UKS0000021', '10.00', w.customer.accountno), charge, charge]
    await send(file(...old))
    const { body } = await send(file(...old, charge, line('UKS0000022', '20.00', w.customer.accountno)))
    expect(body.data.fates).toMatchObject({ repeated: 3, charge: 1, booked: 1 })
    expect(await transaction('UKS000002')).toHaveLength(2)
  })

  test('a line that stands twice in one file is one payment', async () => {
    const one = line('UKS0000031', '10.00', w.customer.accountno)
    const { body } = await send(file(one, one))
    expect(body.data.fates).toMatchObject({ booked: 1, repeated: 1 })
    expect(await transaction('UKS0000031')).toMatchObject([{ amount: 10 }])
  })

  test('twice at the same moment books once', async () => {
    const text = file(line('UKS0000041', '10.00', w.customer.accountno))
    const answers = await Promise.all([send(text), send(text), send(text)])
    expect(answers.map(({ body }) => body.data.repeated).sort()).toEqual([false, true, true])
    expect(await transaction('UKS0000041')).toHaveLength(1)
  })
})

describe('a reversal by M-PESA itself', () => {
  const reversal = (receipt: string, amount = '-300.00') =>
    `UKR${receipt.slice(3)},02-03-2031 09:00:00,Reversal of ${receipt} to 254712345678,Completed,,${amount},,,`
  const fates = async (id: string) => (await lines(id)).map(({ fate }: { fate: string }) => fate)

  test('takes the payment back and reopens what it paid, once, whatever the order of the lines', async () => {
    const made = await invoice(300)
    const one = line('UKT0000001', '300.00', made.invoiceno)
    const { body } = await send(file(reversal('UKT0000001'), one))
    expect(await fates(body.data._id)).toEqual(['reversed', 'booked'])
    expect(await transaction('UKT0000001')).toMatchObject([{ status: 'cancelled' }])
    const { body: found } = await w.call('GET', `/business/invoice/details/${made._id}`)
    // Credit of earlier payments stays.
    expect(found.data).toMatchObject({ status: made.status, amountpaid: made.amountpaid, balance: made.balance })
    const again = await send(file(one, reversal('UKT0000001'), ''))
    expect(await fates(again.body.data._id)).toEqual(['repeated', 'repeated'])
  })

  test('of a payment that a later file brings is followed then', async () => {
    const { body } = await send(file(reversal('UKT0000002')))
    expect(await fates(body.data._id)).toEqual(['reversal'])
    await send(file(line('UKT0000002', '300.00', 'NOBODY')))
    expect(await transaction('UKT0000002')).toMatchObject([{ status: 'cancelled' }])
  })

  test.for([
    ['the statement first', 'UKT0000011'],
    ['the payment first', 'UKT0000012'],
  ] as const)('and a callback of the payment end the same in both orders: %s', async ([order, receipt]) => {
    const made = await invoice(300)
    const told = async () => {
      await tell(receipt, '300', made.accountno)
      await w.work()
    }
    const listed = async () => (await send(file(reversal(receipt)))).status
    if (order === 'the payment first') await told()
    expect(await listed()).toBe(200)
    if (order === 'the statement first') await told()
    expect(await transaction(receipt)).toMatchObject([{ status: 'cancelled', amount: 300 }])
    const { body: found } = await w.call('GET', `/business/invoice/details/${made._id}`)
    expect(found.data).toMatchObject({ status: made.status, amountpaid: made.amountpaid, balance: made.balance })
    const news = (await w.call('GET', `/business/event/list?event=payment.reversed&limit=100`)).body.data
    const ofIt = news.filter(({ data }: { data: { transactioncode: string } }) => data.transactioncode === receipt)
    expect(ofIt).toHaveLength(1)
    await told()
    expect(await transaction(receipt), 'told again, nothing changes').toMatchObject([{ status: 'cancelled' }])
  })

  test('is followed though its payment is being booked while the statement is read', async () => {
    const receipt = 'UKT0000013'
    const business = await inBusiness(w.ctx.sql, w.businessId, (tx) => theBusiness(tx, w.businessId))
    const pulled: Pulled = {
      receipt,
      amount: 30_000n,
      billReference: 'NOBODY',
      phone: { kind: 'full', msisdn: '254712345678' },
      sender: 'AMINA OTIENO',
      transactionType: 'c2b-pay-bill-debit',
      organizationName: 'Mwangaza Academy',
      trxDate: '2031-03-01T08:00:00Z',
      paidAt: null,
    }
    const upload = await readUpload({ csv: file(reversal(receipt)) })
    const { booked } = await inBusiness(w.ctx.sql, w.businessId, async (tx) => {
      await importStatement(tx, w.ctx, business, { shortcode, fileName: null, ...upload }, 'system')
      const booked = inBusiness(w.ctx.sql, w.businessId, (other) =>
        applyPulled(other, w.ctx, business, shortcode, [pulled]),
      )
      await Promise.race([booked, oneWaits()])
      return { booked }
    })
    await booked
    expect(await transaction(receipt)).toMatchObject([{ status: 'cancelled', amount: 300 }])
  })

  test('of a part, or of a payment that was taken back before, changes nothing', async () => {
    await send(file(line('UKT0000003', '300.00', 'NOBODY'), line('UKT0000004', '300.00', 'NOBODY')))
    const [there] = await transaction('UKT0000004')
    await w.call('POST', `/business/payment/${there._id}/reverse`, { reason: 'Wrong' })
    const { body } = await send(file(reversal('UKT0000003', '-10.00'), reversal('UKT0000004')))
    expect(await fates(body.data._id)).toEqual(['reversal', 'reversal'])
    expect(await transaction('UKT0000003')).toMatchObject([{ status: 'completed' }])
  })
})

describe('an Excel file', () => {
  const sendExcel = (...sheets: Cell[][][]) =>
    w.call('POST', '/business/statement/import', { shortcode, xlsx: workbook(...sheets).toString('base64') })
  const asSheet = (csv: string): Cell[][] => readCsv(csv)
  /** What a line says, without what is of the import. */
  const said = async (id: string) =>
    (await lines(id)).map(({ transactionid: _, fate: __, ...line }: Record<string, unknown>) => line)
  const rows = (account: string) => [
    line('UKS0000051', '1,000.00', account),
    line('UKS0000052', '70.00', 'NOBODY', '2031-03-01 10:00:00'),
    line('UKS0000053', '70.00', account, '01/03/2031 10:00:00'),
    'UKS0000051,01-03-2031 09:00:00,Pay Bill Charge,Completed,,-5.00,,,',
    'UKS0000054,01-03-2031 10:00:00,Organization Settlement Account,Completed,,"-1,000.00",,,',
    'UKS0000055,01-03-2031 10:00:00,Pay Bill from 2547 - X Acc. Y,Failed,70.00,,,,',
    'UKS0000056,first of March,Pay Bill,Completed,70.00,,,,',
  ]

  test('has the same lines as the CSV of the same rows, so that importing both books once', async () => {
    const csv = file(...rows(w.customer.accountno))
    const excel = await sendExcel(asSheet(csv))
    expect([excel.status, excel.body.data], JSON.stringify(excel.body)).toMatchObject([
      200,
      { repeated: false, lines: 7, booked: 1140, fates: { booked: 3, charge: 1, settlement: 1, failed: 1 } },
    ])
    const text = await send(csv)
    expect(text.body.data).toMatchObject({ repeated: false, booked: 0, fates: { repeated: 6, unreadable: 1 } })
    expect(await said(text.body.data._id)).toEqual(await said(excel.body.data._id))
  })

  test('may keep amounts as numbers and times as dates or as plain serial numbers', async () => {
    const header = head.split('\r\n').at(-1)?.split('\n').at(-1)?.split(',') ?? []
    const { status, body } = await sendExcel([
      ['Statement of', 'Mwangaza'],
      ['Short Code:', 600984],
      header,
      ['UKS0000061', { serial: 47_908.375 }, 'Pay Bill', 'Completed', 1234.5, null, 99, null, w.customer.accountno],
      [
        'UKS0000062',
        47_908.375_011_574,
        'Pay Bill',
        'Completed',
        { formula: '0.1+0.2', value: '0.3' },
        null,
        null,
        null,
        7,
      ],
    ])
    expect(status, JSON.stringify(body)).toBe(200)
    expect(await lines(body.data._id)).toMatchObject([
      { row: 4, fate: 'booked', amount: 1234.5, balance: 99, date: '2031-03-01T06:00:00Z' },
      { row: 5, fate: 'booked', amount: 0.3, reference: '7', date: '2031-03-01T06:00:01Z' },
    ])
  })

  test('again changes nothing', async () => {
    const sheet = asSheet(file(line('UKS0000071', '10.00', w.customer.accountno)))
    const first = await sendExcel(sheet)
    const before = await checksums(w)
    const again = await sendExcel(sheet)
    expect([again.status, again.body.data]).toEqual([200, { ...first.body.data, repeated: true }])
    expect(await checksums(w)).toEqual(before)
  })

  test('may have its statement on another sheet than the first', async () => {
    const { body } = await sendExcel([['Summary']], asSheet(file(line('UKS0000081', '10.00', w.customer.accountno))))
    expect(body.data).toMatchObject({ lines: 1, booked: 10 })
  })

  test.each<[string, object, number, RegExp]>([
    [
      'that is text',
      { xlsx: Buffer.from('Receipt No.').toString('base64') },
      400,
      /^The file is not an Excel workbook/,
    ],
    ['that is not base64', { xlsx: '<html>' }, 400, /^xlsx must be the file in base64$/],
    ['without the columns', { xlsx: workbook([['a']]).toString('base64') }, 400, /^No header line found/],
    ['beside a CSV', { xlsx: 'AA==', csv: 'a' }, 400, /^Send the statement in one of csv and xlsx$/],
    ['that is missing', {}, 400, /^Send the statement in one of csv and xlsx$/],
    ['of an old Excel', { xlsx: '0M8R4KGxGuE=' }, 400, /^This is an old Excel file \(\.xls\)/],
    ['larger than we read', { xlsx: 'A'.repeat(7_000_001) }, 400, /xlsx/],
    ['larger than any body', { xlsx: 'A'.repeat(8_000_001) }, 413, /^Request body is too large$/],
  ])('%s is refused and leaves nothing', async (_, body, status, words) => {
    const before = await checksums(w)
    const answer = await w.call('POST', '/business/statement/import', { shortcode, ...body })
    expect([answer.status, answer.body.error]).toEqual([status, expect.stringMatching(words)])
    expect(await checksums(w)).toEqual(before)
  })
})

describe('what is no statement of this shortcode is refused and leaves nothing', () => {
  test.each([
    ['a file of something else', () => send('a,b\n1,2'), 400, /^No header line found/],
    ['a quote that is never closed', () => send(`${head}\n"UKS`), 400, /^The CSV is malformed in row/],
    [
      'the statement of another shortcode',
      () => send(file().replace(shortcode, '600111')),
      400,
      /^This is the statement of shortcode 600111$/,
    ],
    ['a shortcode that is not ours', () => send(file(), { shortcode: '600111' }), 404, /^Shortcode not found$/],
  ])('%s', async (_, trial, status, words) => {
    const before = await checksums(w)
    const answer = await trial()
    expect([answer.status, answer.body.error]).toEqual([status, expect.stringMatching(words)])
    expect(await checksums(w)).toEqual(before)
  })
})
