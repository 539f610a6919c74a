import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'

/** Response schemas of a route that answers a file of this type. */
export function answersFile(type: string) {
  const schema = Type.Unsafe<never>({ type: 'string', format: 'binary' })
  return { 200: { content: { [type]: { schema } } } }
}

/** `inline` lets a browser show it, `attachment` has it kept. The name is plain ASCII. */
export type File = { type: string; disposition: 'inline' | 'attachment'; name: string; bytes: Buffer | Readable }

/** Answers with a file. Typed as nothing in particular: a route's schema may speak of its JSON. */
export function sendFile(reply: Pick<FastifyReply, 'type' | 'header' | 'send'>, file: File): never {
  reply.type(file.type)
  reply.header('content-disposition', `${file.disposition}; filename="${file.name}"`)
  return reply.send(file.bytes) as never
}
