import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'

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
        description: 'Invoicing and M-PESA collection',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      // Relative: the server that answers with this document.
      servers: [{ url: '/' }],
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
    transform: ({ schema, url }) => ({ schema: { ...schema, ...withoutOurs(readers(schema as object)) }, url }),
    transformObject: (document) =>
      'openapiObject' in document ? withOneRefusal(document.openapiObject) : document.swaggerObject,
  }
}

type Answers = Record<string, { description?: string; content?: unknown }>

/** Every refusal of every route is the same: said once, named elsewhere. */
function withOneRefusal<T extends { paths?: object; components?: object }>(document: T): T {
  let refusal: object | undefined
  const operations = Object.values(document.paths ?? {}).flatMap((methods: object) => Object.values(methods))
  for (const { responses } of operations as { responses: Answers }[]) {
    for (const [status, said] of Object.entries(responses)) {
      if (status < '400') {
        said.description = 'As asked'
        continue
      }
      refusal ??= said
      responses[status] = { $ref: '#/components/responses/Refusal' } as Answers[string]
    }
  }
  return { ...document, components: { ...document.components, responses: { Refusal: refusal } } }
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
