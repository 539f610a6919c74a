import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { kusanya } from '../../test/kusanya.ts'

// Each command is a process of its own.
vi.setConfig({ testTimeout: 120_000 })

let w: World
beforeAll(async () => (w = await world({ connected: false })))
afterAll(() => w.end())

const run = (line: string[], env: Record<string, string> = {}) =>
  kusanya(line, { KUSANYA_BASE_URL: w.ctx.publicUrl, KUSANYA_API_KEY: w.apiKey, ...env })
const create = (...more: string[]) => run(['invoice', 'create', '--due', '2031-03-15', '--json', ...more])

describe('invoice', () => {
  test('create finds customer and products by what people call them, and list and show tell of it', async () => {
    const items = ['--item', 'website development', '--item', 'Hosting (Annual):2:1500.50']
    const made = await create('--customer', '0712 345 678', ...items, '--discount', '10%', '--title', 'School site')
    expect([made.code, made.err]).toEqual([0, ''])
    const invoice = JSON.parse(made.out)
    expect(invoice).toMatchObject({ subtotal: 153_001, discount: 15_300.1, total: 137_700.9, status: 'unpaid' })
    expect(invoice.customer._id).toBe(w.customer.id)

    const list = await run(['invoice', 'list', '--status', 'unpaid'])
    expect(list.code).toBe(0)
    expect(list.out).toMatch(/^NUMBER +CUSTOMER +STATUS +TOTAL +OPEN +DUE +ACCOUNT\n/)
    expect(list.out).toContain(`${invoice.invoiceno}`)
    expect(list.out).toMatch(/Amina Otieno {2}unpaid {2}KES 137,700\.90 {2}KES 137,700\.90 {2}15 Mar 2031/)
    expect(list.out).not.toContain('\u001b')

    const shown = await run(['invoice', 'show', invoice.invoiceno])
    expect(shown.out).toMatch(/Hosting \(Annual\) +2 +KES 1,500\.50 +KES 3,001/)
    expect(shown.out).toMatch(/Invoiced +1 Mar 2031\n/)
    expect(shown.out).toContain(invoice.paymentlink.shorturl)
  })

  test('create with one Idempotency-Key twice makes one invoice', async () => {
    const line = ['--customer', w.customer.id, '--item', w.products[0], '--idempotency-key', 'term-1']
    const [first, second] = [await create(...line), await create(...line)]
    expect([first.code, second.code]).toEqual([0, 0])
    expect(JSON.parse(second.out)._id).toBe(JSON.parse(first.out)._id)
  })

  test('create bills nobody by a guess', async () => {
    const twin = {
      name: 'Amina Otieno',
      email: 'b@example.test',
      phone: '+254712000001',
      country: 'Kenya',
      currency: 'KES',
    }
    const before = (await w.call('GET', '/business/invoice/list')).body.pagination.total
    expect((await w.call('POST', '/business/customer/create', twin)).status).toBe(201)
    const { code, err } = await create('--customer', 'amina otieno', '--item', w.products[0])
    expect([code, JSON.parse(err).error.message]).toEqual([1, expect.stringContaining('may be any of 2')])
    expect((await w.call('GET', '/business/invoice/list')).body.pagination.total).toBe(before)
  })

  test('what the server refuses is said in its words, with the request’s id, and ends with 1', async () => {
    const { code, out, err } = await create('--customer', 'f'.repeat(24), '--item', w.products[0])
    expect([code, out]).toEqual([1, ''])
    expect(JSON.parse(err).error).toMatchObject({
      message: 'Customer not found in this business',
      status: 404,
      requestId: expect.any(String),
    })
    expect((await run(['invoice', 'show', 'INV-NONE'])).err).toContain('There is no invoice “INV-NONE”.\n→ Look for it')
  })

  test('list shows one page after the other up to --limit, and says how many there are', async () => {
    const { total } = (await w.call('GET', '/business/invoice/list')).body.pagination
    const { out, err } = await run(['invoice', 'list', '--limit', '1'])
    expect(out.trimEnd().split('\n')).toHaveLength(2)
    expect(err).toBe(`1 invoice of ${total}; --limit shows more.\n`)
    expect(JSON.parse((await run(['invoice', 'list', '--limit', '500', '--json'])).out)).toHaveLength(total)
  })

  test('a name cannot command the terminal', async () => {
    const evil = { name: 'Eve \u001b[31mred\u001b[0m \u202eback', email: 'e@example.test', phone: '+254712000002' }
    const made = await w.call('POST', '/business/customer/create', { ...evil, country: 'Kenya', currency: 'KES' })
    expect((await create('--customer', made.body.data._id, '--item', w.products[0])).code).toBe(0)
    const { out } = await run(['invoice', 'list', '--limit', '1'])
    expect(out).not.toMatch(/[\u001b\u202e]/)
    expect(out).toContain('Eve red')
  })
})

describe('key', () => {
  test('create shows the key once, list tells of it without it, rotate replaces it, revoke ends it', async () => {
    const made = JSON.parse((await run(['key', 'create', 'Till', '--scopes', 'read', '--json'])).out)
    expect(made).toMatchObject({ name: 'Till', scopes: ['read'], secret: expect.stringMatching(/^cs_test_/) })
    const asTill = { KUSANYA_API_KEY: made.secret as string }
    expect((await run(['invoice', 'list'], asTill)).code).toBe(0)

    const list = await run(['key', 'list'])
    expect(list.out).toContain(made.lastfour)
    expect(list.out).not.toContain(made.secret)

    const next = JSON.parse((await run(['key', 'rotate', 'Till', '--overlap', '0', '--json'])).out)
    await w.advance('PT6S') // for as long a process may go on knowing a key
    expect((await run(['invoice', 'list'], asTill)).err).toMatch(/→ Set KUSANYA_API_KEY to a key of this server/)
    expect((await run(['key', 'revoke', next.lastfour])).out).toBe(`Till (…${next.lastfour}) is revoked.\n`)
    await w.advance('PT6S')
    expect((await run(['invoice', 'list'], { KUSANYA_API_KEY: next.secret as string })).code).toBe(1)
  })

  test('what a key may not do is refused with what to do', async () => {
    const made = JSON.parse((await run(['key', 'create', 'Reader', '--scopes', 'read', '--json'])).out)
    const { code, err } = await run(['key', 'create', 'More', '--scopes', 'read'], {
      KUSANYA_API_KEY: made.secret as string,
    })
    expect([code, err]).toEqual([1, expect.stringContaining('→ Use a key with the scope')])
  })
})

describe('a command line that makes no sense ends with 2 and asks nobody', () => {
  test.each([
    [[], 'Usage: kusanya'],
    [['fly'], "unknown command 'fly'"],
    [['invoice'], 'Usage: kusanya invoice'],
    [['invoice', 'lost'], "unknown command 'lost'"],
    [['invoice', 'list', '--status', 'late'], 'Allowed choices are'],
    [['invoice', 'list', '--limit', '0'], 'It must be a whole number, 1 to 100000.'],
    [['invoice', 'create', '--customer', 'x', '--item', 'y', '--due', '2031-02-30'], 'It must be a day'],
    [['invoice', 'create', '--customer', 'x', '--item', 'y:0', '--due', '2031-02-28'], '“y:0” is no item.'],
    [['invoice', 'create', '--customer', 'x', '--item', 'y', '--due', '2031-02-28', '--discount', 'a'], 'no discount'],
    [['invoice', 'create', '--item', 'y', '--due', '2031-02-28'], "required option '--customer <who>' not specified"],
    [['key', 'create', 'X', '--scopes', 'fly'], '“fly” is no scope.'],
  ])('%j', async (line, said) => {
    expect(await kusanya(line, { KUSANYA_API_KEY: 'cs_test_none', KUSANYA_BASE_URL: 'http://127.0.0.1:1' })).toEqual({
      code: 2,
      out: '',
      err: expect.stringContaining(said),
    })
  })
})

test('without a key, and without a server, it says what to set', async () => {
  expect(await kusanya(['invoice', 'list'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('→ Set KUSANYA_API_KEY'),
  })
  const nobody = { KUSANYA_API_KEY: 'cs_test_none', KUSANYA_BASE_URL: 'http://127.0.0.1:1' }
  expect((await kusanya(['key', 'list'], nobody)).err).toMatch(
    /^No server answers at http:\/\/127.0.0.1:1: .*\n→ Start it/,
  )
})
