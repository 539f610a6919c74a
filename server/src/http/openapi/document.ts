import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import type { FastifySchema } from 'fastify'
import { announcements } from './announcements.ts'
import { withComponents } from './components.ts'
import { examples } from './examples.ts'
import { described } from './operations.ts'
import { headers, parameters, refusals } from './parts.ts'
import { tags } from './tags.ts'

/** Words of ours in a schema that only our validation reads. */
const ours = ['wording', 'missing', 'summary']

/** The head of the OpenAPI document; the rest comes from the routes' schemas. */
export function openapi(): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Kusanya',
        version: '0.1.0',
        description:
          'Invoicing and M-PESA collection. Amounts are in major units, ids are text, dates are ISO 8601. ' +
          'An address that is there for another method only answers 405 with `Allow`; one that is not there, 404.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      // Relative: the server that answers with this document.
      servers: [{ url: '/', description: 'The server that answers with this document' }],
      tags,
      components: {
        securitySchemes: {
          apiKey: {
            type: 'apiKey',
            in: 'header',
            name: 'Authorization',
            description: '`cs_…`, bare or after `Bearer`',
          },
        },
      },
      security: [{ apiKey: [] }],
    },
    transform: ({ schema, url }) => ({
      schema: { ...schema, ...secured(schema), ...withoutOurs(readers(schema as object)) },
      url,
    }),
    transformObject: (document) =>
      'openapiObject' in document ? completed(document.openapiObject) : document.swaggerObject,
  }
}

/** With what holds for all operations, said once. */
function completed<T extends { paths?: object; components?: object }>(document: T): T {
  const said = examples()
  const paths = Object.fromEntries(
    Object.entries(document.paths ?? {}).map(([path, methods]: [string, object]) => [
      path,
      Object.fromEntries(
        Object.entries(methods).map(([method, operation]) => [method, described(method, path, operation, said)]),
      ),
    ]),
  )
  return withComponents({
    ...document,
    paths,
    webhooks: announcements(),
    components: { ...document.components, parameters, headers, responses: refusals(said) },
  })
}

/** What a key has to be allowed to do, as OpenAPI 3.1 names it: the roles that are required. */
function secured({ scope, security }: FastifySchema): Pick<FastifySchema, 'security'> {
  return scope ? { security: [{ apiKey: [scope] }] } : { ...(security && { security }) }
}

/** What a schema says of requests. */
function readers(schema: object): object {
  return Object.fromEntries(Object.entries(schema).filter(([part]) => ['body', 'querystring', 'params'].includes(part)))
}

function withoutOurs<T>(value: T): T
function withoutOurs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => withoutOurs(one))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key, said]) => !(ours.includes(key) && typeof said === 'string'))
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutOurs(one)]))
}
