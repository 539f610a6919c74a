import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../../test/databases.ts'

/** Runs a program in a process that outlives cut lines, or does not. */
async function runProgram(program: string, databaseUrl: string, how: string) {
  const whole = `
    const { connect } = await import(process.argv[1] + '/sql.ts')
    const { outliveCutLines } = await import(process.argv[1] + '/outlive-cut-lines.ts')
    if (process.argv[3] === 'outlives') outliveCutLines(() => console.log('outlived'))
    ${program}
    console.log('alive')
    process.exit(0)
  `
  const args = ['--input-type=module', '-e', whole, import.meta.dirname, databaseUrl, how]
  const child = spawn(process.execPath, args, { cwd: path.join(import.meta.dirname, '../../..') })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said }
}

/** Its reserved connection is ended by the server, and it writes on it all the same. */
const writer = (then: string) => `
  const sql = connect(process.argv[2], { max: 2 })
  const kept = await sql.reserve()
  const [{ pid }] = await kept\`select pg_backend_pid() as pid\`
  await sql\`select pg_terminate_backend(\${pid})\`
  await new Promise((resolve) => setTimeout(resolve, 200))
  kept\`select 1\`.catch(() => {})
  await new Promise((resolve) => setTimeout(resolve, 500))
  ${then}
`

async function run(then: string, how: string) {
  const database = await freshDatabase()
  const ended = await runProgram(writer(then), database.url, how)
  await database.drop()
  return ended
}

test('a line that was cut does not end the process', async () => {
  const { code, said } = await run('', 'outlives')
  expect([code, said]).toEqual([0, 'outlived\nalive\n'])
})

test('without that it would: the day this turns red the driver is mended, and this can go', async () => {
  expect((await run('', 'dies')).said).toContain("Cannot read properties of null (reading 'write')")
})

test('anything else that nobody caught ends the process', async () => {
  const { code, said } = await run(
    "setImmediate(() => { throw new Error('a bug') }); await new Promise(() => {})",
    'outlives',
  )
  expect(code).toBe(1)
  expect(said).toContain('a bug')
})

/** A server that goes away as soon as a new connection asks it for the array types, and does not come back. */
async function leavesWhenAskedForTypes(databaseUrl: string): Promise<string> {
  const url = new URL(databaseUrl)
  const target = { port: Number(url.port), host: url.hostname }
  const server = createServer((near) => {
    const far = connect(target)
    for (const socket of [near, far]) socket.on('error', () => {}).on('close', () => (near.destroy(), far.destroy()))
    far.pipe(near)
    near.on('data', (bytes: Buffer) =>
      bytes.includes('b.typarray') ? (server.close(), near.destroy()) : far.write(bytes),
    )
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return url.href
}

test.each([
  ['outlives', 0, /^refused\noutlived\nalive\n$/],
  ['dies', 1, /^refused\n[^]*ECONNREFUSED/],
])('a line that is cut while it is new: a process that %s it ends with %d', async (how, ends, says) => {
  const database = await freshDatabase()
  const url = await leavesWhenAskedForTypes(database.url)
  const { code, said } = await runProgram(
    `
      const sql = connect(process.argv[2], { max: 1 })
      await sql\`select 1\`.catch(() => console.log('refused'))
      await new Promise((resolve) => setTimeout(resolve, 200))
    `,
    url,
    how,
  )
  expect([code, said]).toEqual([ends, expect.stringMatching(says)])
  await database.drop()
})
