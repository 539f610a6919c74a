import { expect, test } from 'vitest'
import { addUp, sayMoney } from './money.tsx'

test('amounts are added up in cents', () => {
  expect(8.2 + 0.1).toBe(8.299999999999999)
  expect(sayMoney(addUp(8.2, 0.1))).toBe('KES 8.30')
  expect(addUp()).toBe(0)
})
