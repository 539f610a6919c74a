import { expect, test } from 'vitest'
import { scopesOfRole, whoMay } from './role.ts'

test('a cashier takes money and changes nothing else; an auditor only looks', () => {
  expect([scopesOfRole('cashier'), scopesOfRole('auditor')]).toEqual([['read', 'payments'], ['read']])
})

test.each([
  ['write', false, 'an owner or an accountant'],
  ['payments', false, 'an owner, an accountant or a cashier'],
  ['read', false, 'an owner, an accountant, a cashier or an auditor'],
  ['write', true, 'an owner'],
] as const)('who may %s (owners only: %s): %s', (scope, onlyOwners, said) => {
  expect(whoMay(scope, onlyOwners)).toBe(said)
})
