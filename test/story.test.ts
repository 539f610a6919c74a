import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellStory, type StoryDemo } from '../scripts/story-steps.ts'

const main = path.join(import.meta.dirname, '../server/src/main.ts')
const directory = mkdtempSync(path.join(os.tmpdir(), 'kusanya-story-'))
let server: Started

type Started = { process: ChildProcess; said: () => string }
type Demo = StoryDemo & { customerPhone: string; customerPin: string; customerId: string; taxId: string }

beforeAll(async () => {
  server = await start()
})
afterAll(async () => {
  await stop(server, 'SIGTERM')
  rmSync(directory, { recursive: true, force: true })
})

const demo = () => JSON.parse(readFileSync(path.join(directory, 'demo.json'), 'utf8')) as Demo

test('one command on an empty folder: ready, with a demo to try things on', () => {
  expect(server.said()).toMatch(/Kusanya is ready \(\d+\.\d s\)/)
  expect(server.said()).toContain(`Authorization: ${demo().apiKey}`)
  expect(Object.keys(demo()).sort()).toEqual([
    'apiKey',
    'apiUrl',
    'businessId',
    'customerId',
    'customerPhone',
    'customerPin',
    'dashboardUrl',
    'productIds',
    'shortcode',
    'simulatorUrl',
    'taxId',
  ])
  expect(statSync(path.join(directory, 'master.key')).mode & 0o777).toBe(0o600)
})

test('the story, from invoice to acknowledged payment, over HTTP', async () => {
  const lines: string[] = []
  await tellStory(demo(), (line) => lines.push(line))
  expect(lines).toHaveLength(11)
}, 60_000)

test('a second start on the same folder says so and leaves the first alone', async () => {
  const second = launch()
  const [code] = (await once(second.process, 'exit')) as [number]
  expect(code).toBe(1)
  expect(second.said()).toContain('already running')
  expect((await fetch(`${demo().apiUrl}/healthz`)).status).toBe(200)
})

test('kill -9 loses nothing: bills, payments and phones are there after the next start', async () => {
  const before = await everything()
  await stop(server, 'SIGKILL')
  server = await start()
  expect(await everything()).toEqual(before)
  await tellStory(demo(), () => {})
}, 90_000)

async function everything() {
  const { apiUrl, apiKey, simulatorUrl } = demo()
  const get = async (url: string) =>
    ((await (await fetch(url, { headers: { authorization: apiKey } })).json()) as { data: unknown }).data
  const phones = (await (await fetch(`${simulatorUrl}/_sim/phones`)).json()) as object
  return {
    invoices: await get(`${apiUrl}/business/invoice/list?limit=100`),
    transactions: await get(`${apiUrl}/business/transaction/list?limit=100`),
    phones,
  }
}

function launch(): Started {
  const child = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, KUSANYA_DATA: directory, PORT: '0', SIMULATOR_PORT: '0', LOG_LEVEL: 'error' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return { process: child, said: () => said }
}

async function start(): Promise<Started> {
  const started = launch()
  await new Promise<void>((resolve, reject) => {
    started.process.on('exit', () => reject(new Error(`it ended:\n${started.said()}`)))
    started.process.stdout?.on('data', () => started.said().includes('npm run story') && resolve())
  })
  return started
}

async function stop({ process: child }: Started, signal: NodeJS.Signals) {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}
