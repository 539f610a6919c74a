import { scopes, type Scope } from './api-key.ts'

/** What somebody is to a business who signs in. Only owners decide who may do what, and where M-PESA's money goes. */
export const roles = ['owner', 'accountant', 'cashier', 'auditor'] as const
export type Role = (typeof roles)[number]

const scopesOf: Record<Role, readonly Scope[]> = {
  owner: scopes,
  accountant: scopes,
  cashier: ['read', 'payments'],
  auditor: ['read'],
}

export function scopesOfRole(role: Role): readonly Scope[] {
  return scopesOf[role]
}

/** Who may do what needs a scope, as a sentence names them: "an owner or an accountant". */
export function whoMay(scope: Scope, onlyOwners: boolean): string {
  const able = onlyOwners ? ['owner'] : roles.filter((role) => scopesOf[role].includes(scope))
  const named = able.map((role) => `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}`)
  return [named.slice(0, -1).join(', '), named.at(-1)].filter(Boolean).join(' or ')
}
