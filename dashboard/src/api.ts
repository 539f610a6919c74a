import type { components, paths } from '@kusanya/sdk/schema.gen.ts'
import createClient from 'openapi-fetch'
import { say, spokenLanguage } from './words/say.ts'

export type Schemas = components['schemas']

/** The public API, as the signed-in person. The cookie goes along by itself; what is refused is said in their language. */
export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin' })
api.use({ onRequest: ({ request }) => request.headers.set('accept-language', spokenLanguage()) })

/** What went wrong, in a sentence that is shown as it is; `errors` names the fields. */
export class Problem extends Error {
  override name = 'Problem'
  readonly status: number
  readonly errors: Record<string, string>
  readonly retryAfterSeconds: number | null
  constructor(
    status: number,
    sentence: string,
    errors: Record<string, string> = {},
    retryAfterSeconds: number | null = null,
  ) {
    super(sentence)
    this.status = status
    this.errors = errors
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** What is asked for as JSON is answered so; the same addresses can give CSV. */
type Json<T> = Exclude<T, string>
type Answered<T> = { data?: T; error?: unknown; response: Response }

/** The body of an answer. Throws a Problem for anything but a success. */
export async function answered<T>(asked: Promise<Answered<T>>): Promise<Json<T>> {
  let answer: Answered<T>
  try {
    answer = await asked
  } catch {
    throw new Problem(0, say('The server cannot be reached. Check the connection and try again.'))
  }
  if (answer.data !== undefined && answer.response.ok) return answer.data as Json<T>
  throw problemOf(answer.response, answer.error)
}

/** The session's own endpoints, which the published API does not describe. */
export async function ask<T extends object>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): Promise<T> {
  const sent = {
    method,
    headers: { 'content-type': 'application/json', 'accept-language': spokenLanguage() },
    body: method === 'GET' ? null : JSON.stringify(body ?? {}),
  }
  return answered<T>(
    fetch(path, sent).then(async (response) => {
      const read = (await response.json().catch(() => ({}))) as T
      return response.ok ? { data: read, response } : { error: read, response }
    }),
  )
}

function problemOf({ status, headers }: Response, body: unknown): Problem {
  const { error, errors } = (body ?? {}) as { error?: string; errors?: Record<string, string> }
  // What we have no words for ourselves, and what a proxy says in pages of its own.
  const isOurs = error !== undefined && status !== 500
  const sentence = isOurs ? error : say('Something went wrong on the server. Try again in a moment.')
  return new Problem(status, sentence, errors, Number(headers.get('retry-after')) || null)
}
