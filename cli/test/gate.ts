import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** Stands between a command and a server. Whoever asks it gets the server's answers, when it lets them through. */
export type Gate = {
  url: string
  /** Lets so many answers to POSTs through and keeps the others back: the server has done what they say. */
  letThrough: (many: number) => void
  /** How many answers are kept back. */
  kept: () => number
  /** Refuses connections, as a server does that is being started anew. */
  leave: () => Promise<void>
  comeBack: () => Promise<void>
}

export async function gate(target: string): Promise<Gate> {
  let allowed = Number.POSITIVE_INFINITY
  let waiting: (() => void)[] = []
  const server = http.createServer((request, response) => {
    void pass(target, request).then(async (answer) => {
      const text = await answer.text()
      if (request.method === 'POST' && --allowed < 0) await new Promise<void>((resolve) => waiting.push(resolve))
      const named = (name: string): [string, string][] => {
        const value = answer.headers.get(name)
        return value === null ? [] : [[name, value]]
      }
      response.writeHead(answer.status, Object.fromEntries(['content-type', 'x-request-id'].flatMap(named))).end(text)
    })
  })
  const listen = async (port: number) => void (await once(server.listen(port, '127.0.0.1'), 'listening'))
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    letThrough(many) {
      allowed = many
      for (const go of waiting) go()
      waiting = []
    },
    kept: () => waiting.length,
    async leave() {
      const closed = once(server.close(), 'close')
      server.closeAllConnections()
      await closed
    },
    comeBack: () => listen(port),
  }
}

async function pass(target: string, request: http.IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const { method = 'GET', url = '/', headers } = request
  const sent = ['authorization', 'content-type', 'idempotency-key'].flatMap((name) => {
    const value = headers[name]
    return typeof value === 'string' ? [[name, value] as [string, string]] : []
  })
  const body = chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }
  return await fetch(target + url, { method, headers: sent, ...body })
}
