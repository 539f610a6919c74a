import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

export class DirectoryTaken extends Error {
  override name = 'DirectoryTaken'
}

const longestSocketPath = 100

/**
 * Makes the data directory and holds it: a socket in it answers for as long as this process lives, and no longer, even
 * after kill -9. Throws DirectoryTaken when another Kusanya lives there.
 */
export async function holdDataDirectory(directory: string): Promise<{ release: () => Promise<void> }> {
  fs.mkdirSync(directory, { recursive: true, mode: 0o755 })
  const socket = socketIn(fs.realpathSync(directory))
  if (await somebodyAnswers(socket)) {
    throw new DirectoryTaken(
      `Kusanya is already running on ${directory}. Stop it first, or set KUSANYA_DATA to another folder (and PORT, SIMULATOR_PORT).`,
    )
  }
  fs.rmSync(socket, { force: true })
  const server = net.createServer((connection) => connection.destroy())
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(socket, resolve)
  })
  server.unref()
  return { release: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** Reads the master key of the directory, or makes it: 32 bytes that only the owner may read. */
export function masterKeyIn(file: string): Buffer {
  if (!fs.existsSync(file)) fs.writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  const text = fs.readFileSync(file, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(text)) throw new Error(`${file} does not hold 64 hexadecimal digits`)
  return Buffer.from(text, 'hex')
}

/** A unix socket's path holds 107 bytes: for a deep directory it is named after it in the temporary one. */
function socketIn(directory: string): string {
  const inside = path.join(directory, 'running.sock')
  if (Buffer.byteLength(inside) <= longestSocketPath) return inside
  return path.join(os.tmpdir(), `kusanya-${createHash('sha256').update(directory).digest('hex').slice(0, 16)}.sock`)
}

function somebodyAnswers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = net.connect(socket)
    connection.once('connect', () => (connection.destroy(), resolve(true)))
    connection.once('error', () => resolve(false))
  })
}
