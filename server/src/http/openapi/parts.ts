import { ErrorBody } from '../envelope.ts'
import type { Examples } from './examples.ts'

/** Request headers that operations point to. */
export const parameters = {
  RequestId: {
    name: 'X-Request-ID',
    in: 'header',
    description: 'Comes back with the answer, and is in our log: up to 200 visible ASCII characters',
    schema: { type: 'string' },
    example: 'order-1042',
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'For 24 hours a repeat with the same key gets the same answer, and nothing is done again',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
    example: '8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11',
  },
}

/** Headers of answers. */
export const headers = {
  RequestId: {
    description: 'The request’s own `X-Request-ID`, or one of ours',
    schema: { type: 'string' },
    example: 'order-1042',
  },
  Replayed: {
    description: '`true` when this is the answer to an earlier request with the same Idempotency-Key',
    schema: { type: 'string', enum: ['true'] },
  },
  Retry: {
    description: 'Seconds to wait before the next attempt',
    schema: { type: 'integer', minimum: 0 },
    example: 2,
  },
}

/** What an operation is about, as far as its refusals go. */
export type Traits = { writes: boolean; asksKey: boolean; hasBody: boolean; hasQuery: boolean; names: boolean }

/** What is sent to an operation that wants no body is looked at all the same. */
const sendsBody = ({ hasBody, writes }: Traits) => hasBody || writes

/** Each refusal that is the same on all routes, and on which ones it can occur. */
export const statuses: Record<number, { name: string; description: string; occurs: (traits: Traits) => boolean }> = {
  400: {
    name: 'BadRequest',
    description: 'Cannot be understood, or asks for what makes no sense. `errors` names the fields',
    occurs: (traits) => sendsBody(traits) || traits.hasQuery,
  },
  401: { name: 'Unauthorized', description: 'No key, or none that we know', occurs: ({ asksKey }) => asksKey },
  403: { name: 'Forbidden', description: 'The key lacks the scope that this needs', occurs: ({ asksKey }) => asksKey },
  404: {
    name: 'NotFound',
    description: 'Not there, or not yours; also for things that a body names',
    occurs: ({ names }) => names,
  },
  409: { name: 'Conflict', description: 'Makes sense, but not as things are now', occurs: ({ writes }) => writes },
  413: { name: 'TooLarge', description: 'The body is larger than we read', occurs: sendsBody },
  415: { name: 'UnsupportedMediaType', description: 'The body is not JSON', occurs: sendsBody },
  429: {
    name: 'TooManyRequests',
    description: 'More requests than the key has in a minute',
    occurs: ({ asksKey }) => asksKey,
  },
  500: { name: 'InternalError', description: 'A mistake of ours; nothing was changed', occurs: () => true },
  502: { name: 'BadGateway', description: 'M-PESA did not accept what we asked it for', occurs: () => false },
  503: {
    name: 'Unavailable',
    description: 'The database cannot be reached; nothing was changed',
    occurs: () => true,
  },
}

/** `#/components/responses`. */
export function refusals(examples: Examples): object {
  return Object.fromEntries(
    Object.entries(statuses).map(([status, { name, description }]) => [
      name,
      {
        description,
        headers: {
          'X-Request-ID': { $ref: '#/components/headers/RequestId' },
          ...(['429', '503'].includes(status) && { 'Retry-After': { $ref: '#/components/headers/Retry' } }),
        },
        content: { 'application/json': { schema: ErrorBody, example: examples.refusals[status] } },
      },
    ]),
  )
}
