import { answered, api, type Schemas } from './api.ts'
import type { Choice } from './parts/pick.tsx'

const limit = '20'

export async function findCustomers(search: string): Promise<Choice<Schemas['CustomerInList']>[]> {
  const { data } = await answered(api.GET('/business/customer/list', { params: { query: { search, limit } } }))
  return data.map((thing) => ({ value: thing._id, label: `${thing.name} · ${thing.accountno}`, thing }))
}

export async function findProducts(search: string): Promise<Choice<Schemas['Product']>[]> {
  const { data } = await answered(api.GET('/business/product/list', { params: { query: { search, limit } } }))
  return data.map((thing) => ({ value: thing._id, label: thing.title, thing }))
}

/** The account that is a customer's from the start. */
export async function defaultAccountOf(id: string): Promise<string> {
  const { data } = await answered(api.GET('/business/customer/details/{id}', { params: { path: { id } } }))
  return (data.accounts.find(({ isdefault }) => isdefault) ?? data.accounts[0])?._id ?? ''
}
