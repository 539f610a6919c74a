import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { payer } from '../../../test/payer.ts'
import { world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'
import { reserveSerials } from './reserve-serials.ts'

let w: World
beforeEach(async () => {
  await w?.end()
  w = await world()
})
afterAll(() => w.end())

const numbers = async () => (await w.call('GET', '/business/settings/numbers')).body.data
const change = (body: object) => w.call('PATCH', '/business/settings/numbers/update', body)
const must = async (body: object) => {
  const answer = await change(body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body.data
}
const create = async (more: object = {}) => {
  const answer = await w.call('POST', '/business/invoice/create', {
    customerid: w.customer.id,
    items: [{ itemid: w.products[0], quantity: 1, rate: 1000 }],
    duedate: '2033-05-10',
    ...more,
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body.data
}
const found = async (search: string) => {
  const { body } = await w.call('GET', `/business/invoice/list?search=${encodeURIComponent(search)}`)
  return body.data.map(({ invoiceno }: { invoiceno: string }) => invoiceno)
}

describe('the next number', () => {
  test('is as it always was, until somebody says otherwise', async () => {
    expect((await create()).invoiceno).toBe('INV-2031-001')
    expect(await numbers()).toEqual({
      numbering: 'yearly',
      invoice: { next: 2, number: 'INV-2031-002' },
      creditnote: { next: 1, number: 'CN-2031-001' },
      receipt: { next: 1, number: 'RCP-2031-001' },
    })
  })

  test('goes up to where another system stopped, for each kind, and on from there without a gap', async () => {
    const first = await create()
    expect(await must({ invoice: 1842, creditnote: 20, receipt: 300 })).toMatchObject({
      invoice: { next: 1842, number: 'INV-2031-1842' },
    })
    expect([await create(), await create()].map(({ invoiceno }) => invoiceno)).toEqual([
      'INV-2031-1842',
      'INV-2031-1843',
    ])
    const note = { invoiceid: first._id, reason: 'Absent', items: [{ line: 1, amount: 50 }] }
    expect((await w.call('POST', '/business/credit-note/create', note)).body.data.creditnoteno).toBe('CN-2031-020')
    await w.call('POST', `/business/invoice/${first._id}/payment/add`, { amount: 100 })
    expect((await w.call('GET', '/business/receipt/list')).body.data[0].receiptno).toBe('RCP-2031-300')
    expect(await found('INV-2031-1842')).toEqual(['INV-2031-1842'])
    expect(await found('INV-2031-001')).toEqual(['INV-2031-001'])
  })

  test('does not go down, not even by one, and then nothing of the change is done', async () => {
    await must({ invoice: 50 })
    const down = await change({ receipt: 9, invoice: 49 })
    expect([down.status, down.body.error]).toEqual([409, 'The next number is INV-2031-050: it may go up, not down'])
    expect(await numbers()).toMatchObject({ invoice: { next: 50 }, receipt: { next: 1 } })
    expect(await must({ invoice: 50 })).toMatchObject({ invoice: { next: 50 } })
    for (const body of [{}, { invoice: 0 }, { invoice: 1.5 }, { invoice: 100_000_000 }, { numbering: 'monthly' }])
      expect((await change(body)).status, JSON.stringify(body)).toBe(400)
  })

  test('is of one business, and its change is in the audit trail once', async () => {
    const stranger = await w.stranger()
    await must({ invoice: 50 })
    await must({ invoice: 50 })
    const theirs = await w.call('GET', '/business/settings/numbers', undefined, { authorization: stranger.apiKey })
    expect(theirs.body.data.invoice.next).toBe(1)
    const { body } = await w.call('GET', '/business/audit/list?type=business')
    const lines = body.data.filter(({ action }: { action: string }) => action === 'numbers.update')
    expect(lines).toMatchObject([{ before: { invoice: 'INV-2031-001' }, after: { invoice: 'INV-2031-050' } }])
  })
})

describe('numbers that run through the years', () => {
  test('go on in January, and old and new ones are found, paid and looked at', async () => {
    const old = await create()
    await must({ numbering: 'running', invoice: 1842 })
    const first = await create()
    expect(first.invoiceno).toBe('INV-1842')
    await w.advance('P330D')
    const next = await create()
    expect([next.invoiceno, next.title]).toEqual(['INV-1843', 'Invoice INV-1843'])
    expect(next.createdat.slice(0, 4)).toBe('2032')

    for (const typed of ['INV-1842', 'inv1842', 'INV-18']) expect(await found(typed), typed).toContain('INV-1842')
    expect(await found('INV 2031 001')).toEqual([old.invoiceno])
    const links = await w.call('GET', '/business/payment-link/list?search=INV-1842')
    expect(links.body.data).toHaveLength(1)

    for (const [account, id] of [
      ['inv 1842', first._id],
      ['INV2031001', old._id],
    ] as const) {
      await w.simulator.pay({ phone: w.customer.phone, shortcode: '600984', account, amount: 1000 })
      await w.work()
      const { body } = await w.call('GET', `/business/invoice/details/${id}`)
      expect(body.data.status, account).toBe('paid')
    }
    const receipts = await w.call('GET', '/business/receipt/list?search=RCP-001')
    expect(receipts.body.data).toMatchObject([{ receiptno: 'RCP-001', title: 'Receipt for INV-1842' }])
    const page = `/pay/${first.paymentlink.code}`
    expect((await payer(w).get(page)).body).toContain('RCP-001')
    expect((await payer(w).get(`${page}/receipts/RCP-001.pdf`)).status).toBe(200)
  })

  test('can be left again: each numbering goes on where it was', async () => {
    await create()
    await must({ numbering: 'running' })
    expect((await create()).invoiceno).toBe('INV-001')
    await must({ numbering: 'yearly' })
    expect((await create()).invoiceno).toBe('INV-2031-002')
    await must({ numbering: 'running' })
    expect((await create()).invoiceno).toBe('INV-002')
  })
})

test('while many invoices are made, numbers are changed: none is given twice, and none is left out but by the jump', async () => {
  const making = Array.from({ length: 40 }, (_, at) =>
    at % 10 === 5
      ? change(at === 25 ? { numbering: 'running', invoice: 500 } : { invoice: 100 + at }).then(({ status }) => {
          expect([200, 409]).toContain(status)
          return null
        })
      : create().then(({ invoiceno }) => invoiceno as string),
  )
  const given = (await Promise.all(making)).filter((one) => one !== null)
  expect(new Set(given).size).toBe(36)
  const { invoice } = await numbers()
  const running = given.filter((number) => !number.startsWith('INV-2031-')).map((number) => Number(number.slice(4)))
  expect(invoice.next).toBe(running.length === 0 ? 500 : Math.max(...running) + 1)
  expect(running.toSorted((a, b) => a - b)).toEqual(running.map((_, place) => 500 + place))
})

test('while numbers are being given the next one is not changed beside them', async () => {
  await create()
  const { changing } = await inBusiness(w.ctx.sql, w.businessId, async (tx) => {
    expect(await reserveSerials(tx, w.businessId, 'invoice', 2031, 10)).toBe(2n)
    const changing = change({ invoice: 5 })
    const owner = w.owner()
    const look = () =>
      owner`select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    await vi.waitFor(async () => expect(await look()).toHaveLength(1), 4_000).finally(() => owner.end())
    return { changing }
  })
  const { status, body } = await changing
  expect([status, body.error]).toEqual([409, 'The next number is INV-2031-012: it may go up, not down'])
})
