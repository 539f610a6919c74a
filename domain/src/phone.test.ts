import { describe, expect, test } from 'vitest'
import { localPhone, maskedPhone, readPhone } from './phone.ts'

describe('a Kenyan mobile number', () => {
  test.each([
    '0712345678',
    '+254712345678',
    '254712345678',
    '712345678',
    '0712 345 678',
    '+254 (712) 345-678',
    '0712.345.678',
  ])('written %s is 254712345678', (text) => {
    expect(readPhone(text)).toBe('254712345678')
  })

  test('may begin with 01 as well', () => {
    expect(readPhone('0110123456')).toBe('254110123456')
  })

  test.each([
    '',
    '0712',
    '07123456789',
    '0812345678',
    '255712345678',
    '+1 212 555 0100',
    '2547 ***** 678',
    'abc',
    '٠٧١٢٣٤٥٦٧٨',
  ])('"%s" is none', (text) => {
    expect(readPhone(text)).toBeNull()
  })

  test('is shown as people write it, and with its middle hidden', () => {
    expect(localPhone('254712345678')).toBe('0712 345 678')
    expect(maskedPhone('+254712345678')).toBe('0712 ••• 678')
    expect(localPhone('+1 212 555 0100')).toBe('+1 212 555 0100')
  })
})
