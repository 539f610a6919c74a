import assert from 'node:assert/strict'

type Schema = { title?: unknown; type?: unknown; anyOf?: Schema[] }

/**
 * Says each schema that has a title once, under `#/components/schemas`, and points to it from everywhere else. Asserts
 * that no two different schemas have one title.
 */
export function withComponents<T extends { paths?: object; webhooks?: object; components?: object }>(document: T): T {
  const schemas: Record<string, unknown> = {}
  const lifted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(lifted)
    if (typeof value !== 'object' || value === null) return value
    const said = orNull(
      Object.fromEntries(
        // An example may have a field `title`, and is no schema for it.
        Object.entries(value).map(([key, one]) => [key, key === 'example' ? one : lifted(one)]),
      ),
    )
    if (typeof said.title !== 'string' || said.type === undefined) return said
    const { title, ...schema } = said
    schemas[title] ??= schema
    assert.deepEqual(schemas[title], schema, `two different schemas have the title ${title}`)
    return { $ref: `#/components/schemas/${title}` }
  }
  const { paths, webhooks, components } = document
  const result = { paths: lifted(paths), webhooks: lifted(webhooks), components: lifted(components) as object }
  const sorted = Object.fromEntries(Object.entries(schemas).sort(([one], [other]) => (one < other ? -1 : 1)))
  return { ...document, ...result, components: { ...result.components, schemas: sorted } }
}

/** A simple type or null, as OpenAPI 3.1 says it in one line. */
function orNull(schema: Schema): Schema {
  const [one, other, ...more] = schema.anyOf ?? []
  if (!one || other?.type !== 'null' || more.length > 0) return schema
  if (typeof one.type !== 'string' || 'enum' in one || 'const' in one) return schema
  const { anyOf: _, ...rest } = schema
  return { ...one, ...rest, type: [one.type, 'null'] }
}
