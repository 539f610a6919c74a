import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Schema = {
  $ref?: string
  type?: string | string[]
  title?: string
  properties?: Record<string, Schema>
  items?: Schema
}
export type Media = { schema: Schema; example?: unknown }
export type Parameter = { $ref?: string; in?: string; name?: string; schema?: Schema }
export type Answer = { $ref?: string; description: string; headers?: object; content?: Record<string, Media> }
export type Operation = {
  operationId: string
  tags: string[]
  summary: string
  security?: unknown[]
  parameters: Parameter[]
  requestBody?: { content: Record<string, Media> }
  responses: Record<string, Answer>
}
export type Document = {
  tags: { name: string; description: string }[]
  security: unknown
  paths: Record<string, Record<string, Operation>>
  webhooks: Record<string, { post: Operation }>
  components: { schemas: Record<string, Schema>; responses: Record<string, Answer> }
}

export const documentPath = join(import.meta.dirname, '../../server/openapi.json')
export const document = JSON.parse(readFileSync(documentPath, 'utf8')) as Document

/** Every operation, with the method and path it is for. */
export const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
)
