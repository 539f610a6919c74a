import type { App } from '../state.ts'
import type { World } from '../world.ts'
import type { Answer } from './answers.ts'

export type Fields = Record<string, unknown>

/** A request that has passed the gate. */
export interface Call {
  app: App
  /** The JSON body as sent; `fields` is the same when it is an object, and empty when it is not. */
  body: unknown
  fields: Fields
  headers: Record<string, string | string[] | undefined>
  path: string
  /** The `v1`, `v2`, `v3` of the path. */
  version: string
  requestId: string
}

/** In which words an endpoint says that it does not know the token; Safaricom has at least five. */
export type TokenDialect = '404.001.03' | '400.003.01' | '401.002.01' | '401.001' | '401'

export interface Endpoint {
  name: string
  path: RegExp
  dialect: TokenDialect
  /** What a GET is told: most say 405, the newer ones that the header is wrong. */
  wrongMethod: '405.001' | '404.001.04'
  /** Named as invalid when the content type is wrong. */
  firstField: string
  run(world: World, call: Call): Answer | Promise<Answer>
}

/** A field as text: numbers are written out, anything else is ''. */
export function text(fields: Fields, name: string): string {
  const value = fields[name]
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : ''
}

export const ok = (body: unknown): Answer => ({ status: 200, body })

export function isWebUrl(value: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(value)) return false
  return URL.canParse(value)
}
