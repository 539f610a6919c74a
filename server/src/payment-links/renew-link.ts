import { refuse } from '@kusanya/domain/refusal.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { givePaths } from './give-paths.ts'
import { lockLinks } from './rows.ts'
import type { Link } from './wire.ts'

/**
 * Gives a link a new address, of an invoice or its own. The one that people have leads nowhere from then on; what the link
 * asks for, what was paid and the account number stay. The audit trail keeps who did it and why, and neither address.
 */
export async function renewLink(tx: Tx, given: Given, businessId: string, id: string, by: By): Promise<Link> {
  const [before] = await lockLinks(tx, businessId, [id])
  if (!before) return refuse('link_not_found')
  const link = { ...before, generation: before.generation + 1, updatedAt: given.now() }
  await tx`
    update payment_links set generation = ${link.generation}, updated_at = ${link.updatedAt}
    where business_id = ${businessId} and id = ${id}
  `
  await tx`
    delete from secret_paths where business_id = ${businessId} and kind = 'payment_link' and subject_id = ${id}
  `
  await givePaths(tx, given, businessId, 'payment_link', [link])
  const subject = { kind: 'payment_link', id }
  await recordAudit(tx, given, businessId, [
    { ...by, action: 'payment_link.renew', subject, before: null, after: null },
  ])
  return link
}
