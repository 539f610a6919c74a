import type { FileHandle } from 'node:fs/promises'

// As POSIX 1003.1 (ustar) has it, so that any `tar` lists and unpacks it.
const block = 512
const mostOctal = 8 ** 11

/** A file in an archive, and where its bytes begin. */
export type Entry = { name: string; size: number; start: number }

/** The archive is not as it was written. */
export class Damaged extends Error {
  override readonly name = 'Damaged'
}

/** What stands before the bytes of a file. `name`: up to 100 bytes. `madeAt` in seconds is kept. */
export function headerOf(name: string, size: number, madeAt: Date): Buffer {
  const header = Buffer.alloc(block)
  const octal = (value: number, at: number, length: number) =>
    header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'latin1')
  header.write(name, 0, 100, 'utf8')
  octal(0o600, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  if (size < mostOctal) octal(size, 124, 12)
  else {
    // What is larger than 8 GiB is written in binary, as GNU and BSD do.
    header.writeUInt8(0x80, 124)
    header.writeBigUInt64BE(BigInt(size), 128)
  }
  octal(Math.floor(madeAt.getTime() / 1000), 136, 12)
  header.write('0', 156, 'latin1')
  header.write('ustar\u000000', 257, 'latin1')
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return header
}

/** How much follows the bytes of a file, so that the next header begins at a whole block. */
export function paddingOf(size: number): number {
  return (block - (size % block)) % block
}

/** Two empty blocks. */
export const end = Buffer.alloc(2 * block)

/** The files of an archive. Throws Damaged when there is no whole header where one must be, or the file ends before. */
export async function readEntries(file: FileHandle): Promise<Entry[]> {
  const entries: Entry[] = []
  for (let at = 0; ;) {
    const header = Buffer.alloc(block)
    const { bytesRead } = await file.read(header, 0, block, at)
    if (bytesRead < block) throw new Damaged('it ends too early')
    if (header.every((byte) => byte === 0)) return entries
    if (Number.parseInt(header.toString('latin1', 148, 154), 8) !== sumOf(header)) {
      throw new Damaged(`there is no file at byte ${at}`)
    }
    const name = header.toString('utf8', 0, 100).replace(/\0.*$/s, '')
    const size =
      header[124] === 0x80
        ? Number(header.readBigUInt64BE(128))
        : Number.parseInt(header.toString('latin1', 124, 135), 8)
    entries.push({ name, size, start: at + block })
    at += block + size + paddingOf(size)
  }
}

/** Of all bytes of a header, those of the sum itself taken for spaces. */
function sumOf(header: Buffer): number {
  return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0)
}
