import { expect, test } from 'vitest'
import { plainSigns, smsLength } from './sms.ts'

test.each([
  ['', 'GSM-7', 0, 1, 160],
  ['a'.repeat(160), 'GSM-7', 160, 1, 0],
  ['a'.repeat(161), 'GSM-7', 161, 2, 145],
  ['a'.repeat(306), 'GSM-7', 306, 2, 0],
  ['a'.repeat(307), 'GSM-7', 307, 3, 152],
  ['€'.repeat(80), 'GSM-7', 160, 1, 0],
  ['[KES]', 'GSM-7', 7, 1, 153],
  ['Ç£é\n', 'GSM-7', 4, 1, 156],
  ['ç', 'UCS-2', 1, 1, 69],
  ['ŵ'.repeat(70), 'UCS-2', 70, 1, 0],
  ['ŵ'.repeat(71), 'UCS-2', 71, 2, 63],
] as const)('%j goes out as %s, %i long, in %i parts', (text, encoding, units, parts, left) => {
  expect(smsLength(text)).toMatchObject({ encoding, units, parts, left })
})

test('a sign of two places is not cut in two: the part before it ends early', () => {
  expect(smsLength(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toMatchObject({ units: 306, parts: 3 })
  expect(smsLength(`${'ŵ'.repeat(66)}😀${'ŵ'.repeat(66)}`)).toMatchObject({ units: 134, parts: 3 })
})

test('names each sign once that is not in the alphabet of the networks', () => {
  expect(smsLength('Don’t – don’t').unusual).toEqual(['’', '–'])
})

test('curly quotes, dashes and hard spaces become signs that every phone has; what has no such sign stays', () => {
  const plain = plainSigns('Don’t pay KES\u00a05 – “ever”… Ŵanjiru')
  expect(plain).toBe('Don\'t pay KES 5 - "ever"... Ŵanjiru')
  expect(smsLength(plain).unusual).toEqual(['Ŵ'])
})
