import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readCsv } from '@kusanya/domain/csv.ts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { gate } from '../../test/gate.ts'
import { kusanya, start } from '../../test/kusanya.ts'

// Each command is a process of its own.
vi.setConfig({ testTimeout: 120_000 })
const patience = { timeout: 60_000, interval: 20 }

let w: World
const folder = mkdtempSync(path.join(os.tmpdir(), 'kusanya-import-'))
beforeAll(async () => (w = await world({ connected: false })))
afterAll(async () => {
  await w.end()
  rmSync(folder, { recursive: true, force: true })
})

const env = (url = w.ctx.publicUrl) => ({ KUSANYA_BASE_URL: url, KUSANYA_API_KEY: w.apiKey })
const run = (...line: string[]) => kusanya(['import', ...line], env())
const sheet = (name: string, lines: string[]) => {
  const file = path.join(folder, name)
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}
const people = (name: string, many: number) =>
  sheet(name, ['name,email,phone', ...Array.from({ length: many }, (_, at) => `${name} ${at},p@example.test,07220000${String(at).padStart(2, '0')}`)]) // prettier-ignore
const totalOf = async (noun: string): Promise<number> =>
  (await w.call('GET', `/business/${noun}/list`)).body.pagination.total
const results = (file: string) => readCsv(readFileSync(`${file}.results.csv`, 'utf8')).slice(1)
const statesIn = (file: string) => results(file).map(([, , state]) => state)

describe('before anything is sent', () => {
  test('every wrong row is told at once, each with its remedy', async () => {
    const file = sheet('bad.csv', [
      'Name,E-mail,Mobile,Type',
      'Asha,asha@example.test,0712000011,',
      ',nowhere,07,',
      'B,b@example.test,7.12E+08,company',
      'C,c@example.test,0712000013,business,more',
    ])
    const before = await totalOf('customer')
    const { code, err } = await run('customers', file, '--yes', '--json')
    const { problems } = JSON.parse(err).error as { problems: { row: number; says: string }[] }
    expect([code, problems]).toEqual([
      1,
      [
        { row: 3, says: 'name is empty: write who it is' },
        { row: 3, says: expect.stringMatching(/^email “nowhere” is none: write one/) },
        { row: 3, says: expect.stringMatching(/^phone “07” is none: write it as 0712 345 678/) },
        { row: 4, says: expect.stringMatching(/^phone “7.12E\+08” was cut short by the spreadsheet/) },
        { row: 4, says: 'type “company” is none: write individual or business' },
        { row: 5, says: expect.stringMatching(/^it has more cells than there are columns/) },
      ],
    ])
    expect((await run('customers', file, '--yes')).err).toMatch(
      /^3 rows are not right, and nothing was sent:\n {2}row 3/,
    )
    expect(await totalOf('customer')).toBe(before)
  })

  test('invoices: rows of one invoice go together, and the preview says what they come to', async () => {
    const before = await totalOf('invoice')
    const file = sheet('invoices.csv', [
      'customer;item;quantity;rate;due date;invoice;title',
      '0712345678;Hosting (Annual);2;"1,000.50";2031-04-01;A;Term 1',
      '712345678.0;Website Development;1.0;;2031-04-01;A;',
      `${w.customer.accountno};hosting (annual);;;2031-04-02;;`,
    ])
    const check = await run('invoices', file, '--check')
    expect([check.code, check.out]).toEqual([0, expect.stringContaining('2 invoices, KES 164,001 before tax')])
    expect(await totalOf('invoice')).toBe(before)
    expect(await run('invoices', file, '--yes')).toMatchObject({
      code: 0,
      out: `2 sent, 0 refused: ${file}.results.csv\n`,
    })
    const { data } = (await w.call('GET', '/business/invoice/list?limit=2')).body
    expect(data.map(({ total }: { total: number }) => total).sort()).toEqual([12_000, 152_001])
  })

  test('invoices: what is not known, or not clear, is a problem of its row', async () => {
    const file = sheet('strange.csv', [
      'customer,item,due,quantity,rate,invoice,title',
      'Nobody,Hosting (Annual),2031-04-01,,,,',
      '0712345678,Unknown,01/04/2031,0,1e3,,',
      '0712345678,Hosting (Annual),2031-04-01,,,A,One',
      '0712345678,Hosting (Annual),2031-04-01,,,A,Two',
    ])
    const { problems } = JSON.parse((await run('invoices', file, '--yes', '--json')).err).error
    expect(problems.map(({ row, says }: { row: number; says: string }) => `${row} ${says.split(' ')[0]}`)).toEqual([
      '2 customer',
      '3 item',
      '3 quantity',
      '3 rate',
      '3 due',
      '4 “A”', // belongs together with what is wrong below
      '5 title',
    ])
  })

  test.each([
    [['name,email,phone,shoe', 'C,c@example.test,0712000013,42'], 'There is no use for the column shoe.'],
    [['name,email,name,phone', 'C,c@example.test,C,0712000013'], 'There are two columns name.'],
    [['name,email', 'C,c@example.test'], 'There is no column phone.'],
    [['name,email,phone', '', ',,'], 'There are no rows'],
    [['name,email,phone', 'C,c@example.test,0712000013'], 'Nobody is here to ask.\n→ Add --yes'],
  ])('%j ends with 2', async (lines, said) => {
    const before = await totalOf('customer')
    const { code, err } = await run('customers', sheet('odd.csv', lines))
    expect([code, err]).toEqual([2, expect.stringContaining(said)])
    expect(await totalOf('customer')).toBe(before)
  })

  test('rows that may be there already are remarked upon', async () => {
    const line = "Asha,asha@example.test,'+254712000031,x"
    const file = sheet('twice.csv', ['name,email,phone,shoe', line, line, 'Amina,a@example.test,"=""0712345678""",x'])
    const { out, code } = await run('customers', file, '--check', '--json', '--ignore', 'shoe')
    expect([code, JSON.parse(out).notices]).toEqual([
      0,
      [
        { row: 3, says: 'it says the same as row 2' },
        { row: 4, says: '+254712345678 is the phone of the customer Amina Otieno already' },
      ],
    ])
  })
})

describe('nothing is made twice', () => {
  test('by a run that is repeated, whether or not its result file is there', async () => {
    const file = people('repeated', 3)
    const before = await totalOf('customer')
    const counted = { refused: 0, results: `${file}.results.csv` }
    expect(JSON.parse((await run('customers', file, '--yes', '--json')).out)).toEqual({
      sent: 3,
      earlier: 0,
      ...counted,
    })
    expect(JSON.parse((await run('customers', file, '--yes', '--json')).out)).toEqual({
      sent: 0,
      earlier: 3,
      ...counted,
    })
    expect(results(file).map(([row]) => row)).toEqual(['2', '3', '4'])
    // Whom it made itself it does not remark upon.
    expect((await run('customers', file, '--yes')).err).toBe('0 customers\n3 customers sent earlier\n')
    rmSync(`${file}.results.csv`)
    expect((await run('customers', file, '--yes')).code).toBe(0)
    expect(await totalOf('customer')).toBe(before + 3)
  })

  test('by a run that was killed while the server had made what it had not yet answered', async () => {
    const file = people('killed', 20)
    const before = await totalOf('customer')
    const between = await gate(w.ctx.publicUrl)
    between.letThrough(5)
    const { child, ended } = start(['import', 'customers', file, '--yes'], env(between.url))
    await vi.waitUntil(() => between.kept() === 4, patience)
    child.kill('SIGKILL')
    await ended
    between.letThrough(Number.POSITIVE_INFINITY)
    await between.leave()
    expect(statesIn(file).filter((state) => state === 'sent')).toHaveLength(5)
    expect(await totalOf('customer')).toBe(before + 9)
    // And the line that it was writing is half there.
    writeFileSync(`${file}.results.csv`, `${readFileSync(`${file}.results.csv`, 'utf8')}11,"killed 9`)
    expect(JSON.parse((await run('customers', file, '--yes', '--json')).out)).toMatchObject({ sent: 15, earlier: 5 })
    expect(statesIn(file)).toEqual(Array.from({ length: 20 }, () => 'sent'))
    expect(await totalOf('customer')).toBe(before + 20)
  })

  test('Ctrl-C ends what has begun, and a repeat goes on from there', async () => {
    const file = people('broken', 20)
    const before = await totalOf('customer')
    const between = await gate(w.ctx.publicUrl)
    between.letThrough(5)
    const { child, said, ended } = start(['import', 'customers', file, '--yes'], env(between.url))
    await vi.waitUntil(() => between.kept() === 4, patience)
    child.kill('SIGINT')
    await vi.waitUntil(() => said.err.includes('Ending what has begun.'), patience)
    between.letThrough(Number.POSITIVE_INFINITY)
    expect(await ended).toMatchObject({ code: 130, out: `9 sent, 0 refused: ${file}.results.csv\n` })
    await between.leave()
    expect(await totalOf('customer')).toBe(before + 9)
    expect((await run('customers', file, '--yes')).out).toMatch(/^11 sent, 9 sent earlier, 0 refused/)
    expect(await totalOf('customer')).toBe(before + 20)
  })

  test('a day later, when the server no longer knows: then a person says what is to be done', async () => {
    const file = people('forgotten', 2)
    const before = await totalOf('customer')
    expect((await run('customers', file, '--yes')).code).toBe(0)
    const of = `${file}.results.csv`
    const broken = (text: string) => text.replace(/sent,\w+,(\w+),,[^,]+/, 'sending,,,,2020-01-01T00:00:00.000Z')
    writeFileSync(of, broken(readFileSync(of, 'utf8')))
    const asked = await run('customers', file, '--yes')
    expect([asked.code, asked.err]).toEqual([1, expect.stringMatching(/row 2: forgotten 0.*\n→ .* --doubtful send/s)])
    expect((await run('customers', file, '--yes', '--doubtful', 'leave')).out).toMatch(/^0 sent, 1 sent earlier/)
    expect(await totalOf('customer')).toBe(before + 2)
    expect((await run('customers', file, '--yes', '--doubtful', 'send')).out).toMatch(/^1 sent, 1 sent earlier/)
  })

  test('what the server refuses is noted, the others go on, and it ends with 3', async () => {
    const file = sheet('refused.csv', ['name,email,phone', `${'x'.repeat(300)},a@example.test,0712000041`, 'Good,g@example.test,0712000042']) // prettier-ignore
    const { code, out } = await run('customers', file, '--yes')
    expect([code, out]).toEqual([3, expect.stringMatching(/^1 sent, 1 refused/)])
    const [refused] = results(file)
    expect(refused?.slice(0, 6)).toEqual(['2', expect.any(String), 'refused', '', '', expect.stringMatching(/name/i)])
  })

  test('a key that may not write ends it at once, and what is no result file is left alone', async () => {
    const { body } = await w.call('POST', '/business/key/create', { name: 'Reader', scopes: ['read'] })
    const file = people('reader', 3)
    const reader = await kusanya(['import', 'customers', file, '--yes'], {
      ...env(),
      KUSANYA_API_KEY: body.data.secret,
    })
    expect([reader.code, reader.err]).toEqual([1, expect.stringContaining('0 sent before that.\n→ Use a key')])
    const odd = await run('customers', file, '--yes', '--results', file)
    expect([odd.code, odd.err]).toEqual([2, expect.stringContaining('is no result file')])
    expect(readFileSync(file, 'utf8')).toContain('reader 2,')
  })
})
