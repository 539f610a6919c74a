import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'

/** What a postmaster writes about itself into `postmaster.pid`. */
export interface Postmaster {
  pid: number
  port: number
  socketDirectory: string
  ready: boolean
}

/** Reads `postmaster.pid`. The file may be half-written, or a dead postmaster's. */
export function readPostmaster(data: string): Postmaster | undefined {
  try {
    const lines = fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
    const [pid, , , port, socketDirectory = '', , , status = ''] = lines
    return { pid: Number(pid), port: Number(port), socketDirectory, ready: status.trim() === 'ready' }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Whether this process is a live postmaster of this data directory. PostgreSQL itself asks only if the number is
 * taken: a zombie (a container whose first process does not reap) or a stranger with a reused number would pass.
 */
export function livesIn(data: string, pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  if (process.platform !== 'linux') return true
  return !isZombie(pid) && workingDirectory(pid) === fs.realpathSync(data)
}

/** Whether any process, be it the last backend of a killed postmaster, still works in the data directory. */
export function isInhabited(data: string): boolean {
  if (process.platform !== 'linux') return false
  const home = fs.realpathSync(data)
  return fs.readdirSync('/proc').some((name) => /^\d+$/.test(name) && workingDirectory(Number(name)) === home)
}

export const socketOf = (directory: string, port: number) => path.join(directory, `.s.PGSQL.${port}`)

export function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = net.connect(socket)
    connection.once('connect', () => resolve(true))
    connection.once('connect', () => connection.destroy())
    connection.once('error', () => resolve(false))
  })
}

/** Asks `condition` every few ms. @returns false if it was never true in `timeoutMs` */
export async function eventually(timeoutMs: number, condition: () => boolean | Promise<boolean>): Promise<boolean> {
  const deadline = performance.now() + timeoutMs
  while (!(await condition())) {
    if (performance.now() > deadline) return false
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return true
}

/** Postgres and all its children change into their data directory. */
function workingDirectory(pid: number): string | undefined {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function isZombie(pid: number): boolean {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat[stat.lastIndexOf(')') + 2] === 'Z'
  } catch {
    return true
  }
}
