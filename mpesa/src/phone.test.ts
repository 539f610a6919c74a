import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPhone, maskPhone, normalizePhone, PesafyError } from './index.ts'

test.each([
  '0712345678',
  '712345678',
  '254712345678',
  '+254712345678',
  '+254 712 345 678',
  '+254 (0) 712-345-678',
  '2540712345678',
  '00254712345678',
  '0712.345.678',
  ' 07 1234 5678 ',
  'tel:+254712345678',
  '\u202a+254\u00a0712\u00a0345\u00a0678\u202c',
  '0712‑345‑678',
])('%s is 254712345678', (text) => {
  expect(normalizePhone(text)).toBe('254712345678')
})

test.each(['0110345678', '+254110345678', '110345678'])('%s, of the newer numbers, is 254110345678', (text) => {
  expect(normalizePhone(text)).toBe('254110345678')
})

test.each([
  ['a landline', '0202345678'],
  ['too short', '071234567'],
  ['too long', '07123456789'],
  ['another country', '+255712345678'],
  ['a plus without the country', '+0712345678'],
  ['a plus and the bare number', '+712345678'],
  ['a plus and a trunk prefix', '+00254712345678'],
  ['a plus and a trunk zero', '+0254712345678'],
  ['an old prefix', '254612345678'],
  ['letters', '0712AB5678'],
  ['nothing', ''],
  ['two numbers', '0712345678/0722000000'],
  ['a masked number', '2547 ***** 126'],
  ['Arabic digits', '٠٧١٢٣٤٥٦٧٨'],
  ['no text', 712345678 as unknown as string],
])('%s is refused: %s', (_, text) => {
  const read = () => normalizePhone(text)
  expect(read).toThrow(expect.objectContaining({ code: 'INVALID_PHONE', outcome: 'not_sent' }))
  expect(findPhone(text)).toBeNull()
})

test('the refusal does not repeat the number', () => {
  try {
    normalizePhone('07123456789')
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(PesafyError)
    expect((error as PesafyError).message).not.toContain('712345')
  }
})

test('every number comes back from every way of writing it', () => {
  const subscriber = fc.tuple(fc.constantFrom('7', '1'), fc.integer({ min: 0, max: 99_999_999 }))
  const written = fc.tuple(
    fc.constantFrom('0', '254', '+254', '00254', '', '+254 (0)'),
    fc.constantFrom('', ' ', '-', '.'),
  )
  fc.assert(
    fc.property(subscriber, written, ([first, rest], [prefix, gap]) => {
      const nine = first + String(rest).padStart(8, '0')
      const text = `${prefix}${nine.slice(0, 3)}${gap}${nine.slice(3, 6)}${gap}${nine.slice(6)}`
      expect(normalizePhone(text)).toBe(`254${nine}`)
    }),
  )
})

test('a mask shows enough to recognise a number and too little to call it', () => {
  expect(maskPhone('254712345678')).toBe('254712•••678')
})
