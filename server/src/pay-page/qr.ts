import qrcode from 'qrcode'
import { trusted, type Markup } from './html.ts'

/** An inline drawing of an address, dark on white in either colour scheme, because not all cameras read the reverse. */
export async function qrDrawing(address: string): Promise<Markup> {
  return trusted((await qrcode.toString(address, { type: 'svg', errorCorrectionLevel: 'L', margin: 3 })).trim())
}

/** The same as a PNG for paper and messages: about 300 px a side, with room for a stain. */
export function qrPicture(address: string): Promise<Buffer> {
  return qrcode.toBuffer(address, { type: 'png', errorCorrectionLevel: 'M', margin: 4, scale: 8 })
}
