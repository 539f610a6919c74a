import { readFileSync } from 'node:fs'
import type http from 'node:http'

const kinds: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Serves the phones' page and its parts; false when the path is none of them. */
export function servePage(path: string, response: http.ServerResponse): boolean {
  const name = path === '/' ? 'index.html' : /^\/page\/([a-z-]+\.(?:css|js|svg))$/.exec(path)?.[1]
  const kind = name && kinds[name.slice(name.lastIndexOf('.') + 1)]
  if (!kind) return false
  let file: Buffer
  try {
    file = readFileSync(new URL(`./page/${name}`, import.meta.url))
  } catch {
    return false
  }
  response
    .writeHead(200, {
      'content-type': kind,
      'cache-control': 'no-cache',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    .end(file)
  return true
}
