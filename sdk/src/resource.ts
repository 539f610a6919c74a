import type { CallOptions, Connection } from './connection.ts'
import { KusanyaError } from './errors.ts'

/** Everything the server sends of a thing, and its `_id` once more as `id`. */
export type Thing = { readonly _id: string; readonly id: string; readonly [field: string]: any } // eslint-disable-line @typescript-eslint/no-explicit-any -- until the types are generated

export type PageBlock = { total: number; page: number; limit: number; pages: number }
export type Page = { success: boolean; data: Thing[]; pagination: PageBlock; meta: PageBlock }
export type ListQuery = Record<string, string | number | boolean | undefined>

export type Resource = ReturnType<typeof resource>

/** The four calls that every noun of the API has. */
export function resource(connection: Connection, noun: string) {
  const path = `/business/${noun}`
  async function list(query: ListQuery = {}, options: CallOptions = {}): Promise<Page> {
    const page = await connection<Page>({ method: 'GET', path: `${path}/list`, query, ...options })
    return { ...page, data: page.data.map(withId) }
  }
  return {
    async create(body: object, options: CallOptions = {}): Promise<Thing> {
      return withId((await connection<Envelope>({ method: 'POST', path: `${path}/create`, body, ...options })).data)
    },
    /** Null when there is no such thing. */
    async get(id: string, options: CallOptions = {}): Promise<Thing | null> {
      try {
        const found = await connection<Envelope>({
          method: 'GET',
          path: `${path}/details/${encodeURIComponent(id)}`,
          ...options,
        })
        return withId(found.data)
      } catch (error) {
        if (error instanceof KusanyaError && error.status === 404) return null
        throw error
      }
    },
    async update(id: string, body: object, options: CallOptions = {}): Promise<Thing> {
      const answer = await connection<Envelope>({
        method: 'PATCH',
        path: `${path}/update/${encodeURIComponent(id)}`,
        body,
        ...options,
      })
      return withId(answer.data)
    },
    list,
    /** Every thing on every page, fetched as they are wanted. */
    async *all(query: ListQuery = {}, options: CallOptions = {}): AsyncGenerator<Thing> {
      for (let page = 1; ; page++) {
        const { data, pagination } = await list({ limit: 100, ...query, page }, options)
        yield* data
        if (page >= pagination.pages) return
      }
    },
  }
}

type Envelope = { data: { _id: string } }

function withId<T extends { _id: string }>(data: T): T & Thing {
  return { ...data, id: data._id }
}
