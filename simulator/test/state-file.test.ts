import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { startSimulator } from '../src/index.ts'
import { billPath, call, caller, invoice, optInBody, simulator } from './world.ts'

async function stateIn(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'simulator-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return join(path, 'mpesa.json')
}

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** A simulator of its own process, which can be killed. */
async function apart(stateFile: string) {
  const child = spawn(process.execPath, [main, '--port', '0', '--state', stateFile], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [greeting] = (await once(child.stdout, 'data')) as [Buffer]
  const url = /Daraja base URL\s+(\S+)/.exec(greeting.toString())?.[1] ?? ''
  const post = (path: string, body: unknown) =>
    call(`${url}/_sim${path}`, { method: 'POST', body: JSON.stringify(body) })
  const kill = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return { url, post, kill }
}

test('what was answered is in the file: a killed simulator has forgotten nothing it said', async () => {
  const stateFile = await stateIn()
  const killed = await apart(stateFile)
  const paid = await Promise.all(
    [1, 2, 3].map((amount) =>
      killed.post('/paybill', { phone: '0708374149', shortcode: '600984', account: 'A', amount }),
    ),
  )
  await killed.kill()
  const after = await simulator({ stateFile })
  const receipts = after.statement('600984').lines.map((line) => line.receipt)
  expect(receipts.sort()).toEqual(paid.map((one) => String(one.body.receipt)).sort())
})

test('Daraja’s answers too are given after what they tell of is kept', async () => {
  const stateFile = await stateIn()
  const daraja = await simulator({ stateFile })
  const post = await caller(daraja)
  await post(`${billPath}/optin`, optInBody('http://127.0.0.1:9/bills'))
  await post(`${billPath}/single-invoicing`, invoice({ externalReference: 'KEPT-1' }))
  expect(await readFile(stateFile, 'utf8')).toContain('KEPT-1')
})

test('two simulators do not keep one file, and a file left by a killed one is taken over', async () => {
  const stateFile = await stateIn()
  const first = await apart(stateFile)
  await expect(startSimulator({ stateFile })).rejects.toThrow(/mpesa\.json is in use by another simulator/)
  await first.kill()
  const second = await startSimulator({ stateFile })
  await expect(startSimulator({ stateFile })).rejects.toThrow('is in use')
  await second.close()
  await (await startSimulator({ stateFile })).close()
})

test('a lock from before the machine was started is nobody’s, whoever has that process number now', async () => {
  const stateFile = await stateIn()
  await writeFile(`${stateFile}.lock`, String(process.ppid))
  await expect(startSimulator({ stateFile })).rejects.toThrow('is in use')
  await utimes(`${stateFile}.lock`, 0, 0)
  await (await startSimulator({ stateFile })).close()
})

test('a start that fails leaves no lock behind', async () => {
  const stateFile = await stateIn()
  const taken = await simulator()
  await expect(startSimulator({ stateFile, port: taken.port })).rejects.toThrow('EADDRINUSE')
  await (await startSimulator({ stateFile })).close()
})

test.each(['{"format":1,', '', '{"format":1,"state":{"phones":5}}', '[]', 'null'])(
  'a broken file is named and left as it is: %s',
  async (text) => {
    const stateFile = await stateIn()
    await writeFile(stateFile, text)
    await expect(startSimulator({ stateFile })).rejects.toThrow('mpesa.json')
    expect(await readFile(stateFile, 'utf8')).toBe(text)
  },
)

test('an empty SIMULATOR_PORT is no port: the usual one is taken', async () => {
  const child = spawn(process.execPath, [main], { env: { ...process.env, SIMULATOR_PORT: '', SIMULATOR_STATE: '' } })
  onTestFinished(() => void child.kill('SIGKILL'))
  // Somebody may be running one at the usual port.
  const said = await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data')])
  expect(String(said[0])).toMatch(/127\.0\.0\.1:4010/)
})
