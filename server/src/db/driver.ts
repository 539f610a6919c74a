import assert from 'node:assert/strict'
import { findPackageJSON, registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import type Postgres from 'postgres'

type Driver = { default: typeof Postgres }

/**
 * The driver, postgres.js 3.4.9, mended as it is loaded. As it comes, a connection that dies with something unsent can
 * never send again, or answers its next caller with what the last one asked; a transaction whose connection died goes on
 * writing on it, whosever it is by then; and a write after the end throws where nobody can catch it, so that the process
 * dies with its PostgreSQL, just when callbacks have to be kept on disk (porsager/postgres#1154, #1208, #1209). Each
 * replaced text must be there once: another version of the driver does not start until somebody has looked.
 */
const mends: Record<string, [was: string, is: string][]> = {
  'connection.js': [
    [
      '    const x = socket.write(chunk, fn)\n',
      '    if (!socket) return forget()\n    const x = socket.write(chunk, fn)\n',
    ],
    [
      '        return fetchArrayTypes()\n',
      '        return fetchArrayTypes().catch(e => { if (e.severity) throw e })\n',
    ],
    // Whoever waits for an answer hears that none will come, and nothing of this life is left for the next.
    [
      "    socket = null\n\n    if (initial)\n      return reconnect()\n\n    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))\n",
      '    socket = null\n    forget()\n\n    if (initial)\n      return reconnect()\n\n',
    ],
    [
      '  /* Handlers */\n',
      `  function forget() {
    const err = Errors.connection('CONNECTION_CLOSED', options, socket)
    clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    stream && (stream.destroy(err), stream = null)
    query && queryError(query, err)
    query = null
    while (sent.length)
      queryError(sent.shift(), err)
    return false
  }

  /* Handlers */
`,
    ],
  ],
  'index.js': [
    ['      , prepare = null\n', '      , prepare = null\n      , lost = null\n'],
    [
      'new Promise((_, reject) => connection.onclose = reject)',
      'new Promise((_, reject) => connection.onclose = e => { lost = e; while (queries.length) queries.shift().reject(e); reject(e) })',
    ],
    [
      '        q.catch(e => uncaughtError || (uncaughtError = e))\n',
      '        q.catch(e => uncaughtError || (uncaughtError = e))\n        if (lost) return q.reject(lost)\n',
    ],
  ],
}

// Modules of their own, beside those of whoever else in this process loads the driver as it comes.
const ours = '?mended'
const left = new Set(Object.keys(mends))
const hooks = registerHooks({
  resolve(specifier, context, nextResolve) {
    const found = nextResolve(specifier, context)
    const isOurs = found.url.startsWith('file:') && context.parentURL?.endsWith(ours) && !found.url.endsWith(ours)
    return isOurs ? { ...found, url: `${found.url}${ours}` } : found
  },
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    const name = url.endsWith(ours) ? (/\/postgres\/src\/([^/?]+)\?/.exec(url)?.[1] ?? '') : ''
    return left.delete(name) ? { ...loaded, source: mended(name, String(loaded.source)) } : loaded
  },
})
const manifest = findPackageJSON('postgres', import.meta.url)
assert(manifest, 'the driver is installed')
const index = new URL(`src/index.js${ours}`, pathToFileURL(manifest))
export const { default: postgres } = (await import(index.href)) as Driver
hooks.deregister()
assert(left.size === 0, `files of the driver were not loaded, and so not mended: ${[...left].join(', ')}`)

/** A file of the driver, mended. Throws when it is not the one that is known here. */
export function mended(name: string, source: string): string {
  return (mends[name] ?? []).reduce((text, [was, is]) => {
    assert.equal(text.split(was).length, 2, `postgres/src/${name} is not the one that is known here: ${was}`)
    return text.replace(was, () => is)
  }, source)
}
