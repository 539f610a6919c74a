import { expect, test } from 'vitest'
import { Kusanya } from './index.ts'

/** A client whose server has three invoices on two pages; and the queries that it was sent. */
function threeInvoices() {
  const asked: Record<string, string>[] = []
  const fetch: typeof globalThis.fetch = async (input) => {
    const query = Object.fromEntries(new URL(input as string).searchParams)
    asked.push(query)
    const [data, nextcursor] = query['cursor'] === 'c2' ? [[{ _id: '3' }], null] : [[{ _id: '1' }, { _id: '2' }], 'c2']
    const block = { total: 3, page: 1, limit: 2, pages: 2 }
    return Response.json({ success: true, data, nextcursor, pagination: block, meta: block })
  }
  return { kusanya: new Kusanya({ apiKey: 'cs_test_x', fetch }), asked }
}

test('awaited, a list is one page', async () => {
  const { kusanya, asked } = threeInvoices()
  const page = await kusanya.invoices.list({ status: 'overdue', limit: 2, search: undefined })
  expect(page.pagination.total).toBe(3)
  expect(page.data.map(({ id }) => id)).toEqual(['1', '2'])
  expect(asked).toEqual([{ status: 'overdue', limit: '2' }])
})

test('walked over, it is everything on all pages, by cursor, with the same filters', async () => {
  const { kusanya, asked } = threeInvoices()
  const ids = []
  for await (const { id } of kusanya.invoices.list({ status: 'paid' })) ids.push(id)
  expect(ids).toEqual(['1', '2', '3'])
  expect(asked).toEqual([
    { limit: '100', status: 'paid', cursor: '' },
    { limit: '100', status: 'paid', cursor: 'c2' },
  ])
})

test('pages are fetched only as they are wanted, and a list that nobody looks at asks nothing', async () => {
  const { kusanya, asked } = threeInvoices()
  for await (const _ of kusanya.invoices.list()) break
  void kusanya.invoices.list()
  expect(asked).toHaveLength(1)
})

test('awaited twice, it is fetched once; walking from a page is refused', async () => {
  const { kusanya, asked } = threeInvoices()
  const list = kusanya.invoices.list()
  expect(await list).toBe(await list)
  expect(asked).toHaveLength(1)
  await expect(kusanya.invoices.list({ page: 2 })[Symbol.asyncIterator]().next()).rejects.toThrow('leave page out')
})

test('`id` says the same as `_id`, and cannot be written', async () => {
  const [first] = (await threeInvoices().kusanya.invoices.list()).data
  expect({ ...first }).toEqual({ _id: '1', id: '1' })
  expect(() => Object.assign(first as object, { id: '2' })).toThrow(TypeError)
})
