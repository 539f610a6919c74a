import { execFile } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build } from '../sdk/scripts/pack.ts'
import { deliveryHeaders, writeSecret } from '../server/src/webhooks/sign.ts'
import { created, details } from './compat/examples.ts'
import { world, type World } from './world.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
const dist = join(root, 'sdk/dist')
const tool = (path: string) => join(root, 'node_modules', path)
/** The node that installed programs get, which need not be the one that runs this test. */
const path = (process.env['PATH'] ?? '').split(':').filter((folder) => !folder.includes('node_modules'))
const plainEnv = { ...process.env, PATH: path.join(':') }
const timeout = 120_000
const webhookSecret = writeSecret(Buffer.alloc(32, 3))

let w: World
let folder: string
let tarball: string
const projects = new Map<string, string>()

beforeAll(async () => {
  build()
  folder = mkdtempSync(join(tmpdir(), 'sdk-package-'))
  const { stdout } = await run('npm', ['pack', dist, '--pack-destination', folder, '--json'], { env: plainEnv })
  tarball = join(folder, (JSON.parse(stdout) as { filename: string }[])[0]?.filename ?? '')
  w = await world({ connected: false })
  for (const kind of ['esm', 'cjs', 'ts']) projects.set(kind, await customer(kind))
}, timeout)
afterAll(async () => {
  await w.end()
  rmSync(folder, { recursive: true })
})

/** A customer's project with the tarball installed, without a network. */
async function customer(kind: string): Promise<string> {
  const project = join(folder, kind)
  cpSync(join(root, 'sdk/customers', kind), project, { recursive: true })
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: project, env: plainEnv })
  return project
}

/** Runs a program in a customer's project by the node that is installed there; what it prints. */
async function running(kind: string, program: string, text?: string): Promise<string> {
  const cwd = projects.get(kind) ?? ''
  if (text !== undefined) writeFileSync(join(cwd, program), text)
  const env = {
    ...plainEnv,
    CASHFIN_API_KEY: w.apiKey,
    KUSANYA_API_KEY: w.apiKey,
    KUSANYA_BASE_URL: w.ctx.publicUrl,
    KUSANYA_WEBHOOK_SECRET: webhookSecret,
  }
  return (await run('node', [program], { cwd, env })).stdout
}

const published = (name: string) => readFileSync(join(root, 'test/compat/published', `client-${name}.js`), 'utf8')

test('the package has no dependencies, no tests and nothing but its two builds', async () => {
  expect(JSON.parse(readFileSync(join(dist, 'package.json'), 'utf8'))).not.toHaveProperty('dependencies')
  const { stdout } = await run('tar', ['-tzf', tarball])
  const files = stdout.trim().split('\n')
  expect(files.filter((file) => /\.test\./.test(file))).toEqual([])
  expect(files.filter((file) => !/^package\/(esm|cjs)\//.test(file)).sort()).toEqual([
    'package/LICENSE',
    'package/README.md',
    'package/package.json',
  ])
})

test('it uses nothing of Node: no import but its own files, no Buffer, no require', () => {
  const files = globSync('esm/**/*.js', { cwd: dist })
  expect(files.length).toBeGreaterThan(8)
  for (const file of files) {
    const text = readFileSync(join(dist, file), 'utf8')
    const imported = [...text.matchAll(/(?:from|import)\s*\(?['"]([^'"]+)['"]/g)].map(([, name]) => name)
    expect(imported.filter((name) => !name?.startsWith('./'))).toEqual([])
    expect(text).not.toMatch(/\bBuffer\b|\brequire\(|node:/)
  }
})

test('publint and arethetypeswrong find nothing', { timeout }, async () => {
  await run(process.execPath, [tool('publint/src/cli.js'), 'run', dist, '--strict'])
  await run(process.execPath, [tool('@arethetypeswrong/cli/dist/index.js'), tarball, '--format', 'ascii', '--no-emoji'])
})

test('a customer with ES modules is served', { timeout }, async () => {
  const printed: unknown = JSON.parse(await running('esm', 'main.js'))
  expect(printed).toEqual({ title: 'Tuition', titles: ['Tuition'], refused: 'invalid', same: true })
})

test('a customer with require() is served', { timeout }, async () => {
  const printed: unknown = JSON.parse(await running('cjs', 'main.js'))
  expect(printed).toEqual({ title: 'Tuition', missing: null, refused: 'invalid', same: true })
})

test('a customer with TypeScript, who has no types of Node, is served', { timeout }, async () => {
  await run(process.execPath, [tool('typescript/bin/tsc'), '-p', projects.get('ts') ?? ''])
})

test('the published programs for the client run with only its import changed', { timeout }, async () => {
  const paid = await created(w)
  const programs = ['workflow', 'overdue', 'mark-paid', 'due-date', 'partly-paid'].map(published).join('\n')
  const text = `${programs}\nawait getOverdueInvoices()\n`
    .replace('"@cashfin/node"', '"@kusanya/sdk"')
    .replace('customer_456', w.customer.id)
    .replace('product_123', w.products[0])
    .replace('invoice_789', paid._id)
  const printed = await running('esm', 'published.mjs', text)
  expect(printed).toMatch(/^Invoice INV-2031-\d{3} created$/m)
  expect(printed).toMatch(/^Payment link: http:.*\/pay\/\w+$/m)
  expect(printed).toMatch(/^Found \d+ overdue invoices$/m)
  expect(printed).toContain(`Invoice ${paid.invoiceno} marked as paid`)
  expect(await details(w, paid._id)).toMatchObject({ status: 'paid', description: 'Paid via M-Pesa on 2024-01-20' })
})

test('the published advice to make a customer who is missing, and to give a title, works', { timeout }, async () => {
  const given = `name: 'A', email: 'a@example.test', phone: '0712345678', country: 'Kenya', currency: 'KES'`
  const rest = `customerid: customerId, duedate: '2031-04-01', items: [{ itemid: '${w.products[0]}', quantity: 1, rate: 5 }],`
  const text = `import Cashfin from "@kusanya/sdk"
const cashfin = new Cashfin({ apiKey: process.env.CASHFIN_API_KEY })
let customerId = 'customer_456'
const [projectName, month, year] = ['Website', 'March', 2031]
${published('customer-first').replace('...', given)}
${published('title').replace('// ...', rest)}
console.log(invoice.id)
`
  const invoiceId = (await running('esm', 'advice.mjs', text)).trim()
  const invoice = { title: 'Website - March 2031', customer: { name: 'A' } }
  expect(await details(w, invoiceId)).toMatchObject(invoice)
})

/** Gives the README's receiver a delivery as the server sends it, and one that nobody signed. */
function delivered(): string {
  const body = '{"id":"evt_1","event":"invoice.paid","data":{"invoiceno":"INV-1"}}'
  const signed = { secrets: [webhookSecret], eventId: 'evt_1', type: 'invoice.paid', attempt: 1, body, at: new Date() }
  const asked = (headers: object) =>
    `(await receive(new Request('http://x.test', { method: 'POST', ...${JSON.stringify({ body, headers })} }))).status`
  return `
const statuses = [${asked(deliveryHeaders(signed))}, ${asked({})}].join()
if (statuses !== '200,401') throw new Error(statuses)`
}

test('every program of the README runs', { timeout }, async () => {
  const readme = readFileSync(join(root, 'sdk/README.md'), 'utf8')
  const programs = [...readme.matchAll(/```js\n([^]*?)```/g)].map(([, program]) => program ?? '')
  expect(programs.length).toBeGreaterThan(3)
  const invoice = await created(w)
  const ids = `const customerId = '${w.customer.id}', productId = '${w.products[0]}', invoiceId = '${invoice._id}'\n`
  for (const [index, program] of programs.entries()) {
    const head =
      index === 0 ? '' : `import { Kusanya, KusanyaError } from '@kusanya/sdk'\nconst kusanya = new Kusanya()\n`
    await running(
      'esm',
      `readme-${index}.mjs`,
      head + ids + program + (program.includes('receive(') ? delivered() : ''),
    )
  }
})
