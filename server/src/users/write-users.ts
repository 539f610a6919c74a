import type { Role } from '@kusanya/domain/role.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { recordAudit, type By, type Picture } from '../audit/record-audit.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { queueMails } from '../mail/queue-mails.ts'
import { findMember, type Member } from './members.ts'
import { makeLink } from './links.ts'
import { letters } from './letters.ts'

export type Invitation = { email: string; name: string; role: Role; language: 'en' | 'sw' }

/**
 * Lets somebody act for the business and sends the link with which a password is chosen; who signs in already needs none.
 * Returns the member and the link, which is told only here. Refuses who belongs to the business already.
 */
export async function inviteMember(
  tx: Tx,
  given: Given,
  businessId: string,
  { email, name, role, language }: Invitation,
  by: By,
): Promise<{ member: Member; link: string }> {
  const now = given.now()
  await tx`
    insert into users (id, email, name, language, created_at, updated_at)
    values (${given.newId()}, ${email}, ${name}, ${language}, ${now}, ${now})
    on conflict (email) do nothing
  `
  const [user] = await tx<{ id: string }[]>`select id from users where email = ${email}`
  const userId = user?.id ?? ''
  const added = await tx<{ user_id: string }[]>`
    insert into memberships (business_id, user_id, role, created_at, updated_at)
    values (${businessId}, ${userId}, ${role}, ${now}, ${now})
    on conflict do nothing
    returning user_id
  `
  if (added.length === 0) refuse('user_already_member')
  const member = await findMember(tx, businessId, userId)
  if (!member) return refuse('user_not_found')
  const link = `${given.publicUrl}/invitation/${await makeLink(tx, given, { kind: 'invitation', userId, businessId })}`
  const [business] = await tx<{ name: string }[]>`select name from businesses where id = ${businessId}`
  const letter = letters[language].invitation({ name: member.name, business: business?.name ?? '', link })
  await queueMails(tx, given, businessId, [{ kind: 'invitation', subjectId: userId, recipient: email, ...letter }])
  await recordAudit(tx, given, businessId, [line('user.invite', userId, by, null, { email, role })])
  return { member, link }
}

/** Changes what somebody may do here. Their sessions see it within five seconds. */
export async function changeRole(
  tx: Tx,
  given: Given,
  businessId: string,
  userId: string,
  role: Role,
  by: By,
): Promise<{ member: Member; modified: boolean }> {
  const before = await lockMember(tx, businessId, userId)
  if (before.role === role) return { member: before, modified: false }
  await tx`
    update memberships set role = ${role}, updated_at = ${given.now()}
    where business_id = ${businessId} and user_id = ${userId}
  `
  await keepAnOwner(tx, businessId)
  await recordAudit(tx, given, businessId, [line('user.update', userId, by, { role: before.role }, { role })])
  return { member: { ...before, role, updatedAt: given.now() }, modified: true }
}

/** Lets somebody no longer act for the business, and ends what they had open for it. The person stays, for the audit trail. */
export async function removeMember(tx: Tx, given: Given, businessId: string, userId: string, by: By): Promise<Member> {
  const before = await lockMember(tx, businessId, userId)
  await tx`delete from sessions where business_id = ${businessId} and user_id = ${userId}`
  await tx`delete from sign_in_links where business_id = ${businessId} and user_id = ${userId}`
  await tx`delete from memberships where business_id = ${businessId} and user_id = ${userId}`
  await keepAnOwner(tx, businessId)
  const was = { email: before.email, role: before.role }
  await recordAudit(tx, given, businessId, [line('user.remove', userId, by, was, null)])
  return before
}

async function lockMember(tx: Tx, businessId: string, userId: string): Promise<Member> {
  // All members, in one order: two owners who remove each other do it one after the other.
  await tx<{ user_id: string }[]>`
    select user_id from memberships where business_id = ${businessId} order by user_id for update
  `
  const member = await findMember(tx, businessId, userId)
  return member ?? refuse('user_not_found')
}

async function keepAnOwner(tx: Tx, businessId: string): Promise<void> {
  const owners = await tx<{ user_id: string }[]>`
    select user_id from memberships where business_id = ${businessId} and role = 'owner' limit 1
  `
  if (owners.length === 0) refuse('user_last_owner')
}

function line(action: string, userId: string, by: By, before: Picture | null, after: Picture | null) {
  return { ...by, action, subject: { kind: 'user', id: userId }, before, after }
}
