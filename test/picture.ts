import { crc32, deflateSync } from 'node:zlib'

/** A PNG of one colour, 8 bits, red, green, blue and how far it can be seen through. `head` changes bytes of its header. */
export function png(width: number, height: number, head: Record<number, number> = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  for (const [at, value] of Object.entries(head)) header[Number(at)] = value
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 4, Buffer.from([15, 118, 110, 255]))])
  const pixels = deflateSync(Buffer.concat(Array<Buffer>(height).fill(row)), { level: 9 })
  const begins = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([begins, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
