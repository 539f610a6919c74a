import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { created, expectShape, thousand, update } from './examples.ts'

const printed = {
  success: true,
  data: [
    {
      _id: '507f1f77bcf86cd799439020',
      invoiceno: 'INV-2024-001',
      title: 'Website Development Project',
      status: 'unpaid',
      balance: 145800.0,
      duedate: '2024-02-15T00:00:00Z',
      createdat: '2024-01-15T10:30:00Z',
    },
    {
      _id: '507f1f77bcf86cd799439021',
      invoiceno: 'INV-2024-002',
      title: 'Monthly Retainer',
      status: 'paid',
      balance: 0,
      duedate: '2024-01-31T00:00:00Z',
      createdat: '2024-01-10T08:00:00Z',
    },
  ],
  pagination: { total: 45, page: 1, limit: 20, pages: 3 },
}

describe('GET /business/invoice/list, as the published page prints it', () => {
  let w: World
  beforeAll(async () => {
    w = await world({ connected: false })
    const retainer = await thousand(w, { title: 'Monthly Retainer', description: undefined })
    await update(w, retainer._id, { status: 'paid' })
    await w.advance('PT1H')
    await created(w)
  })
  afterAll(() => w.end())
  const list = async (query: string) => (await w.call('GET', `/business/invoice/list${query}`)).body

  test('answers every documented field in its type, newest first', async () => {
    const body = await list('?page=1&limit=20')
    expectShape(body, printed)
    expect(body.data.map((one: { title: string }) => one.title)).toEqual([
      'Website Development Project',
      'Monthly Retainer',
    ])
    expect(body.data).toMatchObject([
      { balance: 145800, status: 'unpaid' },
      { balance: 0, status: 'paid' },
    ])
    expect(body).not.toHaveProperty('message')
  })

  test('the page block is sent under both published names', async () => {
    const body = await list('?page=1&limit=20&status=unpaid')
    expect(body.pagination).toEqual({ total: 1, page: 1, limit: 20, pages: 1 })
    expect(body.meta).toEqual(body.pagination)
  })

  test('page is 1 and limit 10 unless said; nonsense means the default; more than 100 is 100', async () => {
    expect((await list('')).pagination).toMatchObject({ page: 1, limit: 10 })
    for (const nonsense of [
      '?page=0&limit=0',
      '?page=-1&limit=-5',
      '?page=x&limit=ten',
      '?page=&limit=',
      '?page=1.5&limit=1e2',
    ]) {
      expect((await list(nonsense)).pagination, nonsense).toMatchObject({ page: 1, limit: 10 })
    }
    expect((await list('?limit=101')).pagination).toMatchObject({ limit: 100 })
    expect((await list('?limit=999999999')).pagination).toMatchObject({ limit: 100 })
  })

  test('a page past the end is empty and still says how many there are', async () => {
    const body = await list('?page=999999999&limit=100')
    expect(body.data).toEqual([])
    expect(body.pagination).toEqual({ total: 2, page: 999999999, limit: 100, pages: 1 })
  })

  test('filters combine, and what belongs to nobody finds nothing', async () => {
    expect((await list(`?status=paid&customerid=${w.customer.id}`)).pagination.total).toBe(1)
    expect((await list(`?status=paid&search=website`)).pagination.total).toBe(0)
    for (const id of ['customer_456', '0'.repeat(24), '%00', '%25']) {
      expect((await list(`?customerid=${id}`)).data, id).toEqual([])
    }
  })

  test('an unknown status is a 400 that says so', async () => {
    const answer = await w.call('GET', '/business/invoice/list?status=late')
    expect([answer.status, answer.body.error]).toEqual([400, 'Invalid status value'])
  })

  test('overdue invoices are found under overdue, with the balance to chase', async () => {
    await w.work()
    const body = await list('?status=overdue&limit=100')
    expect(body.pagination.total).toBe(1)
    expect(body.data[0]).toMatchObject({ title: 'Website Development Project', status: 'overdue', balance: 145800 })
  })
})

describe('search', () => {
  let w: World
  beforeAll(async () => {
    w = await world({ connected: false })
    await thousand(w, { title: '100% of Term_1', description: 'Paid by cheque' })
    await thousand(w, { title: '100 Terms', description: 'back\\slash' })
    await thousand(w, { title: undefined, description: undefined })
    await thousand(w, { title: undefined, description: undefined, status: 'draft' })
  })
  afterAll(() => w.end())
  const found = async (search: string) => {
    const { body } = await w.call('GET', `/business/invoice/list?search=${encodeURIComponent(search)}`)
    return body.data.map((one: { invoiceno: string | null }) => one.invoiceno).sort()
  }

  test('looks into title, description and number without regard to case', async () => {
    expect(await found('TERM')).toEqual(['INV-2031-001', 'INV-2031-002'])
    expect(await found('cheque')).toEqual(['INV-2031-001'])
    expect(await found('inv-2031-002')).toEqual(['INV-2031-002'])
    expect(await found('2031-00')).toEqual(['INV-2031-001', 'INV-2031-002', 'INV-2031-003'])
  })

  test('finds a title that was made for the invoice', async () => {
    expect(await found('Invoice INV-2031-003')).toEqual(['INV-2031-003'])
    expect(await found('draft invoice')).toEqual([null])
  })

  test('takes %, _ and backslash for what they are', async () => {
    expect(await found('%')).toEqual(['INV-2031-001'])
    expect(await found('_')).toEqual(['INV-2031-001'])
    expect(await found('\\')).toEqual(['INV-2031-002'])
    expect(await found("' or 1=1 --")).toEqual([])
  })

  test('text that no column can hold finds nothing', async () => {
    expect(await found('\0')).toEqual([])
  })

  test('spaces around what is sought do not matter', async () => {
    expect(await found('  cheque ')).toEqual(['INV-2031-001'])
  })
})

describe('the published loops', () => {
  let w: World
  let made = 0
  beforeAll(async () => {
    w = await world({ connected: false })
  })
  afterAll(() => w.end())

  test.each([0, 1, 100, 101])('both end on %i rows and see each once', async (rows) => {
    while (made < rows) {
      const wanted = Math.min(rows - made, 25)
      await Promise.all(Array.from({ length: wanted }, () => thousand(w)))
      made += wanted
    }
    const byMeta = new Set<string>()
    for (let page = 1, more = true; more; page++) {
      const { body } = await w.call('GET', `/business/invoice/list?page=${page}&limit=20`)
      for (const { _id } of body.data) byMeta.add(_id)
      more = page < body.meta.pages
    }
    const byTotal = new Set<string>()
    for (let page = 1, more = true; more; page++) {
      const { body } = await w.call('GET', `/business/invoice/list?page=${page}&limit=100`)
      for (const { _id } of body.data) byTotal.add(_id)
      more = byTotal.size < body.pagination.total
    }
    expect([byMeta.size, byTotal.size]).toEqual([rows, rows])
  })
})
