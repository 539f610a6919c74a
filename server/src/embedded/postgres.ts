import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { postgres } from '../db/driver.ts'
import { pickAccount } from './postgres-account.ts'
import type { Account } from './postgres-account.ts'
import { findBinaries, USE_YOUR_OWN } from './postgres-binaries.ts'
import type { Binaries } from './postgres-binaries.ts'
import { alone } from './postgres-lock.ts'
import { answers, eventually, isInhabited, livesIn, readPostmaster, socketOf } from './postgres-process.ts'
import type { Postmaster } from './postgres-process.ts'
import { connectTo, socketUrl } from '../db/postgres-url.ts'

/** A running PostgreSQL 18. The URLs name a unix socket: give them to postgres.js through `connectTo`. */
export interface EmbeddedPostgres {
  /** of role and database `kusanya`: may log in, create databases and roles; is no superuser, so row security binds it */
  url: string
  superuserUrl: string
  port: number
  pid: number
  /** true if it was running already: left by a killed process, or started by a living one */
  adopted: boolean
  /** Ends every session and the server, whoever started it. */
  stop(): Promise<void>
}

interface Place {
  directory: string
  data: string
  log: string
  binaries: Binaries
  account: Account
}

/**
 * Starts the PostgreSQL that came with npm, or adopts the one that already runs in `directory`. It outlives this
 * process unless stopped, and the next start adopts it. Works as root, after kill -9 of anything, with any path.
 * @param directory its own: data, log and socket; made if missing, given to the account PostgreSQL runs as
 * @param settings of postgresql.conf; an adopted server keeps those it has
 * @throws {Error} that says what to do, with the end of the server's log if there is one
 */
export async function startPostgres(given: {
  directory: string
  settings?: Record<string, string | number>
}): Promise<EmbeddedPostgres> {
  fs.mkdirSync(given.directory, { recursive: true, mode: 0o700 })
  const directory = fs.realpathSync(given.directory)
  return alone(directory, async () => {
    const data = path.join(directory, 'pgdata')
    const binaries = findBinaries(directory)
    const account = pickAccount(binaries, directory, data)
    const place = { directory, data, log: path.join(directory, 'postgres.log'), binaries, account }
    initialise(place)
    const running = await findRunning(place)
    const { pid, port, socketDirectory } = running ?? (await launch(place, given.settings ?? {}))
    const superuserUrl = socketUrl('postgres', socketDirectory, port)
    await createOwner(superuserUrl)
    const url = socketUrl('kusanya', socketDirectory, port)
    return {
      url,
      superuserUrl,
      port,
      pid,
      adopted: running !== undefined,
      stop: () => stop(place, pid, socketDirectory),
    }
  })
}

function initialise(place: Place): void {
  if (fs.existsSync(path.join(place.data, 'PG_VERSION'))) return
  const unfinished = `${place.data}.init` // renamed when whole, so that a first start that is killed leaves no half of a cluster
  fs.rmSync(unfinished, { recursive: true, force: true })
  // Over TCP, which only a setting opens, a password is asked; behind the socket stands only who may enter the directory.
  const auth = ['--username=postgres', '--auth-local=trust', '--auth-host=scram-sha-256']
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const [file, args, options] = commandOf(place, place.binaries.initdb, ['-D', unfinished, ...auth, ...locale])
  try {
    execFileSync(file, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  } catch (error) {
    throw new Error(`PostgreSQL could not prepare ${place.data}. ${(error as Error).message.trim()}\n${USE_YOUR_OWN}`)
  }
  fs.renameSync(unfinished, place.data)
}

/** A server that runs is adopted; of one that was killed, the files are cleared that would stop the next. */
async function findRunning({ data }: Place): Promise<Postmaster | undefined> {
  let running: Postmaster | undefined
  const settled = await eventually(30_000, async () => {
    running = readPostmaster(data)
    if (running && livesIn(data, running.pid)) {
      return running.ready && answers(socketOf(running.socketDirectory, running.port))
    }
    if (isInhabited(data)) return false
    if (running?.socketDirectory) removeSocket(socketOf(running.socketDirectory, running.port))
    fs.rmSync(path.join(data, 'postmaster.pid'), { force: true })
    running = undefined
    return true
  })
  if (settled) return running
  throw new Error(`A PostgreSQL process (${running?.pid}) holds ${data} but does not answer. End it, then start again.`)
}

async function launch(place: Place, settings: Record<string, string | number>): Promise<Postmaster> {
  const { data, log, account } = place
  const port = Number(settings['port'] ?? 5432)
  const socketDirectory = placeForSocket(place.directory, port, account)
  removeSocket(socketOf(socketDirectory, port)) // of a server of other settings; this data has none now
  const all = { listen_addresses: '', unix_socket_permissions: '0700', ...settings, port }
  const flags = Object.entries({ ...all, unix_socket_directories: `"${socketDirectory.replaceAll('"', '""')}"` })
  const [file, args, options] = commandOf(place, place.binaries.postgres, [
    ...['-D', data],
    ...flags.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ])
  // A file, because a pipe would break when this process dies; detached, so that Ctrl-C reaches us and we stop it in order.
  const output = fs.openSync(log, 'a')
  const from = fs.fstatSync(output).size
  const child = spawn(file, args, { ...options, detached: true, stdio: ['ignore', output, output] })
  fs.closeSync(output)
  let failure: string | undefined
  child.once('error', ({ message }) => (failure = message))
  child.once('exit', (code, signal) => (failure ??= `it ended with ${signal ?? code}`))
  let started: Postmaster | undefined
  await eventually(60_000, () => {
    started = readPostmaster(data)
    return failure !== undefined || (started?.pid === child.pid && started?.ready === true)
  })
  child.unref()
  if (failure === undefined && started?.ready) return started
  if (failure === undefined) child.kill('SIGQUIT')
  const lastWords = fs.readFileSync(log).subarray(from).toString().slice(-2000)
  throw new Error(`PostgreSQL did not start: ${failure ?? 'not ready within a minute'}.\n${lastWords}\n${USE_YOUR_OWN}`)
}

function commandOf({ account, binaries, directory }: Place, program: string, args: string[]) {
  const [file, ...rest] = [...account.prefix, program, ...args] as [string, ...string[]]
  const { uid, gid } = account
  const identity = uid === undefined || gid === undefined ? {} : { uid, gid }
  return [file, rest, { ...identity, cwd: directory, env: binaries.env }] as const
}

/** The address of a socket holds 107 bytes: for a deep directory it goes to the temporary one, under a name of its own. */
function placeForSocket(directory: string, port: number, { uid = process.getuid?.() }: Account): string {
  const isShort = (candidate: string) => Buffer.byteLength(`${socketOf(candidate, port)}.lock`) < 104
  if (isShort(directory)) return directory
  const name = `kusanya-${createHash('sha256').update(directory).digest('hex').slice(0, 16)}`
  const short = [os.tmpdir(), '/tmp'].map((parent) => path.join(parent, name)).find(isShort)
  if (!short) throw new Error(`${directory} is too long a path for a socket, and so is ${os.tmpdir()}.`)
  fs.mkdirSync(short, { recursive: true, mode: 0o700 })
  const { uid: owner } = fs.lstatSync(short)
  if (owner !== uid && owner !== process.getuid?.()) throw new Error(`${short} belongs to somebody else: remove it.`)
  if (uid !== undefined && owner !== uid) fs.lchownSync(short, uid, fs.lstatSync(short).gid)
  return short
}

function removeSocket(socket: string): void {
  for (const file of [socket, `${socket}.lock`]) fs.rmSync(file, { force: true })
}

async function createOwner(superuserUrl: string): Promise<void> {
  const [url, options] = connectTo(superuserUrl)
  const sql = postgres(url, { ...options, max: 1 })
  try {
    const [role] = await sql`select from pg_roles where rolname = 'kusanya'`
    if (!role) await sql`create role kusanya login nosuperuser createrole createdb`
    const [database] = await sql`select from pg_database where datname = 'kusanya'`
    if (!database) await sql`create database kusanya owner kusanya`
  } finally {
    await sql.end()
  }
}

async function stop({ directory, data }: Place, pid: number, socketDirectory: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (livesIn(data, pid)) process.kill(pid, signal) // SIGQUIT leaves the tidying to the next start, as a power cut would
    if (!(await eventually(30_000, () => !livesIn(data, pid)))) continue
    if (socketDirectory !== directory) fs.rmSync(socketDirectory, { recursive: true, force: true })
    return
  }
  throw new Error(`PostgreSQL (${pid}) does not stop.`)
}
