import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** A file that the page needs. Its address changes with its content, so that it may be kept for ever. */
export type Asset = { path: string; address: string; type: string; text: string }

export const css = asset('pay.css', 'text/css; charset=utf-8')
export const js = asset('pay.js', 'text/javascript; charset=utf-8')

function asset(name: string, type: string): Asset {
  const written = readFileSync(new URL(name, import.meta.url), 'utf8')
  // Comments and indentation are for us: a payer on a data bundle does not pay for them.
  const text = written
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\n\s*/g, '\n')
    .trimStart()
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return { path: `/${name}`, address: `/pay/${name}?v=${hash}`, type, text }
}
