import type { Tx } from '../db/sql.ts'
import type { Tax } from './wire.ts'

type TaxRow = Pick<Tax, 'id' | 'name' | 'inclusive' | 'code' | 'description' | 'active'> & {
  basis_points: bigint
  created_at: Date
  updated_at: Date
}

/** The taxes with these ids, newest first; those that are not the business's are left out. */
export async function findTaxes(tx: Tx, businessId: string, ids: string[]): Promise<Tax[]> {
  const rows = await tx<TaxRow[]>`
    select id, name, basis_points, inclusive, code, description, active, created_at, updated_at
    from taxes where business_id = ${businessId} and id = any (${ids})
    order by created_at desc, id desc
  `
  return rows.map(({ basis_points, created_at, updated_at, ...facts }) => ({
    ...facts,
    basisPoints: basis_points,
    createdAt: created_at,
    updatedAt: updated_at,
  }))
}

/** The same, locked until the transaction ends. */
export async function lockTaxes(tx: Tx, businessId: string, ids: string[]): Promise<Tax[]> {
  await tx<{ id: string }[]>`
    select id from taxes where business_id = ${businessId} and id = any (${ids}) order by id for update
  `
  return findTaxes(tx, businessId, ids)
}
