import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'

export type ApiProcess = { process: ChildProcess; url: string }

export const masterKey = Buffer.alloc(32, 7)

/** The product in the role `api`, in a process of its own. Resolves when it has said where it listens. */
export async function startApi(databaseUrl: string, directory: string): Promise<ApiProcess> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, '../server/src/main.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      KUSANYA_ROLE: 'api',
      KUSANYA_DATA: directory,
      DATABASE_URL: databaseUrl,
      KUSANYA_MASTER_KEY: masterKey.toString('hex'),
      KUSANYA_DRAIN_SECONDS: '2',
      PORT: '0',
      LOG_LEVEL: 'error',
    },
  })
  let said = ''
  for await (const chunk of child.stdout) {
    said += String(chunk)
    const url = /API +(http:\S+)/.exec(said)?.[1]
    if (url) return { process: child, url }
  }
  throw new Error(`the server ended: ${said}`)
}
