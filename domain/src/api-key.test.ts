import { describe, expect, test } from 'vitest'
import {
  checkDoorStaysOpen,
  checkHeld,
  endOfPredecessor,
  expiryOfSuccessor,
  scopes,
  statusOfKey,
  type KeyTerms,
  type Scope,
} from './api-key.ts'
import { Refusal } from './refusal.ts'

const now = new Date('2031-03-10T08:00:00Z')
const earlier = new Date('2031-03-01T08:00:00Z')
const later = new Date('2031-04-01T08:00:00Z')
const full: KeyTerms = { scopes, createdAt: earlier, expiresAt: null, revokedAt: null }
const code = (work: () => unknown) => {
  try {
    work()
    return 'done'
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error)
  }
}

test.each([
  [{}, 'active'],
  [{ expiresAt: later }, 'active'],
  [{ expiresAt: now }, 'expired'],
  [{ expiresAt: later, revokedAt: earlier }, 'revoked'],
  [{ expiresAt: earlier, revokedAt: earlier }, 'revoked'],
])('a key with %j is %s', (changes, status) => {
  expect(statusOfKey({ ...full, ...changes }, now)).toBe(status)
})

test.each<[Scope[], Scope[], string]>([
  [['read', 'write', 'payments'], ['read', 'write', 'payments'], 'done'],
  [['read', 'write'], ['read'], 'done'],
  [['read', 'write'], ['payments'], 'scope_not_held'],
  [['write'], ['read', 'write'], 'scope_not_held'],
])('a key with %j that hands out %j: %s', (own, wanted, outcome) => {
  expect(code(() => checkHeld(own, wanted))).toBe(outcome)
})

describe('the last key that may do everything for ever', () => {
  test.each<[KeyTerms[], string]>([
    [[full], 'done'],
    [[{ ...full, revokedAt: now }, full], 'done'],
    [[], 'api_key_last'],
    [[{ ...full, revokedAt: now }], 'api_key_last'],
    [[{ ...full, expiresAt: later }], 'api_key_last'],
    [
      [
        { ...full, scopes: ['read', 'write'] },
        { ...full, scopes: ['payments'] },
      ],
      'api_key_last',
    ],
  ])('%#: %s', (keys, outcome) => {
    expect(code(() => checkDoorStaysOpen(keys))).toBe(outcome)
  })
})

test('a successor lives as long as was meant for its predecessor', () => {
  expect(expiryOfSuccessor(full, now)).toBeNull()
  expect(expiryOfSuccessor({ ...full, expiresAt: later }, now)).toEqual(new Date('2031-04-10T08:00:00Z'))
})

test.each([
  [null, 24, '2031-03-11T08:00:00Z'],
  [null, 0, '2031-03-10T08:00:00Z'],
  [later, 24, '2031-03-11T08:00:00Z'],
  [new Date('2031-03-10T09:00:00Z'), 24, '2031-03-10T09:00:00Z'],
])('a predecessor that expires %s ends, with %s hours of overlap, at %s', (expiresAt, hours, end) => {
  expect(endOfPredecessor({ expiresAt }, now, hours)).toEqual(new Date(end))
})
