import { Type, type TProperties, type TSchema } from 'typebox'

/** On a body's schema: what `error` says whenever anything is wrong with it; `errors` then names the fields, as sentences. */
export const submission = { summary: 'There are problems with your submission' }

/** An object with a name of its own in the API's description, where it is said once and pointed to from everywhere else. */
export const named = <P extends TProperties>(title: string, properties: P, description = '') =>
  Type.Object(properties, { title, ...(description && { description }) })

/** Text that must say something. */
export const words = (maxLength: number, description = '') =>
  Type.String({ minLength: 1, maxLength, pattern: '\\S', ...(description && { description }) })

/** Text that may say nothing. */
export const text = (maxLength: number) => Type.String({ maxLength })

/** More than nothing, in major units. */
export const price = () => Type.Number({ minimum: 0.01, maximum: 1e12 })

export const Currency = Type.String({
  pattern: '^[A-Z]{3}$',
  wording: 'Currency must be a three-letter code such as KES',
  missing: 'Currency is required',
})

/** May be left out. `null` is the same as left out, or as nothing where a field may hold nothing: clients send whole objects. */
export const maybe = <T extends TSchema>(schema: T) => Type.Optional(Type.Union([schema, Type.Null()]))

/** What was typed, without the space around it; null when nothing is left. */
export function tidied(typed: string): string
export function tidied(typed: string | null): string | null
export function tidied(typed: string | null | undefined): string | null | undefined
export function tidied(typed: string | null | undefined): string | null | undefined {
  return typed === undefined ? undefined : typed?.trim() || null
}

/** A pattern for `ilike` that finds the text anywhere; null when there is nothing to find. */
export function anywhere(search: string | null | undefined): string | null {
  const wanted = search?.trim()
  return wanted ? `%${wanted.replace(/[\\%_]/g, '\\$&')}%` : null
}
