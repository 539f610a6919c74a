import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'

const root = join(import.meta.dirname, '..')
const notOurs =
  /(^|\/)(node_modules|dist|\.kusanya|\.git)$|^(mpesa|sdk|simulator)\/customers$|^test\/compat\/published$/

/** A file of ours: its path from the root, its text, what it imports as it is written and, if it is ours, as a path. */
export type Source = { path: string; text: string; imports: { written: string; target: string | null }[] }

/** Every .ts and .js file below these folders (of the root: not below them). */
export function readSources(...folders: string[]): Source[] {
  return folders
    .flatMap((folder) => filesBelow(folder))
    .map((path) => readSource(path, readFileSync(join(root, path), 'utf8')))
}

export function readSource(path: string, text: string): Source {
  const written = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName)
  return { path, text, imports: written.map((one) => ({ written: one, target: targetOf(path, one) })) }
}

/** Every file below a folder, of the kinds named. */
export function filesBelow(folder: string, kinds = /\.(tsx?|js)$/): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name)
      if (notOurs.test(path)) return []
      return entry.isDirectory() ? filesBelow(path, kinds) : kinds.test(entry.name) ? [path] : []
    })
    .sort()
}

export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Our packages' manifests, as far as imports need them. */
export function manifestOf(folder: string): { declared: string[]; forTests: string[]; entries: string[] } {
  const manifest = JSON.parse(readText(posix.join(folder, 'package.json'))) as Record<string, Record<string, unknown>>
  const entries = JSON.stringify([manifest.exports ?? {}, manifest.bin ?? {}]).match(/src\/[\w./-]+\.(ts|js)/g) ?? []
  return {
    declared: Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.peerDependencies }),
    forTests: Object.keys(manifest.devDependencies ?? {}),
    entries: entries.map((entry) => posix.join(folder, entry)),
  }
}

/** The path of an import that is ours: relative, or by a package's name. */
function targetOf(from: string, written: string): string | null {
  if (written.startsWith('.')) return posix.join(posix.dirname(from), written)
  const [, name, rest] = /^@kusanya\/(\w+)(?:\/(.+))?$/.exec(written) ?? []
  if (name === undefined) return null
  if (rest === undefined) return `${name}/src/index.ts`
  return `${name}/src/${rest}`
}
