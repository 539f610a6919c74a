import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Received = {
  method: string
  path: string
  headers: Record<string, string>
  body: string
  event: { id: string; event: string; data: { _id: string } }
}
export type Answering = (received: Received, response: ServerResponse) => void

export type Receiver = { url: string; port: number; received: Received[]; answering: Answering; end(): Promise<void> }

/** For tests: a merchant's server on loopback. It keeps what it got and says 200 `{"received":true}` until told otherwise. */
export async function startReceiver(
  answering: Answering = sayReceived,
  host = '127.0.0.1',
  port = 0,
): Promise<Receiver> {
  const server = createServer((request, response) => {
    void read(request).then((received) => {
      receiver.received.push(received)
      receiver.answering(received, response)
    })
  })
  server.listen(port, host)
  await once(server, 'listening')
  const listening = (server.address() as AddressInfo).port
  const receiver: Receiver = {
    url: `http://${host}:${listening}/hook`,
    port: listening,
    received: [],
    answering,
    end: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return receiver
}

export function sayReceived(_received: Received, response: ServerResponse): void {
  response.setHeader('content-type', 'application/json')
  response.end('{"received":true}')
}

export function say(status: number, text = ''): Answering {
  return (_received, response) => void response.writeHead(status).end(text)
}

async function read(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks).toString('utf8')
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    headers: request.headers as Record<string, string>,
    body,
    event: body.startsWith('{') ? JSON.parse(body) : null,
  }
}
