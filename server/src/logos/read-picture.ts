import { crc32, inflateSync } from 'node:zlib'

export type Picture = { type: 'image/png' | 'image/jpeg'; width: number; height: number; bytes: Buffer }

/** Why bytes are no picture that every reader of our pages and documents can show. */
export type NoPicture = 'neither PNG nor JPEG' | 'damaged' | 'interlaced, or of 16 bits'

const pngBegins = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const channels: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** Sides are at most 2,000; of 4 channels of 8 bits, and a byte a row. */
const mostPixels = 2000 * (2000 * 4 + 1)

/** Reads what a picture is, and that it is whole: a damaged one would break each document that bears it. */
export function readPicture(bytes: Buffer): Picture | NoPicture {
  if (bytes.subarray(0, 8).equals(pngBegins)) return readPng(bytes)
  if (bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8) return readJpeg(bytes)
  return 'neither PNG nor JPEG'
}

function readPng(bytes: Buffer): Picture | NoPicture {
  const chunks = [...chunksOf(bytes)]
  const [head] = chunks
  if (head?.name !== 'IHDR' || head.data.length !== 13 || chunks.at(-1)?.name !== 'IEND') return 'damaged'
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)]
  const [depth, colour, , , interlaced] = head.data.subarray(8)
  const samples = channels[colour ?? -1]
  if (depth === undefined || samples === undefined) return 'damaged'
  if (depth > 8 || interlaced !== 0) return 'interlaced, or of 16 bits'
  if (colour === 3 && !chunks.some(({ name }) => name === 'PLTE')) return 'damaged'
  const rows = height * (1 + Math.ceil((width * samples * depth) / 8))
  const pixels = inflated(Buffer.concat(chunks.flatMap(({ name, data }) => (name === 'IDAT' ? data : []))))
  return pixels?.length === rows ? { type: 'image/png', width, height, bytes } : 'damaged'
}

/** The chunks as far as they are whole and say themselves that they are. */
function* chunksOf(bytes: Buffer): Generator<{ name: string; data: Buffer }> {
  for (let at = pngBegins.length; at + 12 <= bytes.length;) {
    const ends = at + 8 + bytes.readUInt32BE(at)
    if (ends + 4 > bytes.length || crc32(bytes.subarray(at + 4, ends)) !== bytes.readUInt32BE(ends)) return
    yield { name: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, ends) }
    at = ends + 4
  }
}

function inflated(packed: Buffer): Buffer | null {
  try {
    return inflateSync(packed, { maxOutputLength: mostPixels })
  } catch {
    return null
  }
}

/** Its size stands in the frame header, which all segments before say how to reach. */
function readJpeg(bytes: Buffer): Picture | NoPicture {
  if (bytes.readUInt16BE(bytes.length - 2) !== 0xffd9) return 'damaged'
  for (let at = 2; at + 9 < bytes.length;) {
    const marker = bytes.readUInt16BE(at)
    if (marker < 0xffc0 || marker === 0xffda) return 'damaged'
    const isFrame = marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) {
      return { type: 'image/jpeg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5), bytes }
    }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return 'damaged'
}
