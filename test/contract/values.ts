import fc from 'fast-check'
import { document, type Schema } from './document.ts'

/** What a schema may say of a value, as far as a value is drawn by it. */
type Drawn = Schema & {
  enum?: unknown[]
  const?: unknown
  anyOf?: Drawn[]
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  required?: string[]
}

const words = [
  'KES',
  'Kenya',
  '2031-03-31',
  '2031-04-01T00:00:00Z',
  '0712345678',
  'a@example.test',
  'INV-2031-002',
  'Rent',
]
const oddText = [
  ...['', ' ', '\0', 'a\0b', '\ud800', '\udc00x', '0x10', '__proto__', 'constructor', 'null', 'x'.repeat(5000)],
  ...['9999-12-31', '1970-01-01', '2031-02-30', '+275760-09-13', '-000001-01-01T00:00:00Z', "'; drop table taxes; --"],
  ...['http://127.0.0.1:9', 'https://[::1]', 'javascript:1', '../../etc/passwd', '%00', '<b>', '\u202e', '🏠', '١٢٣'],
]
const oddNumbers = [
  0,
  -0,
  1,
  -1,
  0.001,
  0.005,
  1e-300,
  1e12,
  1e13,
  1e21,
  1e308,
  -1e308,
  Number.MAX_SAFE_INTEGER,
  2 ** 31,
  2 ** 63,
]

const deep = (levels: number, [open, shut] = ['[', ']']) => open?.repeat(levels) + '1' + shut?.repeat(levels)

/** Values that nobody means. */
export const odd = (ids: string[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constantFrom(...ids),
    fc.constantFrom(...oddText),
    fc.constantFrom(...oddNumbers),
    fc.constantFrom<unknown>(null, true, false, [], {}, [null], [[]], { length: 1 }, JSON.parse(deep(40))),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.jsonValue({ maxDepth: 2 }),
  )

/** Values that a schema allows. Where it allows any text, `ids` are among what is drawn. */
export function fitting(schema: Drawn, ids: string[]): fc.Arbitrary<unknown> {
  if (schema.$ref) return fitting(document.components.schemas[schema.$ref.split('/').at(-1) as string] as Drawn, ids)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => fitting(one, ids)))
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => fitting({ ...schema, type }, ids)))
  const { minimum = -1e6, maximum = 1e6 } = schema
  if (schema.type === 'null') return fc.constant(null)
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'integer') return fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) })
  if (schema.type === 'number')
    return fc.oneof(fc.integer({ min: 1, max: 100 }), fc.double({ min: minimum, max: maximum, noNaN: true }))
  if (schema.type === 'array') {
    const { items = {}, minItems = 0, maxItems = 5 } = schema
    return fc.array(fitting(items, ids), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 4) })
  }
  if (schema.properties) {
    const fields = Object.entries(schema.properties).map(([name, one]) => [name, fitting(one, ids)] as const)
    return fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] })
  }
  if (schema.type === 'string') return textFor(schema, ids)
  return fc.jsonValue({ maxDepth: 2 })
}

function textFor({ pattern, minLength = 0, maxLength = 100 }: Drawn, ids: string[]): fc.Arbitrary<string> {
  // fast-check draws by no pattern that looks ahead.
  if (pattern && !pattern.includes('(?')) return fc.stringMatching(new RegExp(pattern))
  const drawn = fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 40) })
  return fc.oneof(fc.constantFrom(...ids, ...words), drawn)
}

/** The value with one part of it replaced by another, or with one more. */
export function spoilt(value: unknown, at: number, by: unknown): unknown {
  const places = placesIn(value)
  const place = places[at % (places.length + 1)]
  if (place) return withPart(value, place, by)
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, extra: by } : by
}

function placesIn(value: unknown, here: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [here]
  return [here, ...Object.entries(value).flatMap(([key, one]) => placesIn(one, [...here, key]))]
}

function withPart(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
  if (key === undefined) return by
  if (Array.isArray(value)) return value.map((one, index) => (String(index) === key ? withPart(one, rest, by) : one))
  return { ...(value as object), [key]: withPart((value as Record<string, unknown>)[key], rest, by) }
}

/** Bytes that are no JSON, or JSON that is meant to do harm. */
export const oddBytes: (string | Buffer)[] = [
  ...['', '{', 'null', '"text"', '[]', '0', '{"a":1,}', '\ufeff{}', '{"a":NaN}', '{} {}', '\0', '<xml/>', 'a=b&c=d'],
  ...['{"__proto__":{"amount":1}}', '{"constructor":{"prototype":{"a":1}}}', '{"amount":1,"amount":"2"}', '{"":""}'],
  ...[
    deep(50_000),
    `{"extra":${deep(50_000)}}`,
    `{"extra":${deep(20_000, ['{"a":', '}'])}}`,
    `{"items":${deep(10_000)}}`,
  ],
  ...[`{"amount":${'9'.repeat(400)}}`, `{"amount":1e${'9'.repeat(9)}}`, `{"name":"${'x'.repeat(300_000)}"}`],
  Buffer.from([0xff, 0xfe, 0x00]),
  Buffer.from('{"name":"\xff\xfe"}', 'latin1'),
  Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]),
]
