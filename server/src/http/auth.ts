import type { Scope } from '@kusanya/domain/api-key.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { whoMay } from '@kusanya/domain/role.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { knownKeys, type Caller } from '../keys/known-keys.ts'
import { isApiKey } from '../secrets/api-key.ts'
import { refuseGuess, requestLimit, wrongGuesses } from './limit-requests.ts'
import { cookieOf, requireOurPages } from '../users/cookie.ts'
import { findSession } from '../users/sessions.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The business for which is asked; empty on routes that need neither key nor session. */
    businessId: string
    /** Who asks, as the audit trail names them: `api key …4Xk2`, `user bursar@school.example`. */
    actor: string
    /** Who asks and what they may do. Only where a route declares a scope. */
    caller: Caller
  }
  interface FastifySchema {
    /** What a key or a person has to be allowed to do. Every route under /business says so. */
    scope?: Scope
    /** Of the people who have the scope, only owners. A key needs the scope. */
    ownersOnly?: boolean
  }
}

const isOurs = (url: string) => /^\/business(\/|$)/.test(url)

/**
 * Asks for an API key or a signed-in person on every route under /business, and for the scope that the route declares.
 * Revoking a key, or taking a scope away, takes effect within five seconds; a role, at once. Throws when such a route is
 * added without a scope.
 */
export function requireCaller(app: FastifyInstance, ctx: Context): void {
  const enterByKey = keyDoor(ctx)
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
    const { authorization } = request.headers
    const cookie = request.cookies[cookieOf(ctx.publicUrl).name]
    if (authorization === undefined && cookie) await enterByCookie(ctx, request, cookie)
    else await enterByKey(request, reply)
    request.businessId = request.caller.businessId
    if (schema?.scope) requireScope(request, schema.scope)
  })
}

/** A key is limited in its requests; a person is not. */
function keyDoor(ctx: Context): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const keys = knownKeys(ctx)
  const guessedWrong = wrongGuesses(ctx)
  const limit = requestLimit(ctx)
  return async (request, reply) => {
    const key = (request.headers.authorization ?? '').replace(/^bearer +/i, '')
    const caller = (isApiKey(key) && (await keys(key))) || refuseGuess(guessedWrong(request), 'api_key_unknown')
    request.caller = caller
    request.actor = `api key …${key.slice(-4)}`
    await limit(caller, reply)
  }
}

async function enterByCookie(ctx: Context, request: FastifyRequest, cookie: string): Promise<void> {
  requireOurPages({ method: request.method, host: request.host, headers: request.headers })
  const session = (await findSession(ctx, cookie)) ?? refuse('not_signed_in')
  request.actor = `user ${session.email}`
  request.caller = {
    businessId: session.businessId,
    keyId: null,
    role: session.role,
    mode: 'live',
    scopes: session.scopes,
    expiresAt: null,
    requestsPerMinute: null,
  }
}

/** Refuses what who asks may not do: for routes of which a part needs another scope than the whole. */
export function requireScope({ caller, routeOptions }: FastifyRequest, scope: Scope): void {
  const onlyOwners = routeOptions.schema?.ownersOnly ?? false
  if (caller.role === null) return caller.scopes.includes(scope) ? undefined : refuse('scope_missing', { scope })
  if (caller.scopes.includes(scope) && (!onlyOwners || caller.role === 'owner')) return
  refuse('role_missing', { role: caller.role, able: whoMay(scope, onlyOwners) })
}
