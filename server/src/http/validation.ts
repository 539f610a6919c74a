import type { FastifySchemaValidationError } from 'fastify'

/** Ajv's error as Fastify passes it on in verbose mode. */
type Problem = FastifySchemaValidationError & { parentSchema?: Record<string, unknown>; schemaPath: string }
export type BodySchema = { properties?: object; summary?: string }
type Wording = { wording?: string; missing?: string; properties?: Record<string, Wording>; type?: string }

/**
 * What to answer to a body that does not fit its schema: the first problem in the order in which the schema lists its
 * fields, and all of them by field. A schema may carry its own `wording`, and `missing` for when it is absent. A body whose
 * schema has a `summary` says that first, and the problems of its fields as sentences.
 */
export function describeProblems(
  problems: FastifySchemaValidationError[],
  { properties = {}, summary }: BodySchema = {},
) {
  const order = Object.keys(properties)
  const described = (problems as Problem[])
    .filter(({ keyword }) => !['anyOf', 'oneOf', 'allOf', 'if'].includes(keyword))
    .map((problem) => ({ field: fieldOf(problem), text: textOf(problem) }))
    .sort((a, b) => rank(a.field, order) - rank(b.field, order))
  const errors: Record<string, string> = {}
  for (const { field, text } of described) errors[field] ??= summary ? sentence(text) : text
  const first = described[0]
  return { error: (first?.field && summary) || (first?.text ?? 'Invalid request body'), errors }
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function fieldOf({ instancePath, keyword, params }: Problem): string {
  const path = instancePath.split('/').slice(1)
  if (keyword === 'required') path.push(String(params.missingProperty))
  return path.join('.')
}

function textOf(problem: Problem): string {
  const { keyword, params, parentSchema } = problem
  const schema = (parentSchema ?? {}) as Wording
  const field = fieldOf(problem)
  const name = field.split('.').at(-1) ?? field
  if (keyword === 'required') {
    const absent = schema.properties?.[name]
    return absent?.missing ?? absent?.wording ?? `${name} is required`
  }
  if (schema.wording) return schema.wording
  switch (keyword) {
    case 'type':
      return field === '' ? 'Invalid request body' : `${name} must be ${article(String(params.type))}`
    case 'minLength':
      return `${name} is required`
    case 'maxLength':
      return `${name} must be at most ${String(params.limit)} characters`
    case 'minimum':
      // The least amount there is: to people, anything more than nothing.
      return params.limit === 0.01
        ? `${name} must be greater than 0`
        : `${name} must be at least ${String(params.limit)}`
    case 'pattern':
      return params.pattern === '\\S' ? `${name} is required` : `${name} is not valid`
    case 'maximum':
      return `${name} must be at most ${String(params.limit)}`
    case 'exclusiveMinimum':
      return `${name} must be greater than ${String(params.limit)}`
    case 'maxItems':
      return `${name} must have at most ${String(params.limit)} entries`
    case 'enum':
      return `Invalid ${name}. Use ${(params.allowedValues as string[]).join(', ')}`
    default:
      return `${name} ${problem.message ?? 'is not valid'}`
  }
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`
}

function rank(field: string, order: string[]): number {
  const place = order.indexOf(field.split('.')[0] ?? '')
  return place === -1 ? order.length : place
}
