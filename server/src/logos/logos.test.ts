import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { payer, type Payer } from '../../../test/payer.ts'
import { png } from '../../../test/picture.ts'
import { world, type World } from '../../../test/world.ts'
import { readPicture } from './read-picture.ts'

let w: World
let p: Payer
beforeAll(async () => {
  w = await world()
  p = payer(w)
})
afterAll(() => w.end())

const set = (bytes: Buffer) => w.call('POST', '/business/settings/logo/set', { image: bytes.toString('base64') })
const file = async (path: string) => {
  const answer = await fetch(`${w.ctx.publicUrl}${path}`)
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}
/** The frame of a photograph, of which nothing is drawn. */
const jpeg = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000ffc0000b080020004001011100ffda0008010100003f00d2cf20ffd9',
  'hex',
)

describe('the logo of a business', () => {
  test('is on the pay page with its size, and on the documents, until it is taken away', async () => {
    const { _id, path } = await p.bill()
    const invoicePdf = async () => {
      const { body } = await w.call('GET', `/business/invoice/${_id}/pdf`)
      return (body as string).length
    }
    const without = await invoicePdf()
    expect((await w.call('GET', '/business/settings/logo')).status).toBe(404)

    const made = await set(png(300, 100))
    expect([made.status, made.body.data]).toMatchObject([200, { type: 'image/png', width: 300, height: 100 }])
    expect((await w.call('GET', '/business/settings/logo')).body.data).toEqual(made.body.data)
    const [, address, width, height] =
      /<img\s+src="([^"]+)"\s+alt=""\s+width="(\d+)"\s+height="(\d+)"/.exec((await p.get(path)).body) ?? []
    expect([width, height]).toEqual(['120', '40'])
    const shown = await file(address ?? '')
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(shown.headers.get('cache-control')).toBe('private, max-age=86400')
    expect(shown.bytes.equals(png(300, 100))).toBe(true)
    expect(await invoicePdf()).toBeGreaterThan(without + 200)

    await set(jpeg)
    const other = /<img\s+src="([^"]+)"/.exec((await p.get(path)).body)?.[1]
    expect((await file(other ?? '')).headers.get('content-type')).toBe('image/jpeg')

    const remove = () => w.call('POST', '/business/settings/logo/remove', {})
    expect((await remove()).body.data).toEqual({ removed: true })
    expect((await remove()).body.data).toEqual({ removed: false })
    expect((await p.get(path)).body).not.toContain('<img')
    expect((await file(`${path}/logo`)).status).toBe(404)
    const { body } = await w.call('GET', '/business/audit/list')
    expect(body.data.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['logo.set', 'logo.remove']),
    )
  })

  test.each([
    ['a GIF', Buffer.from('GIF89a…'), 'neither PNG nor JPEG'],
    [
      'a drawing that may run scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'neither PNG nor JPEG',
    ],
    ['a PNG cut short', png(300, 100).subarray(0, -20), 'damaged'],
    ['a PNG with a flipped bit', flipped(png(300, 100), 60), 'damaged'],
    ['a PNG with fewer rows than it says', png(30, 10, { 7: 11 }), 'damaged'],
    ['an interlaced PNG', png(30, 10, { 12: 1 }), 'interlaced, or of 16 bits'],
    ['a PNG of 16 bits', png(30, 10, { 8: 16 }), 'interlaced, or of 16 bits'],
    ['a JPEG cut short', jpeg.subarray(0, -2), 'damaged'],
    ['a JPEG without a frame', Buffer.from('ffd8ffe00010ffd9', 'hex'), 'damaged'],
    ['nothing but a beginning', Buffer.from('ffd8ffffff', 'hex'), 'damaged'],
  ])('is not %s', async (_what, bytes, reason) => {
    const { status, body } = await set(bytes)
    expect([status, body.error]).toEqual([
      400,
      `This picture cannot be used: it is ${reason}. Save it as an ordinary PNG or JPEG`,
    ])
  })

  test('is not too large, in bytes or in pixels, nor what no base64 is', async () => {
    const large = 'A logo has at most 64 KB and 2,000 pixels a side'
    expect((await set(Buffer.concat([jpeg, Buffer.alloc(65_536)]))).body.error).toBe(large)
    expect((await set(png(2001, 1))).body.error).toBe(large)
    const { status, body } = await w.call('POST', '/business/settings/logo/set', {
      image: 'data:image/png;base64,AAAA',
    })
    expect([status, JSON.stringify(body)]).toEqual([
      400,
      expect.stringContaining('Image must be a PNG or JPEG in base64'),
    ])
  })

  test('no beginning of a picture, and no change of one byte, breaks the reading', () => {
    for (const whole of [png(3, 2), jpeg]) {
      for (let end = 0; end < whole.length; end++) expect(typeof readPicture(whole.subarray(0, end))).toBe('string')
      for (let at = 0; at < whole.length; at++) expect(() => readPicture(flipped(whole, at))).not.toThrow()
    }
  })
})

function flipped(bytes: Buffer, at: number): Buffer {
  const other = Buffer.from(bytes)
  other[at] = (other[at] ?? 0) ^ 0xff
  return other
}
