import { Mpesa } from '@kusanya/mpesa'
import type { Tx } from '../db/sql.ts'
import type { Vault } from '../secrets/vault.ts'
import { traced, type Tracer } from '../watching/tracer.ts'

/** `securityCredential`: the operator's password under Safaricom's key, base64. */
export type Initiator = { name: string; securityCredential: string }

/** A shortcode of a business with what it takes to speak for it. */
export type Shortcode = {
  businessId: string
  shortcode: string
  environment: 'sandbox' | 'production'
  consumerKey: string
  consumerSecret: string
  passkey: string | null
  appKey: string | null
  /** The operator that asks about receipts and gives money back, unless Safaricom refuses him. */
  initiator: Initiator | null
  optedIn: boolean
}

/** Gives the client of a shortcode; one for as long as its credentials stay the same, because it keeps the token. */
export type Daraja = (shortcode: Shortcode) => Mpesa

/** `baseUrl`: set by the operator only. A merchant who could choose it would be sent our requests and his neighbours' keys. */
export function createDaraja(
  baseUrl: string | null,
  now: () => Date,
  { timeoutMs = 15_000, tracer = null }: { timeoutMs?: number; tracer?: Tracer | null } = {},
): Daraja {
  const clients = new Map<string, { for: string; client: Mpesa }>()
  return (shortcode) => {
    const key = `${shortcode.businessId}/${shortcode.shortcode}`
    const credentials = JSON.stringify(shortcode)
    const known = clients.get(key)
    if (known?.for === credentials) return known.client
    const client = new Mpesa({
      consumerKey: shortcode.consumerKey,
      consumerSecret: shortcode.consumerSecret,
      environment: shortcode.environment,
      lipaNaMpesaShortCode: shortcode.shortcode,
      lipaNaMpesaPassKey: shortcode.passkey ?? undefined,
      billManagerAppKey: shortcode.appKey ?? undefined,
      initiatorName: shortcode.initiator?.name,
      securityCredential: shortcode.initiator?.securityCredential,
      ...(baseUrl && { baseUrl }),
      now,
      fetch: tracer ? tracedFetch(tracer) : undefined,
      timeout: timeoutMs,
      // Whatever is worth another try waits in its row, where people can see it.
      retries: 0,
    })
    clients.set(key, { for: credentials, client })
    return client
  }
}

/** Each call as a span. Of its address only host and path are told; phones and credentials are in bodies and headers. */
function tracedFetch(tracer: Tracer): typeof fetch {
  return (input, init) => {
    const { hostname, pathname } = new URL(input instanceof Request ? input.url : input)
    const attributes = {
      'http.request.method': init?.method ?? 'GET',
      'server.address': hostname,
      'url.path': pathname,
    }
    return traced(tracer, `Daraja ${pathname}`, { kind: 'client', attributes }, async (span) => {
      const response = await fetch(input, init)
      span?.set({ 'http.response.status_code': response.status })
      return response
    })
  }
}

/** The connected shortcodes of the business, the oldest first. */
export async function findShortcodes(tx: Tx, given: { vault: Vault }, businessId: string): Promise<Shortcode[]> {
  const rows = await tx<
    {
      shortcode: string
      environment: 'sandbox' | 'production'
      consumer_key: Buffer
      consumer_secret: Buffer
      passkey: Buffer | null
      app_key: Buffer | null
      initiator_name: string | null
      security_credential: Buffer | null
      initiator_problem: string | null
      opted_in_at: Date | null
    }[]
  >`
    select shortcode, environment, consumer_key, consumer_secret, passkey, app_key, initiator_name, security_credential,
      initiator_problem, opted_in_at
    from shortcodes where business_id = ${businessId} and disconnected_at is null order by created_at, shortcode
  `
  return rows.map((row) => {
    const open = (column: 'consumer_key' | 'consumer_secret' | 'passkey' | 'app_key' | 'security_credential') => {
      const sealed = row[column]
      return sealed && given.vault.open({ businessId, table: 'shortcodes', column, rowId: row.shortcode }, sealed)
    }
    const securityCredential = open('security_credential')
    const isUsable = row.initiator_name !== null && securityCredential !== null && row.initiator_problem === null
    return {
      businessId,
      shortcode: row.shortcode,
      environment: row.environment,
      consumerKey: open('consumer_key') ?? '',
      consumerSecret: open('consumer_secret') ?? '',
      passkey: open('passkey'),
      appKey: open('app_key'),
      initiator: isUsable ? { name: row.initiator_name ?? '', securityCredential } : null,
      optedIn: row.opted_in_at !== null,
    }
  })
}
