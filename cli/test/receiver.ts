import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'

export type Got = { headers: Record<string, string>; body: string; id: string; type: string }
/** A receiver of webhooks that keeps what it gets, and says yes. */
export type Receiver = { url: string; got: Got[]; close: () => Promise<void> }

/** `port`: 0 takes a free one. */
export async function receiver(port = 0): Promise<Receiver> {
  const got: Got[] = []
  const server = http.createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const { id, type } = JSON.parse(body) as { id: string; type: string }
      got.push({ headers: request.headers as Record<string, string>, body, id, type })
      response.end()
    })
  })
  await once(server.listen(port, '127.0.0.1'), 'listening')
  const address = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${address.port}/hooks`,
    got,
    async close() {
      const closed = once(server.close(), 'close')
      server.closeAllConnections()
      await closed
    },
  }
}
