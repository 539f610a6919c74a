import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { demoConsumerKey, demoConsumerSecret, demoPasskey, demoShortcodes } from '@kusanya/simulator'
import { connect } from '@kusanya/server/db/sql.ts'
import { freshDatabase } from '../../../test/databases.ts'
import { world, type World } from '../../../test/world.ts'
import { kusanya } from '../../test/kusanya.ts'

// Each command is a process of its own.
vi.setConfig({ testTimeout: 120_000 })

let w: World
let settings: Record<string, string>
const data = mkdtempSync(path.join(os.tmpdir(), 'kusanya-cli-'))
beforeAll(async () => {
  w = await world({ connected: false, start: new Date() })
  settings = {
    DATABASE_URL: w.databaseUrl,
    KUSANYA_DATA: data,
    KUSANYA_MASTER_KEY: Buffer.alloc(32, 7).toString('hex'),
    KUSANYA_PUBLIC_URL: w.ctx.publicUrl,
    DARAJA_URL: w.simulator.url,
  }
})
afterAll(async () => {
  await w.end()
  rmSync(data, { recursive: true, force: true })
})

type Finding = { what: string; state: string; says: string; remedy: string | null }
const secrets = {
  MPESA_CONSUMER_KEY: demoConsumerKey,
  MPESA_CONSUMER_SECRET: demoConsumerSecret,
  MPESA_PASSKEY: demoPasskey,
}
const connectLine = (...more: string[]) =>
  ['connect', '--shortcode', demoShortcodes.bills, '--email', 'bills@example.test', '--contact', '0700000000', '--sandbox', ...more] // prettier-ignore

async function examine(more: Record<string, string> = {}) {
  const { code, out } = await kusanya(['doctor', '--json'], { ...settings, ...more })
  const { healthy, findings } = JSON.parse(out) as { healthy: boolean; findings: Finding[] }
  return { code, healthy, findings, states: findings.map(({ what, state }) => `${what}: ${state}`) }
}

describe('business', () => {
  test('create makes one whose key opens the API at once; list names it', async () => {
    const made = await kusanya(['business', 'create', 'Duka la Mama', '--json'], settings)
    expect([made.code, made.err]).toEqual([0, expect.stringContaining('kept nowhere else')])
    const { businessId, apiKey } = JSON.parse(made.out) as { businessId: string; apiKey: string }
    expect((await w.call('GET', '/business/invoice/list', undefined, { authorization: apiKey })).status).toBe(200)
    const list = await kusanya(['business', 'list'], settings)
    expect(list.out).toMatch(new RegExp(`${businessId} {2}Duka la Mama +none`))
  })

  test.each([
    [['business', 'create'], 'Name of the business is not given.'],
    [['business', 'create', 'X', '--currency', 'kes'], 'kes is no currency.'],
    [['business', 'create', 'X', '--timezone', 'Mars/Olympus'], 'Mars/Olympus is no time zone.'],
  ])('%j ends with 2', async (line, said) => {
    expect(await kusanya(line, settings)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(said) })
  })
})

describe('connect', () => {
  test('takes its secrets from the environment, opts in and registers; repeated it does no harm', async () => {
    for (let times = 0; times < 2; times++) {
      const { code, err, out } = await kusanya(connectLine('--business', w.businessId), { ...settings, ...secrets })
      expect([code, err]).toEqual([0, ''])
      expect(out).not.toContain(demoConsumerSecret)
    }
    const list = await kusanya(['business', 'list'], settings)
    expect(list.out).toMatch(new RegExp(`Mwangaza Academy +${demoShortcodes.bills}`))
  })

  test('says which secret is missing, and which business is meant', async () => {
    const missing = await kusanya(connectLine('--business', w.businessId), settings)
    expect(missing).toMatchObject({ code: 2, err: expect.stringContaining('→ Set MPESA_CONSUMER_KEY.') })
    const two = await kusanya(connectLine(), { ...settings, ...secrets })
    expect(two).toMatchObject({ code: 2, err: expect.stringContaining('There is more than one business.') })
  })

  test('says what Safaricom refuses', async () => {
    const wrong = { ...settings, ...secrets, MPESA_CONSUMER_SECRET: 'wrong' }
    const made = await kusanya(['business', 'create', 'Kiosk', '--json'], settings)
    const { businessId } = JSON.parse(made.out) as { businessId: string }
    const { code, err } = await kusanya(connectLine('--business', businessId), wrong)
    expect([code, err]).toEqual([1, expect.stringMatching(/^Safaricom did not take it: .+\n→ Mend/s)])
    const before = await examine()
    expect(before.findings.find(({ says }) => says.includes('Kiosk'))).toMatchObject({ says: 'Kiosk has no Paybill' })

    const kiosk = { shortcode: '600555', consumerKey: 'kiosk', consumerSecret: 'kiosk' }
    w.simulator.addBusiness(kiosk)
    const own = { ...settings, ...secrets, MPESA_CONSUMER_KEY: 'kiosk', MPESA_CONSUMER_SECRET: 'kiosk' }
    const line = connectLine('--business', businessId, '--shortcode', kiosk.shortcode)
    expect(await kusanya(line, own)).toMatchObject({ code: 0, err: '' })
    w.simulator.addBusiness({ ...kiosk, consumerSecret: 'another' })
    const { findings } = await examine()
    expect(findings.find(({ says }) => says.includes('of Kiosk'))).toMatchObject({ what: 'Daraja', state: 'wrong' })
  })
})

describe('doctor', () => {
  test('finds each thing well where it is', async () => {
    const { states } = await examine()
    for (const what of [
      'settings',
      'data folder',
      'master key',
      'database',
      'tables',
      'clock',
      'public URL',
      'Daraja',
      'callbacks',
    ]) {
      expect(states).toContain(`${what}: well`)
    }
    expect(states.filter((one) => one === 'clock: well')).toHaveLength(2)
  })

  test.each<[string, Record<string, string>, string, string]>([
    ['settings', { PORT: 'x' }, 'PORT must be a port', 'docs/operating.md'],
    ['data folder', { KUSANYA_DATA: '/nonexistent/kusanya' }, 'cannot be written to', 'KUSANYA_DATA'],
    ['database', { DATABASE_URL: 'postgres://x@127.0.0.1:1/x' }, 'does not answer', 'DATABASE_URL'],
    ['public URL', { KUSANYA_PUBLIC_URL: 'http://127.0.0.1:1' }, 'nobody answers', 'Start the server'],
    ['callbacks', { KUSANYA_PUBLIC_URL: 'http://127.0.0.1:1' }, 'nobody answers where', '/hooks/'],
  ])('says of a bad %s what is wrong and what to do', async (what, wrong, says, remedy) => {
    const { code, healthy, findings } = await examine(wrong)
    expect([code, healthy]).toEqual([1, false])
    const found = findings.find((one) => one.what === what && one.state === 'wrong')
    expect(found).toMatchObject({ says: expect.stringContaining(says), remedy: expect.stringContaining(remedy) })
  })

  test('tells another server than ours at the public URL from ours', async () => {
    const { findings } = await examine({ KUSANYA_PUBLIC_URL: w.simulator.url })
    const found = findings.filter(({ state }) => state === 'wrong').map(({ what }) => what)
    expect(found).toEqual(expect.arrayContaining(['public URL', 'callbacks']))
  })

  test('says of tables that are behind how to bring them up to date', async () => {
    const database = await freshDatabase()
    const sql = connect(database.url, { max: 1 })
    await sql`delete from migrations where name = (select max(name) from migrations)`
    await sql.end()
    const { findings } = await examine({ DATABASE_URL: database.url })
    const found = findings.find(({ what }) => what === 'tables')
    const made = await kusanya(['business', 'create', 'X'], { ...settings, DATABASE_URL: database.url })
    await database.drop()
    expect(found).toMatchObject({ state: 'wrong', remedy: 'KUSANYA_ROLE=migrate kusanya start' })
    expect(made).toMatchObject({ code: 1, err: expect.stringContaining('KUSANYA_ROLE=migrate kusanya start') })
  })

  test('leaves no callback behind, and sees a master key that others may read', async () => {
    const owner = w.owner()
    const [before] = await owner`select count(*)::int as n from callbacks`
    writeFileSync(path.join(data, 'master.key'), `${'07'.repeat(32)}\n`)
    chmodSync(path.join(data, 'master.key'), 0o644)
    const { KUSANYA_MASTER_KEY: _, ...others } = settings
    const { out } = await kusanya(['doctor'], others as Record<string, string>)
    const [after] = await owner`select count(*)::int as n from callbacks`
    await owner.end()
    expect(out).toMatch(/! master key +others on this machine may read .*\n +→ chmod 600/)
    expect(after).toEqual(before)
  })
})
