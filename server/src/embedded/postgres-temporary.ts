import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { postgres } from '../db/driver.ts'
import { startPostgres } from './postgres.ts'
import type { EmbeddedPostgres } from './postgres.ts'
import { connectTo } from '../db/postgres-url.ts'

/** Ends the server in a directory, and the directory, as soon as its standard input ends: with its parent, however that dies. */
const WARDEN = `
cat
for attempt in $(seq 100); do
  [ -e "$1/pgdata/postmaster.pid" ] && kill -QUIT "$(head -n 1 "$1/pgdata/postmaster.pid")"
  rm -rf "$1" && [ ! -e "$1" ] && exit
  sleep 0.1
done`

/** A cluster that does not outlive this process and may lose its data with the machine: for tests and checks. */
export interface TemporaryPostgres {
  /** of role and database `kusanya`, with a password, on 127.0.0.1: every PostgreSQL client understands it */
  url: string
  stop(): Promise<void>
}

export async function startTemporaryPostgres(): Promise<TemporaryPostgres> {
  const directory = fs.mkdtempSync(path.join(placeForTemporary(), 'kusanya-temporary-'))
  const warden = spawn('sh', ['-c', WARDEN, 'sh', directory], {
    detached: true, // Ctrl-C is for us
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  warden.unref()
  const gone = new Promise((resolve) => warden.once('exit', resolve))
  const { server, port } = await startOnFreePort(directory)
  const password = await giveOwnerPassword(server)
  return {
    url: `postgres://kusanya:${password}@127.0.0.1:${port}/kusanya`,
    stop: async () => {
      await server.stop()
      warden.ref()
      warden.stdin.end()
      await gone
    },
  }
}

/**
 * Where TMPDIR says, else in memory if 2 GB are free there, which makes copies of a database several times
 * faster (40 ms where a disk took 300), else on disk.
 */
export function placeForTemporary(): string {
  const memory = '/dev/shm'
  if (process.env['TMPDIR'] || !fs.existsSync(memory)) return os.tmpdir()
  const { bavail, bsize } = fs.statfsSync(memory)
  return bavail * bsize > 2 * 1024 ** 3 ? memory : os.tmpdir()
}

/** Another process may take the free port before the server does; then another port is tried. */
async function startOnFreePort(directory: string): Promise<{ server: EmbeddedPostgres; port: number }> {
  // As durable as a real one: the product refuses to run on less, and in memory it costs nothing.
  const tidy = { max_wal_size: '512MB', dynamic_shared_memory_type: 'mmap' } // nothing outside the directory
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const settings = { ...tidy, listen_addresses: '127.0.0.1', port, max_connections: 300 }
    try {
      return { server: await startPostgres({ directory, settings }), port }
    } catch (error) {
      if (attempt === 5 || !(error as Error).message.includes('Address already in use')) throw error
    }
  }
}

async function giveOwnerPassword({ superuserUrl }: EmbeddedPostgres): Promise<string> {
  const password = randomBytes(16).toString('hex')
  const [url, options] = connectTo(superuserUrl)
  const sql = postgres(url, { ...options, max: 1 })
  await sql.unsafe(`alter role kusanya password '${password}'`)
  await sql.end()
  return password
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}
