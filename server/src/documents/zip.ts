import { setImmediate } from 'node:timers/promises'
import { Zip, ZipPassThrough } from 'fflate'

export type Entry = { name: string; bytes: Uint8Array; madeAt: Date }

/**
 * A ZIP archive, piece by piece as its files come, so that it is never whole in memory. The files are stored as they
 * are: PDFs are compressed already. Others get their turn between two files.
 */
export async function* zipOf(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  const written: Uint8Array[] = []
  let failed: Error | null = null
  const zip = new Zip((error, piece) => {
    failed ??= error
    written.push(piece)
  })
  for await (const { name, bytes, madeAt } of entries) {
    const file = new ZipPassThrough(name)
    file.mtime = madeAt
    zip.add(file)
    file.push(bytes, true)
    if (failed) throw failed
    yield* written.splice(0)
    await setImmediate()
  }
  zip.end()
  yield* written
}
