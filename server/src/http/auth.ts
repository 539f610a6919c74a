import { refuse } from '@kusanya/domain/refusal.ts'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { isApiKey } from '../secrets/api-key.ts'
import { hashOf } from '../secrets/vault.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The business whose key the request carries; empty on routes that need none. */
    businessId: string
    /** Who asks, as the audit trail names them: `api key …4Xk2`. */
    actor: string
  }
}

const keptForMs = 5_000

/** Asks for an API key on every route under /business. Revoking one takes effect within five seconds. */
export function requireApiKey(app: FastifyInstance, ctx: Context): void {
  const known = new Map<string, { businessId: string; until: number }>()
  app.decorateRequest('businessId', '')
  app.decorateRequest('actor', '')
  app.addHook('onRequest', async (request) => {
    // The route's own address, because the one that was asked for may be written with escapes: `/%62usiness/…`.
    if (!/^\/business(\/|$)/.test(request.routeOptions.url ?? request.url)) return
    const key = (request.headers.authorization ?? '').replace(/^bearer +/i, '')
    if (!isApiKey(key)) refuse('api_key_unknown')
    request.actor = `api key …${key.slice(-4)}`
    const now = ctx.now().getTime()
    const remembered = known.get(key)
    if (remembered && remembered.until > now) {
      request.businessId = remembered.businessId
      return
    }
    const [row] = await ctx.sql<{ business_id: string }[]>`
      select business_id from api_keys where hash = ${hashOf(key)} and revoked_at is null
    `
    if (!row) refuse('api_key_unknown')
    if (known.size > 10_000) known.clear()
    known.set(key, { businessId: row.business_id, until: now + keptForMs })
    request.businessId = row.business_id
  })
}
