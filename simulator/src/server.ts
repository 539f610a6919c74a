import http from 'node:http'
import { serveEvents } from './control/events.ts'
import { ControlRefusal } from './control/refuse.ts'
import { control, Download } from './control/routes.ts'
import type { Controls } from './control/simulator.ts'
import { nameOf } from './daraja/receive.ts'
import { receiveInTrouble } from './daraja/struck.ts'
import { servePage } from './page.ts'
import type { World } from './world.ts'

const mostBodyBytes = 16 * 1024 * 1024

/** One HTTP server for Daraja, the control API below `/_sim`, and the phones' page. */
export function createServer(world: World, controls: Controls): http.Server {
  return http.createServer((request, response) => {
    serve(world, controls, request, response).catch((error: unknown) => {
      process.emitWarning(`The simulator failed on ${request.method} ${request.url}: ${(error as Error).stack}`)
      if (!response.headersSent)
        send(response, 500, { error: 'The simulator has a fault of its own; see its terminal.' })
      else response.destroy()
    })
  })
}

async function serve(
  world: World,
  controls: Controls,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const method = request.method ?? 'GET'
  // Not resolved against a base: a path that begins with two slashes would name another host.
  const target = request.url ?? '/'
  const url = new URL(target.startsWith('/') ? `http://simulator${target}` : target, 'http://simulator')
  const raw = await readBody(request)
  if (raw === undefined) {
    response.writeHead(413, { connection: 'close' }).end()
    return
  }
  if (url.pathname === '/_sim' || url.pathname.startsWith('/_sim/')) {
    await serveControl(world, controls, request, response, url, raw)
    return
  }
  if (method === 'GET' && servePage(url.pathname, response)) return
  // Some clients look for the word "sandbox" in the base URL.
  const path = url.pathname.replace(/^\/sandbox(?=\/)/, '')
  await serveDaraja(world, request, response, { method, path, query: url.searchParams, headers: request.headers, raw })
}

async function serveDaraja(
  world: World,
  request: http.IncomingMessage,
  response: http.ServerResponse,
  received: Parameters<typeof receiveInTrouble>[1],
): Promise<void> {
  const began = performance.now()
  const at = new Date(world.agenda.now()).toISOString()
  const { outcome, struck } = await receiveInTrouble(world, received)
  world.journal.write({
    at,
    direction: 'in',
    name: nameOf(received.path),
    method: received.method,
    path: received.path,
    status: outcome.kind === 'cut' ? null : outcome.answer.status,
    ms: Math.round(performance.now() - began),
    request: readable(received.raw),
    response: outcome.answer?.body,
    ...(struck.length > 0 && { trouble: struck.map((trouble) => trouble.kind).join(', ') }),
    ...(outcome.kind === 'cut' && { error: 'the line was cut before the answer' }),
  })
  // What the caller hears of must not be forgotten by a crash.
  await world.kept()
  if (outcome.kind === 'cut') {
    request.socket.destroy()
    return
  }
  const { status, body, contentType } = outcome.answer
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const written = outcome.kind === 'garbled' ? text.slice(0, Math.ceil(text.length / 2)) : text
  response.writeHead(status, { 'content-type': contentType ?? 'application/json' }).end(written)
}

function readable(raw: string): unknown {
  try {
    return raw === '' ? undefined : JSON.parse(raw)
  } catch {
    return raw
  }
}

async function serveControl(
  world: World,
  controls: Controls,
  request: http.IncomingMessage,
  response: http.ServerResponse,
  url: URL,
  raw: string,
): Promise<void> {
  const { origin, host } = request.headers
  // A web page from elsewhere has no business with the phones.
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) {
    send(response, 403, { error: 'Only pages of the simulator itself may call its control API.' })
    return
  }
  const path = url.pathname.slice('/_sim'.length)
  if (path === '/public-key.pem' && request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'application/x-pem-file' }).end(world.credentials.publicKeyPem())
    return
  }
  if (path === '/events' && request.method === 'GET') {
    serveEvents(world, controls, request, response)
    return
  }
  try {
    const answer = await control(controls, request.method ?? 'GET', path, url.searchParams, raw)
    await world.kept()
    if (answer === undefined) send(response, 404, { error: `There is no ${request.method} /_sim${path}` })
    else if (answer instanceof Download) sendFile(response, answer)
    else send(response, 200, answer)
  } catch (error) {
    if (!(error instanceof ControlRefusal)) throw error
    send(response, error.status, { ok: false, error: error.message, ...error.more })
  }
}

function sendFile(response: http.ServerResponse, { name, text }: Download): void {
  const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` }
  response.writeHead(200, { ...headers, 'cache-control': 'no-store' }).end(text)
}

function send(response: http.ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body))
}

/** The body as text; undefined when it is larger than any Daraja request. */
async function readBody(request: http.IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > mostBodyBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
