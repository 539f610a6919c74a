import type { Picture } from './record-audit.ts'

/** A thing on the wire before and after a change: of each picture only the fields, among those named, that differ. */
export function differing<T extends object>(
  before: T,
  after: T,
  fields: readonly (keyof T & string)[],
): { before: Picture; after: Picture } {
  const changed = fields.filter((field) => before[field] !== after[field])
  const of = (thing: T) => Object.fromEntries(changed.map((field) => [field, thing[field]])) as Picture
  return { before: of(before), after: of(after) }
}
