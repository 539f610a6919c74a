import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const here = import.meta.dirname
const mantine = path.join(here, '../../node_modules/@mantine/core/styles')
const listed = readFileSync(path.join(here, 'styles.ts'), 'utf8')

/** Parts by the names they are imported with; some are kinds of input, which have no styles of their own. */
function partsUsed(): Set<string> {
  const sources = globSync('**/*.tsx', { cwd: here }).map((file) => readFileSync(path.join(here, file), 'utf8'))
  const imports = sources.flatMap((text) => [...text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)])
  return new Set(imports.flatMap(([, names = '']) => names.split(',').map((name) => name.trim())))
}

test('every part that is used has its styles', () => {
  const used = [...partsUsed()]
  expect(used).toContain('Button')
  const without = used.filter(
    (name) => existsSync(path.join(mantine, `${name}.css`)) && !listed.includes(`styles/${name}.css'`),
  )
  expect(without).toEqual([])
})
