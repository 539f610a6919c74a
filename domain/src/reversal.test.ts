import { describe, expect, test } from 'vitest'
import { nextReversalLookAt, nextReversalState, reversalStates } from './reversal.ts'

const now = new Date('2031-03-01T08:00:00Z')

test('is looked after ever more seldom for half a day, then it is a person’s', () => {
  const minutes = [0, 1, 2, 3, 4].map((attempts) => (nextReversalLookAt(attempts, now)?.getTime() ?? 0) - now.getTime())
  expect(minutes.map((ms) => ms / 60_000)).toEqual([2, 10, 30, 120, 720])
  expect(nextReversalLookAt(5, now)).toBeNull()
})

describe('news of a reversal', () => {
  test('that it is done is the last word', () => {
    expect(reversalStates.map((state) => nextReversalState(state, 'done'))).toEqual([
      'done',
      'done',
      null,
      'done',
      'done',
    ])
  })
  test('that it was refused ends what is not over', () => {
    expect(reversalStates.map((state) => nextReversalState(state, 'refused'))).toEqual([
      'refused',
      'refused',
      null,
      null,
      'refused',
    ])
  })
})
