/**
 * The driver (postgres.js 3.4.9) writes small messages from a timer. When the line is cut in between it writes to
 * nothing, or to a socket that it no longer listens to: nobody can catch that, and the process would die with its
 * PostgreSQL, just when callbacks have to be kept on disk. What was to be written has been rejected by then
 * (porsager/postgres#1154, #1208). Everything else that nobody caught still ends the process.
 */
export function outliveCutLines(tell: (error: Error) => void): void {
  process.on('uncaughtException', (error) => {
    if (isWriteToCutLine(error)) return tell(error)
    process.stderr.write(`${error.stack ?? String(error)}\n`)
    process.exit(1)
  })
}

function isWriteToCutLine(error: NodeJS.ErrnoException): boolean {
  const isOfLine = error.code === 'EPIPE' || error.code === 'ECONNRESET' || error instanceof TypeError
  return isOfLine && /\bnextWrite\b.*[\\/]postgres[\\/](src|cjs[\\/]src)[\\/]connection\.js:/.test(error.stack ?? '')
}
