import { readPhone } from '@kusanya/domain/phone.ts'
import { isAlreadyRegistered } from '@kusanya/mpesa'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import type { Shortcode } from '../payments/daraja.ts'

/** Without an initiator, what is known of it stays; with one, a problem that Safaricom had with the last is forgotten. */
export type NewShortcode = Omit<Shortcode, 'optedIn' | 'appKey' | 'businessId' | 'initiator'> & {
  initiator?: Shortcode['initiator']
}
/** How Bill Manager shows the business to its customers. */
export type BillManagerContact = { email: string; officialContact: string }

/**
 * Keeps a Paybill's credentials, sealed, then opts it in to Bill Manager, registers where its payments are announced, and
 * begins to pull them if the official contact is a mobile number, which Safaricom wants to tell of it.
 * An edge: it writes down what it is about to do, calls Safaricom, and writes down what came of it. Safe to repeat.
 */
export async function connectShortcode(
  ctx: Context,
  businessId: string,
  wanted: NewShortcode,
  contact: BillManagerContact,
): Promise<void> {
  await inBusiness(ctx.sql, businessId, async (tx) => {
    const seal = (column: string, secret: string) =>
      ctx.vault.seal({ businessId, table: 'shortcodes', column, rowId: wanted.shortcode }, secret)
    const { name: initiator = null, securityCredential = null } = wanted.initiator ?? {}
    const credential = securityCredential === null ? null : seal('security_credential', securityCredential)
    const passkey = wanted.passkey === null ? null : seal('passkey', wanted.passkey)
    await tx`
      insert into shortcodes (business_id, shortcode, environment, consumer_key, consumer_secret, passkey, initiator_name,
        security_credential, created_at)
      values (${businessId}, ${wanted.shortcode}, ${wanted.environment}, ${seal('consumer_key', wanted.consumerKey)},
        ${seal('consumer_secret', wanted.consumerSecret)}, ${passkey}, ${initiator}, ${credential},
        ${ctx.now()})
      on conflict (business_id, shortcode) do update set
        environment = excluded.environment, consumer_key = excluded.consumer_key,
        consumer_secret = excluded.consumer_secret, passkey = excluded.passkey,
        initiator_name = coalesce(excluded.initiator_name, shortcodes.initiator_name),
        security_credential = coalesce(excluded.security_credential, shortcodes.security_credential),
        initiator_problem = case when excluded.initiator_name is null then shortcodes.initiator_problem end
    `
  })

  const client = ctx.daraja({
    ...wanted,
    initiator: wanted.initiator ?? null,
    businessId,
    appKey: null,
    optedIn: false,
  })
  const urls = callbackUrls(ctx, businessId)
  const registration = { shortcode: wanted.shortcode, ...contact, sendReminders: '1' as const, callbackUrl: urls.bill }
  let appKey: string | null = null
  try {
    appKey = (await client.billManagerOptIn(registration)).app_key ?? null
  } catch (error) {
    if (!isAlreadyRegistered(error)) throw error
    await client.updateOptIn(registration)
  }
  await client.registerC2BUrls({
    shortCode: wanted.shortcode,
    responseType: 'Completed',
    confirmationUrl: urls.confirmation,
    validationUrl: urls.validation,
  })

  await inBusiness(ctx.sql, businessId, async (tx) => {
    const sealed =
      appKey === null
        ? null
        : ctx.vault.seal({ businessId, table: 'shortcodes', column: 'app_key', rowId: wanted.shortcode }, appKey)
    await tx`
      update shortcodes set opted_in_at = ${ctx.now()}, urls_registered_at = ${ctx.now()}, app_key = coalesce(${sealed}, app_key)
      where business_id = ${businessId} and shortcode = ${wanted.shortcode}
    `
    const nominated = readPhone(contact.officialContact)
    if (nominated === null) return
    await tx`
      insert into pulls (business_id, shortcode, nominated_number, next_attempt_at)
      values (${businessId}, ${wanted.shortcode}, ${nominated}, ${ctx.now()})
      on conflict (business_id, shortcode) do update set
        nominated_number = excluded.nominated_number,
        next_attempt_at = case when pulls.last_error is null then pulls.next_attempt_at else excluded.next_attempt_at end
    `
  })
}

/** Where Safaricom reports payments to a business. The words it forbids in a URL (mpesa, cmd, sql, …) do not occur. */
export function callbackUrls({ vault, publicUrl }: Pick<Context, 'vault' | 'publicUrl'>, businessId: string) {
  const base = `${publicUrl}/hooks/${vault.path('callbacks', businessId)}`
  return { bill: `${base}/bill`, confirmation: `${base}/c2b/confirmation`, validation: `${base}/c2b/validation` }
}
