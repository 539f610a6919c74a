import { isDatabaseAway } from './away.ts'

/**
 * What the driver (postgres.js 3.4.9) does when its line is cut at a bad moment, and nobody can catch. It writes small
 * messages from a timer: to nothing, or to a socket that it no longer listens to (porsager/postgres#1154, #1208). And of
 * each new connection it asks for the array types, without looking at what becomes of that. The process would die with its
 * PostgreSQL, just when callbacks have to be kept on disk. What the caller asked for has been rejected by then. Everything
 * else that nobody caught still ends the process.
 */
export function outliveCutLines(tell: (error: Error) => void): void {
  process.on('uncaughtException', (error) => {
    if (isWriteToCutLine(error)) return tell(error)
    process.stderr.write(`${error.stack ?? String(error)}\n`)
    process.exit(1)
  })
  process.on('unhandledRejection', (reason) => {
    if (isQuestionForTypes(reason)) return tell(reason)
    throw reason
  })
}

function isWriteToCutLine(error: NodeJS.ErrnoException): boolean {
  const isOfLine = error.code === 'EPIPE' || error.code === 'ECONNRESET' || error instanceof TypeError
  return isOfLine && /\bnextWrite\b.*[\\/]postgres[\\/](src|cjs[\\/]src)[\\/]connection\.js:/.test(error.stack ?? '')
}

function isQuestionForTypes(reason: unknown): reason is Error {
  return (
    isDatabaseAway(reason) && /^\s*select b\.oid, b\.typarray\s+from pg_catalog\.pg_type/.test(queryOf(reason) ?? '')
  )
}

function queryOf(reason: unknown): string | undefined {
  return (reason as { query?: string }).query
}
