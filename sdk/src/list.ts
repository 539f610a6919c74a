import { KusanyaError } from './errors.ts'

export type PageBlock = { total: number; page: number; limit: number; pages: number }

export type Page<T> = {
  success: boolean
  data: T[]
  /** For `cursor`, to ask for what follows; null at the end. */
  nextcursor: string | null
  pagination: PageBlock
  meta: PageBlock
}

/** `await` gives one page; `for await` gives each thing of all pages, which are fetched as they are wanted. */
export interface List<T> extends Promise<Page<T>>, AsyncIterable<T> {}

type Fetched<T> = (query: Readonly<Record<string, unknown>>) => Promise<Page<T>>

/** Asks for nothing before it is awaited or walked over. */
export function createList<T>(query: Readonly<Record<string, unknown>>, fetchPage: Fetched<T>): List<T> {
  let first: Promise<Page<T>> | undefined
  const page = () => (first ??= fetchPage(query))
  return {
    then: (done, failed) => page().then(done, failed),
    catch: (failed) => page().catch(failed),
    finally: (done) => page().finally(done),
    [Symbol.toStringTag]: 'List',
    [Symbol.asyncIterator]: () => walk(query, fetchPage),
  }
}

/** By cursor: nothing is given twice or left out because something was added in between. */
async function* walk<T>(query: Readonly<Record<string, unknown>>, fetchPage: Fetched<T>): AsyncGenerator<T, void> {
  const { page, ...asked } = query
  if (page !== undefined) {
    const error = 'for await goes over all pages: leave page out, or await the list for one page'
    throw new KusanyaError({ status: null, code: 'invalid', error })
  }
  let cursor: string | null = String(asked['cursor'] ?? '')
  while (cursor !== null) {
    const { data, nextcursor }: Page<T> = await fetchPage({ limit: 100, ...asked, cursor })
    yield* data
    cursor = nextcursor
  }
}
