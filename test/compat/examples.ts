import { expect } from 'vitest'
import { inBusiness } from '../../server/src/db/sql.ts'
import type { Answered, World } from '../world.ts'

/** The request that the published page prints for create, with the ids of this world. */
export function websiteProject({ customer, products }: Pick<World, 'customer' | 'products'>) {
  return {
    customerid: customer.id,
    items: [
      { itemid: products[0], name: 'Website Development', quantity: 1, rate: 150000.0 },
      { itemid: products[1], name: 'Hosting (Annual)', quantity: 1, rate: 12000.0 },
    ],
    title: 'Website Development Project',
    description: 'Complete website redesign with hosting',
    duedate: '2024-02-15',
    discount: 10,
    discounttype: 'percentage',
  }
}

/** Creates an invoice, or throws what was answered instead: returns its `data`. */
export async function created(w: World, changes: object = {}): Promise<Answered['body']> {
  const body = { ...websiteProject(w), ...changes }
  const answer = await w.call('POST', '/business/invoice/create', body)
  if (answer.status !== 201) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer.body.data
}

/** An invoice of 1,000 shillings without discount or tax, due in a month. */
export function thousand(w: World, changes: object = {}): Promise<Answered['body']> {
  return created(w, {
    items: [{ itemid: w.products[0], quantity: 1, rate: 1000 }],
    duedate: '2031-03-31',
    discount: undefined,
    discounttype: undefined,
    ...changes,
  })
}

export async function details(w: World, id: string): Promise<Answered['body']> {
  return (await w.call('GET', `/business/invoice/details/${id}`)).body.data
}

export function update(w: World, id: string, body: unknown): Promise<Answered> {
  return w.call('PATCH', `/business/invoice/update/${id}`, body)
}

/** The events announced so far about one thing, oldest first. */
export async function eventsOf(w: World, id: string): Promise<string[]> {
  const rows = await inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx<{ type: string }[]>`select type from events where subject_id = ${id} order by id`,
  )
  return rows.map(({ type }) => type)
}

/** Every key of the printed example is there with the same JSON type. More keys are allowed, missing and retyped ones not. */
export function expectShape(actual: unknown, printed: unknown, at = 'body'): void {
  expect(`${at}: ${jsonType(actual)}`).toBe(`${at}: ${jsonType(printed)}`)
  if (Array.isArray(printed)) {
    for (const [index, one] of printed.entries()) expectShape((actual as unknown[])[index], one, `${at}[${index}]`)
  } else if (typeof printed === 'object' && printed !== null) {
    for (const [key, one] of Object.entries(printed)) {
      expectShape((actual as Record<string, unknown>)[key], one, `${at}.${key}`)
    }
  }
}

function jsonType(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
}
