import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromWire, largestAmount, readable, readDecimal, scale, toDecimal, toWire, wholeShillings } from './money.ts'

const amount = fc.bigInt({ min: 0n, max: largestAmount })

describe('an amount on the wire', () => {
  test('survives the way out and back, to the cent', () => {
    fc.assert(
      fc.property(amount, (cents) => fromWire(toWire(cents)) === cents),
      { numRuns: 20_000 },
    )
  })

  test('survives JSON text as well', () => {
    fc.assert(fc.property(amount, (cents) => fromWire(JSON.parse(JSON.stringify(toWire(cents)))) === cents))
  })

  test.each([
    [145800, 14_580_000n],
    [99.999, 9999n],
    [0.29, 29n],
    [1.005, 100n],
    [33.335, 3333n],
    [1e-7, 0n],
    [4.35, 435n],
    [8.2 * 100, 81_999n], // 819.9999999999999: what the number says, not what was meant
    [-0, 0n],
    [-1.239, -123n],
    [1e12, 100_000_000_000_000n],
    [1e21, 100_000_000_000_000_000_000_000n],
  ])('%d is read as %d cents: digits past the second are cut', (major, cents) => {
    expect(fromWire(major)).toBe(cents)
  })

  test('is never more than was written', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), (major) => {
        const cents = fromWire(major)
        return toWire(cents) <= major && major - toWire(cents) < 0.01 + major * 1e-15
      }),
    )
  })

  test('that is no number is an error, not an amount', () => {
    for (const major of [NaN, Infinity, -Infinity]) expect(() => fromWire(major)).toThrow(RangeError)
  })
})

describe('a decimal as Safaricom writes it', () => {
  test.each([
    ['2500', 250_000n],
    ['5.00', 500n],
    ['5.5', 550n],
    ['0.01', 1n],
    ['007', 700n],
  ])('%s is %d cents', (text, cents) => {
    expect(readDecimal(text)).toBe(cents)
  })

  test.each(['1e3', ' 5', '5 ', '٥', '0x10', 'NaN', '-1', '+1', '1,000', '5.', '.5', '1.234', '', '1'.repeat(16)])(
    '"%s" is none',
    (text) => {
      expect(readDecimal(text)).toBeNull()
    },
  )

  test('reads what toDecimal writes', () => {
    fc.assert(fc.property(amount, (cents) => readDecimal(toDecimal(cents)) === cents))
  })
})

describe('scale', () => {
  test.each([
    [749_997n, 750n, 10_000n, 56_250n], // 562.49775
    [1n, 5000n, 10_000n, 1n], // half a cent goes up
    [-1n, 5000n, 10_000n, -1n], // and away from nothing
    [3n, 1n, 3n, 1n],
    [0n, 7n, 10n, 0n],
  ])('%d × %d / %d is %d', (value, numerator, denominator, result) => {
    expect(scale(value, numerator, denominator)).toBe(result)
  })

  test('is off by half a cent at the most', () => {
    fc.assert(
      fc.property(amount, fc.bigInt({ min: 0n, max: 20_000n }), fc.bigInt({ min: 1n, max: 20_000n }), (value, n, d) => {
        const twiceOff = 2n * (scale(value, n, d) * d - value * n)
        return twiceOff <= d && twiceOff >= -d
      }),
    )
  })

  test('is the same below nothing, the other way round', () => {
    fc.assert(
      fc.property(amount, fc.bigInt({ min: 0n, max: 20_000n }), (value, n) => {
        return scale(-value, n, 10_000n) === -scale(value, n, 10_000n)
      }),
    )
  })
})

describe('to people', () => {
  test.each([
    [14_580_000n, '145,800'],
    [123_456n, '1,234.56'],
    [0n, '0'],
    [5n, '0.05'],
    [100_000_000n, '1,000,000'],
  ])('%d cents is written %s', (cents, text) => {
    expect(readable(cents)).toBe(text)
  })

  test('whole shillings cover the amount and not a shilling more', () => {
    fc.assert(
      fc.property(amount, (cents) => {
        const asked = BigInt(wholeShillings(cents)) * 100n
        return asked >= cents && asked - cents < 100n
      }),
    )
  })
})
