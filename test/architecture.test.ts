import { describe, expect, test } from 'vitest'
import * as houseRules from './house-rules.ts'
import { filesBelow, readSource, readSources, readText } from './sources.ts'

const sources = readSources(
  'cli',
  'domain',
  'mpesa',
  'simulator',
  'sdk',
  'server',
  'dashboard',
  'test',
  'scripts',
  'bench',
)

describe('the house keeps its rules', () => {
  test.each(Object.entries(houseRules))('%s', (_, rule) => {
    expect(rule(sources)).toEqual([])
  })
})

/** For each rule something that breaks it, so that we know it can see. */
const broken: Record<keyof typeof houseRules, [path: string, text: string][]> = {
  packagesImportDownwards: [
    ['domain/src/x.ts', `import type { Tx } from '../../server/src/db/sql.ts'`],
    ['simulator/src/x.ts', `import { readPhone } from '@kusanya/mpesa'`],
    ['server/src/payments/x.ts', `import { startSimulator } from '@kusanya/simulator'`],
    ['sdk/src/x.ts', `export * from '@kusanya/domain/money.ts'`],
    ['dashboard/src/x.ts', `import { presentTax } from '@kusanya/server/src/taxes/wire.ts'`],
    ['server/src/y.ts', `import { run } from '../../cli/src/run.ts'`],
    ['cli/src/x.ts', `import { Mpesa } from '@kusanya/mpesa'`],
  ],
  importsAreDeclared: [
    ['domain/src/x.ts', `import { Type } from 'typebox'`],
    ['mpesa/src/x.ts', `const undici = await import('undici')`],
    ['server/src/x.ts', `import { readFileSync } from 'fs'`],
    ['server/src/x.ts', `import { test } from 'vitest'`],
    ['test/x.ts', `import _ from 'lodash'`],
  ],
  importsGoNoCircles: [
    ['server/src/a/x.ts', `import type { Y } from './y.ts'`],
    ['server/src/a/y.ts', `import { x } from './x.ts'`],
  ],
  featuresKeepTheirEdges: [
    ['server/src/payments/x.ts', `import { invoiceRoutes } from '../invoices/routes.ts'`],
    ['server/src/payments/x.ts', `import { markOverdue } from '../invoices/mark-overdue.sweep.ts'`],
    ['server/src/payments/x.ts', `import { listInvoices } from '../invoices/read-invoices.ts'`],
  ],
  onlyEdgesKnowFastify: [['server/src/invoices/x.ts', `import type { FastifyRequest } from 'fastify'`]],
  operationsOpenNoTransaction: [
    ['server/src/invoices/x.ts', `await sql.begin(async (tx) => {})`],
    ['server/src/invoices/y.ts', `export async function pay(tx: Tx) {\n  await inBusiness(sql, id, work)\n}`],
  ],
  nobodyAsksForTheTime: [
    ['domain/src/x.ts', `const at = new Date()`],
    ['server/src/x.ts', `const ms = Date.now()`],
    ['server/src/y.ts', `const dice = Math.random()`],
  ],
  tablesAreToldTheTime: [
    ['server/src/x.ts', 'await tx`update invoices set paid_at = now()`'],
    ['server/src/y.ts', 'await tx`select current_timestamp`'],
  ],
  everyFileIsOfUse: [['server/src/invoices/forgotten.ts', '']],
  namesSayWhatIsInside: [
    ['server/src/utils.ts', ''],
    ['server/src/invoice-helpers.ts', ''],
    ['server/src/InvoiceRoutes.ts', ''],
  ],
  indexesAreOnlyForCustomers: [['server/src/invoices/index.ts', '']],
  nothingIsLeftOver: [
    ['server/src/x.ts', '// TODO later'],
    ['server/test/x.test.ts', `test.only('x', () => {})`],
    ['server/src/y.ts', `read('${['', 'work', 'main', 'secret'].join('/')}')`],
  ],
}

describe('a rule sees what breaks it', () => {
  test.each(Object.keys(houseRules) as (keyof typeof houseRules)[])('%s', (name) => {
    const planted = broken[name].map(([path, text]) => readSource(path, text))
    const before = houseRules[name](sources)
    const found = houseRules[name]([...sources, ...planted]).filter((one) => !before.includes(one))
    expect(found).toHaveLength(name === 'importsGoNoCircles' ? 1 : planted.length)
  })
})

describe('ARCHITECTURE.md', () => {
  const map = foldersOf(/```\n(\.ci\/[\s\S]*?)```/.exec(readText('ARCHITECTURE.md'))?.[1] ?? '')

  test('has a place for every folder that holds something', () => {
    const roots = [
      'cli',
      'domain',
      'mpesa',
      'simulator',
      'sdk',
      'server',
      'dashboard',
      'test',
      'scripts',
      'bench',
      'docs',
    ]
    const folders = new Set(roots.flatMap((root) => filesBelow(root, /./).flatMap(foldersAbove)))
    expect([...folders].filter((folder) => !map.includes(folder.replace(/^(\w+)\/src$/, '$1')))).toEqual([])
  })

  test('names no folder that is not there', () => {
    const there = new Set([...filesBelow('.', /./)].flatMap(foldersAbove))
    const hidden = ['mpesa/customers', 'sdk/customers', 'simulator/customers', 'test/compat/published'] // programs of others, not looked into
    expect(map.filter((folder) => !there.has(folder) && !hidden.includes(folder))).toEqual([])
  })
})

/** `server/src/http/app.ts` lies in `server`, `server/src` and `server/src/http`. */
function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** The folders of a map that is indented by two for each step down. */
function foldersOf(text: string): string[] {
  const above: string[] = []
  return text.split('\n').flatMap((line) => {
    const [, indent = '', name] = /^( *)([\w.-]+)\//.exec(line) ?? []
    if (name === undefined) return []
    above.splice(indent.length / 2, above.length, name)
    return [above.join('/')]
  })
}
