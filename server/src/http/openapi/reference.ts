import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'

const zip = promisify(gzip)
const hidden = { schema: { hide: true } }

/**
 * The API's description for machines at `/openapi.json`, and for people at `/docs`. The page works without the Internet:
 * all that it loads comes from here, and its policy lets nothing else in.
 */
export function serveReference(app: FastifyInstance, { chance }: Pick<Context, 'chance'>): void {
  const description = lazily(async () => kept(JSON.stringify(app.swagger())))
  app.get('/openapi.json', hidden, async (request, reply) => {
    reply.type('application/json; charset=utf-8').header('cache-control', 'public, max-age=300')
    return sendKept(request, reply, await description())
  })

  const script = lazily(async () => kept(await readScript()))
  app.get('/docs/reference.js', hidden, async (request, reply) => {
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'public, max-age=86400')
    return sendKept(request, reply, await script())
  })

  app.get('/docs', hidden, async (_request, reply) => {
    const nonce = chance.bytes(18).toString('base64')
    return reply.headers(headersOf(nonce)).type('text/html; charset=utf-8').send(page(nonce))
  })
}

/** Bytes that stay as they are while the process runs. */
type Kept = { plain: Buffer; zipped: Buffer; etag: string }

async function kept(text: string): Promise<Kept> {
  const plain = Buffer.from(text)
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  return { plain, zipped: await zip(plain, { level: 9 }), etag: `"${hash}"` }
}

type Request = { headers: Record<string, string | string[] | undefined> }
type Reply = {
  header: (name: string, value: string) => Reply
  code: (status: number) => Reply
  send: (bytes?: Buffer) => Reply
}

function sendKept({ headers }: Request, reply: Reply, { plain, zipped, etag }: Kept): Reply {
  reply.header('etag', etag).header('vary', 'Accept-Encoding')
  const known = String(headers['if-none-match'] ?? '').split(',')
  if (known.some((one) => one.trim().replace(/^W\//, '') === etag)) return reply.code(304).send()
  if (!/\bgzip\b/.test(String(headers['accept-encoding'] ?? ''))) return reply.send(plain)
  return reply.header('content-encoding', 'gzip').send(zipped)
}

/** What `make` gives, made when it is first wanted; again after it failed. */
function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () =>
    (made ??= make().catch((error: unknown) => {
      made = null
      throw error
    }))
}

/**
 * Scalar's script: 4 MB, which the package keeps in its code and gives away as a plugin's answer only. Loaded when somebody
 * opens the page for the first time, because it would make every start slower.
 */
async function readScript(): Promise<string> {
  const { default: scalar } = await import('@scalar/fastify-api-reference')
  const inner = Fastify()
  await inner.register(scalar, { routePrefix: '/docs', configuration: { url: '/openapi.json' } })
  const { statusCode, body } = await inner.inject('/docs/js/scalar.js')
  await inner.close()
  if (statusCode !== 200) throw new Error(`Scalar’s script is not where it was: ${statusCode}`)
  return body
}

/** Scripts are ours only. Styles may stand in the page: Scalar writes them there, from several libraries. */
function headersOf(nonce: string): Record<string, string> {
  return {
    'cache-control': 'no-store',
    'content-security-policy':
      `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'unsafe-inline'; ` +
      "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
  }
}

/** Nothing of Scalar's that asks its makers' servers: no proxy, no fonts, no client, no assistant. */
const configuration = {
  url: '/openapi.json',
  proxyUrl: '',
  withDefaultFonts: false,
  hideClientButton: true,
  telemetry: false,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
}

const page = (nonce: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kusanya API</title>
<link rel="icon" href="data:,">
</head>
<body>
<noscript>This page needs JavaScript. What it shows is at <a href="/openapi.json">/openapi.json</a>.</noscript>
<div id="app"></div>
<script src="/docs/reference.js"></script>
<script nonce="${nonce}">Scalar.createApiReference('#app', ${JSON.stringify(configuration)})</script>
</body>
</html>
`
