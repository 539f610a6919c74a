import { createHash } from 'node:crypto'
import net from 'node:net'
import { eventually } from './postgres-process.ts'

/**
 * Does the work while no other process of this machine does work for the same directory. The lock is a listening
 * socket in Linux's abstract namespace: it leaves no file, and dies with its process, kill -9 included. Other
 * systems go without: there, two first starts in the same instant end with an error of initdb.
 * @throws if another process holds the lock for a minute
 */
export async function alone<T>(directory: string, work: () => Promise<T>): Promise<T> {
  if (process.platform !== 'linux') return work()
  const name = `\0kusanya-${createHash('sha256').update(directory).digest('hex')}`
  let lock: net.Server | undefined
  const taken = await eventually(60_000, async () => (lock = await listen(name)) !== undefined)
  if (!taken) throw new Error(`Another process has been starting PostgreSQL in ${directory} for a minute.`)
  try {
    return await work()
  } finally {
    lock?.close()
  }
}

function listen(name: string): Promise<net.Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((connection) => connection.destroy())
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    )
    server.listen(name, () => resolve(server))
  })
}
