import { spawn } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'

const home = path.join(import.meta.dirname, '../../../dashboard')
/** Where the built dashboard is: `index.html`, and `assets/` whose names change with what is in them. */
export const built = path.join(home, 'dist')

/**
 * Builds the dashboard when its sources are newer than what was built, as in a clone; takes about two seconds. Returns
 * what went wrong, or null. An image that was built without the sources' tools has it already. Several processes may build at
 * once, and none of them finds the half of what another makes.
 */
export async function buildDashboard(): Promise<string | null> {
  const tool = path.join(home, '../node_modules/vite/bin/vite.js')
  if (isFresh()) return null
  if (!existsSync(tool)) return 'the dashboard was not built, and Vite is not installed: npm ci installs it'
  const making = mkdtempSync(`${built}.`)
  try {
    const problem = await build(tool, making)
    if (problem === null && !isFresh()) putInPlace(making)
    return problem
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}

async function build(tool: string, into: string): Promise<string | null> {
  const building = spawn(process.execPath, [tool, 'build', '--logLevel', 'warn', '--outDir', path.basename(into)], {
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const said: Buffer[] = []
  building.stdout.on('data', (some: Buffer) => said.push(some))
  building.stderr.on('data', (some: Buffer) => said.push(some))
  const code = await new Promise((resolve) => building.once('close', resolve).once('error', resolve))
  return code === 0 ? null : `the dashboard could not be built: ${Buffer.concat(said).toString('utf8').slice(-2000)}`
}

/** Beside what is there, then over it: a moment, not the seconds that building takes. */
function putInPlace(made: string): void {
  const before = `${made}.before`
  if (existsSync(built)) renameSync(built, before)
  renameSync(made, built)
  rmSync(before, { recursive: true, force: true })
}

function isFresh(): boolean {
  const index = path.join(built, 'index.html')
  if (!existsSync(index)) return false
  const builtMs = statSync(index).mtimeMs
  const sources = globSync(['{src,public}/**/*', '*.{html,ts,json}', '../domain/src/**/*.ts', '../package-lock.json'], {
    cwd: home,
  })
  return sources.every((file) => statSync(path.join(home, file)).mtimeMs <= builtMs)
}
