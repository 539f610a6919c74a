import { accountNumber } from '@kusanya/domain/account-number.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'
import { openAccounts } from './open-accounts.ts'

let w: World
beforeAll(async () => {
  w = await world({ connected: false })
})
afterAll(() => w.end())

/** Chance whose draws are known, the last of them for ever. */
function drawing(...draws: bigint[]) {
  let drawn = 0
  const bytes = (length: number) => {
    const buffer = Buffer.alloc(length)
    buffer.writeBigUInt64BE(draws[Math.min(drawn++, draws.length - 1)] ?? 0n)
    return buffer
  }
  return { draws: () => drawn, given: { ...w.ctx, chance: { fraction: () => 0, bytes } } }
}

const wanted = (count: number) =>
  Array.from({ length: count }, () => ({ customerId: null, name: null, isDefault: false }))
const open = (businessId: string, count: number, given: ReturnType<typeof drawing>['given']) =>
  inBusiness(w.ctx.sql, businessId, (tx) => openAccounts(tx, given, businessId, wanted(count)))

test('a number that was drawn twice in one go is drawn again for the second only', async () => {
  const { given, draws } = drawing(1n, 1n, 2n, 3n)
  const opened = await open(w.businessId, 3, given)
  expect(opened.map(({ number }) => number)).toEqual([accountNumber(1n), accountNumber(3n), accountNumber(2n)])
  expect(draws()).toBe(4)
})

test('a number that the business has is not given again, and what is answered is what is stored', async () => {
  const { given } = drawing(2n, 1n, 4n)
  const [opened] = await open(w.businessId, 1, given)
  expect(opened?.number).toBe(accountNumber(4n))
  const stored = await inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx`select number from accounts where business_id = ${w.businessId} and id = ${opened?.id ?? ''}`,
  )
  expect(stored).toEqual([{ number: accountNumber(4n) }])
})

test('two businesses may have the same number', async () => {
  const { businessId } = await w.stranger()
  const { given } = drawing(1n)
  const [opened] = await open(businessId, 1, given)
  expect(opened?.number).toBe(accountNumber(1n))
})

test('chance that never finds a free number fails instead of searching for ever, and opens nothing', async () => {
  const { businessId } = await w.stranger()
  const { given } = drawing(5n)
  await expect(open(businessId, 2, given)).rejects.toThrow('chance finds them')
  const left = await inBusiness(
    w.ctx.sql,
    businessId,
    (tx) => tx`select id from accounts where business_id = ${businessId}`,
  )
  expect(left).toHaveLength(0)
})
