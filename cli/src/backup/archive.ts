import { createHash } from 'node:crypto'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { end, headerOf, paddingOf } from './tar.ts'

export type Added = { bytes: number; sha256: string }
/** An archive that is being written. It has its name once it is whole. */
export type Archive = {
  add: (name: string, pieces: AsyncIterable<Uint8Array>) => Promise<Added>
  finish: () => Promise<void>
  /** Removes what there is of it. */
  abandon: () => Promise<void>
}

/** Only its owner may read it. Throws what the system says when it is there already, or cannot be written. */
export async function createArchive(place: string, madeAt: Date): Promise<Archive> {
  const partial = `${place}.partial`
  // Holds the name, so that nothing is overwritten.
  const holder = await open(place, 'wx', 0o600)
  await holder.close()
  let file: FileHandle
  try {
    file = await open(partial, 'w', 0o600)
  } catch (error) {
    await rm(place)
    throw error
  }
  let at = 0
  const write = async (bytes: Uint8Array, where = at) => {
    for (let done = 0; done < bytes.length;) {
      done += (await file.write(bytes, done, bytes.length - done, where + done)).bytesWritten
    }
    at = Math.max(at, where + bytes.length)
  }
  return {
    async add(name, pieces) {
      const header = at
      at += headerOf(name, 0, madeAt).length
      const hash = createHash('sha256')
      const start = at
      for await (const piece of pieces) {
        hash.update(piece)
        await write(piece)
      }
      const bytes = at - start
      await write(Buffer.alloc(paddingOf(bytes)))
      // Only now it is known how long it is.
      await write(headerOf(name, bytes, madeAt), header)
      return { bytes, sha256: hash.digest('hex') }
    },
    async finish() {
      await write(end)
      await file.sync()
      await file.close()
      await rename(partial, place)
      const folder = await open(path.dirname(path.resolve(place)), 'r')
      await folder.sync().finally(() => folder.close())
    },
    async abandon() {
      await file.close()
      await Promise.all([rm(partial, { force: true }), rm(place, { force: true })])
    },
  }
}
