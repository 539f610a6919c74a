import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { pino } from 'pino'
import { format } from 'prettier'
import { commandsPage } from '../cli/src/commands-page.ts'
import { happenings } from '../domain/src/happening.ts'
import { readConfig } from '../server/src/config.ts'
import { settings } from '../server/src/settings.ts'
import { createContext } from '../server/src/context.ts'
import { connect } from '../server/src/db/sql.ts'
import { examples } from '../server/src/events/examples.ts'
import { buildApp } from '../server/src/http/app.ts'
import { refusals } from '../server/src/http/refusals.ts'
import { createMeter } from '../server/src/watching/meter.ts'
import { type ApiDocument, clientMethods } from './client-methods.ts'

const root = join(import.meta.dirname, '..')
const style = { semi: false, singleQuote: true, printWidth: 120 } as const

export type GeneratedFile = { path: string; text: string }

/** Every file, or part of one, that follows from the code: as it should be. Needs no database. */
export async function generatedFiles(): Promise<GeneratedFile[]> {
  const document = await openapiDocument()
  return [
    { path: 'server/openapi.json', text: await format(JSON.stringify(document), { ...style, parser: 'json' }) },
    { path: 'sdk/src/schema.gen.ts', text: await schemaTypes(document) },
    { path: 'sdk/src/events.gen.ts', text: await eventTypes(document as ApiDocument) },
    {
      path: 'sdk/src/resources.gen.ts',
      text: await format(clientMethods(document as ApiDocument), { ...style, parser: 'typescript' }),
    },
    withTables('docs/operating.md', { settings: settingsTable(), metrics: await metricsTable() }),
    withTables('docs/api.md', { errors: errorsTable() }),
    withTables('docs/webhooks.md', { events: eventsTable() }),
    { path: 'docs/webhook-events.md', text: await eventsPage() },
    { path: 'docs/cli.md', text: await format(commandsPage(), { ...style, parser: 'markdown' }) },
  ]
}

/** The file as it is on disk; empty when there is none. */
export function onDisk(path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    return ''
  }
}

async function openapiDocument(): Promise<object> {
  const ctx = createContext({
    sql: connect('postgres://unused@localhost/unused'), // opens nothing until it is asked something
    now: () => new Date(0),
    publicUrl: '',
    config: readConfig({}),
    log: pino({ level: 'silent' }),
    masterKey: Buffer.alloc(32),
    post: () => Promise.reject(new Error('nothing is posted here')),
  })
  const app = await buildApp(ctx)
  await app.ready()
  const document = app.swagger()
  await app.close()
  return document
}

/** Of what a client asks; it is sent nothing. */
async function schemaTypes(document: object): Promise<string> {
  const asked = { ...document, webhooks: {} } as unknown as Parameters<typeof openapiTypescript>[0]
  const types = astToString(await openapiTypescript(asked))
  const head = '// Generated from server/openapi.json by `npm run gen`: do not edit.\n\n'
  return format(head + types, { ...style, parser: 'typescript' })
}

/** What each event tells about, by its name. */
function eventTypes({ webhooks }: ApiDocument): Promise<string> {
  const lines = Object.entries(webhooks).map(([type, { post }]) => {
    const { $ref } = post.requestBody.content['application/json'].schema.properties.data
    return `'${type}': Schemas['${$ref.split('/').at(-1)}']`
  })
  const text = `// Generated from server/openapi.json by \`npm run gen\`: do not edit.

import type { Schemas } from './types.ts'

/** What the \`data\` of each event is. */
export type EventData = {\n${lines.join('\n')}\n}\n`
  return format(text, { ...style, parser: 'typescript' })
}

/** Throws when the page has no place for a table: between `<!-- name:start -->` and `<!-- name:end -->`. */
function withTables(path: string, tables: Record<string, string[][]>): GeneratedFile {
  const fill = (page: string, [name, rows]: [string, string[][]]) => withTable(path, page, name, rows)
  return { path, text: Object.entries(tables).reduce(fill, onDisk(path)) }
}

function withTable(path: string, page: string, name: string, rows: string[][]): string {
  const place = new RegExp(`(<!-- ${name}:start -->\n)[\\s\\S]*?(<!-- ${name}:end -->)`)
  if (!place.test(page)) throw new Error(`${path} has no place for the table of ${name}`)
  const [head = [], ...body] = rows
  const line = (cells: string[]) => `| ${cells.join(' | ')} |\n`
  const table = [line(head), `|${head.map(() => '---').join('|')}|\n`, ...body.map(line)].join('')
  return page.replace(place, (_, start: string, end: string) => start + table + end)
}

function settingsTable(): string[][] {
  const rows = Object.entries(settings).map(([name, { otherwise, shown, meaning }]) => [
    `\`${name}\``,
    shown ?? (otherwise === '' || otherwise === null ? 'none' : `\`${String(otherwise)}\``),
    meaning,
  ])
  return [['Setting', 'Default', 'Meaning'], ...rows]
}

async function metricsTable(): Promise<string[][]> {
  const rows = (await createMeter().registry.getMetricsAsJSON()).map(({ name, type, help }) => [
    `\`${name}\``,
    String(type),
    help,
  ])
  return [['Metric', 'Kind', 'What it says'], ...rows]
}

function errorsTable(): string[][] {
  const rows = Object.values(refusals)
    .toSorted((one, other) => one.status - other.status || (one.error < other.error ? -1 : 1))
    .map(({ status, error }) => [String(status), `\`${error}\``])
  return [['Status', '`error`'], ...rows]
}

function eventsTable(): string[][] {
  const rows = happenings.map((type) => [`[\`${type}\`](webhook-events.md#${anchorOf(type)})`, examples[type].when])
  return [['Event', 'When'], ...rows]
}

/** The page with a body of each event, as it arrives. */
async function eventsPage(): Promise<string> {
  const timestamp = '2031-03-01T08:15:00Z'
  const parts = happenings.map((type, index) => {
    const id = `evt_01c1641343a00000${(index + 10).toString(16).padStart(2, '0')}b0bb2f`
    const body = { id, event: type, type, timestamp, data: examples[type].data }
    return `## ${type}\n\n${examples[type].when}.\n\n\`\`\`json\n${JSON.stringify(body)}\n\`\`\`\n`
  })
  const head =
    '# Events\n\nA body of each event, as it arrives at a webhook ([how](webhooks.md)). Written by `npm run gen`: do not edit.\n\n'
  return format(head + parts.join('\n'), { ...style, parser: 'markdown' })
}

function anchorOf(type: string): string {
  return type.replaceAll('.', '')
}
