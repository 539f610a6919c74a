import { describe, expect, test } from 'vitest'
import type { Status } from './invoice.ts'
import { turnsOf } from './invoice-history.ts'

const at = (minute: number) => new Date(Date.UTC(2031, 1, 15, 10, minute))
const due = new Date('2031-03-15T00:00:00Z')
const later = new Date('2031-04-15T00:00:00Z')
const lived = (...told: [Status, bigint?, Date?][]) =>
  turnsOf(told.map(([status, total = 100n, dueAt = due], minute) => ({ at: at(minute), status, total, dueAt }))).map(
    ({ kind, at: when }) => `${kind} ${when.getUTCMinutes()}`,
  )

describe('the life of an invoice, from what was said of it', () => {
  test('one that was issued at once, was late and was paid', () => {
    expect(lived(['unpaid'], ['overdue'], ['overdue'], ['paid'])).toEqual(['issued 0', 'overdue 1'])
  })
  test('a draft that was rewritten, issued, withdrawn and issued again', () => {
    expect(lived(['draft'], ['draft', 200n], ['unpaid', 200n], ['draft', 200n], ['unpaid', 200n])).toEqual([
      'draft_made 0',
      'issued 2',
      'withdrawn 3',
      'issued 4',
    ])
  })
  test('one that was paid by hand as a draft was issued', () => {
    expect(lived(['draft'], ['paid'])).toEqual(['draft_made 0', 'issued 1'])
  })
  test('one that was cancelled and opened again; a cancelled draft was never issued before', () => {
    expect(lived(['unpaid'], ['cancelled'], ['unpaid'])).toEqual(['issued 0', 'cancelled 1', 'reopened 2'])
    expect(lived(['draft'], ['cancelled'], ['unpaid'])).toEqual(['draft_made 0', 'cancelled 1', 'issued 2'])
    expect(lived(['unpaid'], ['cancelled'], ['draft'])).toEqual(['issued 0', 'cancelled 1', 'withdrawn 2'])
  })
  test('another discount and another due date, by which it is late no more', () => {
    expect(lived(['overdue'], ['unpaid', 90n, later], ['overdue', 90n, later])).toEqual([
      'issued 0',
      'total_changed 1',
      'due_changed 1',
      'overdue 2',
    ])
  })
  test('nothing was said yet', () => {
    expect(turnsOf([])).toEqual([])
  })
})
