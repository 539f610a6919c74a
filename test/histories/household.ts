import { inBusiness } from '../../server/src/db/sql.ts'
import type { World } from '../world.ts'

export const shortcode = '600984'

/** A business to live a life in: two customers, a product, a tax, a Paybill that calls nobody. */
export type Household = {
  businessId: string
  customers: { id: string; number: string; accountId: string }[]
  productId: string
  taxId: string
}

/** How a business wants its money laid, so that all ways of it are lived. */
export type Ways = {
  allocationOrder: 'oldest_due' | 'newest_due' | 'smallest_balance' | 'largest_balance'
  creditPaysInvoices: boolean
  cents: 'keep' | 'round' | 'carry'
  /** Above which a mere report pays nothing, in cents; null for never. */
  confirmedAbove: bigint | null
}

export async function newHousehold(w: World, ways: Ways): Promise<Household> {
  const { businessId, apiKey } = await w.stranger()
  const made = async (noun: string, body: object) => {
    const answer = await w.call('POST', `/business/${noun}/create`, body, { authorization: apiKey })
    if (answer.status !== 201) throw new Error(`${noun}: ${JSON.stringify(answer.body)}`)
    return answer.body.data
  }
  const person = { email: 'p@example.test', phone: '+14155550100', country: 'Kenya', currency: 'KES' }
  const customers = [
    await made('customer', { name: 'Wanjiku', ...person }),
    await made('customer', { name: 'Otieno', ...person }),
  ]
  const product = await made('product', { title: 'Rent', price: 1 })
  const tax = await made('tax', { name: 'VAT', rate: 16 })
  await inBusiness(w.ctx.sql, businessId, async (tx) => {
    await tx`
      update businesses set allocation_order = ${ways.allocationOrder}, credit_pays_invoices = ${ways.creditPaysInvoices},
        cents = ${ways.cents}, confirmed_above = ${ways.confirmedAbove}
      where id = ${businessId}
    `
    const sealed = Buffer.from('nobody is called')
    await tx`
      insert into shortcodes (business_id, shortcode, environment, consumer_key, consumer_secret, created_at)
      values (${businessId}, ${shortcode}, 'sandbox', ${sealed}, ${sealed}, ${w.ctx.now()})
    `
  })
  return {
    businessId,
    customers: customers.map(({ _id, accountno, accounts }) => ({
      id: _id as string,
      number: accountno as string,
      accountId: accounts[0]._id as string,
    })),
    productId: product._id as string,
    taxId: tax._id as string,
  }
}
