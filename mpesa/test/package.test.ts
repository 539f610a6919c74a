import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSimulator } from '../../simulator/src/index.ts'
import { build } from '../scripts/pack.ts'
import { recordedServer, type RecordedServer } from './recorded-server.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = join(root, 'mpesa/dist')
const tool = (path: string) => join(root, 'node_modules', path)
/** The node that installed programs get, which need not be the one that runs this test. */
const path = (process.env['PATH'] ?? '').split(':').filter((folder) => !folder.includes('node_modules'))
const plainEnv = { ...process.env, PATH: path.join(':') }

let folder: string
let tarball: string
let server: RecordedServer

beforeAll(async () => {
  build()
  folder = mkdtempSync(join(tmpdir(), 'mpesa-package-'))
  const { stdout } = await run('npm', ['pack', dist, '--pack-destination', folder, '--json'], { env: plainEnv })
  tarball = join(folder, (JSON.parse(stdout) as { filename: string }[])[0]?.filename ?? '')
  server = await recordedServer()
  for (const call of ['single-invoicing', 'cancel-single-invoice']) {
    server.reply(`/v1/billmanager-invoice/${call}`, { body: { resmsg: 'Success', rescode: '200' } })
  }
}, 120_000)
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

/** A customer's project with the tarball installed, without a network. */
async function customer(kind: string): Promise<string> {
  const project = join(folder, kind)
  cpSync(join(root, 'mpesa/customers', kind), project, { recursive: true })
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: project, env: plainEnv })
  return project
}

const adapters = ['function', 'function', 'function']
const timeout = 120_000

describe('the package as published', () => {
  test('has no dependencies, no tests and nothing but its two builds', { timeout }, async () => {
    const manifest = JSON.parse(readFileSync(join(dist, 'package.json'), 'utf8')) as Record<string, unknown>
    expect(manifest).not.toHaveProperty('dependencies')
    const { stdout } = await run('tar', ['-tzf', tarball])
    const files = stdout.trim().split('\n')
    expect(files.filter((file) => /test|fixture/.test(file))).toEqual([])
    expect(files.filter((file) => !/^package\/(esm|cjs)\//.test(file)).sort()).toEqual([
      'package/LICENSE',
      'package/README.md',
      'package/express/package.json',
      'package/fastify/package.json',
      'package/hono/package.json',
      'package/package.json',
    ])
  })

  test('is well by publint and arethetypeswrong', { timeout }, async () => {
    await run(process.execPath, [tool('publint/src/cli.js'), 'run', dist, '--strict'])
    await run(process.execPath, [
      tool('@arethetypeswrong/cli/dist/index.js'),
      tarball,
      '--format',
      'ascii',
      '--no-emoji',
    ])
  })

  test('serves a customer with ES modules', { timeout }, async () => {
    const project = await customer('esm')
    const { stdout } = await run('node', ['main.js'], { cwd: project, env: { ...plainEnv, DARAJA: server.url } })
    expect(JSON.parse(stdout)).toEqual({ rescode: '200', refused: 'VALIDATION_ERROR', adapters })
  })

  test('serves a customer with require()', { timeout }, async () => {
    const project = await customer('cjs')
    const { stdout } = await run('node', ['main.js'], { cwd: project, env: { ...plainEnv, DARAJA: server.url } })
    expect(JSON.parse(stdout)).toEqual({
      rescode: '200',
      refused: 'ENCRYPTION_FAILED',
      adapters,
      phone: '254712345678',
    })
  })

  test('serves a customer with TypeScript, who needs no types of Node', { timeout }, async () => {
    const project = await customer('ts')
    await run(process.execPath, [tool('typescript/bin/tsc'), '-p', project])
  })

  test('does what the README says: a bill on a simulated phone', { timeout }, async () => {
    const project = await customer('esm')
    const program = /```js\n(\/\/ bill\.mjs\n[^]*?)```/.exec(readFileSync(join(root, 'mpesa/README.md'), 'utf8'))?.[1]
    const daraja = await startSimulator()
    writeFileSync(join(project, 'bill.mjs'), program?.replace('http://127.0.0.1:4010', daraja.url) ?? '')
    await run('node', ['bill.mjs'], { cwd: project, env: plainEnv })
    const { stdout: second } = await run('node', ['bill.mjs'], { cwd: project, env: plainEnv })
    expect(second.trim().split('\n')).toHaveLength(2)
    expect(daraja.phone('254708374149').inbox.at(-1)?.text).toContain('ACC-12345')
    await daraja.close()
  })

  test('sends the README’s CSV', { timeout }, async () => {
    const csv = /```csv\n([^]*?)```/.exec(readFileSync(join(root, 'mpesa/README.md'), 'utf8'))?.[1] ?? ''
    writeFileSync(join(folder, 'bills.csv'), csv)
    const daraja = await startSimulator()
    const credentials = { MPESA_CONSUMER_KEY: 'demo', MPESA_CONSUMER_SECRET: 'demo', MPESA_SHORTCODE: '600984' }
    const env = { ...plainEnv, ...credentials, MPESA_BASE_URL: daraja.url }
    const command = (...args: string[]) =>
      run(process.execPath, [join(root, 'mpesa/src/cli/main.ts'), ...args, '--json'], { cwd: folder, env })
    const callback = 'http://127.0.0.1:3000/hooks'
    await command('bill', 'opt-in', '--email', 'a@shop.example', '--contact', '0700000000', '--callback', callback)
    const { stdout } = await command('bill', 'send', '--csv', 'bills.csv')
    expect(JSON.parse(stdout)).toMatchObject({ sent: 2, skipped: 0 })
    await daraja.close()
  })

  test('brings the command mpesa', { timeout }, async () => {
    const project = await customer('esm')
    const command = join(project, 'node_modules/.bin/mpesa')
    expect(existsSync(command)).toBe(true)
    const { stdout } = await run(command, ['phone', '+254 712 345678', '--json'], { env: plainEnv })
    expect(JSON.parse(stdout)).toEqual({ phone: '254712345678' })
  })

  test('its core names no node: module but those fetched when they are needed', () => {
    const files = JSON.stringify(readFileSync(join(dist, 'esm/index.js'), 'utf8'))
    expect(files).not.toContain('node:')
    for (const file of ['connection', 'exchange', 'token', 'repeat', 'receive/receiver', 'receive/web', 'mpesa']) {
      expect(readFileSync(join(dist, `esm/${file}.js`), 'utf8')).not.toContain('node:')
    }
    expect(readFileSync(join(dist, 'esm/credential.js'), 'utf8')).not.toMatch(/^import .*node:/m)
  })
})
