import { refuse } from '@kusanya/domain/refusal.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { differs } from '../http/updates.ts'
import { lockTaxes } from './rows.ts'
import type { Tax, TaxFacts } from './wire.ts'

export async function createTaxes(tx: Tx, given: Given, businessId: string, drafts: TaxFacts[]): Promise<Tax[]> {
  const now = given.now()
  const taxes = drafts.map((facts): Tax => ({ ...facts, id: given.newId(), createdAt: now, updatedAt: now }))
  const rows = taxes.map(({ id, name, basisPoints, inclusive, code, description, active }) => ({
    id,
    name,
    basis_points: String(basisPoints),
    inclusive,
    code,
    description,
    active,
  }))
  await tx`
    insert into taxes (business_id, id, name, basis_points, inclusive, code, description, active, created_at, updated_at)
    select ${businessId}, t.id, t.name, t.basis_points, t.inclusive, t.code, t.description, t.active, ${now}, ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as t (
      id text, name text, basis_points bigint, inclusive boolean, code text, description text, active boolean
    )
  `
  return taxes
}

/** Changes a tax for invoices to come: those that were made keep the rate they said. */
export async function changeTax(
  tx: Tx,
  given: Given,
  businessId: string,
  id: string,
  change: Partial<TaxFacts>,
): Promise<{ tax: Tax; modified: boolean }> {
  const [before] = await lockTaxes(tx, businessId, [id])
  if (!before) refuse('tax_not_found')
  if (!differs(before, change)) return { tax: before, modified: false }
  const tax = { ...before, ...change, updatedAt: given.now() }
  await tx`
    update taxes set
      name = ${tax.name}, basis_points = ${tax.basisPoints}, inclusive = ${tax.inclusive}, code = ${tax.code},
      description = ${tax.description}, active = ${tax.active}, updated_at = ${tax.updatedAt}
    where business_id = ${businessId} and id = ${id}
  `
  return { tax, modified: true }
}
