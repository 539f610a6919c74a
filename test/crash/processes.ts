import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { startPostgres, type EmbeddedPostgres } from '../../server/src/embedded/postgres.ts'
import { eventually, isInhabited } from '../../server/src/embedded/postgres-process.ts'

const main = path.join(import.meta.dirname, '../../server/src/main.ts')
export const masterKey = Buffer.alloc(32, 7)

/** Something that runs, can be killed with -9, and comes back. */
export type Victim = {
  name: string
  /** Kills it as it stands, and begins to bring it back after a while. */
  kill(downMs: number): Promise<void>
  /** Until it answers. */
  back(): Promise<void>
  stop(): Promise<void>
}

/** The embedded PostgreSQL, whose URL stays the same. */
export async function postgresIn(directory: string): Promise<Victim & { url: string }> {
  const begin = () => startPostgres({ directory, settings: { max_connections: 100 } })
  let running: Promise<EmbeddedPostgres> = begin()
  const { url } = await running
  return {
    name: 'PostgreSQL',
    url,
    async kill(downMs) {
      const data = path.join(fs.realpathSync(directory), 'pgdata')
      const { pid } = await running
      // The postmaster first: it would take the death of a child for a crash, and recover by itself.
      for (const one of [pid, ...livingIn(data)]) if (one !== undefined) killHard(one)
      if (!(await eventually(20_000, () => !isInhabited(data)))) throw new Error('PostgreSQL survived kill -9')
      running = new Promise((resolve) => setTimeout(resolve, downMs)).then(begin)
      running.catch(() => {}) // back() says it
    },
    back: async () => void (await running),
    stop: async () => (await running).stop(),
  }
}

/** A role of the product, in a process of its own, started again whenever it ends, as an init system does. */
export function serverOf(role: 'api' | 'worker', env: Record<string, string>, log: string): Victim {
  let stopping = false
  let child: ChildProcess | undefined
  let ready = false
  const begin = () => {
    ready = false
    const output = fs.openSync(log, 'a')
    const one = spawn(process.execPath, [main], {
      stdio: ['ignore', 'pipe', output],
      env: { ...process.env, KUSANYA_ROLE: role, KUSANYA_MASTER_KEY: masterKey.toString('hex'), ...env },
    })
    fs.closeSync(output)
    one.stdout?.on('data', () => (ready ||= child === one)) // its greeting
    one.once('exit', () => {
      if (!stopping && child === one) setTimeout(() => stopping || begin(), 100)
    })
    child = one
  }
  begin()
  const ended = async (signal: NodeJS.Signals) => {
    const one = child
    if (!one || one.exitCode !== null || one.signalCode !== null) return
    const gone = once(one, 'exit')
    one.kill(signal)
    await gone
  }
  return {
    name: role,
    kill: () => ((ready = false), ended('SIGKILL')),
    async back() {
      if (await eventually(180_000, () => ready)) return
      throw new Error(`the ${role} does not come back:\n${fs.readFileSync(log, 'utf8').slice(-3000)}`)
    },
    async stop() {
      stopping = true
      await ended('SIGTERM')
    },
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

function livingIn(data: string): number[] {
  return fs.readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      return fs.readlinkSync(`/proc/${name}/cwd`) === data ? [Number(name)] : []
    } catch {
      return [] // gone in the meantime
    }
  })
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
