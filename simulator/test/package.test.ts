import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { build } from '../scripts/pack.ts'

const run = promisify(execFile)
const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** What npm told this process about the repository must not reach the customer's npm. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_')))

test('a stranger installs the tarball, starts the command, sees the phones, and uses it in a test', async () => {
  build()
  const folder = await mkdtemp(join(tmpdir(), 'simulator-package-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const { stdout } = await run('npm', ['pack', at('dist'), '--pack-destination', folder, '--json'], { env })
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }]
  await writeFile(join(folder, 'package.json'), '{"private":true,"type":"module"}')
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(folder, filename)], { cwd: folder, env })

  const command = join(folder, 'node_modules', '.bin', 'daraja-simulator')
  const child = spawn(command, ['--port', '0'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const [greeting] = (await once(child.stdout, 'data')) as [Buffer]
  const url = /Daraja base URL\s+(\S+)/.exec(greeting.toString())?.[1] ?? ''
  const page = await fetch(`${url}/`)
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  for (const [, path] of (await page.text()).matchAll(/(?:src|href)="([^"]+)"/g))
    expect([path, (await fetch(url + path)).status]).toEqual([path, 200])
  child.kill('SIGTERM')
  expect((await once(child, 'exit'))[0]).toBe(0)

  const program = `import { startSimulator } from '@kusanya/simulator'
    const daraja = await startSimulator()
    const paid = await daraja.pay({ phone: '0708374149', shortcode: '600984', account: 'A', amount: 5 })
    console.log(paid.balance)
    await daraja.close()`
  await writeFile(join(folder, 'program.js'), program)
  expect((await run('node', ['program.js'], { cwd: folder, env })).stdout).toBe('49995\n')
}, 60_000)
