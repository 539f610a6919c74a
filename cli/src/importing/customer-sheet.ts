import { customerRows, type CustomerRow } from '@kusanya/domain/importing/customer-rows.ts'
import type { Api } from '../api.ts'
import type { Kind } from './sheet.ts'

/** A sheet of customers, held against those that are there. */
export async function customerSheet(api: Api): Promise<Kind<CustomerRow>> {
  const known: { name: string; phone: string | null }[] = []
  for await (const customer of api.customers.list()) known.push(customer)
  return {
    ...customerRows(known),
    noun: 'customer',
    send: async (body, options) => {
      const { _id, accountno } = await api.customers.create(body, options)
      return { _id, number: accountno }
    },
  }
}
