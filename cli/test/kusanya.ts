import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'

export type Ended = { code: number | null; out: string; err: string }
/** A command at work. `said`: what it has written so far. */
export type Running = { child: ChildProcess; said: Readonly<Ended>; ended: Promise<Ended> }

const main = path.join(import.meta.dirname, '../src/main.ts')

/** Starts the command as a shell does, with no environment but what is given, where there is no terminal. */
export function start(line: string[], env: Record<string, string> = {}, input = ''): Running {
  const child = spawn(process.execPath, [main, ...line], {
    env: { PATH: process.env['PATH'], KUSANYA_DATA: '/nonexistent/kusanya', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const said: Ended = { code: null, out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  child.stdin.end(input)
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve({ ...said, code }))
  })
  return { child, said, ended }
}

/** Runs the command to its end. */
export function kusanya(line: string[], env: Record<string, string> = {}, input = ''): Promise<Ended> {
  return start(line, env, input).ended
}
