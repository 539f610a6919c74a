import { refuse } from '@kusanya/domain/refusal.ts'
import type { Tx } from '../db/sql.ts'

/** Throws `invoice_not_found` unless all of these invoices are the business's. */
export async function mustHaveInvoices(tx: Tx, businessId: string, ids: string[]): Promise<void> {
  const [found] = await tx<{ count: bigint }[]>`
    select count(*) as count from invoices where business_id = ${businessId} and id = any (${ids})
  `
  if (found?.count !== BigInt(new Set(ids).size)) refuse('invoice_not_found')
}
