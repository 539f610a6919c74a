import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { document, documentPath, operations } from './document.ts'

const named = operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const)

describe('server/openapi.json', () => {
  test('passes the linter', () => {
    const root = join(import.meta.dirname, '../..')
    const { status, stdout, stderr } = spawnSync(
      join(root, 'node_modules/.bin/redocly'),
      ['lint', documentPath, '--config', join(root, 'redocly.yaml')],
      {
        encoding: 'utf8',
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      },
    )
    expect(status, stdout + stderr).toBe(0)
  }, 60_000)

  test('describes the routes that need a key, and asks for it', () => {
    expect(operations.length).toBeGreaterThan(50)
    expect(document.security).toEqual([{ apiKey: [] }])
  })

  test('gives every operation a name of its own', () => {
    const names = operations.map(({ operationId }) => operationId)
    expect(names.filter((name) => !/^[a-z]+([A-Z][a-z]+)+$/.test(name))).toEqual([])
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('describes each tag, and only those that are used', () => {
    const used = new Set(operations.flatMap(({ tags }) => tags))
    expect(document.tags.map(({ name }) => name).toSorted()).toEqual([...used].toSorted())
  })

  test.each(named)('%s has a tag, a summary, one answer, and the refusals that hold everywhere', (name, operation) => {
    expect(operation.tags, 'tags').toHaveLength(1)
    expect(operation.summary, 'summary').toMatch(/^[A-Z].+[^.]$/)
    const statuses = Object.keys(operation.responses)
    expect(
      statuses.filter((status) => /^20[01]$/.test(status)),
      'answers',
    ).toHaveLength(1)
    const needsKey = name.includes(' /business/')
    expect(statuses, 'refusals').toEqual(expect.arrayContaining([...(needsKey ? ['401'] : []), '500', '503']))
    expect(operation.security, 'a scope under /business, and no key outside').toEqual(
      needsKey ? [{ apiKey: [expect.stringMatching(/^(read|write|payments)$/)] }] : [],
    )
  })

  test.each(named)('%s answers with a thing that has a name: see named() in http/fields.ts', (_, { responses }) => {
    const answer = responses[200] ?? responses[201]
    const data = answer?.content?.['application/json']?.schema.properties?.data
    expect((data?.items ?? data)?.$ref).toMatch(/^#\/components\/schemas\//)
  })

  test('says nothing that only our validation reads', () => {
    expect(JSON.stringify(document)).not.toMatch(/"wording":|"missing":/)
  })
})
