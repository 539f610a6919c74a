import { Unzip, UnzipInflate } from 'fflate'

/** Why an archive was not unpacked. */
export type NotUnpacked = 'too_large' | 'unreadable'
/** Pushed in pieces so small that no piece can blow up beyond this much at once: DEFLATE makes at most 1,032 bytes of one. */
const pieceBytes = 4096

/**
 * The files of a ZIP archive that are wanted, by name, as long as they come to no more than `mostBytes` together. It is
 * counted what comes out, not what the archive says of itself, and nothing is unpacked beyond that.
 */
export function unzipBounded(
  archive: Uint8Array,
  wanted: (name: string) => boolean,
  mostBytes: number,
): Map<string, Uint8Array> | NotUnpacked {
  const pieces = new Map<string, Uint8Array[]>()
  let bytes = 0
  let failed: NotUnpacked | null = null
  const unzip = new Unzip((file) => {
    if (!wanted(file.name)) return
    const parts: Uint8Array[] = []
    pieces.set(file.name, parts)
    file.ondata = (error, part) => {
      if (error) failed ??= 'unreadable'
      else if ((bytes += part.length) > mostBytes) failed ??= 'too_large'
      else parts.push(part)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < archive.length && failed === null; at += pieceBytes) {
      const end = at + pieceBytes
      unzip.push(archive.subarray(at, end), end >= archive.length)
    }
  } catch {
    return 'unreadable'
  }
  return failed ?? new Map([...pieces].map(([name, parts]) => [name, Buffer.concat(parts)]))
}
