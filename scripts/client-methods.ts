type Parameter = { in?: string; name?: string; schema?: { enum?: string[] } }
/** What is sent to webhooks: `data` is a component. */
type Announcement = {
  requestBody: { content: { 'application/json': { schema: { properties: { data: { $ref: string } } } } } }
}
type Operation = {
  operationId: string
  summary?: string
  parameters?: Parameter[]
  requestBody?: { required?: boolean }
  responses: Record<string, { content?: Record<string, unknown> }>
}
export type ApiDocument = {
  paths: Record<string, Record<string, Operation>>
  webhooks: Record<string, { post: Announcement }>
}
export type Method = { resource: string; name: string; verb: string; path: string; operation: Operation }

/** Nouns whose plural is not made by the rule: what cannot be counted, and what the payer's page shows. */
const plurals: Record<string, string> = { audit: 'audit', settings: 'settings', pay: 'bills' }
/** What follows a noun and says which of the things, not what else they have: `payment/unmatched/list`. */
const adjectives = ['unmatched', 'refused']

/** Every operation of the document as a method of the client. Throws when two of them would have one name. */
export function methodsOf(document: ApiDocument): Method[] {
  const methods = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([verb, operation]) => {
      return { ...nameOf(path), verb: verb.toUpperCase(), path, operation }
    }),
  )
  const seen = new Map<string, string>()
  for (const { resource, name, verb, path } of methods) {
    const twin = seen.get(`${resource}.${name}`)
    if (twin) throw new Error(`${twin} and ${verb} ${path} would both be kusanya.${resource}.${name}`)
    seen.set(`${resource}.${name}`, `${verb} ${path}`)
  }
  return methods
}

/** `/business/credit-note/{id}/reverse` is `creditNotes.reverse`, `/business/invoice/{id}/payment/add` is `invoices.addPayment`. */
function nameOf(path: string): { resource: string; name: string } {
  const [noun = '', ...rest] = path
    .replace(/^\/business/, '')
    .replace(/\.json$/, '')
    .split('/')
    .filter((part) => part !== '' && !part.startsWith('{'))
  const verb = rest.pop() ?? 'details'
  const listed = (part: string) => (verb === 'list' && !adjectives.includes(part) ? pluralOf(part) : part)
  const words = [verb === 'details' && rest.length === 0 ? 'get' : verb, ...rest.map(listed)]
  return { resource: camel(pluralOf(noun)), name: camel(words.join('-')) }
}

function pluralOf(noun: string): string {
  if (plurals[noun]) return plurals[noun]
  if (/s$/.test(noun)) return noun
  if (/[^aeiou]y$/.test(noun)) return noun.replace(/y$/, 'ies')
  return /(x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

const camel = (words: string) => words.replace(/-+(\w)/g, (_, letter: string) => letter.toUpperCase())
const pascal = (words: string) => camel(`-${words}`)

/** The classes of the client: one for each resource, with a method for each operation. TypeScript, not yet formatted. */
export function clientMethods(document: ApiDocument): string {
  const resources = Map.groupBy(methodsOf(document), ({ resource }) => resource)
  const classes = [...resources].map(([resource, methods]) => {
    return `export class ${pascal(resource)} extends Resource {\n${methods.map(writeMethod).join('\n\n')}\n}`
  })
  const names = [...resources.keys()]
  return `// Generated from server/openapi.json by \`npm run gen\`: do not edit.

import { type Ask, Resource, segment } from './ask.ts'
import type { CallOptions } from './connection.ts'
import type { List } from './list.ts'
import type { Body, Data, Format, InFormat, Item, Page, Query } from './types.ts'

${classes.join('\n\n')}

/** Every resource of the server. */
export class Resources {
${names.map((name) => `readonly ${name}: ${pascal(name)}`).join('\n')}

constructor(ask: Ask) {
${names.map((name) => `this.${name} = new ${pascal(name)}(ask)`).join('\n')}
}
}
`
}

function writeMethod({ name, verb, path, operation }: Method): string {
  const id = `'${operation.operationId}'`
  const having = (where: string) => (operation.parameters ?? []).filter((parameter) => parameter.in === where)
  const ids = having('path').map((parameter) => parameter.name ?? '')
  const hasQuery = having('query').length > 0
  const answers = answersOf(operation)
  const inFormats = answers.length > 1
  const body = operation.requestBody
  const query = `query?: Query<${id}>${inFormats ? ' & { format?: F }' : ''}`
  const parameters = [
    ...ids.map((one) => `${one}: string`),
    ...(body ? [`body${body.required ? '' : '?'}: Body<${id}>`] : []),
    ...(hasQuery ? [query] : []),
    'options?: CallOptions',
  ]
  const sent = [...(body ? ['body'] : []), ...(hasQuery ? ['query'] : [])].join(', ')
  const url = `\`${path.replace(/\{(\w+)\}/g, '${segment($1)}')}\``
  const generic = inFormats ? `<F extends Format<${id}> = 'json'>` : ''
  const [asked, answer] = isList(path)
    ? [`list(${url}, query, options)`, `List<Item<${id}>, Page<${id}>>`]
    : name === 'get' && ids.length > 0
      ? [`find(${url}, {${sent}}, options)`, `Promise<Data<${id}> | null>`]
      : [
          `data('${verb}', ${url}, {${sent}}, options)`,
          inFormats
            ? `Promise<InFormat<${id}, F>>`
            : answers[0] === 'application/json'
              ? `Promise<Data<${id}>>`
              : 'Promise<Uint8Array<ArrayBuffer>>',
        ]
  return `/** ${operation.summary ?? operation.operationId} */
${name}${generic}(${parameters.join(', ')}): ${answer} {
return this.ask.${asked}
}`
}

const isList = (path: string) => path.endsWith('/list')

/** The media types of the answer when all went well. */
function answersOf({ responses }: Operation): string[] {
  return Object.entries(responses).flatMap(([status, { content }]) =>
    status < '300' ? Object.keys(content ?? {}) : [],
  )
}
