import { CommanderError } from 'commander'
import { KusanyaError } from '@kusanya/sdk'
import { refusedBy } from './api.ts'
import { program } from './program.ts'
import { Stop } from './stop.ts'
import { styled } from './terminal.ts'

/** Runs a command line. Answers the exit code; what went wrong is said on standard error. */
export async function run(line: string[]): Promise<number> {
  // `kusanya invoice list | head` ends early, and that is no mistake.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  try {
    await program().parseAsync(line, { from: 'user' })
    return Number(process.exitCode ?? 0)
  } catch (error) {
    // Commander has said it already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const stop = asStop(error)
    process.stderr.write(line.includes('--json') ? asJson(stop) : asText(stop))
    return stop.exitCode
  }
}

function asStop(error: unknown): Stop {
  if (error instanceof Stop) return error
  if (error instanceof KusanyaError) return refusedBy(error)
  // Known by their names, because to ask the API one need not load the server.
  const { name, message } = error as Error
  if (name === 'SettingsProblem') return new Stop(message, { exitCode: 2, remedy: 'Mend the environment.' })
  if (name === 'DirectoryTaken') return new Stop(message)
  const { code } = error as NodeJS.ErrnoException
  if (['ECONNREFUSED', 'ENOTFOUND', 'CONNECT_TIMEOUT', '28P01', '3D000'].includes(code ?? '')) {
    return new Stop(`PostgreSQL does not answer: ${message}`, { remedy: '"kusanya doctor" says more.' })
  }
  throw error
}

function asText({ message, remedy }: Stop): string {
  return `${styled('red', message, process.stderr)}\n${remedy ? `→ ${remedy}\n` : ''}`
}

function asJson({ message, remedy, about }: Stop): string {
  return `${JSON.stringify({ error: { message, remedy: remedy ?? null, ...about } })}\n`
}
