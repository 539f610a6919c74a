import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { callbackUrls } from '@kusanya/server/businesses/connect-shortcode.ts'
import { workbook } from '@kusanya/server/statements/test-workbook.ts'
import { world, type World } from '../../../test/world.ts'
import { kusanya } from '../../test/kusanya.ts'

// Each command is a process of its own.
vi.setConfig({ testTimeout: 120_000 })

let w: World
const folder = mkdtempSync(path.join(os.tmpdir(), 'kusanya-books-'))
const shortcode = '600984'
beforeAll(async () => {
  w = await world()
  // Nobody but whoever sent this has ever heard of it.
  await fetch(callbackUrls(w.ctx, w.businessId).bill, {
    method: 'POST',
    body: JSON.stringify({
      transactionId: 'UKFORGED01',
      paidAmount: '9000',
      msisdn: w.customer.phone,
      dateCreated: '2031-03-01',
      accountReference: w.customer.accountno,
      shortCode: shortcode,
    }),
  })
  await w.work()
  await w.advance('P1D')
})
afterAll(async () => {
  await w.end()
  rmSync(folder, { recursive: true, force: true })
})

const run = (...line: string[]) => kusanya(line, { KUSANYA_BASE_URL: w.ctx.publicUrl, KUSANYA_API_KEY: w.apiKey })
const file = (name: string, content: string | Buffer) => {
  const place = path.join(folder, name)
  writeFileSync(place, content)
  return place
}
const head = ['Receipt No.', 'Completion Time', 'Details', 'Transaction Status', 'Paid In', 'Withdrawn', 'Balance']
const line = ['UKS0000001', '01-03-2031 11:15:00', 'Pay Bill from 2547 - A', 'Completed', '500', '', '1500.00']

describe('close', () => {
  test('ends with 3 and lists what differs, and with 0 when the day agrees', async () => {
    const red = await run('close', '2031-03-01', '--shortcode', shortcode)
    expect([red.code, red.err]).toEqual([3, ''])
    expect(red.out).toMatch(
      /✘ The day does not agree:\n\nRECEIPT +WHAT +OURS +M-PESA’S\nUKFORGED01 +unconfirmed +KES 9,000 +none\n/,
    )
    const green = await run('close', '2031-02-28', '--shortcode', shortcode, '--json')
    expect([green.code, JSON.parse(green.out)]).toMatchObject([0, { agrees: true, date: '2031-02-28' }])
    const told = await run('close', '2031-02-28', '--shortcode', shortcode)
    expect([told.code, told.out]).toEqual([0, expect.stringContaining('✔ The day agrees.')])
  })

  test.each([
    [['2031-02-30', '--shortcode', shortcode], 2, 'It must be a day'],
    [['2031-03-01'], 2, "required option '--shortcode <number>'"],
    [['2031-03-01', '--shortcode', '999999'], 1, 'hortcode'],
    [['2031-03-02', '--shortcode', shortcode], 1, 'over'],
  ])('%j is refused', async (line, code, said) => {
    expect(await run('close', ...line)).toMatchObject({ code, err: expect.stringContaining(said) })
  })

  test('yesterday is a day of the business', async () => {
    const { date } = JSON.parse((await run('close', 'yesterday', '--shortcode', shortcode, '--json')).out)
    // Whoever runs this at midnight in Nairobi is forgiven the day.
    const days = [1, 2].map((back) =>
      new Date(Date.now() + 3 * 3_600_000 - back * 86_400_000).toISOString().slice(0, 10),
    )
    expect(days).toContain(date)
  })
})

describe('statement import', () => {
  const csv = `${head.join()}\r\n${line.join()}\r\n`

  test('says what became of the lines; the same file again changes nothing', async () => {
    const place = file('statement.csv', csv)
    const first = await run('statement', 'import', place, '--shortcode', shortcode)
    expect([first.code, first.err]).toEqual([0, ''])
    expect(first.out).toMatch(/Statement +statement.csv of 600984\nLines +1 line\n +booked +1\nNews to us +KES 500\n/)
    const second = JSON.parse((await run('statement', 'import', place, '--shortcode', shortcode, '--json')).out)
    expect(second).toMatchObject({ repeated: true, booked: 500 })
  })

  test('reads a workbook, and ends with 3 for what contradicts the books', async () => {
    const other = [...line.slice(0, 4), '600', '', '1600.00']
    const place = file('statement.xlsx', workbook([head, other]))
    const { code, out } = await run('statement', 'import', place, '--shortcode', shortcode)
    expect([code, out]).toEqual([3, expect.stringMatching(/contradicts +1/)])
  })

  test.each<[string, string | Buffer | null, number, string]>([
    ['gone.csv', null, 2, 'There is no file'],
    ['empty.csv', '', 2, 'is empty'],
    ['large.csv', Buffer.alloc(5_000_001, 'a'), 2, 'has more than 5 MB'],
    ['nonsense.csv', 'nothing of the portal', 1, 'No header line'],
    ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 1, 'This is an old Excel file'],
  ])('%s is refused', async (name, content, code, said) => {
    const place = content === null ? path.join(folder, name) : file(name, content)
    const ended = await run('statement', 'import', place, '--shortcode', shortcode)
    expect(ended).toMatchObject({ code, out: '', err: expect.stringContaining(said) })
  })
})
