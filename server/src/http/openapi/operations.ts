import type { Examples } from './examples.ts'
import { capitalized, nameOperation } from './name-operation.ts'
import { statuses, type Traits } from './parts.ts'

type Schema = {
  type?: unknown
  format?: string
  pattern?: string
  title?: string
  properties?: Record<string, Schema>
  items?: Schema
}
type Media = { schema?: Schema; example?: unknown }
type Content = Record<string, Media>
type Response = { description?: string; headers?: object; content?: Content }
export type Operation = {
  operationId?: string
  security?: unknown[]
  parameters?: { in: string; name: string; required?: boolean; schema?: { enum?: unknown[] } }[]
  requestBody?: { content: Content }
  responses: Record<string, Response>
}

/** An operation with its name, the headers and refusals that hold for it, and an example of each side. */
export function described(method: string, path: string, operation: Operation, examples: Examples): object {
  const operationId = operation.operationId ?? nameOperation(method, path)
  const traits = traitsOf(method, operation)
  const example = examples.operations[operationId] ?? {}
  const { parameters = [], requestBody, responses, ...said } = operation
  const formats = parameters.find(({ name }) => name === 'format')?.schema?.enum ?? []
  const written = traits.writes ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []
  return {
    operationId,
    ...said,
    parameters: [...parameters, ...written, { $ref: '#/components/parameters/RequestId' }],
    ...(requestBody && { requestBody: withExample(requestBody, capitalized(operationId), example.body) }),
    responses: {
      ...Object.fromEntries(
        Object.entries(responses)
          .filter(([status]) => status < '300')
          .map(([status, response]) => [status, answered(response, traits, example, formats)]),
      ),
      ...Object.fromEntries(
        Object.entries(statuses)
          .filter(([status, { occurs }]) => occurs(traits) || status in responses)
          .map(([status, { name }]) => [status, { $ref: `#/components/responses/${name}` }]),
      ),
    },
  }
}

function traitsOf(method: string, { parameters = [], requestBody, security }: Operation): Traits {
  const isIn = (place: string) => parameters.some((one) => one.in === place)
  return {
    // A long question comes by POST and changes nothing.
    writes: method !== 'get' && !JSON.stringify(security ?? []).includes('read'),
    asksKey: security?.length !== 0,
    hasBody: requestBody !== undefined,
    hasQuery: isIn('query'),
    names: isIn('path') || namesThings(requestBody?.content['application/json']?.schema),
  }
}

/**
 * Whether a body has a field that points to something of the business. A category is a word, kept as it comes; what must have
 * a form is looked up nowhere, because it is new.
 */
function namesThings({ properties = {}, items }: Schema = {}): boolean {
  const named = Object.entries(properties).some(
    ([field, { pattern }]) =>
      /(ids?|^shortcode)$/.test(field) && field !== 'categoryid' && (pattern ?? '\\S') === '\\S',
  )
  return named || Object.values(properties).some(namesThings) || (items !== undefined && namesThings(items))
}

function withExample(requestBody: { content: Content }, title: string, example: unknown): object {
  const { schema, ...media } = requestBody.content['application/json'] ?? {}
  return {
    ...requestBody,
    content: {
      'application/json': { ...media, schema: { ...schema, title }, ...(example !== undefined && { example }) },
    },
  }
}

function answered(
  { content = {}, ...response }: Response,
  { writes }: Traits,
  { answer, csv }: { answer?: unknown; csv?: string },
  formats: unknown[],
): Response {
  const { 'application/json': media, ...files } = content
  return {
    ...response,
    description:
      formats.length > 0
        ? 'As asked: JSON, or with `format` a file'
        : media
          ? 'As asked'
          : 'The bytes of a file, with its name in Content-Disposition',
    headers: {
      'X-Request-ID': { $ref: '#/components/headers/RequestId' },
      ...(writes && { 'Idempotent-Replayed': { $ref: '#/components/headers/Replayed' } }),
    },
    content: {
      ...(media && { 'application/json': { ...media, ...(answer !== undefined && { example: answer }) } }),
      ...(formats.includes('csv') && {
        'text/csv': { schema: { type: 'string' }, ...(csv !== undefined && { example: csv }) },
      }),
      ...(formats.includes('pdf') && { 'application/pdf': { schema: { type: 'string', format: 'binary' } } }),
      ...files,
    },
  }
}
