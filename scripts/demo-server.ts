import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export type Demo = {
  apiUrl: string
  apiKey: string
  /** Signs in whoever opens it. */
  dashboardUrl: string
  simulatorUrl: string
  shortcode: string
  customerId: string
  productIds: [string, string]
}

const patienceMs = 60_000

/** The demo, as `npm start` has it, on a directory of its own that `stop` takes away again. */
export async function startDemo(): Promise<{ demo: Demo; stop: () => Promise<void> }> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'kusanya-demo-'))
  const server = spawn(process.execPath, [path.join(import.meta.dirname, '../server/src/main.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, KUSANYA_DATA: directory, PORT: '0', SIMULATOR_PORT: '0', LOG_LEVEL: 'warn' },
  })
  const stop = async () => {
    server.kill('SIGTERM')
    if (server.exitCode === null) await new Promise((resolve) => server.once('exit', resolve))
    rmSync(directory, { recursive: true })
  }
  const file = path.join(directory, 'demo.json')
  const until = Date.now() + patienceMs
  while (!existsSync(file)) {
    if (server.exitCode !== null || Date.now() > until) {
      await stop()
      throw new Error('the demo did not start')
    }
    await sleep(100)
  }
  return { demo: JSON.parse(readFileSync(file, 'utf8')) as Demo, stop }
}

/** Asks the demo's API; throws for anything but a success. */
export async function callDemo<T>({ apiUrl, apiKey }: Demo, method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(apiUrl + path, {
    method,
    headers: { authorization: apiKey, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  const { data, ...rest } = (await answer.json()) as { data: T }
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(rest)}`)
  return data
}
