import { nameWords } from '../domain/src/matching/names.ts'
import { inBusiness, type Sql, type Tx } from '../server/src/db/sql.ts'
import { sha256, type World } from './matching-book.ts'

/**
 * Writes the customers, accounts, words of names and bills of a world straight into a business, as the product would have
 * left them; `owner` may gather figures for the planner.
 */
export async function seedTown(owner: Sql, sql: Sql, business: string, world: World, at: Date): Promise<void> {
  const families = world.families.map((family, n) => ({ ...family, id: `c${n}`, phone: family.phones[0] ?? null }))
  await inChunks(families, (tx, rows) => {
    const customers = rows.map(({ id, firstName, surname, phone }) => ({
      id,
      name: `${firstName} ${surname}`,
      msisdn: phone,
      hash: phone && sha256(phone),
    }))
    return tx`
      insert into customers (business_id, id, name, msisdn, msisdn_hash, currency, type, active, source, created_at, updated_at)
      select ${business}, c.id, c.name, c.msisdn, c.hash, 'KES', 'individual', true, 'import', ${at}, ${at}
      from jsonb_to_recordset(${tx.json(customers)}) as c (id text, name text, msisdn text, hash text)`
  })
  const owners = families.flatMap(({ id, accounts }) => accounts.map((account) => ({ ...account, customer: id })))
  await inChunks(owners, (tx, rows) => {
    const made = rows.map(({ id, customer, number, name }) => ({ id, customer, number, name }))
    return tx`
      insert into accounts (business_id, id, customer_id, number, name, is_default, created_at, updated_at)
      select ${business}, a.id, a.customer, a.number, a.name, false, ${at}, ${at}
      from jsonb_to_recordset(${tx.json(made)}) as a (id text, customer text, number text, name text)`
  })
  await inBusiness(
    sql,
    business,
    (tx) => tx`insert into counters (business_id, series, next) values (${business}, 'account', ${1 + owners.length})`,
  )
  await inChunks(owners, (tx, rows) => {
    const words = rows.flatMap(({ id, name, customerName }) =>
      nameWords(`${name} ${customerName}`).map((word) => ({ word, id })),
    )
    return tx`
      insert into account_words (business_id, word, account_id)
      select ${business}, w.word, w.id from jsonb_to_recordset(${tx.json(words)}) as w (word text, id text)`
  })
  const customerOf = new Map(owners.map(({ id, customer }) => [id, customer]))
  const dues = new Map(world.accounts.flatMap(({ open }) => open.map(({ invoiceId, due }) => [invoiceId, due])))
  await inChunks(world.billed, (tx, rows) => {
    const invoices = rows.map(({ invoiceId, account, number }) => ({
      id: invoiceId,
      account: account.id,
      customer: customerOf.get(account.id),
      serial: String(number.serial),
      total: String(dues.get(invoiceId) ?? 0n),
    }))
    return tx`
      insert into invoices (business_id, id, customer_id, account_id, year, serial, currency, customer_name, items,
        subtotal, discount, tax, total, invoiced_at, due_at, issued_at, created_at, updated_at)
      select ${business}, i.id, i.customer, i.account, 2026, i.serial, 'KES', 'X', '[{}]', i.total, 0, 0, i.total, ${at}, ${at},
        ${at}, ${at}, ${at}
      from jsonb_to_recordset(${tx.json(invoices)}) as i (id text, account text, customer text, serial bigint, total bigint)`
  })

  async function inChunks<Row>(all: Row[], write: (tx: Tx, rows: Row[]) => Promise<unknown>) {
    for (let n = 0; n < all.length; n += 5_000)
      await inBusiness(sql, business, (tx) => write(tx, all.slice(n, n + 5_000)))
    console.error(`${all.length} rows after ${Math.round(performance.now() / 1000)} s`)
    // The next table refers to this one: without figures it would be read whole for every row.
    await owner`analyze`
  }
}
