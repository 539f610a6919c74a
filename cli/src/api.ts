import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Kusanya, type KusanyaError } from '@kusanya/sdk'
import { Stop } from './stop.ts'

/** How a server is reached: what the command line says, else the environment, else the demo of the data folder. */
export type ApiOptions = { url?: string; key?: string }
/** The client of the API. `url`: of the server that it asks. `isLive`: its key is no key for tests. */
export type Api = Kusanya & { readonly url: string; readonly isLive: boolean }

const patienceMs = 60_000

/** Throws Stop when there is no API key, or the address is none. */
export function apiOf(options: ApiOptions): Api {
  const demo = readDemo()
  const set = process.env['KUSANYA_BASE_URL']
  const url = (options.url ?? set ?? demo?.apiUrl ?? 'http://localhost:4000').replace(/\/+$/, '')
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Stop(`“${url}” is no address of a server.`, {
      exitCode: 2,
      remedy: 'Write one such as http://localhost:4000.',
    })
  }
  // The demo's key is for the demo's server: it is not sent to another one.
  const isDemo = demo !== null && url === demo.apiUrl
  const apiKey = options.key ?? process.env['KUSANYA_API_KEY'] ?? (isDemo ? demo.apiKey : undefined)
  if (!apiKey) {
    throw new Stop('There is no API key.', {
      remedy: 'Set KUSANYA_API_KEY, or run it where the demo has its data (KUSANYA_DATA).',
    })
  }
  const fetch: typeof globalThis.fetch = async (input, init) => {
    try {
      return await globalThis.fetch(input, init)
    } catch (error) {
      throw unanswered(url, error as Error)
    }
  }
  return Object.assign(new Kusanya({ apiKey, baseUrl: url, timeoutMs: patienceMs, fetch }), {
    url,
    isLive: !apiKey.startsWith('cs_test_'),
  })
}

type Demo = { apiUrl: string; apiKey: string; simulatorUrl: string }

/** What the demo's server wrote down when it started; null without one. */
export function readDemo(): Demo | null {
  const file = path.join(process.env['KUSANYA_DATA'] || './.kusanya', 'demo.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Demo) : null
}

function unanswered(url: string, { cause, message }: Error): Stop {
  const reason = (cause instanceof Error && (cause.message || (cause as NodeJS.ErrnoException).code)) || message
  return new Stop(`No server answers at ${new URL(url).origin}: ${reason}.`, {
    remedy: 'Start it with "kusanya start", or set KUSANYA_BASE_URL to where it is.',
  })
}

/** What the server, or the way to it, said no with, as a command tells it. */
export function refusedBy(error: KusanyaError): Stop {
  const { cause, code, status, requestId, errors } = error
  if (cause instanceof Stop) return cause
  // Whatever Kusanya answers has an id.
  if (code === 'unreadable' || (status !== null && status < 500 && requestId === null)) {
    return new Stop(`What answers there is no Kusanya server (HTTP ${status}).`, {
      remedy: 'Set KUSANYA_BASE_URL to the address of the API.',
    })
  }
  const details = Object.values(errors).filter((one) => one !== error.error)
  return new Stop([error.error, ...details].join('\n'), {
    remedy:
      remedies[status ?? 0] ?? (code === 'server_error' ? `Look for ${requestId} in the server's log.` : undefined),
    about: { status, ...(Object.keys(errors).length > 0 && { errors }), requestId },
  })
}

const remedies: Record<number, string> = {
  401: 'Set KUSANYA_API_KEY to a key of this server that is neither revoked nor expired.',
  403: 'Use a key with the scope that this needs: "kusanya key list" shows what each may do.',
  429: 'Wait a minute, then run it again.',
}
