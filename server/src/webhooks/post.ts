import type { LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, buildConnector, request, type Dispatcher } from 'undici'
import type { Context } from '../context.ts'
import { createLookup } from './resolve-name.ts'
import { isLoopback, isPublic, isStandard, type Reach } from './safe-url.ts'

const readBytes = 65_536
const keptCharacters = 1000

/** Names no address: what a name leads to on our own network is nobody's business. */
class NotPublic extends Error {
  override name = 'NotPublic'
}

/** `lookup` asks the name servers and `totalMs` is ten seconds, except in tests. */
export type Posting = Reach & { lookup?: LookupFunction; totalMs?: number }

/**
 * Sends a body to an endpoint that a merchant chose, and only to the public internet: the decision is made on the address
 * that is being connected to, so that neither a redirect (never followed) nor a name that changes its mind leads inside.
 * Of the answer 64 kB are read and 1,000 characters kept. Never throws.
 */
export function createPoster({ loopback, lookup = createLookup(), totalMs = 10_000 }: Posting): Context['post'] {
  const agent = guardedAgent(loopback, lookup, totalMs)
  return async (url, headers, body) => {
    try {
      const signal = AbortSignal.timeout(totalMs)
      const answer = await request(url, { method: 'POST', headers, body, signal, dispatcher: agent })
      const asked = answer.headers['retry-after']
      const retryAfter = typeof asked === 'string' ? asked : null
      return { status: answer.statusCode, excerpt: await excerptOf(answer.body), retryAfter }
    } catch (error) {
      return { status: null, problem: describe(error as NodeJS.ErrnoException, totalMs) }
    }
  }
}

function guardedAgent(loopback: boolean, lookup: LookupFunction, totalMs: number): Agent {
  const isAllowed = (address: string) => isPublic(address) || (loopback && isLoopback(address))
  const reach = buildConnector({ timeout: totalMs, lookup: guarded(lookup, isAllowed) })
  const reachLoopback = buildConnector({ timeout: totalMs, lookup: guarded(lookup, isLoopback) })
  return new Agent({
    headersTimeout: totalMs,
    bodyTimeout: totalMs,
    connect(options, callback) {
      const anywhere = isStandard(options.protocol, options.port)
      // An address written out is not looked up: it is judged here.
      const isRefused = isIP(options.hostname) !== 0 && !(anywhere ? isAllowed : isLoopback)(options.hostname)
      if (isRefused || !(anywhere || loopback)) callback(new NotPublic(), null)
      else (anywhere ? reach : reachLoopback)(options, callback)
    },
  })
}

/** A lookup that finds nothing unless all addresses of the name are allowed. */
function guarded(lookup: LookupFunction, isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = found as LookupAddress[]
      if (error) return callback(error, [])
      if (addresses.length === 0 || !addresses.every(({ address }) => isAllowed(address))) {
        return callback(new NotPublic(), [])
      }
      const [first] = addresses
      return options.all ? callback(null, addresses) : callback(null, first?.address ?? '', first?.family)
    })
  }
}

/** The beginning of an answer as text that a table can hold. What breaks off afterwards does not change the status. */
async function excerptOf(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      size += chunk.length
      if (size >= readBytes) break
    }
  } catch {
    // The status line has said it; the rest of the answer is only for the merchant to read.
  }
  const text = Buffer.concat(chunks).toString('utf8').replaceAll('\0', '')
  return text.slice(0, keptCharacters).toWellFormed()
}

const words = new Map([
  ['ENOTFOUND', 'The host name cannot be found'],
  ['ENODATA', 'The host name cannot be found'],
  ['EAI_AGAIN', 'The host name cannot be found'],
  ['ESERVFAIL', 'The name servers do not answer'],
  ['ETIMEOUT', 'The name servers do not answer'],
  ['ECONNREFUSED', 'The connection was refused'],
])

function describe({ name, code = '' }: NodeJS.ErrnoException, totalMs: number): string {
  if (name === 'NotPublic') return 'Not called: this is no public https address on port 443 or 8443'
  if (name === 'TimeoutError' || code.endsWith('_TIMEOUT')) return `No answer within ${totalMs / 1000} seconds`
  return words.get(code) ?? `The connection failed${code && ` (${code})`}`
}
