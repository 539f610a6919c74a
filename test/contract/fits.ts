import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { document } from './document.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true })
ajv.addSchema({ $id: 'document', ...(closed(document) as object) })
const compiled = new Map<string, ValidateFunction>()

/** What is wrong with a value, going by the schema at a place in the document such as `['components', 'schemas', 'Tax']`. */
export function misfit(value: unknown, ...place: string[]): string | null {
  const pointer = place.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')
  const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `document#/${pointer}` })
  compiled.set(pointer, validate)
  return validate(value) ? null : ajv.errorsText(validate.errors)
}

/** With every object closed that does not say what else it may hold: a field that is not described does not fit. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, closed(one)]))
  const isObject = kept.type === 'object' && typeof kept.properties === 'object'
  return isObject && !('additionalProperties' in kept) ? { ...kept, additionalProperties: false } : kept
}
