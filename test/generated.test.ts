import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { generatedFiles, onDisk } from '../scripts/generated.ts'

const files = await generatedFiles()

test.each(files.map(({ path }) => path))('%s is as `npm run gen` writes it', (path) => {
  expect(onDisk(path)).toBe(files.find((file) => file.path === path)?.text)
})

type Operation = { tags?: string[]; summary?: string; security?: unknown[]; responses: Record<string, unknown> }
const document = JSON.parse(readFileSync(join(import.meta.dirname, '../server/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>
  security: unknown
}
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]): [string, Operation] => [
    `${method.toUpperCase()} ${path}`,
    operation,
  ]),
)

describe('server/openapi.json', () => {
  test('describes the routes that need a key, and asks for it', () => {
    expect(operations.length).toBeGreaterThan(30)
    expect(document.security).toEqual([{ apiKey: [] }])
  })

  test.each(operations)(
    '%s has a tag, a summary, an answer that is described and one for refusals',
    (name, operation) => {
      expect(operation.tags, 'tags').toHaveLength(1)
      expect(operation.summary, 'summary').toMatch(/^[A-Z].+[^.]$/)
      const statuses = Object.keys(operation.responses)
      expect(
        statuses.filter((status) => /^20[01]$/.test(status)),
        'answers',
      ).toHaveLength(1)
      expect(statuses, 'refusals').toEqual(expect.arrayContaining(['400', '401', '404', '409']))
      expect(operation.security, 'no key is asked for outside /business').toEqual(
        name.includes(' /business/') ? undefined : [],
      )
    },
  )

  test('says nothing that only our validation reads', () => {
    expect(JSON.stringify(document)).not.toMatch(/"wording":|"missing":/)
  })
})
