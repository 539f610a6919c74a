import assert from 'node:assert/strict'
import { accountNumber } from '@kusanya/domain/account-number.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

/** `customerId` is null for the account of a standalone payment link. */
export type NewAccount = { customerId: string | null; name: string | null; isDefault: boolean }
export type OpenedAccount = NewAccount & { id: string; number: string }

const mostDraws = 20

/**
 * Opens accounts, each with a number that no other account of the business has. Numbers are drawn by chance, so that
 * nobody can guess a neighbour's; the few that turn out to be taken are drawn again, in one statement for all of them.
 */
export async function openAccounts(
  tx: Tx,
  given: Pick<Given, 'now' | 'newId' | 'chance'>,
  businessId: string,
  wanted: NewAccount[],
): Promise<OpenedAccount[]> {
  const now = given.now()
  const accounts = wanted.map((account): OpenedAccount => ({ ...account, id: given.newId(), number: '' }))
  let waiting = accounts
  for (let draws = 0; waiting.length > 0; draws++) {
    assert(draws < mostDraws, 'of 148 million numbers some are free, and chance finds them')
    for (const account of waiting) account.number = accountNumber(given.chance.bytes(8).readBigUInt64BE())
    const rows = waiting.map(({ id, customerId, number, name, isDefault }) => ({
      id,
      customer_id: customerId,
      number,
      name,
      is_default: isDefault,
    }))
    const opened = await tx<{ id: string }[]>`
      insert into accounts (business_id, id, customer_id, number, name, is_default, created_at, updated_at)
      select ${businessId}, a.id, a.customer_id, a.number, a.name, a.is_default, ${now}, ${now}
      from jsonb_to_recordset(${tx.json(rows)}) as a (id text, customer_id text, number text, name text, is_default boolean)
      on conflict on constraint accounts_number_unique do nothing
      returning id
    `
    const ids = new Set(opened.map(({ id }) => id))
    waiting = waiting.filter(({ id }) => !ids.has(id))
  }
  await countOpened(tx, businessId, accounts.filter(({ customerId }) => customerId !== null).length)
  return accounts
}

/** Matching asks with each payment how many there are: a counter says so at once, however many they become. */
async function countOpened(tx: Tx, businessId: string, opened: number): Promise<void> {
  if (opened === 0) return
  await tx`
    insert into counters (business_id, series, next) values (${businessId}, 'account', ${1 + opened})
    on conflict (business_id, series) do update set next = counters.next + ${opened}
  `
}
