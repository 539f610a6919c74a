import { isAlreadyRegistered, type Mpesa } from '@kusanya/mpesa'
import type { By } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { saysUrlsTaken } from './daraja-answers.ts'
import {
  keepCredentials,
  writeOptIn,
  writeUrls,
  type BillManagerContact,
  type NewShortcode,
} from './write-shortcode.ts'

export type { BillManagerContact, NewShortcode } from './write-shortcode.ts'

/**
 * Keeps a Paybill's credentials, sealed, then opts it in to Bill Manager, registers where its payments are announced, and
 * begins to pull them if the official contact is a mobile number, which Safaricom wants to tell of it.
 * An edge: keys that Safaricom gives a token for are written down, then each step after Safaricom took it, so that what
 * failed can be repeated and the rest stays. Throws what the client of M-PESA throws; keys without a token replace nothing.
 */
export async function connectShortcode(
  ctx: Context,
  businessId: string,
  wanted: NewShortcode,
  contact: BillManagerContact,
  by: By = { actor: 'system', reason: null },
): Promise<void> {
  const { shortcode, environment, consumerKey, consumerSecret } = wanted
  const keys = { shortcode, environment, consumerKey, consumerSecret }
  const client = ctx.daraja({ ...keys, businessId, passkey: null, initiator: null, appKey: null, optedIn: false })
  await client.accessToken()
  const { wasRegistered } = await inBusiness(ctx.sql, businessId, (tx) =>
    keepCredentials(tx, ctx, businessId, wanted, contact, by),
  )
  const urls = callbackUrls(ctx, businessId)
  const appKey = await optIn(client, { shortcode, ...contact, sendReminders: '1', callbackUrl: urls.bill })
  const { officialContact } = contact
  await inBusiness(ctx.sql, businessId, (tx) => writeOptIn(tx, ctx, businessId, { shortcode, appKey, officialContact }))
  try {
    const { confirmation: confirmationUrl, validation: validationUrl } = urls
    await client.registerC2BUrls({ shortCode: shortcode, responseType: 'Completed', confirmationUrl, validationUrl })
  } catch (error) {
    if (!wasRegistered || !saysUrlsTaken(error)) throw error
  }
  await inBusiness(ctx.sql, businessId, (tx) => writeUrls(tx, ctx, businessId, shortcode))
}

/** The app key, which is told the first time only: who is opted in already has his details changed. */
async function optIn(client: Mpesa, details: Parameters<Mpesa['billManagerOptIn']>[0]): Promise<string | null> {
  try {
    return (await client.billManagerOptIn(details)).app_key ?? null
  } catch (error) {
    if (!isAlreadyRegistered(error)) throw error
    await client.updateOptIn(details)
    return null
  }
}

/** Where Safaricom reports payments to a business. The words it forbids in a URL (mpesa, cmd, sql, …) do not occur. */
export function callbackUrls({ vault, publicUrl }: Pick<Context, 'vault' | 'publicUrl'>, businessId: string) {
  const base = `${publicUrl}/hooks/${vault.path('callbacks', businessId)}`
  return { bill: `${base}/bill`, confirmation: `${base}/c2b/confirmation`, validation: `${base}/c2b/validation` }
}
