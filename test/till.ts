import { expect } from 'vitest'
import { callbackUrls } from '../server/src/businesses/connect-shortcode.ts'
import type { World } from './world.ts'

/** A wrong key where the number begins. */
export const slipped = (accountno: string) => (accountno.startsWith('2') ? '3' : '2') + accountno.slice(1)

/** Customers of a world, their invoices, and what they pay by Paybill. `prefix`: three letters of this till's receipts. */
export function till(w: () => World, prefix: string) {
  let receipts = 0
  const receipt = () => `${prefix}${String(++receipts).padStart(7, '0')}`
  let phones = 0
  /** A customer with a phone of its own, which M-PESA masks. */
  async function freshCustomer(name = 'Baraka Njoroge') {
    const phone = `2547220${String(++phones).padStart(5, '0')}`
    const facts = { name, email: 'baraka@example.test', phone, country: 'Kenya', currency: 'KES' }
    const { body } = await w().call('POST', '/business/customer/create', facts)
    return { id: body.data._id as string, accountno: body.data.accountno as string, phone }
  }

  async function invoice(customerid: string, rate: number, extra: object = {}) {
    const items = [{ itemid: w().products[0], quantity: 1, rate }]
    const { body } = await w().call('POST', '/business/invoice/create', {
      customerid,
      items,
      duedate: '2033-04-01',
      ...extra,
    })
    return body.data
  }
  const details = async (id: string) => (await w().call('GET', `/business/invoice/details/${id}`)).body.data

  async function c2b(BillRefNumber: string, TransAmount: string, payer: { phone?: string; name?: string } = {}) {
    const { phone = '254799999999', name = 'BARAKA' } = payer
    const TransID = receipt()
    const answer = await fetch(callbackUrls(w().ctx, w().businessId).confirmation, {
      method: 'POST',
      body: JSON.stringify({
        TransactionType: 'Pay Bill',
        TransID,
        TransTime: new Date(w().ctx.now().getTime() + 3 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14),
        TransAmount,
        BusinessShortCode: '600984',
        BillRefNumber,
        InvoiceNumber: '',
        OrgAccountBalance: '5.00',
        ThirdPartyTransID: '',
        MSISDN: `${phone.slice(0, 4)} ***** ${phone.slice(-3)}`,
        FirstName: name,
      }),
    })
    expect(answer.status).toBe(200)
    await w().work()
    const [found] = (await w().call('GET', `/business/transaction/list?search=${TransID}`)).body.data
    return found._id as string
  }
  const transaction = async (id: string) => (await w().call('GET', `/business/transaction/details/${id}`)).body.data

  return { freshCustomer, invoice, details, c2b, transaction }
}
