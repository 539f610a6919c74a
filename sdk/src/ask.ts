import type { CallOptions, Connection } from './connection.ts'
import { KusanyaError } from './errors.ts'
import { createList, type List } from './list.ts'
import { withIds } from './with-ids.ts'

type Sent = { query?: Readonly<Record<string, unknown>> | undefined; body?: unknown }

/** The three ways in which the API is asked. What comes back has the type that the caller, generated code, names. */
export type Ask = {
  /** What is in `data`; of a file its text or its bytes. */
  data<T>(method: string, path: string, sent: Sent, options?: CallOptions): Promise<T>
  /** Null when there is no such thing. */
  find<T>(path: string, sent: Sent, options?: CallOptions): Promise<T | null>
  list<T, P>(path: string, query?: Sent['query'], options?: CallOptions): List<T, P>
}

export function createAsk(connection: Connection): Ask {
  const data: Ask['data'] = async <T>(method: string, path: string, sent: Sent, options?: CallOptions) => {
    const { body, isJson } = await connection({ method, path, ...sent }, options)
    return (isJson ? withIds((body as { data: unknown }).data) : body) as T
  }
  return {
    data,
    async find<T>(path: string, sent: Sent, options?: CallOptions) {
      try {
        return await data<T>('GET', path, sent, options)
      } catch (error) {
        // `Not found` alone is said of an address: then it is the base URL that is wrong, and not the thing that is missing.
        if (error instanceof KusanyaError && error.status === 404 && /. not found/.test(error.error)) return null
        throw error
      }
    },
    list<T, P>(path: string, query: Sent['query'] = {}, options?: CallOptions) {
      return createList<T, P & { data: T[]; nextcursor: string | null }>(query, async (asked) => {
        const { body } = await connection({ method: 'GET', path, query: asked }, options)
        const page = body as P & { data: T[]; nextcursor: string | null }
        return { ...page, data: withIds(page.data) as T[] }
      })
    },
  }
}

/** What the generated classes have in common. */
export class Resource {
  protected readonly ask: Ask

  constructor(ask: Ask) {
    this.ask = ask
  }
}

/** An id as a part of a path. An empty one would be another address: that is a mistake of the caller's. */
export function segment(id: string): string {
  if (typeof id !== 'string' || id === '' || id === '.' || id === '..')
    throw new KusanyaError({ status: null, code: 'invalid', error: 'id is required' })
  return encodeURIComponent(id)
}
