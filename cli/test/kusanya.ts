import { spawn } from 'node:child_process'
import path from 'node:path'

export type Ended = { code: number | null; out: string; err: string }

const main = path.join(import.meta.dirname, '../src/main.ts')

/** Runs the command as a shell does, with no environment but what is given, where there is no terminal. */
export async function kusanya(line: string[], env: Record<string, string> = {}, input = ''): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...line], {
    env: { PATH: process.env['PATH'], KUSANYA_DATA: '/nonexistent/kusanya', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const ended: Ended = { code: null, out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (ended.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (ended.err += chunk.toString()))
  child.stdin.end(input)
  ended.code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  return ended
}
