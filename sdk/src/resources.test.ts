import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Kusanya } from './index.ts'

type Document = { paths: Record<string, Record<string, unknown>> }
const document = JSON.parse(readFileSync(new URL('../../server/openapi.json', import.meta.url), 'utf8')) as Document
const operations = Object.entries(document.paths).flatMap(([path, verbs]) =>
  Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path.replace(/\{\w+\}/g, 'x')}`),
)

/** Calls every method of every resource, and says what each asked for. */
async function everything(): Promise<string[]> {
  const asked: string[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    asked.push(`${init?.method} ${new URL(input as string).pathname}`)
    return Response.json({ success: true, data: [], nextcursor: null })
  }
  const kusanya = new Kusanya({ apiKey: 'cs_test_x', baseUrl: 'http://127.0.0.1:1', fetch })
  for (const resource of Object.values(kusanya)) {
    const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(resource)).filter((name) => name !== 'constructor')
    for (const name of methods) await resource[name]('x', {})
  }
  return asked
}

test('every operation of the API has a method, and every method is an operation', async () => {
  expect(operations.length).toBeGreaterThan(80)
  expect((await everything()).sort()).toEqual(operations.sort())
})

test('an empty id is refused before it becomes another address', () => {
  const kusanya = new Kusanya({ apiKey: 'cs_test_x' })
  expect(() => kusanya.invoices.get('')).toThrow('id is required')
  expect(() => kusanya.invoices.get('..')).toThrow('id is required')
})
