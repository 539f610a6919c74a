import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { happenings } from '@kusanya/domain/happening.ts'
import { confirmations, roads } from '@kusanya/domain/payment.ts'
import { connect, inBusiness, type Sql } from '../server/src/db/sql.ts'
import { causes, ledgerAccounts } from '../server/src/ledger/post.ts'
import { freshDatabase } from './databases.ts'
import { readSources } from './sources.ts'

/** Asked before it is known whose request it is, or about no business: the only tables without row security. */
const directory = [
  'api_keys',
  'businesses',
  'memberships',
  'migrations',
  'secret_paths',
  'sessions',
  'sign_in_failures',
  'sign_in_links',
  'users',
]
const neverChanged = [
  'adjustments',
  'allocations',
  'audit_lines',
  'closes',
  'credit_notes',
  'delivery_attempts',
  'events',
  'evidence',
  'payment_confirmations',
  'payments',
  'postings',
  'receipts',
  'refunds',
  'refused_payments',
  'statement_imports',
  'statement_lines',
]

const isTest = (path: string) => path.endsWith('.test.ts')

let database: Awaited<ReturnType<typeof freshDatabase>>
let owner: Sql
let app: Sql
beforeAll(async () => {
  database = await freshDatabase()
  owner = connect(database.url, { max: 1 })
  app = connect(database.url, { max: 2, role: 'kusanya_app' })
})
afterAll(async () => {
  await Promise.all([owner.end(), app.end()])
  await database.drop()
})

const ours = () => owner`c.relnamespace = 'public'::regnamespace`
const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)

async function tables(): Promise<string[]> {
  return names(
    await owner<{ name: string }[]>`
    select relname as name from pg_class c where ${ours()} and relkind in ('r', 'p') order by relname
  `,
  )
}

describe('the business comes first', () => {
  test('in every table but the directory, as a column that is never empty', async () => {
    const without = await owner<{ name: string }[]>`
      select relname as name from pg_class c where ${ours()} and relkind = 'r' and not exists (
        select 1 from pg_attribute where attrelid = c.oid and attname = 'business_id' and attnotnull
      ) order by relname
    `
    expect(names(without)).toEqual(['businesses', 'migrations', 'sign_in_failures', 'users'])
  })

  test('in every primary key, unique constraint, index and foreign key', async () => {
    const indexes = await owner<{ name: string; first: string | null }[]>`
      select c.relname || '.' || i.relname as name, a.attname as first
      from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
      where ${ours()} and c.relname <> all (${directory})
    `
    const keys = await owner<{ name: string; first: string }[]>`
      select c.relname || '.' || k.conname as name, a.attname as first
      from pg_constraint k join pg_class c on c.oid = k.conrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
      where ${ours()} and k.contype = 'f' and c.relname <> all (${directory})
    `
    expect(indexes.length).toBeGreaterThan(40)
    expect([...indexes, ...keys].filter(({ first }) => first !== 'business_id')).toEqual([])
  })

  test('so that a row can only point at a row of the same business', async () => {
    const crossing = await owner<{ name: string }[]>`
      select k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
      where ${ours()} and k.contype = 'f' and k.confrelid <> all ('{businesses,users}'::regclass[]) and not exists (
        select 1 from unnest(k.conkey, k.confkey) as pair (here, there)
        join pg_attribute h on h.attrelid = k.conrelid and h.attnum = pair.here and h.attname = 'business_id'
        join pg_attribute t on t.attrelid = k.confrelid and t.attnum = pair.there and t.attname = 'business_id'
      )
    `
    expect(names(crossing)).toEqual([])
  })

  test('and every foreign key has an index that begins with its columns', async () => {
    const bare = await owner<{ name: string }[]>`
      select k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
      where ${ours()} and k.contype = 'f' and not exists (
        select 1 from pg_index x where x.indrelid = k.conrelid and coalesce(pg_get_expr(x.indpred, x.indrelid), 'is not null') ilike '%is not null%'
          and (x.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey
      )
    `
    expect(names(bare)).toEqual([])
  })
})

describe('columns', () => {
  test('amounts are bigint, and no column is a float, an enum, a domain or numbers itself', async () => {
    const columns = await owner<{ name: string; type: string; kind: string; fallback: string | null }[]>`
      select c.relname || '.' || a.attname as name, format_type(a.atttypid, a.atttypmod) as type, t.typtype as kind,
        pg_get_expr(d.adbin, d.adrelid) as fallback
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where ${ours()} and c.relkind = 'r'
    `
    const money =
      /\.(amount|credit|price|subtotal|discount|tax|total|paid|discount_value|tax_basis_points|basis_points)$/
    const text = ['postings.credit'] // the name of an account of the ledger
    const amounts = columns.filter(({ name }) => money.test(name) && !text.includes(name))
    expect(amounts.length).toBeGreaterThan(10)
    expect(amounts.filter(({ type }) => type !== 'bigint')).toEqual([])
    const forbidden = /^(real|double precision|numeric.*|money|timestamp without.*|time .*|json|character.*)$/
    expect(columns.filter(({ type, kind }) => forbidden.test(type) || kind !== 'b')).toEqual([])
    expect(columns.filter(({ fallback }) => /nextval|now\(|current_|clock_|random|uuid/i.test(fallback ?? ''))).toEqual(
      [],
    )
    const instants = columns.filter(({ name }) => /(_at|_until)$/.test(name))
    expect(instants.length).toBeGreaterThan(20)
    expect(instants.filter(({ type, fallback }) => type !== 'timestamp with time zone' || fallback !== null)).toEqual(
      [],
    )
  })

  test('there are no triggers, sequences or views that do things behind the code', async () => {
    const hidden = await owner<{ name: string }[]>`
      select relname as name from pg_class c where ${ours()} and relkind in ('S', 'v', 'm', 'f')
      union all select tgname from pg_trigger g join pg_class c on c.oid = g.tgrelid where ${ours()} and not tgisinternal
    `
    expect(names(hidden)).toEqual([])
  })
})

describe('what the code and the tables both say', () => {
  async function constraint(name: string): Promise<string> {
    const [row] = await owner<{ rule: string }[]>`
      select pg_get_constraintdef(oid) as rule from pg_constraint where conname = ${name}
    `
    return row?.rule ?? ''
  }

  /** The words that a check constraint allows for a column. */
  async function allowed(table: string, column: string): Promise<string[]> {
    const [row] = await owner<{ rule: string }[]>`
      select pg_get_constraintdef(k.oid) as rule from pg_constraint k join pg_class c on c.oid = k.conrelid
      where ${ours()} and k.contype = 'c' and c.relname = ${table} and pg_get_constraintdef(k.oid) like ${`%(${column} = ANY%`}
    `
    return [...(row?.rule.matchAll(/'([^']+)'/g) ?? [])].map(([, word = '']) => word).sort()
  }

  test('an event has a name of the form in which all are written, and one place in the code writes events', async () => {
    const form = (await constraint('events_type_check')).match(/'(\^[^']+\$)'/)?.[1] ?? 'no form'
    expect(happenings.filter((type) => !new RegExp(form).test(type))).toEqual([])
    const writers = readSources('server/src').filter(
      ({ path, text }) => !isTest(path) && /insert into events\b/.test(text),
    )
    expect(writers.map(({ path }) => path)).toEqual(['server/src/events/record-events.ts'])
  })

  test('of an event only its place in the list can be written afterwards', async () => {
    const columns = await owner<{ name: string }[]>`
      select attname as name from pg_attribute where attrelid = 'events'::regclass and attnum > 0
        and has_column_privilege('kusanya_app', attrelid, attnum, 'update')
    `
    expect(names(columns)).toEqual(['position'])
  })

  test('the accounts of the ledger, and what moves money between them', async () => {
    expect(await allowed('postings', 'debit')).toEqual([...ledgerAccounts].sort())
    expect(await allowed('postings', 'credit')).toEqual([...ledgerAccounts].sort())
    expect(await allowed('postings', 'cause')).toEqual([...causes].sort())
  })

  test('the roads by which money is reported', async () => {
    expect(await allowed('evidence', 'road')).toEqual([...roads].sort())
    const called = await allowed('callbacks', 'road')
    expect(called.length).toBeGreaterThan(2)
    // What expired in Safaricom's queue is told on a path of its own, and money that went back is no payment.
    const others = ['status_expired', 'reversal', 'reversal_expired', 'reversal_status']
    const known = [...roads.filter((road) => road !== 'manual'), ...others] as string[]
    expect(called.filter((road) => !known.includes(road))).toEqual([])
    expect(await allowed('payment_confirmations', 'road')).toEqual([...confirmations].sort())
  })
})

describe('row security', () => {
  test('is on and forced, also for the owner, on every table but the directory', async () => {
    const open = await owner<{ name: string }[]>`
      select relname as name from pg_class c
      where ${ours()} and relkind = 'r' and not (relrowsecurity and relforcerowsecurity) order by relname
    `
    expect(names(open)).toEqual(directory)
  })

  test('shows a business its own rows and no others, and lets it write for no other', async () => {
    const [one, other] = ['1', '2'].map((digit) => digit.repeat(24)) as [string, string]
    const at = new Date('2031-03-01T08:00:00Z')
    for (const id of [one, other]) {
      await owner`
        insert into businesses (id, name, currency, time_zone, when_push_unknown, created_at)
        values (${id}, 'Duka', 'KES', 'Africa/Nairobi', 'ask', ${at})
      `
      await inBusiness(app, id, (tx) => tx`insert into counters (business_id, series, next) values (${id}, 'x', 1)`)
    }
    const seen = (id: string) =>
      inBusiness(app, id, (tx) => tx<{ business_id: string }[]>`select business_id from counters`)
    expect(await seen(one)).toEqual([{ business_id: one }])
    expect(await app`select 1 from counters`).toHaveLength(0)
    expect(await owner`select 1 from counters`).toHaveLength(0)
    const writing = inBusiness(
      app,
      one,
      (tx) => tx`insert into counters (business_id, series, next) values (${other}, 'y', 1)`,
    )
    await expect(writing).rejects.toThrow('row-level security')
    const changed = await inBusiness(app, one, (tx) => tx`update counters set next = 9 where business_id = ${other}`)
    expect(changed.count).toBe(0)
    const moving = inBusiness(app, one, (tx) => tx`update counters set business_id = ${other}`)
    await expect(moving).rejects.toThrow('row-level security')
  })

  test('is forgotten when the transaction ends, on a connection that is used again', async () => {
    const single = connect(database.url, { max: 1, role: 'kusanya_app' })
    try {
      expect(await inBusiness(single, '1'.repeat(24), (tx) => tx`select 1 from counters`)).toHaveLength(1)
      expect(await single`select 1 from counters`).toHaveLength(0)
      await expect(inBusiness(single, '1'.repeat(24), (tx) => tx`select 1 / 0`)).rejects.toThrow('division')
      expect(await single`select 1 from counters`).toHaveLength(0)
    } finally {
      await single.end()
    }
  })
})

describe('the roles that do the work', () => {
  test('own nothing, can log in nowhere and pass by no rule', async () => {
    const owned = await owner`
      select relname from pg_class c join pg_roles r on r.oid = c.relowner where rolname like 'kusanya\\_%'
    `
    const able = await owner`
      select rolname from pg_roles where rolname in ('kusanya_app', 'kusanya_sweep')
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin)
    `
    expect([...owned, ...able]).toEqual([])
  })

  test.each(neverChanged)('cannot change or delete %s', async (table) => {
    for (const statement of [
      `update ${table} set business_id = business_id`,
      `delete from ${table}`,
      `truncate ${table}`,
    ]) {
      await expect(
        inBusiness(app, '1'.repeat(24), (tx) => tx.unsafe(statement)),
        statement,
      ).rejects.toThrow('permission denied')
    }
  })

  test('cannot delete anything but what has ended or can be made anew, nor change the schema', async () => {
    const deletable = []
    for (const table of await tables()) {
      const [row] = await owner<
        { may: boolean }[]
      >`select has_table_privilege('kusanya_app', ${table}, 'delete') as may`
      if (row?.may) deletable.push(table)
    }
    const ends = ['logos', 'memberships', 'sessions', 'sign_in_failures', 'sign_in_links']
    const derived = ['account_words', 'idempotency_keys', 'request_minutes', 'secret_paths']
    expect(deletable).toEqual([...derived, ...ends].toSorted())
    await expect(app`create table mine (id text)`).rejects.toThrow('permission denied')
    await expect(app`alter table payments disable row level security`).rejects.toThrow('must be owner')
    await expect(app`set role kusanya_sweep`.then(() => app`select body from callbacks`)).rejects.toThrow(
      'permission denied',
    )
  })

  test('the sweeps see whose work is due and when, how far lists of events go, and nothing else', async () => {
    const readable = await owner<{ name: string }[]>`
      select c.relname || '.' || a.attname as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where ${ours()} and c.relkind = 'r' and has_column_privilege('kusanya_sweep', c.oid, a.attnum, 'select')
      order by 1
    `
    expect(readable.length).toBeGreaterThan(10)
    expect(
      names(readable).filter(
        (name) => !/\.(business_id|next_attempt_at|passes_at|expires_at)$|^events\.position$/.test(name),
      ),
    ).toEqual([])
    const writable = await owner`
      select relname from pg_class c where ${ours()} and relkind = 'r'
        and has_table_privilege('kusanya_sweep', oid, 'insert, update, delete, truncate')
    `
    expect(writable).toHaveLength(0)
  })
})
