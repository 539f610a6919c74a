import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { Mpesa } from '../src/index.ts'
import type { MpesaOptions } from '../src/options.ts'

export interface Recorded {
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: unknown
}

/** A body to send as JSON or as text, with its status; or something rude to do with the connection. */
export type Reply =
  | { status?: number; body?: unknown; text?: string; headers?: Record<string, string> }
  | ((response: ServerResponse, socket: Socket) => void)

export const tokenPath = '/oauth/v1/generate?grant_type=client_credentials'

export interface RecordedServer {
  url: string
  requests: Recorded[]
  /** The requests that were not for a token. */
  calls(): Recorded[]
  /** What to answer on a path: the replies in turn, the last one for ever. */
  reply(path: string, ...replies: Reply[]): void
  client(options?: Partial<MpesaOptions>): Mpesa
  close(): Promise<void>
}

/** A plain HTTP server that plays back what it is told and writes down what it was asked. It knows nothing of M-PESA. */
export async function recordedServer(): Promise<RecordedServer> {
  const requests: Recorded[] = []
  const replies = new Map<string, Reply[]>()
  let tokens = 0
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const path = request.url ?? ''
      const text = Buffer.concat(parts).toString()
      requests.push({
        method: request.method ?? '',
        path,
        headers: request.headers,
        body: text === '' ? undefined : JSON.parse(text),
      })
      const queue = replies.get(path)
      const reply = queue && queue.length > 1 ? queue.shift() : queue?.[0]
      if (typeof reply === 'function') reply(response, request.socket)
      else if (reply) send(response, reply)
      else if (path === tokenPath) send(response, { body: { access_token: `token-${++tokens}`, expires_in: '3599' } })
      else send(response, { status: 404, body: { errorCode: '404.001.01', errorMessage: 'Resource not found' } })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    requests,
    calls: () => requests.filter((one) => one.path !== tokenPath),
    reply: (path, ...given) => void replies.set(path, given),
    client: (options) => new Mpesa({ ...testOptions, baseUrl: url, ...options }),
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** 22 November 2026, 10:51:05 in Nairobi. */
export const testNow = new Date('2026-11-22T07:51:05Z')

export const testOptions: MpesaOptions = {
  consumerKey: 'key',
  consumerSecret: 'secret',
  environment: 'sandbox',
  lipaNaMpesaShortCode: '174379',
  lipaNaMpesaPassKey: 'passkey',
  initiatorName: 'testapi',
  securityCredential: 'Y3JlZGVudGlhbA==',
  retryDelay: 1,
  now: () => testNow,
}

function send(response: ServerResponse, reply: Exclude<Reply, (...args: never[]) => void>) {
  const text = reply.text ?? (reply.body === undefined ? '' : JSON.stringify(reply.body))
  response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers })
  response.end(text)
}
