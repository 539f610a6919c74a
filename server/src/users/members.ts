import type { Role } from '@kusanya/domain/role.ts'
import type { Tx } from '../db/sql.ts'
import { top } from '../http/cursor.ts'
import type { Page } from '../http/envelope.ts'

export type Member = {
  userId: string
  email: string
  name: string
  role: Role
  /** Invited, and has not chosen a password yet. */
  invited: boolean
  totp: boolean
  createdAt: Date
  updatedAt: Date
}

type Wanted = Pick<Page, 'take' | 'offset' | 'before'> & { userId: string | null }

/** Who may act for the business: the newest first. */
export async function listMembers(
  tx: Tx,
  businessId: string,
  { take, offset, before, userId }: Wanted,
): Promise<Member[]> {
  const rows = await tx<
    {
      user_id: string
      email: string
      name: string
      role: 'accountant' | 'auditor' | 'cashier' | 'owner'
      password: string | null
      totp_confirmed_at: Date | null
      created_at: Date
      updated_at: Date
    }[]
  >`
    select m.user_id, u.email, u.name, m.role, u.password, u.totp_confirmed_at, m.created_at, m.updated_at
    from memberships m join users u on u.id = m.user_id
    where m.business_id = ${businessId} and (${userId}::text is null or m.user_id = ${userId})
      and (m.created_at, m.user_id) < (${before.at}, ${before.id})
    order by m.created_at desc, m.user_id desc limit ${take} offset ${offset}
  `
  return rows.map((row) => ({
    userId: row.user_id,
    email: row.email,
    name: row.name,
    role: row.role,
    invited: row.password === null,
    totp: row.totp_confirmed_at !== null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }))
}

export async function findMember(tx: Tx, businessId: string, userId: string): Promise<Member | undefined> {
  const [member] = await listMembers(tx, businessId, { take: 1, offset: 0, before: top, userId })
  return member
}

export async function countMembers(tx: Tx, businessId: string): Promise<bigint> {
  const [row] = await tx<{ total: bigint }[]>`
    select count(*) as total from memberships where business_id = ${businessId}
  `
  return row?.total ?? 0n
}
