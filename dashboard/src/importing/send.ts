import type { Thing } from '@kusanya/domain/importing/sheet.ts'
import { writeCsv } from '@kusanya/domain/csv.ts'
import { Problem } from '../api.ts'
import { say } from '../words/say.ts'
import type { Body, Importer } from './sheets.ts'

export type Result = { row: number; told: string; state: 'made' | 'refused' | 'not sent'; number: string; why: string }

const atOnce = 8
const triesEach = 5

/**
 * Sends things, a few at a time, and tells now and then how far it is. What the server refuses is noted and the others go on. The
 * key of each is made of what it says and of how many equal ones stand above it, so that the same file, sent again after
 * a line broke, makes nothing twice. When the server stays away, nothing more is begun and the rest is `not sent`.
 */
export async function sendAll(
  importer: Importer,
  businessId: string,
  things: Thing<Body>[],
  tell: (done: number) => void,
): Promise<Result[]> {
  const keys = await keysOf(businessId, things)
  const results: Result[] = things.map(({ row, told }) => ({ row, told, state: 'not sent', number: '', why: '' }))
  const queue = things.entries()
  let [done, isAway] = [0, false]
  const work = async () => {
    for (const [at, { body }] of queue) {
      const result = results[at]
      if (isAway || !result) return
      try {
        const { number } = await patiently(() => importer.send(body, keys[at] ?? ''))
        Object.assign(result, { state: 'made', number })
      } catch (error) {
        isAway ||= !isAboutTheThing(error)
        Object.assign(result, { state: isAway ? 'not sent' : 'refused', why: (error as Error).message })
      }
      if (++done % 10 === 0 || done === things.length) tell(done)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return results
}

/** Again after a while, when the server is away or asks for patience; the key sees to it that nothing is made twice. */
async function patiently<T>(send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send()
    } catch (error) {
      if (!(error instanceof Problem) || !isPassing(error) || attempt === triesEach) throw error
      const waitSeconds = error.retryAfterSeconds ?? attempt
      await new Promise((resolve) => setTimeout(resolve, waitSeconds * 1000))
    }
  }
}

/** Of a line that is cut, of too many requests, of a server that is away: it may be otherwise in a moment. */
function isPassing({ status }: Problem): boolean {
  return status === 0 || status === 429 || status >= 500
}

/** 400, 404, 409 and the like are about what was sent; who is signed out, too many requests or a server that is away are not. */
function isAboutTheThing(error: unknown): boolean {
  if (!(error instanceof Problem)) return false
  return error.status >= 400 && error.status < 500 && ![401, 403, 429].includes(error.status)
}

async function keysOf(businessId: string, things: Thing<Body>[]): Promise<string[]> {
  const seen = new Map<string, number>()
  const texts = things.map(({ body }) => {
    const text = JSON.stringify([businessId, body])
    const before = seen.get(text) ?? 0
    seen.set(text, before + 1)
    return `${before} ${text}`
  })
  return Promise.all(texts.map(async (text) => `import-${await hashed(text)}`))
}

async function hashed(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes.subarray(0, 20), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** What became of each row, to be kept and opened in a spreadsheet. */
export function resultFile(results: Result[]): Blob {
  const states = { made: say('made'), refused: say('refused'), 'not sent': say('not sent') }
  const rows = results.map(({ row, told, state, number, why }) => [row, told, states[state], number, why])
  const head = [say('row'), say('what'), say('state'), say('number'), say('why')]
  return new Blob(['\ufeff', writeCsv([head, ...rows])], { type: 'text/csv' })
}
