import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { makeLink } from './links.ts'

const email = 'owner@example.com'

/** Gives the demo its owner, who has no password, and a fresh link that signs in as him. Returns the link's address. */
export async function linkForDemoOwner(tx: Tx, given: Given, businessId: string): Promise<string> {
  const now = given.now()
  await tx`
    insert into users (id, email, name, language, created_at, updated_at)
    values (${given.newId()}, ${email}, 'Demo Owner', 'en', ${now}, ${now})
    on conflict (email) do nothing
  `
  const [owner] = await tx<{ id: string }[]>`select id from users where email = ${email}`
  const userId = owner?.id ?? ''
  await tx`
    insert into memberships (business_id, user_id, role, created_at, updated_at)
    values (${businessId}, ${userId}, 'owner', ${now}, ${now})
    on conflict do nothing
  `
  return `${given.publicUrl}/sign-in/${await makeLink(tx, given, { kind: 'demo', userId, businessId })}`
}
