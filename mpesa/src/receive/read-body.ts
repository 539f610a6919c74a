import { mostCallbackBytes } from './receiver.ts'

/** JSON of a request's bytes; undefined if it is none, or too long. Never throws. */
export async function readBody(parts: AsyncIterable<Uint8Array> | null): Promise<unknown> {
  if (!parts) return undefined
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  try {
    for await (const part of parts) {
      bytes += part.byteLength
      if (bytes > mostCallbackBytes) return undefined
      text += decoder.decode(part, { stream: true })
    }
    return JSON.parse(text + decoder.decode())
  } catch {
    return undefined
  }
}
