import type { Scope } from '@kusanya/domain/api-key.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { knownKeys, type Caller } from '../keys/known-keys.ts'
import { isApiKey } from '../secrets/api-key.ts'
import { refuseGuess, requestLimit, wrongGuesses } from './limit-requests.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The business whose key the request carries; empty on routes that need none. */
    businessId: string
    /** Who asks, as the audit trail names them: `api key …4Xk2`. */
    actor: string
    /** Whose key it is and what it may do. Only where a route declares a scope. */
    caller: Caller
  }
  interface FastifySchema {
    /** What a key has to be allowed to do. Every route under /business says so. */
    scope?: Scope
  }
}

const isOurs = (url: string) => /^\/business(\/|$)/.test(url)

/**
 * Asks for an API key on every route under /business, and for the scope that the route declares. Revoking a key, or
 * taking a scope away, takes effect within five seconds. Throws when such a route is added without a scope.
 */
export function requireApiKey(app: FastifyInstance, ctx: Context): void {
  const callerOf = knownKeys(ctx)
  const guessedWrong = wrongGuesses(ctx)
  const limit = requestLimit(ctx)
  app.decorateRequest('businessId', '')
  app.decorateRequest('actor', '')
  app.decorateRequest('caller')
  app.addHook('onRoute', ({ method, url, schema }) => {
    if (isOurs(url) && !schema?.scope) throw new Error(`${String(method)} ${url} declares no scope in its schema`)
  })
  app.addHook('onRequest', async (request, reply) => {
    // The route's own address, because the one that was asked for may be written with escapes: `/%62usiness/…`.
    const { url, schema } = request.routeOptions
    if (!isOurs(url ?? request.url)) return
    const key = (request.headers.authorization ?? '').replace(/^bearer +/i, '')
    const caller = (isApiKey(key) && (await callerOf(key))) || refuseGuess(guessedWrong(request), 'api_key_unknown')
    request.actor = `api key …${key.slice(-4)}`
    request.caller = caller
    request.businessId = caller.businessId
    await limit(request, reply)
    if (schema?.scope) requireScope(request, schema.scope)
  })
}

/** Refuses what the request's key may not do: for routes of which a part needs another scope than the whole. */
export function requireScope({ caller }: FastifyRequest, scope: Scope): void {
  if (!caller.scopes.includes(scope)) refuse('scope_missing', { scope })
}
