import { describe, expect, test } from 'vitest'
import { customerRows } from './customer-rows.ts'
import { invoiceRows } from './invoice-rows.ts'
import { columnNamed, openSheet, type Kind } from './sheet.ts'

function read<Body>(kind: Kind<Body>, columns: string[], ...rows: string[][]) {
  const { add, finish } = openSheet(kind, columns)
  for (const [at, row] of rows.entries()) add(at + 2, row)
  return finish()
}

describe('a row of a customer', () => {
  const kind = customerRows([{ name: 'Amina', phone: '0712 345 678' }])
  const columns = ['name', 'email', 'phone', 'type']

  test.each([
    ['0722 000 111', '+254722000111'],
    ['254722000111', '+254722000111'],
    ['722000111.0', '+254722000111'],
    ["'0722000111", '+254722000111'],
    ['="0722000111"', '+254722000111'],
    ['+44 20 7946 0000', '+44 20 7946 0000'],
  ])('has its phone as %s', (cell, phone) => {
    const { things, problems } = read(kind, columns, ['Otieno', 'o@example.test', cell])
    expect([things[0]?.body.phone, problems]).toEqual([phone, []])
  })

  test('says everything that is wrong with it, each with its remedy', () => {
    const { things, problems } = read(kind, columns, ['', 'nobody', '2.54712E+11', 'shop', 'more'], ['', 'x', '1', 'y'])
    expect(things).toEqual([])
    expect(problems).toEqual([
      { row: 2, says: 'it has more cells than there are columns: put quotes around a text with a separator in it' },
      { row: 3, says: 'name is empty: write who it is' },
      { row: 3, says: 'email “x” is none: write one such as amina@example.com' },
      { row: 3, says: 'phone “1” is none: write it as 0712 345 678, or with + and the code of the country' },
      { row: 3, says: 'type “y” is none: write individual or business' },
    ])
  })

  test('is mentioned when the phone is known, or another row says the same', () => {
    const row = ['Amina', 'a@example.test', '0712345678']
    expect(read(kind, columns, row, row).notices).toEqual([
      { row: 2, says: '+254712345678 is the phone of the customer Amina already' },
      { row: 3, says: '+254712345678 is the phone of the customer Amina already' },
      { row: 3, says: 'it says the same as row 2' },
    ])
  })

  test('is found under the names that people give to its columns', () => {
    expect(['E-Mail', 'Phone_number', ' MSISDN'].map((name) => columnNamed(kind, name))).toEqual([
      'email',
      'phone',
      'phone',
    ])
  })
})

describe('rows of invoices', () => {
  const customers = ['A', 'B'].map((_id) => ({ _id, name: _id, phone: null, accountno: `${_id}7KQ4`, currency: 'KES' }))
  const kind = invoiceRows(customers, [{ _id: 'p', title: 'Lunch', sku: 'LU', price: 50 }])
  const columns = ['customer', 'item', 'due', 'quantity', 'rate', 'invoice']

  test('with one word are one invoice', () => {
    const rows = [
      ['A7KQ4', 'Lunch', '2031-05-01', '2', '', 'first'],
      ['a7kq4', 'lu', '2031-05-01 00:00:00', '1', 'KES 1,500.50', 'first'],
      ['B7KQ4', 'Lunch', '2031-05-01', '', '', 'first'],
    ]
    const { things, problems } = read(kind, columns, ...rows)
    expect(problems).toEqual([])
    expect(things.map(({ row, amount, body }) => [row, amount, body.customerid, body.items.length])).toEqual([
      [2, 160_050n, 'A', 2],
      [4, 5_000n, 'B', 1],
    ])
  })

  test('of which one is wrong are left out together: half a bill is no bill', () => {
    const rows = [
      ['A7KQ4', 'Lunch', '2031-05-01', '1', '', 'first'],
      ['A7KQ4', 'Dinner', '2031-05-01', '1', '', 'first'],
      ['A7KQ4', 'Lunch', '2031-02-30', '0', 'x', ''],
      ['B7KQ4', 'Lunch', '2031-05-01', '1', '', 'second'],
    ]
    const { things, problems } = read(kind, columns, ...rows)
    expect(things.map(({ row }) => row)).toEqual([5])
    expect(problems.map(({ row, says }) => `${row}: ${says}`)).toEqual([
      '2: “first” has another row that is wrong (row 3): mend that, and import both',
      '3: item “Dinner” is not known: write the title, SKU or id of a product',
      '4: quantity “0” is none: write a whole number from 1',
      '4: rate “x” is no amount: write it as 1500 or 1500.50',
      '4: due “2031-02-30” is no day: write it as 2031-03-15',
    ])
  })
})
