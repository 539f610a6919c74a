import { expect, test } from 'vitest'
import { generatedFiles, onDisk } from '../scripts/generated.ts'
import { document, operations } from './contract/document.ts'
import { misfit } from './contract/fits.ts'
import { walk } from './contract/walk.ts'

const files = await generatedFiles()

test.each(files.map(({ path }) => path))('%s is as `npm run gen` writes it', (path) => {
  expect(onDisk(path)).toBe(files.find((file) => file.path === path)?.text)
})

test('every operation has its step in test/contract/walk.ts, and so an example', () => {
  const walked = walk.map(([operation]) => operation)
  const missing = operations.map(({ operationId }) => operationId).filter((name) => !walked.includes(name))
  expect(missing, 'give each a step in test/contract/walk.ts, then `npm run examples`').toEqual([])
})

test('every operation and refusal has an example that fits: `npm run examples` records them', () => {
  const json = ['content', 'application/json', 'schema']
  for (const { operationId, method, path, requestBody, responses } of operations) {
    const place = ['paths', path, method.toLowerCase()]
    const body = requestBody?.content['application/json']
    if (body) expect(misfit(body.example, ...place, 'requestBody', ...json), operationId).toBeNull()
    const [status = '', answer] = Object.entries(responses)[0] ?? []
    const { 'application/json': media, 'text/csv': csv } = answer?.content ?? {}
    if (media) expect(misfit(media.example, ...place, 'responses', status, ...json), operationId).toBeNull()
    if (csv) expect(csv.example, operationId).toMatch(/,/)
  }
  for (const [name, { content }] of Object.entries(document.components.responses)) {
    expect(misfit(content?.['application/json']?.example, 'components', 'schemas', 'Error'), name).toBeNull()
  }
}, 120_000)
