import { writeInstant } from '@kusanya/domain/day.ts'
import { roles } from '@kusanya/domain/role.ts'
import { tidyEmail } from '@kusanya/domain/sign-in.ts'
import { Type, type Static } from 'typebox'
import { maybe, named, submission, tidied, words } from '../http/fields.ts'
import type { Membership, User } from './rows.ts'
import type { Session } from './sessions.ts'
import type { Member } from './members.ts'
import type { Invitation } from './write-users.ts'

const Email = Type.String({ minLength: 1, maxLength: 254, pattern: '^\\s*[^\\s@]+@[^\\s@]+\\s*$' })
const Password = Type.String({ minLength: 1, maxLength: 1000 })
const Token = Type.String({ minLength: 1, maxLength: 100 })
const Code = Type.String({ minLength: 1, maxLength: 20 })
const languages = ['en', 'sw'] as const

export const SignInBody = Type.Object({ email: Email, password: Password, code: maybe(Code) }, submission)
export const ResetRequestBody = Type.Object({ email: Email }, submission)
export const ChoosePasswordBody = Type.Object({ token: Token, password: Password }, submission)
export const ChangePasswordBody = Type.Object({ current: Password, password: Password }, submission)
export const ProofBody = Type.Object({ password: Password }, submission)
export const CodeBody = Type.Object({ code: Code }, submission)
export const SwitchBody = Type.Object({ businessid: Type.String({ minLength: 1, maxLength: 100 }) }, submission)
export const UpdateSelfBody = Type.Object(
  { name: Type.Optional(words(200)), language: Type.Optional(Type.Enum(languages)) },
  submission,
)

export const InviteBody = Type.Object(
  { email: Email, name: words(200), role: Type.Enum(roles), language: maybe(Type.Enum(languages)) },
  submission,
)
export const UpdateMemberBody = Type.Object({ role: Type.Enum(roles) }, submission)

export const MemberOnWire = named('User', {
  _id: Type.String(),
  email: Type.String(),
  name: Type.String(),
  role: Type.Enum(roles),
  status: Type.Enum(['invited', 'active']),
  totp: Type.Boolean({ description: 'Signs in with a second factor' }),
  createdat: Type.String(),
  updatedat: Type.String(),
})
export const InvitedOnWire = named('InvitedUser', {
  ...MemberOnWire.properties,
  invitationurl: Type.String({ description: 'Where the password is chosen, within seven days. Shown once' }),
})

export function readInvitation(body: Static<typeof InviteBody>): Invitation {
  return { email: tidyEmail(body.email), name: tidied(body.name), role: body.role, language: body.language ?? 'en' }
}

export function presentMember(member: Member): Static<typeof MemberOnWire> {
  return {
    _id: member.userId,
    email: member.email,
    name: member.name,
    role: member.role,
    status: member.invited ? 'invited' : 'active',
    totp: member.totp,
    createdat: writeInstant(member.createdAt),
    updatedat: writeInstant(member.updatedAt),
  }
}

/** What the dashboard has to know of who is signed in. */
export function presentSession(session: Session, user: User, memberships: Membership[]) {
  return {
    user: { _id: user.id, email: user.email, name: user.name, language: user.language, totp: user.totpConfirmed },
    businessid: session.businessId,
    role: session.role,
    scopes: session.scopes,
    businesses: memberships.map(({ businessId, businessName, role }) => ({
      _id: businessId,
      name: businessName,
      role,
    })),
  }
}
