import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { happenings } from '../../domain/src/happening.ts'
import { document, documentPath, operations } from './document.ts'
import { misfit } from './fits.ts'

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

  const inJson = named.filter(([, { responses }]) =>
    Object.values(responses).some(({ content }) => content?.['application/json']),
  )
  test.each(inJson)('%s answers with a thing that has a name: see named() in http/fields.ts', (_, { responses }) => {
    const answer = responses[200] ?? responses[201]
    const data = answer?.content?.['application/json']?.schema.properties?.data
    expect((data?.items ?? data)?.$ref).toMatch(/^#\/components\/schemas\//)
  })

  test('describes what is sent to webhooks: each event, with a body that fits, and no other', () => {
    expect(Object.keys(document.webhooks)).toEqual([...happenings])
    for (const type of happenings) {
      const place = ['webhooks', type, 'post', 'requestBody', 'content', 'application/json', 'schema']
      const example = document.webhooks[type]?.post.requestBody?.content['application/json']?.example as object
      expect(misfit(example, ...place), type).toBeNull()
      expect(misfit({ ...example, event: 'invoice.lost' }, ...place), type).not.toBeNull()
      expect(misfit({ ...example, more: 1 }, ...place), type).not.toBeNull()
    }
  })

  test('says nothing that only our validation reads', () => {
    expect(JSON.stringify(document)).not.toMatch(/"wording":|"missing":/)
  })
})
