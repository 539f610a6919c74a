import { spawnSync } from 'node:child_process'
import path from 'node:path'

// Everything a change must pass before it is shared, quickest first; stops at the first step that fails.

const root = path.join(import.meta.dirname, '..')
const bin = path.join(root, 'node_modules/.bin')
const withPostgres = [process.execPath, 'scripts/with-postgres.ts', '--']

const silent = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }

const steps: [name: string, command: string[]][] = [
  ['format', ['prettier', '--check', '--log-level=warn', '.']],
  ['types', ['tsc', '--noEmit', '-p', 'tsconfig.json']],
  ['types of domain', ['tsc', '--noEmit', '-p', 'domain/tsconfig.json']],
  ['types of dashboard', ['tsc', '--noEmit', '-p', 'dashboard/tsconfig.json']],
  ['lint', [...withPostgres, 'eslint', '.']], // needs the schema, to check each SQL statement against it
  ['contract', ['redocly', 'lint', 'server/openapi.json']],
  ['tests', ['vitest', 'run']],
]

for (const [name, [command = '', ...args]] of steps) {
  const before = performance.now()
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    // redocly would report its use and ask for its newest version.
    env: { ...process.env, ...silent, PATH: `${bin}${path.delimiter}${process.env['PATH']}` },
    maxBuffer: 64 * 1024 * 1024,
  })
  const passed = status === 0
  const seconds = ((performance.now() - before) / 1000).toFixed(1)
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name.padEnd(18)} ${seconds.padStart(6)} s`)
  if (passed) continue
  console.error(error?.message ?? stdout + stderr)
  process.exit(1)
}
