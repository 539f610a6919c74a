import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { slipped, till } from '../../../test/till.ts'
import { world, type World } from '../../../test/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

const { freshCustomer, invoice, details, c2b, transaction } = till(() => w, 'UKM')

describe('a payment that does not say whole where it belongs', () => {
  test('is put where the rules are sure, and says why', async () => {
    const customer = await freshCustomer()
    const made = await invoice(customer.id, 700)
    const typed = slipped(customer.accountno)
    const id = await c2b(typed, '700.00', customer)
    expect(await details(made._id)).toMatchObject({ status: 'paid' })
    const found = await transaction(id)
    expect(found).toMatchObject({ unmatched: 0, invoiceid: made._id })
    expect(found.match).toMatchObject({ by: 'rule', accountno: customer.accountno, invoiceid: null })
    expect(found.match.score).toBeGreaterThan(0.99)
    expect(found.match.reasons).toContain(`“${typed}” is account ${customer.accountno} with one wrong key`)
  })

  test('by an invoice number pays that invoice before an older one', async () => {
    const customer = await freshCustomer()
    const older = await invoice(customer.id, 100, { duedate: '2032-03-20' })
    const named = await invoice(customer.id, 100)
    const id = await c2b(named.invoiceno, '100.00', customer)
    expect(await details(named._id)).toMatchObject({ status: 'paid' })
    expect(await details(older._id)).toMatchObject({ status: 'unpaid' })
    expect((await transaction(id)).match).toMatchObject({ by: 'rule', invoiceid: named._id })
  })

  test('waits where the business wants to be surer', async () => {
    const customer = await freshCustomer()
    const made = await invoice(customer.id, 700)
    await w.call('PATCH', '/business/settings/update', { matchthreshold: 1 })
    const id = await c2b(slipped(customer.accountno), '700.00', customer)
    await w.call('PATCH', '/business/settings/update', { matchthreshold: 0.99 })
    expect(await details(made._id)).toMatchObject({ status: 'unpaid' })
    expect(await transaction(id)).toMatchObject({ unmatched: 700, match: null })
  })
})

describe('a whole account number', () => {
  test('is followed whoever pays, and needs no reason', async () => {
    const [customer, neighbour] = [await freshCustomer(), await freshCustomer('Wambui Kariuki')]
    const [made, another] = [await invoice(customer.id, 900), await invoice(neighbour.id, 900)]
    const id = await c2b(customer.accountno, '900.00', { phone: neighbour.phone, name: 'WAMBUI' })
    expect(await details(made._id)).toMatchObject({ status: 'paid' })
    expect(await details(another._id)).toMatchObject({ status: 'unpaid' })
    expect((await transaction(id)).match).toBeNull()
  })

  test('of an account that nobody billed yet is followed too: the money is its credit', async () => {
    const customer = await freshCustomer()
    const id = await c2b(customer.accountno, '40.00', { name: 'WAMBUI' })
    expect(await transaction(id)).toMatchObject({ credit: 40, match: null })
  })

  test('of somebody who left half a year ago waits when the phone is another customer’s', async () => {
    const left = await freshCustomer()
    await w.advance('P201D')
    const heir = await freshCustomer('Zawadi Mutua')
    for (let n = 0; n < 30; n++) await invoice((await freshCustomer('Juma Ali')).id, 10)
    await invoice(heir.id, 300)
    const id = await c2b(left.accountno, '300.00', { phone: heir.phone, name: 'ZAWADI' })
    expect(await transaction(id)).toMatchObject({ unmatched: 300, match: null })
  })
})
