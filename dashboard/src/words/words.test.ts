import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { swahili } from './swahili.ts'

// That each sentence has its Kiswahili is held by its type: `say` takes no other. Here is what types cannot see.

const home = path.join(import.meta.dirname, '..')
const sources = globSync('**/*.{ts,tsx}', { cwd: home })
  .filter((file) => !/\.test\.ts$|words\/swahili/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(home, file), 'utf8') }))
const remedies = readFileSync(path.join(home, '../../domain/src/importing/remedies.ts'), 'utf8')
const placesIn = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).toSorted()

test('what is put into a sentence is put in whatever the language', () => {
  const differing = Object.entries(swahili).filter(
    ([english, kiswahili]) => placesIn(english).join() !== placesIn(kiswahili).join() || kiswahili.trim() === '',
  )
  expect(differing).toEqual([])
})

test('nothing is in the catalogue that nobody says', () => {
  const all = [...sources.map(({ text }) => text), remedies].join('\n')
  const said = (sentence: string) => [`'${sentence}'`, `"${sentence}"`].some((written) => all.includes(written))
  expect(Object.keys(swahili).filter((sentence) => !said(sentence) && !all.includes(`${sentence}:`))).toEqual([])
})

test('no page says anything past the catalogue', () => {
  const bare = sources.flatMap(({ file, text }) => bareWords(file, text).map((words) => `${file}: ${words}`))
  expect(bare).toEqual([])
})

test('words past the catalogue would be seen', () => {
  expect(bareWords('x.tsx', `<Button aria-label="Close it">Go on</Button>`)).toEqual(['Close it', 'Go on'])
})

/** Text between tags, and in attributes that are read to people. The product's name is the same in every language. */
function bareWords(file: string, text: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) found.push(node.text.trim())
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      if (spoken.has(node.name.getText())) found.push(node.initializer.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
  return found.filter((words) => /[A-Za-z]{2,}/.test(words) && !sameEverywhere.has(words))
}
const spoken = new Set(['label', 'title', 'placeholder', 'description', 'aria-label', 'alt', 'empty', 'question'])
const sameEverywhere = new Set(['Kusanya', 'https://'])
