import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../server/src/config.ts'
import { settings } from '../server/src/settings.ts'

const root = path.join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

// Docker is not needed to run the tests, so the two files are kept plain enough to be read by line.
const instructions = read('Dockerfile')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
const argumentsOf = (instruction: string) =>
  instructions.filter((line) => line.startsWith(`${instruction} `)).map((line) => line.slice(instruction.length + 1))
const imageSettings = Object.fromEntries(
  argumentsOf('ENV').flatMap((line) => line.split(' ').map((pair) => pair.split('='))),
) as Record<string, string>

/** The lines below a key, without their indentation. */
function block(text: string, key: string): string[] {
  const lines = text.split('\n')
  const start = lines.findIndex((line) => line.trim() === `${key}:`)
  if (start === -1) throw new Error(`${key} is not in compose.yaml`)
  const indent = lines[start]?.search(/\S/) ?? 0
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => line.trim() !== '' && line.search(/\S/) <= indent)
  return rest.slice(0, end === -1 ? undefined : end).map((line) => line.slice(indent + 2))
}

const compose = read('compose.yaml')
const server = block(compose, 'server').join('\n')
const composeSettings = Object.fromEntries(
  block(server, 'environment').map((line) => [
    line.slice(0, line.indexOf(':')),
    line.slice(line.indexOf(':') + 1).trim(),
  ]),
) as Record<string, string>

/** A value as Compose would fill it in from an .env with two secrets. */
function filled(value: string): string {
  const env: Record<string, string> = { POSTGRES_PASSWORD: 'secret', KUSANYA_MASTER_KEY: 'ab'.repeat(32) }
  return value.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind?: string, otherwise = '') => {
    const known = env[name] ?? (kind === '-' ? otherwise : undefined)
    if (known === undefined) throw new Error(`${name} has neither a value nor a default`)
    return known
  })
}

test('every setting in the Dockerfile and in compose.yaml is a setting of the server', () => {
  const known = [...Object.keys(settings), 'NODE_ENV']
  const written = [...Object.keys(imageSettings), ...Object.keys(composeSettings)]
  expect(written.length).toBeGreaterThan(5)
  expect(written.filter((name) => !known.includes(name))).toEqual([])
})

test('the server accepts what compose.yaml gives it, in every role', () => {
  const given = Object.fromEntries(Object.entries(composeSettings).map(([name, value]) => [name, filled(value)]))
  const { NODE_ENV: _, ...image } = imageSettings
  const config = readConfig({ ...image, ...given, KUSANYA_ROLE: 'all' })
  expect(config).toMatchObject({ role: 'all', host: '0.0.0.0', port: 4000, dataDirectory: '/data' })
  expect(config.databaseUrl).toBe('postgres://kusanya:secret@postgres:5432/kusanya')
  for (const role of ['api', 'worker', 'migrate']) {
    expect(readConfig({ ...image, ...given, KUSANYA_ROLE: role, KUSANYA_DEMO: 'false' }).role).toBe(role)
  }
})

test('no secret has a default or stands in compose.yaml', () => {
  for (const name of ['POSTGRES_PASSWORD', 'KUSANYA_MASTER_KEY']) {
    expect(compose).toMatch(new RegExp(`^ +${name}: \\$\\{${name}:\\?[^}]+\\}$`, 'm'))
    expect(compose).not.toContain(`\${${name}:-`)
  }
})

test('the image runs as nobody in particular, and its argument is the role', () => {
  expect(argumentsOf('FROM')).toEqual(['node:24-slim AS dashboard', 'node:24-slim'])
  expect(argumentsOf('USER')).toEqual(['node'])
  const [entrypoint = ''] = argumentsOf('ENTRYPOINT')
  const [shell, , script = ''] = JSON.parse(entrypoint) as string[]
  expect(shell).toBe('/bin/sh')
  const [, main = ''] = /^exec env KUSANYA_ROLE="\$1" node (\S+)$/.exec(script) ?? []
  expect(existsSync(path.join(root, main))).toBe(true)
  const [command = ''] = argumentsOf('CMD')
  expect(readConfig({ KUSANYA_ROLE: (JSON.parse(command) as string[])[0] }).role).toBe('all')
})

test('the image installs every workspace from its manifest', () => {
  const { workspaces } = JSON.parse(read('package.json')) as { workspaces: string[] }
  const copied = argumentsOf('COPY').join('\n')
  for (const workspace of workspaces) expect(copied).toContain(`${workspace}/package.json ${workspace}/`)
})

test('what is built with the image is neither a secret nor a rest of this machine', () => {
  const ignored = read('.dockerignore').split('\n')
  for (const one of ['.env', '.git', '.kusanya', '**/node_modules']) expect(ignored).toContain(one)
})

test('Compose waits for a database that answers and asks the server how it is', () => {
  expect(server).toContain('condition: service_healthy')
  expect(server).toContain('/healthz')
  expect(block(compose, 'postgres').join('\n')).toMatch(/image: postgres:1[5-9]\n/)
  // PostgreSQL 18's image keeps its data one directory higher than those before it.
  expect(compose).toContain('postgres:/var/lib/postgresql\n')
})
