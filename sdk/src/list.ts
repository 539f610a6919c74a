import { KusanyaError } from './errors.ts'

type PageOf<T> = { data: T[]; nextcursor: string | null }

/** `await` gives one page, P; `for await` gives each thing of all pages, which are fetched as they are wanted. */
export interface List<T, P> extends Promise<P>, AsyncIterable<T> {}

type Query = Readonly<Record<string, unknown>>

/** Asks for nothing before it is awaited or walked over. */
export function createList<T, P extends PageOf<T>>(query: Query, fetchPage: (query: Query) => Promise<P>): List<T, P> {
  let first: Promise<P> | undefined
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
async function* walk<T>(query: Query, fetchPage: (query: Query) => Promise<PageOf<T>>): AsyncGenerator<T, void> {
  const { page, ...asked } = query
  if (page !== undefined) {
    const error = 'for await goes over all pages: leave page out, or await the list for one page'
    throw new KusanyaError({ status: null, code: 'invalid', error })
  }
  let cursor: string | null = String(asked['cursor'] ?? '')
  while (cursor !== null) {
    const { data, nextcursor }: PageOf<T> = await fetchPage({ limit: 100, ...asked, cursor })
    yield* data
    cursor = nextcursor
  }
}
