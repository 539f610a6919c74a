import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { readWholeKes } from '../money.ts'
import type { World } from '../world.ts'
import { type Answer, DarajaError } from './answers.ts'
import { type Call, ok, text } from './call.ts'

const modules = 21

/**
 * `POST /mpesa/qrcode/v1/generate`. The picture is a PNG of the size asked for, the same for the same request and
 * different for another; it is no code that a phone could read.
 */
export function drawQr(_world: World, { fields }: Call): Answer {
  const invalid = () => new DarajaError(400, '400.002.05', 'Invalid Request Payload')
  if (text(fields, 'MerchantName') === '' || text(fields, 'RefNo') === '' || text(fields, 'CPI') === '') throw invalid()
  if (!['BG', 'WA', 'PB', 'SM', 'SB'].includes(text(fields, 'TrxCode')) || !readWholeKes(fields.Amount)) throw invalid()
  const size = Number(text(fields, 'Size') || '300')
  if (!Number.isInteger(size) || size < 1 || size > 1000) throw invalid()
  return ok({
    ResponseCode: '00',
    ResponseDescription: 'The service request is processed successfully.',
    QRCode: picture(JSON.stringify(fields), size).toString('base64'),
  })
}

function picture(payload: string, size: number): Buffer {
  const bits = createHash('shake256', { outputLength: 56 }).update(payload).digest()
  const rows: Buffer[] = []
  for (let y = 0; y < size; y++) {
    // The first byte of a row names its filter: none.
    const row = Buffer.alloc(1 + size, 255)
    row[0] = 0
    for (let x = 0; x < size; x++) {
      const at = Math.floor((y * modules) / size) * modules + Math.floor((x * modules) / size)
      if ((bits[at >> 3]! >> (at & 7)) & 1) row[1 + x] = 0
    }
    rows.push(row)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header[8] = 8
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...parts])
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(content.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let i = 0; i < 8; i++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
