import { expect, test } from 'vitest'
import { generatedFiles, onDisk } from '../scripts/generated.ts'
import { operations } from './contract/document.ts'
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

test('every operation has been walked for its example since it was added', () => {
  const { operations: recorded } = JSON.parse(onDisk('server/src/http/openapi/examples.json')) as { operations: object }
  const missing = operations.map(({ operationId }) => operationId).filter((name) => !(name in recorded))
  expect(missing, '`npm run examples` walks them').toEqual([])
})
