import { refuse } from '@kusanya/domain/refusal.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { readPicture, type Picture } from './read-picture.ts'

export type Logo = Picture & { changedAt: Date }

/** So that a pay page with it still opens quickly on a cheap phone. */
export const mostBytes = 65_536
const mostSide = 2000

export async function findLogo(tx: Tx, businessId: string): Promise<Logo | null> {
  const [row] = await tx<
    { type: 'image/jpeg' | 'image/png'; width: number; height: number; bytes: Buffer; changed_at: Date }[]
  >`
    select type, width, height, bytes, changed_at from logos where business_id = ${businessId}
  `
  if (!row) return null
  const { changed_at, ...picture } = row
  return { ...picture, changedAt: changed_at }
}

/** Gives the business a logo, in the place of the one it has. Refuses what is too large, and what not every reader can show. */
export async function setLogo(tx: Tx, given: Given, businessId: string, bytes: Buffer, by: By): Promise<Logo> {
  if (bytes.length > mostBytes) refuse('logo_too_large')
  const picture = readPicture(bytes)
  if (typeof picture === 'string') return refuse('logo_unreadable', { reason: picture })
  const { type, width, height } = picture
  if (Math.max(width, height) > mostSide || Math.min(width, height) < 1) refuse('logo_too_large')
  const before = await findLogo(tx, businessId)
  const changedAt = given.now()
  await tx`
    insert into logos (business_id, type, width, height, bytes, changed_at)
    values (${businessId}, ${type}, ${width}, ${height}, ${bytes}, ${changedAt})
    on conflict (business_id) do update set type = excluded.type, width = excluded.width, height = excluded.height,
      bytes = excluded.bytes, changed_at = excluded.changed_at
  `
  const logo = { ...picture, changedAt }
  await tellAudit(tx, given, businessId, before, logo, by)
  return logo
}

/** Takes the logo away. Says whether there was one. */
export async function removeLogo(tx: Tx, given: Given, businessId: string, by: By): Promise<boolean> {
  const before = await findLogo(tx, businessId)
  if (!before) return false
  await tx`delete from logos where business_id = ${businessId}`
  await tellAudit(tx, given, businessId, before, null, by)
  return true
}

function tellAudit(tx: Tx, given: Given, businessId: string, before: Logo | null, after: Logo | null, by: By) {
  const shown = (logo: Logo | null) =>
    logo && { type: logo.type, width: logo.width, height: logo.height, bytes: logo.bytes.length }
  return recordAudit(tx, given, businessId, [
    {
      ...by,
      action: after ? 'logo.set' : 'logo.remove',
      subject: { kind: 'business', id: businessId },
      before: shown(before),
      after: shown(after),
    },
  ])
}
