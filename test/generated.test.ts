import { expect, test } from 'vitest'
import { generatedFiles, onDisk } from '../scripts/generated.ts'

const files = await generatedFiles()

test.each(files.map(({ path }) => path))('%s is as `npm run gen` writes it', (path) => {
  expect(onDisk(path)).toBe(files.find((file) => file.path === path)?.text)
})
