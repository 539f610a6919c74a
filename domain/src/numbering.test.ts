import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numbered, readSerials, writeSerial, yearOfNumber, type Numbered } from './numbering.ts'

const kind = fc.constantFrom(...(Object.keys(numbered) as Numbered[]))
const year = fc.oneof(fc.constant(0), fc.integer({ min: 1970, max: 9999 }))

describe('numbers of documents', () => {
  test('name the year, or run through the years', () => {
    expect(writeSerial('invoice', { year: 2031, serial: 7n })).toBe('INV-2031-007')
    expect(writeSerial('invoice', { year: 0, serial: 1842n })).toBe('INV-1842')
    expect(writeSerial('credit_note', { year: 0, serial: 7n })).toBe('CN-007')
    expect(writeSerial('receipt', { year: 2031, serial: 1000n })).toBe('RCP-2031-1000')
    expect([yearOfNumber('2031-02-15', 'yearly'), yearOfNumber('2031-02-15', 'running')]).toEqual([2031, 0])
  })

  test('are read as people type them', () => {
    for (const typed of ['inv-1842', 'INV1842', ' Inv 1842 '])
      expect(readSerials('invoice', typed), typed).toEqual([{ year: 0, serial: 1842n }])
    expect(readSerials('invoice', 'INV 2031 007')).toEqual([
      { year: 2031, serial: 7n },
      { year: 0, serial: 2031007n },
    ])
    expect(readSerials('invoice', 'INV-2031-007')).toEqual([{ year: 2031, serial: 7n }])
    expect(readSerials('invoice', 'INV-2031007')).toEqual([{ year: 0, serial: 2031007n }])
    for (const typed of ['', 'INV', '1842', 'INV-', 'INV-18x', 'RCP-2031-001', 'INV-2031-'])
      expect(readSerials('invoice', typed), typed).toEqual([])
  })

  test('are read back as they are written, and as no other one', () => {
    fc.assert(
      fc.property(kind, year, fc.bigInt(1n, 10n ** 11n), (of, in_, serial) => {
        expect(readSerials(of, writeSerial(of, { year: in_, serial }))).toEqual([{ year: in_, serial }])
      }),
    )
  })

  test('of two documents are never written alike', () => {
    fc.assert(
      fc.property(kind, year, year, fc.bigInt(1n, 10n ** 11n), fc.bigInt(1n, 10n ** 11n), (of, one, other, a, b) => {
        const isSame = one === other && a === b
        expect(writeSerial(of, { year: one, serial: a }) === writeSerial(of, { year: other, serial: b })).toBe(isSame)
      }),
    )
  })
})
