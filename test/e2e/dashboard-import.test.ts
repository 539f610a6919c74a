import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { workbook } from '../../server/src/statements/test-workbook.ts'
import { openOffice, violations, type Office } from './office.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.end())

const customersNow = async (): Promise<number> =>
  (await office.w.call('GET', '/business/customer/list?limit=1')).body.pagination.total

/** A thousand rows, seven of which nobody can make a customer of. */
function thousandRows(): string {
  const rows = Array.from({ length: 1000 }, (_, at) => [
    `Parent ${at + 1}`,
    `parent${at + 1}@example.test`,
    `07${String(10_000_000 + at)}`,
  ])
  const spoil = (row: number, place: number, cell: string) => {
    const line = rows[row - 2]
    if (line) line[place] = cell
  }
  spoil(11, 0, '')
  spoil(102, 1, 'no address')
  spoil(203, 2, '12345')
  spoil(304, 2, '2.54712E+11')
  spoil(405, 2, 'ask her')
  spoil(506, 1, 'a@b@c')
  spoil(607, 3, 'a cell too many')
  return [['Name', 'E-mail', 'Mobile'], ...rows].map((row) => row.join(',')).join('\r\n')
}

test('a thousand customers come from a file: seven rows are wrong, nothing is written before, and nothing twice', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    const file = { name: 'parents.csv', mimeType: 'text/csv', buffer: Buffer.from(thousandRows()) }
    const before = await customersNow()
    await office.goto(page, '/imports', 'Import')
    await page.getByLabel('File').setInputFiles(file)
    await page.getByText('993 can be imported · 7 rows are wrong and are left out').waitFor()
    const wrong = page.getByRole('table', { name: 'Rows that are wrong' })
    expect(await wrong.getByRole('row').count()).toBe(7)
    await wrong
      .getByRole('row', { name: /^Row 304 .* was cut short by the spreadsheet: format the column as text/ })
      .waitFor()
    expect(await violations(page)).toEqual([])
    expect(await customersNow()).toBe(before)
    await page.getByRole('button', { name: 'Import 993' }).click()
    await page.getByText('993 made, 0 refused, 0 not sent.').waitFor({ timeout: 200_000 })
    expect(await customersNow()).toBe(before + 993)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Keep the result file' }).click(),
    ])
    const kept = (await readFile(await download.path(), 'utf8')).split('\r\n')
    expect(kept.slice(0, 2)).toEqual([
      '\ufeffrow,what,state,number,why',
      expect.stringMatching(/^2,"Parent 1, .*",made,[A-Z0-9]{7},$/),
    ])
    expect(kept.filter((line) => line.includes(',not sent,'))).toHaveLength(7)

    await page.getByRole('button', { name: 'Another file' }).click()
    await page.getByLabel('File').setInputFiles(file)
    await page.getByRole('button', { name: 'Import 993' }).click()
    await page.getByText('993 made, 0 refused, 0 not sent.').waitFor({ timeout: 200_000 })
    expect(await customersNow()).toBe(before + 993)
  }))

test('invoices come from a workbook, whose columns are named by hand', () =>
  office.onPage({ as: 'owner' }, async (page) => {
    const { accountno } = office.w.customer
    const buffer = Buffer.from(
      workbook([
        ['Mwanafunzi', 'Item', 'Due date', 'Qty', 'Price', 'Invoice'],
        [accountno, 'Hosting (Annual)', '2031-05-01', '1', '12,000.00', 'A'],
        [accountno, 'Website Development', '2031-05-01', '2', '150000', 'A'],
        [accountno, 'Something else', '2031-05-01', '1', '10', ''],
      ]),
    )
    await office.goto(page, '/imports?what=invoices', 'Import')
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    await page.getByLabel('File').setInputFiles({ name: 'term.xlsx', mimeType, buffer })
    await page.getByText('Say which column is: customer.').waitFor()
    await page.getByRole('combobox', { name: 'Mwanafunzi' }).selectOption('customer')
    await page.getByText('1 can be imported · KES 312,000 · 1 rows are wrong and are left out').waitFor()
    await page.getByText('item “Something else” is not known: write the title, SKU or id of a product').waitFor()
    await page.getByRole('button', { name: 'Import 1' }).click()
    await page.getByText('1 made, 0 refused, 0 not sent.').waitFor()
    const { body } = await office.w.call('GET', '/business/invoice/list?limit=1')
    expect(body.data).toMatchObject([{ total: 312_000, status: 'unpaid' }])
  }))

test('what is no file of rows is refused with what to do; a cashier may not import', async () => {
  await office.onPage({ as: 'owner' }, async (page) => {
    await office.goto(page, '/imports', 'Import')
    const picture = { name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) }
    await page.getByLabel('File').setInputFiles(picture)
    await page.getByText('The file is neither CSV in UTF-8 nor a workbook (.xlsx).').waitFor()
  })
  await office.onPage({ as: 'cashier' }, async (page) => {
    await office.goto(page, '/imports', 'Import')
    await page.getByText('Your role may not change this').waitFor()
    expect(await page.getByLabel('File').isDisabled()).toBe(true)
  })
})
