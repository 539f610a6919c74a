import type { Role } from '@kusanya/domain/role.ts'
import type { Sql } from '../db/sql.ts'

/** Somebody who signs in. `password` is the stored hash. */
export type User = {
  id: string
  email: string
  name: string
  language: 'en' | 'sw'
  password: string | null
  totp: Buffer | null
  totpConfirmed: boolean
  totpUsedStep: bigint | null
}

export type Membership = { businessId: string; businessName: string; role: Role }

/** One user by e-mail address or id. */
export async function findUser(sql: Sql, by: { email?: string; id?: string }): Promise<User | null> {
  const [row] = await sql<
    {
      id: string
      email: string
      name: string
      language: 'en' | 'sw'
      password: string | null
      totp: Buffer | null
      totp_confirmed_at: Date | null
      totp_used_step: bigint | null
    }[]
  >`
    select id, email, name, language, password, totp, totp_confirmed_at, totp_used_step from users
    where id = ${by.id ?? ''} or email = ${by.email ?? ''}
  `
  if (!row) return null
  const { totp_confirmed_at, totp_used_step, ...user } = row
  return { ...user, totpConfirmed: totp_confirmed_at !== null, totpUsedStep: totp_used_step }
}

/** The businesses that somebody may act for, by name. */
export async function findMemberships(sql: Sql, userId: string): Promise<Membership[]> {
  const rows = await sql<{ business_id: string; name: string; role: 'accountant' | 'auditor' | 'cashier' | 'owner' }[]>`
    select m.business_id, b.name, m.role from memberships m join businesses b on b.id = m.business_id
    where m.user_id = ${userId} order by b.name, b.id
  `
  return rows.map(({ business_id, name, role }) => ({ businessId: business_id, businessName: name, role }))
}
