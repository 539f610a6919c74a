import { indexAccounts } from '@kusanya/domain/matching/account-index.ts'
import { wholeShillings, type Account, type Book } from '@kusanya/domain/matching/book.ts'
import { commonAmount, type Keys, type Paid } from '@kusanya/domain/matching/leads.ts'
import type { Tx } from '../db/sql.ts'
import {
  countAccounts,
  countNamed,
  countOwing,
  owing,
  withInvoices,
  withNames,
  withNumbers,
  withPhones,
  type BilledRow,
} from './find-accounts.ts'
import { findPast } from './find-past.ts'

/**
 * The accounts that these payments may be for, as a book that answers as if it held the whole business. A dozen statements
 * however many payments there are; each asks an index for the few rows that carry one of the keys.
 */
export async function fetchBook(
  tx: Tx,
  businessId: string,
  asked: { paid: Paid; keys: Keys }[],
  now: Date,
): Promise<Book> {
  const keys = asked.map(({ keys }) => keys)
  const told = unique(keys.flatMap(({ names }) => names))
  const amounts = unique(asked.map(({ paid }) => wholeShillings(paid.amount)))
  const [numbered, invoices, phoned, named, past, namedCounts, owingCounts, counts] = await Promise.all([
    withNumbers(tx, businessId, unique(keys.flatMap(({ reference }) => [...reference.numbers.keys()]))),
    withInvoices(
      tx,
      businessId,
      keys.flatMap(({ reference }) => reference.invoices.map(({ number }) => number)),
    ),
    withPhones(
      tx,
      businessId,
      keys.flatMap(({ phone, reference }) =>
        [phone ?? [], reference.phone === null ? [] : { kind: 'full' as const, phone: reference.phone }].flat(),
      ),
    ),
    withNames(
      tx,
      businessId,
      keys.map(({ reference }) => reference.names),
    ),
    findPast(tx, businessId, keys, now),
    countNamed(tx, businessId, unique([...told, ...keys.flatMap(({ reference }) => reference.names)])),
    countOwing(tx, businessId, amounts),
    countAccounts(tx, businessId),
  ])
  const rare = amounts.filter((amount) => (owingCounts.get(amount) ?? 0) <= commonAmount)
  const owed = await owing(tx, businessId, rare, told)
  const ids = [
    ...[numbered, phoned, named, owed].flatMap((rows) => rows.map(({ id }) => id)),
    ...invoices.map(({ account_id }) => account_id),
    ...[...past.values()].flatMap((some) => some.map(({ accountId }) => accountId)),
  ]
  const accounts = await readAccounts(tx, businessId, unique(ids))
  return indexAccounts({
    accounts,
    invoices: billed(invoices, accounts),
    past,
    counts: { ...counts, named: namedCounts, owing: owingCounts },
  })
}

/** The accounts whose number, invoice, phone or name was typed: all that a validation has to know. */
export async function fetchTyped(tx: Tx, businessId: string, reference: Keys['reference']): Promise<Book> {
  const [numbered, invoices, phoned, named] = await Promise.all([
    withNumbers(tx, businessId, [...reference.numbers.keys()]),
    withInvoices(
      tx,
      businessId,
      reference.invoices.map(({ number }) => number),
    ),
    withPhones(tx, businessId, reference.phone === null ? [] : [{ kind: 'full', phone: reference.phone }]),
    withNames(tx, businessId, reference.names.length > 1 ? [reference.names] : []),
  ])
  const ids = [
    ...[numbered, phoned, named].flatMap((rows) => rows.map(({ id }) => id)),
    ...invoices.map(({ account_id }) => account_id),
  ]
  const accounts = await readAccounts(tx, businessId, unique(ids))
  return indexAccounts({ accounts, invoices: billed(invoices, accounts), past: new Map() })
}

async function readAccounts(tx: Tx, businessId: string, ids: string[]): Promise<Account[]> {
  if (ids.length === 0) return []
  const [rows, open, newest] = await Promise.all([
    tx<
      {
        id: string
        number: string
        name: string | null
        created_at: Date
        customer_name: string
        msisdn: string | null
        msisdn_hash: string | null
      }[]
    >`
      select a.id, a.number, a.name, a.created_at, c.name as customer_name, c.msisdn, c.msisdn_hash
      from accounts a join customers c on c.business_id = a.business_id and c.id = a.customer_id
      where a.business_id = ${businessId} and a.id = any (${ids})
    `,
    tx<{ id: string; account_id: string; total: bigint; paid: bigint; adjusted: bigint }[]>`
      select id, account_id, total, paid, adjusted from invoices
      where business_id = ${businessId} and account_id = any (${ids})
        and issued_at is not null and cancelled_at is null and paid + adjusted < total and currency = 'KES'
      order by account_id, due_at, id
    `,
    tx<{ account_id: string; issued_at: Date }[]>`
      select distinct on (account_id) account_id, issued_at from invoices
      where business_id = ${businessId} and account_id = any (${ids}) and issued_at is not null
      order by account_id, issued_at desc
    `,
  ])
  const openOf = Map.groupBy(open, ({ account_id }) => account_id)
  const billedOf = new Map(newest.map(({ account_id, issued_at }) => [account_id, issued_at]))
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    name: row.name,
    customerName: row.customer_name,
    phones: row.msisdn === null ? [] : [row.msisdn],
    phoneHashes: row.msisdn_hash === null ? [] : [row.msisdn_hash],
    open: (openOf.get(row.id) ?? []).map(({ id, total, paid, adjusted }) => ({
      invoiceId: id,
      due: total - paid - adjusted,
    })),
    billedAt: billedOf.get(row.id) ?? row.created_at,
  }))
}

function billed(rows: BilledRow[], accounts: Account[]) {
  const byId = new Map(accounts.map((account) => [account.id, account]))
  return rows.flatMap(({ id, account_id, year, serial }) => {
    const account = byId.get(account_id)
    return account ? [{ account, invoiceId: id, number: { year, serial } }] : []
  })
}

function unique<T>(values: T[]): T[] {
  return [...new Set(values)]
}
