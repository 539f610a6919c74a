import type { components, operations } from './schema.gen.ts'

/** The things of the API by their names in the OpenAPI document: `Schemas['Invoice']`. */
export type Schemas = components['schemas']

export type Operation = keyof operations

/** What an operation takes as its JSON body. */
export type Body<O extends Operation> =
  NonNullable<operations[O]['requestBody' & keyof operations[O]]> extends {
    content: { 'application/json': infer B }
  }
    ? B
    : never

/** What it takes in the query. Text may be given as a number or a boolean: `{ limit: 100 }`. */
export type Query<O extends Operation> = operations[O] extends { parameters: { query?: infer Q } }
  ? { [K in keyof Q]?: (string extends Q[K] ? string | number | boolean : Q[K]) | undefined }
  : never

type Succeeded<R> = R extends { 200: { content: infer C } } ? C : R extends { 201: { content: infer C } } ? C : never
type Content<O extends Operation> = Succeeded<operations[O]['responses']>

/** `id` says the same as `_id`. */
export type WithId<D> = D extends readonly (infer E)[]
  ? WithId<E>[]
  : D extends { _id: string }
    ? D & { readonly id: string }
    : D

/** What is in the `data` of its answer. */
export type Data<O extends Operation> = Content<O> extends { 'application/json': { data: infer D } } ? WithId<D> : never

/** One of the things that it lists. */
export type Item<O extends Operation> = Data<O> extends (infer E)[] ? E : never

/** What a list answers: the things, and where it goes on. */
export type Page<O extends Operation> =
  Content<O> extends { 'application/json': infer J } ? Omit<J, 'data'> & { data: Item<O>[] } : never

/** The formats in which it answers. */
export type Format<O extends Operation> = Query<O> extends { format?: infer F } ? NonNullable<F> : never

/** `json` is the data, `csv` a text, `pdf` bytes. */
export type InFormat<O extends Operation, F> = F extends 'csv'
  ? string
  : F extends 'pdf'
    ? Uint8Array<ArrayBuffer>
    : Data<O>
