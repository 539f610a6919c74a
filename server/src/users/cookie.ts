import { refuse } from '@kusanya/domain/refusal.ts'
import { sessionLife } from '@kusanya/domain/sign-in.ts'

type Asked = { method: string; host: string; headers: Record<string, string | string[] | undefined> }

/** Over https the name itself forbids other hosts and paths; plain http is for this machine only. */
export function cookieOf(publicUrl: string): { name: string; options: object } {
  const secure = publicUrl.startsWith('https:')
  return {
    name: secure ? '__Host-kusanya' : 'kusanya',
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: sessionLife.mostMs / 1000 },
  }
}

/**
 * Refuses a request that changes something on the strength of a cookie unless our own pages made it: the browser says
 * where it comes from, and another site's form cannot send JSON.
 */
export function requireOurPages({ method, host, headers }: Asked): void {
  if (method === 'GET' || method === 'HEAD') return
  const said = headers['sec-fetch-site']
  const origin = headers.origin
  const fromUs =
    said === undefined ? typeof origin === 'string' && URL.parse(origin)?.host === host : said === 'same-origin'
  const isJson = /^application\/json\b/i.test(String(headers['content-type'] ?? 'application/json'))
  if (!fromUs || !isJson) refuse('request_from_elsewhere')
}
