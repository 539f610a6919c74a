import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { postgres } from '../db/driver.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually } from './postgres-process.ts'
import { startTemporaryPostgres } from './postgres-temporary.ts'

let place: string

beforeEach(() => {
  place = fs.mkdtempSync(path.join(os.tmpdir(), 'kusanya-place-'))
  fs.chmodSync(place, 0o755)
})

afterEach(() => fs.rmSync(place, { recursive: true }))

const refusal = (url: string) =>
  postgres(url, { max: 1, connect_timeout: 1 })`select`.then(
    () => undefined,
    (error: { code: string }) => error.code,
  )

test('a temporary cluster is gone, files and server, when its parent is killed', async () => {
  const program = `
    import { startTemporaryPostgres } from ${JSON.stringify(path.join(import.meta.dirname, 'postgres-temporary.ts'))}
    const { url } = await startTemporaryPostgres()
    process.stdout.write(url)
    setInterval(() => {}, 1000)`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, TMPDIR: place },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve) => parent.stdout.once('data', (text) => resolve(String(text))))
  expect(fs.readdirSync(place)).toHaveLength(1)
  parent.kill('SIGKILL')
  expect(await eventually(10_000, () => fs.readdirSync(place).length === 0)).toBe(true)
  expect(await refusal(url)).toBe('ECONNREFUSED')
})

test('a temporary cluster asks for a password on its port', async () => {
  const { url, stop } = await startTemporaryPostgres()
  try {
    const guess = new URL(url)
    guess.password = 'guess'
    expect(await refusal(guess.href)).toBe('28P01')
    guess.username = 'postgres'
    guess.pathname = 'postgres'
    expect(await refusal(guess.href)).toBe('28P01')
  } finally {
    await stop()
  }
  expect(await refusal(url)).toBe('ECONNREFUSED')
})
