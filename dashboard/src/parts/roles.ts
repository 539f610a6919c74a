import { say } from '../words/say.ts'

export const roles = ['owner', 'accountant', 'cashier', 'auditor'] as const
export type Role = (typeof roles)[number]

export function sayRole(role: Role): string {
  return say(({ owner: 'owner', accountant: 'accountant', cashier: 'cashier', auditor: 'auditor' } as const)[role])
}

/** What somebody with a role may do, in a sentence. */
export function sayDuties(role: Role): string {
  const duties = {
    owner: 'Everything, and decides who may do what',
    accountant: 'Everything but users, keys and settings',
    cashier: 'Looks, and records payments',
    auditor: 'Looks, and changes nothing',
  } as const
  return say(duties[role])
}
