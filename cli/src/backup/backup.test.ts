import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { roles } from '@kusanya/domain/role.ts'
import { createContext } from '@kusanya/server/context.ts'
import { connect, type Sql } from '@kusanya/server/db/sql.ts'
import { buildApp } from '@kusanya/server/http/app.ts'
import { bareDatabase, freshDatabase } from '../../../test/databases.ts'
import { world, type World } from '../../../test/world.ts'
import { load, masterKey, save, withDatabase } from '../../test/backups.ts'
import { kusanya } from '../../test/kusanya.ts'

// Each command is a process of its own.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let w: World
const folder = mkdtempSync(path.join(os.tmpdir(), 'kusanya-backup-'))
const place = path.join(folder, 'whole.tar')
const env = (more: Record<string, string> = {}) => ({ DATABASE_URL: w.databaseUrl, KUSANYA_MASTER_KEY: masterKey.toString('hex'), KUSANYA_DEMO: 'false', KUSANYA_DATA: path.join(folder, 'data'), ...more }) // prettier-ignore
const oddName = 'Wanjikũ\u2028"Mwende"\\ & co\n\ttd.'

beforeAll(async () => {
  w = await world()
  await live()
  expect(await kusanya(['backup', place], env())).toMatchObject({ code: 0 })
})
afterAll(async () => {
  await w.end()
  rmSync(folder, { recursive: true, force: true })
})

const lists = ['invoice', 'customer', 'transaction', 'receipt', 'webhook', 'event', 'payment-link', 'product', 'key', 'user', 'audit'] // prettier-ignore

const invoice = (rate: number) => ({ customerid: w.customer.id, items: [{ itemid: w.products[0], quantity: 1, rate }], duedate: '2031-04-01' }) // prettier-ignore
const post = async (route: string, body: unknown) => {
  const answer = await w.call('POST', `/business/${route}`, body)
  expect(answer.body, route).toMatchObject({ success: true })
  return answer.body.data
}

/** Something in nearly every table: money that is laid, over, and nobody's; a note, a key that was replaced, people, another tenant. */
async function live(): Promise<void> {
  const pay = (account: string, amount: number) =>
    w.simulator.pay({ phone: w.customer.phone, shortcode: '600984', account, amount })
  const bill = await post('invoice/create', invoice(500))
  await post('invoice/create', { ...invoice(900), taxid: w.taxId })
  await pay(w.customer.accountno, 2_000)
  await pay('NOBODY', 70)
  await post('customer/create', { name: oddName, email: 'm@example.test', phone: '0722000001', country: 'Kenya', currency: 'KES' }) // prettier-ignore
  await post('webhook/create', { url: `${w.simulator.url}/hooks`, events: ['invoice.created'] })
  const key = await post('key/create', { name: 'Till', scopes: ['read'] })
  await post(`key/${key._id}/rotate`, {})
  await post('user/invite', { email: 'clerk@example.test', name: 'Clerk', role: roles[0] })
  await post('credit-note/create', { invoiceid: bill._id, reason: 'Test' })
  await w.work()
  const other = await w.stranger()
  await w.call('POST', '/business/product/create', { title: 'Theirs', price: 5 }, { authorization: other.apiKey })
}

/** What the tables are, apart from their rows. */
function shapeOf(owner: Sql) {
  return owner`
    select c.relname, c.relrowsecurity, c.relforcerowsecurity, array(
      select k.conname || ' ' || k.convalidated || ' ' || pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = c.oid order by 1
    ) as constraints
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1
  `
}

describe('a business that was lived in', () => {
  test('goes on in another database as if nothing had happened', async () => {
    await withDatabase(bareDatabase, async (owner, url) => {
      const restored = await kusanya(['restore', place], env({ DATABASE_URL: url }))
      expect([restored.code, restored.err]).toEqual([0, ''])
      expect(restored.out).toMatch(/ {2}invoices +2 rows\n/)
      expect(restored.out).toMatch(/Books +agree \(2 businesses\)\n$/)

      const before = w.owner()
      expect(await shapeOf(owner)).toEqual(await shapeOf(before))
      await before.end()

      const sql = connect(url, { role: 'kusanya_app' })
      const app = await buildApp(createContext({ ...w.ctx, sql, masterKey }))
      try {
        const api = await app.listen({ host: '127.0.0.1', port: 0 })
        const call = async (method: string, route: string, body?: unknown) => {
          const headers = { authorization: w.apiKey, 'content-type': 'application/json' }
          const sent = body === undefined ? {} : { body: JSON.stringify(body) }
          return (await fetch(`${api}/business/${route}`, { method, headers, ...sent })).json() as any // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into answers freely
        }
        // All that the API says of the business; secrets that are sealed, and addresses that are derived, too.
        for (const noun of lists) {
          const list = `${noun}/list?limit=100`
          expect(await call('GET', list), noun).toEqual((await w.call('GET', `/business/${list}`)).body)
        }
        const next = await call('POST', 'invoice/create', invoice(10))
        expect(next.data.invoiceno).toMatch(/-003$/)
        expect((await post('invoice/create', invoice(10))).invoiceno).toBe(next.data.invoiceno)
      } finally {
        await app.close()
        await sql.end()
      }
    })
  })

  test('is not put on top of anything, nor beside it', async () => {
    const again = await kusanya(['restore', place], env())
    expect([again.code, again.err]).toEqual([
      1,
      expect.stringMatching(/^The database is not empty: .*\n→ Restore into an empty/),
    ])
    await withDatabase(bareDatabase, async (owner) => {
      await owner`create table theirs (id int)`
      await expect(load(owner, place)).rejects.toThrow('not those of the backup')
    })
  })

  test('says with 3, and by name, when its books were wrong already', async () => {
    const owner = w.owner()
    await owner`alter table accounts no force row level security`
    await owner`update accounts set credit = credit + 5 where number = ${w.customer.accountno}`
    await owner`alter table accounts force row level security`
    const wrong = path.join(folder, 'wrong.tar')
    await save(owner, wrong)
    await owner`alter table accounts no force row level security`
    await owner`update accounts set credit = credit - 5 where number = ${w.customer.accountno}`
    await owner`alter table accounts force row level security`
    await owner.end()
    await withDatabase(freshDatabase, async (_, url) => {
      const { code, out } = await kusanya(['restore', wrong], env({ DATABASE_URL: url }))
      expect([code, out]).toEqual([3, expect.stringMatching(/account credit \w+: says (\d+)\.05, adds up to \1\.00/)])
    })
  })
})

test('neither the master key nor a key of the API is in the file', () => {
  const into = mkdtempSync(path.join(folder, 'unpacked-'))
  execFileSync('tar', ['-xf', place, '-C', into])
  const text = execFileSync('sh', ['-c', 'cat "$0"/manifest.* && gzip -dc "$0"/tables/*.gz', into]).toString()
  expect(text).toContain('Wanjikũ')
  for (const secret of [masterKey.toString('hex'), w.apiKey]) expect(text).not.toContain(secret)
})
