import { createReceiver, mostCallbackBytes, type ReceiverOptions } from './receiver.ts'

/** The parts of Fastify that are used. `ip` obeys Fastify's own `trustProxy`. */
export interface FastifyCallbackRequest {
  method: string
  url: string
  ip: string
  body: unknown
}

export interface FastifyCallbackReply {
  code(status: number): { send(body: unknown): unknown }
}

type Handler = (request: FastifyCallbackRequest, reply: FastifyCallbackReply) => Promise<unknown>

export interface FastifyInstanceLike {
  post(path: string, options: { bodyLimit: number }, handler: Handler): unknown
}

/** `app.register(fastifyCallbacks({ secret, onPayment }), { prefix: '/hooks' })`: every POST below the prefix. */
export function fastifyCallbacks(options: ReceiverOptions): (app: FastifyInstanceLike) => Promise<void> {
  const receive = createReceiver(options)
  return async (app) => {
    app.post('/*', { bodyLimit: mostCallbackBytes }, async (request, reply) => {
      const path = request.url.split('?')[0] ?? ''
      const body = request.body ?? undefined
      const answer = await receive({ method: request.method, path, ip: request.ip, body })
      return reply.code(answer.status).send(answer.body)
    })
  }
}
