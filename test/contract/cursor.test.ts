import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../world.ts'

let w: World
beforeAll(async () => {
  w = await world({ connected: false })
})
afterAll(() => w.end())

let made = 0
/** Four at one instant, so that their order is that of their ids. */
async function someCustomers(count: number): Promise<string[]> {
  const ids: string[] = []
  for (let left = count; left > 0; left--) {
    if (made % 4 === 0) await w.advance('PT1S')
    const { body } = await w.call('POST', '/business/customer/create', {
      name: `Customer ${++made}`,
      email: 'c@example.test',
      phone: '0712345678',
      country: 'Kenya',
      currency: 'KES',
    })
    ids.push(body.data._id)
  }
  return ids
}
const list = async (query: string) => (await w.call('GET', `/business/customer/list?${query}`)).body
const idsOf = (body: { data: { _id: string }[] }) => body.data.map(({ _id }) => _id)

describe('a list by cursor', () => {
  test('shows each thing once, in order, while others are added', async () => {
    const before = [w.customer.id, ...(await someCustomers(23))].toReversed()
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const body = await list(`limit=5&cursor=${cursor}`)
      seen.push(...idsOf(body))
      expect(body.pagination).toEqual({ total: null, page: null, limit: 5, pages: null })
      await someCustomers(2)
      cursor = body.nextcursor
    }
    expect(seen).toEqual(before)
  })

  test('can start from any page, and ends with null', async () => {
    const first = await list('limit=7&status=x')
    const second = await list('limit=7&page=2')
    expect(idsOf(await list(`limit=7&cursor=${first.nextcursor}`))).toEqual(idsOf(second))
    const { pagination } = first
    expect((await list(`limit=7&page=${pagination.pages}`)).nextcursor).toBeNull()
    expect((await list('limit=7&page=1000')).nextcursor).toBeNull()
  })

  test('keeps its filters', async () => {
    const all = await list('limit=100&search=Customer 1')
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const body = await list(`limit=3&search=Customer 1&cursor=${cursor}`)
      seen.push(...idsOf(body))
      cursor = body.nextcursor
    }
    expect(seen).toEqual(idsOf(all))
  })

  test('that was never given out is refused: else a list would end too early', async () => {
    for (const cursor of ['x', 'null', '%00', Buffer.from('1.').toString('base64url'), 'a'.repeat(201)]) {
      const { status, body } = await w.call('GET', `/business/customer/list?cursor=${cursor}`)
      expect([status, body.success], cursor).toEqual([400, false])
    }
    const { body } = await w.call('GET', '/business/customer/list?cursor=x')
    expect(body.error).toBe('Invalid cursor. Use the nextcursor of the answer before')
  })
})

test('by page, a list that grows meanwhile shows things twice: what cursors are for', async () => {
  const first = idsOf(await list('limit=5&page=1'))
  await someCustomers(2)
  expect(idsOf(await list('limit=5&page=2'))).toEqual(expect.arrayContaining(first.slice(3)))
})
