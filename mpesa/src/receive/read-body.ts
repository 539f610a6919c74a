import { mostCallbackBytes } from './receiver.ts'

/** As much of a body that is too long is taken in and dropped before the line is cut, so that its sender reads the answer. */
const mostDroppedBytes = 1_048_576

/** JSON of a request's bytes; undefined if it is none, or too long. Never throws. */
export async function readBody(parts: AsyncIterable<Uint8Array> | null): Promise<unknown> {
  if (!parts) return undefined
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  try {
    for await (const part of parts) {
      bytes += part.byteLength
      if (bytes > mostCallbackBytes + mostDroppedBytes) return undefined
      if (bytes <= mostCallbackBytes) text += decoder.decode(part, { stream: true })
    }
    if (bytes > mostCallbackBytes) return undefined
    return JSON.parse(text + decoder.decode())
  } catch {
    return undefined
  }
}
