import { readPhone } from '@kusanya/domain/phone.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import type { Shortcode } from '../payments/daraja.ts'
import { setOperator } from './set-operator.ts'
import { findConnections } from './shortcode-rows.ts'
import { pictureOf } from './shortcode-wire.ts'

/** Without `passkey` or `initiator`, what is known of it stays; a passkey of null takes it away. */
export type NewShortcode = Pick<Shortcode, 'consumerKey' | 'consumerSecret' | 'environment' | 'shortcode'> & {
  passkey?: string | null
  initiator?: Shortcode['initiator']
}
/** How Bill Manager shows the business to its customers. */
export type BillManagerContact = { email: string; officialContact: string }

/** Keys shorter than this show nothing of themselves. */
const tellingLength = 12

/**
 * Keeps the credentials of a shortcode, sealed. What Safaricom took of it, and its operator, belong to the environment they
 * are of. Returns whether its addresses were registered there before.
 */
export async function keepCredentials(
  tx: Tx,
  given: Given,
  businessId: string,
  wanted: NewShortcode,
  { email, officialContact }: BillManagerContact,
  by: By,
): Promise<{ wasRegistered: boolean }> {
  const { shortcode, environment, consumerKey, passkey, initiator } = wanted
  const [before] = await findConnections(tx, businessId, [shortcode])
  const seal = (column: string, secret: string) =>
    given.vault.seal({ businessId, table: 'shortcodes', column, rowId: shortcode }, secret)
  const sealedPasskey = passkey ? seal('passkey', passkey) : null
  const keyEnds = consumerKey.length < tellingLength ? null : consumerKey.slice(-4)
  const moves = before !== undefined && before.environment !== environment
  if (moves) await forgetEnvironment(tx, businessId, shortcode)
  await tx`
    insert into shortcodes (business_id, shortcode, environment, consumer_key, consumer_key_ends, consumer_secret, passkey,
      email, official_contact, created_at)
    values (${businessId}, ${shortcode}, ${environment}, ${seal('consumer_key', consumerKey)}, ${keyEnds},
      ${seal('consumer_secret', wanted.consumerSecret)}, ${sealedPasskey}, ${email}, ${officialContact}, ${given.now()})
    on conflict (business_id, shortcode) do update set
      environment = excluded.environment, consumer_key = excluded.consumer_key,
      consumer_key_ends = excluded.consumer_key_ends, consumer_secret = excluded.consumer_secret,
      passkey = case when ${passkey === undefined}::boolean then shortcodes.passkey else excluded.passkey end,
      email = excluded.email, official_contact = excluded.official_contact, disconnected_at = null
  `
  if (initiator) await setOperator(tx, given, businessId, shortcode, initiator, by)
  const [after] = await findConnections(tx, businessId, [shortcode])
  const subject = { kind: 'shortcode', id: shortcode }
  const pictures = { before: before ? pictureOf(before) : null, after: after ? pictureOf(after) : null }
  await recordAudit(tx, given, businessId, [{ ...by, action: 'shortcode.connect', subject, ...pictures }])
  return { wasRegistered: !moves && before !== undefined && before.urlsRegisteredAt !== null }
}

async function forgetEnvironment(tx: Tx, businessId: string, shortcode: string): Promise<void> {
  await tx`
    update shortcodes set passkey = null, app_key = null, opted_in_at = null, urls_registered_at = null, initiator_name = null,
      security_credential = null, initiator_problem = null, initiator_taken_at = null, initiator_tried_at = null
    where business_id = ${businessId} and shortcode = ${shortcode}
  `
}

/** Bill Manager has it: its bills go to phones, and its payments are pulled, of which the official contact is told. */
export async function writeOptIn(
  tx: Tx,
  given: Given,
  businessId: string,
  { shortcode, appKey, officialContact }: { shortcode: string; appKey: string | null; officialContact: string },
): Promise<void> {
  const place = { businessId, table: 'shortcodes', column: 'app_key', rowId: shortcode }
  const sealed = appKey === null ? null : given.vault.seal(place, appKey)
  await tx`
    update shortcodes set opted_in_at = ${given.now()}, app_key = coalesce(${sealed}, app_key)
    where business_id = ${businessId} and shortcode = ${shortcode} and disconnected_at is null
  `
  const nominated = readPhone(officialContact)
  if (nominated === null) return
  await tx`
    insert into pulls (business_id, shortcode, nominated_number, next_attempt_at)
    values (${businessId}, ${shortcode}, ${nominated}, ${given.now()})
    on conflict (business_id, shortcode) do update set
      nominated_number = excluded.nominated_number,
      next_attempt_at = case when pulls.last_error is null then coalesce(pulls.next_attempt_at, excluded.next_attempt_at)
        else excluded.next_attempt_at end
  `
}

export async function writeUrls(tx: Tx, given: Given, businessId: string, shortcode: string): Promise<void> {
  await tx`
    update shortcodes set urls_registered_at = ${given.now()}
    where business_id = ${businessId} and shortcode = ${shortcode} and disconnected_at is null
  `
}
