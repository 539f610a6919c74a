import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { cannotRead } from '../files.ts'
import { Stop } from '../stop.ts'
import { another, manifestFile, openManifest, sealFile, type Manifest, type SavedTable } from './manifest.ts'
import { Damaged, readEntries, type Entry } from './tar.ts'

/** An archive that was found to be whole. */
export type Opened = {
  manifest: Manifest
  /** The rows of a table, as lines of JSON. */
  lines: (table: SavedTable) => AsyncIterable<string>
  close: () => Promise<void>
}

/** Opens an archive and examines every byte of its files. Throws Stop when it is damaged, of another key, or of a newer program. */
export async function openBackup(place: string, masterKey: Buffer): Promise<Opened> {
  const file = await open(place, 'r').catch((error: NodeJS.ErrnoException) => {
    throw cannotRead(place, error)
  })
  try {
    const entries = await readEntries(file)
    const find = (name: string) => entries.find((entry) => entry.name === name) ?? missing(name)
    const manifest = openManifest(await textOf(file, find(manifestFile)), await textOf(file, find(sealFile)), masterKey)
    for (const table of manifest.tables) {
      const entry = find(table.file)
      if (entry.size !== table.bytes || (await hashOf(file, entry)) !== table.sha256) {
        throw new Damaged(`${table.file} is not as it was written`)
      }
    }
    return {
      manifest,
      lines: ({ file: name }) => linesIn(file, find(name)),
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    if (error instanceof Damaged) throw new Stop(`The backup is damaged: ${error.message}.`, { remedy: another })
    if ((error as NodeJS.ErrnoException).code === 'EISDIR') throw cannotRead(place, error as NodeJS.ErrnoException)
    throw error
  }
}

function missing(name: string): never {
  throw new Damaged(`${name} is missing`)
}

async function* piecesOf(file: FileHandle, { start, size }: Entry): AsyncGenerator<Buffer> {
  for (let at = 0; at < size;) {
    const piece = Buffer.alloc(Math.min(65_536, size - at))
    const { bytesRead } = await file.read(piece, 0, piece.length, start + at)
    if (bytesRead === 0) throw new Damaged('it ends too early')
    at += bytesRead
    yield piece.subarray(0, bytesRead)
  }
}

async function textOf(file: FileHandle, entry: Entry): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of piecesOf(file, entry)) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

async function hashOf(file: FileHandle, entry: Entry): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of piecesOf(file, entry)) hash.update(piece)
  return hash.digest('hex')
}

/** PostgreSQL writes no line end into JSON; U+2028, for which other readers of lines stop, is text. */
async function* linesIn(file: FileHandle, entry: Entry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const unpacked = createGunzip()
  // An error of the file is one of the stream that is read.
  pipeline(piecesOf(file, entry), unpacked).catch(() => {})
  let rest = ''
  for await (const piece of unpacked) {
    const lines = (rest + decoder.decode(piece as Buffer, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}
