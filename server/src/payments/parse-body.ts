/** What Safaricom sent, read as JSON; undefined for what is none. */
export function parseBody(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8').replace(/^\uFEFF/, ''), storable)
  } catch {
    return undefined
  }
}

/** PostgreSQL keeps no NUL and no half of a surrogate pair; the bytes as they came are kept beside. */
function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value
}
