import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../../test/databases.ts'

/** A process whose reserved connection is ended by the server, and which writes on it all the same. */
const program = (then: string) => `
  const { connect } = await import(process.argv[1] + '/sql.ts')
  const { outliveCutLines } = await import(process.argv[1] + '/outlive-cut-lines.ts')
  if (process.argv[3] === 'outlives') outliveCutLines(() => console.log('outlived'))
  const sql = connect(process.argv[2], { max: 2 })
  const kept = await sql.reserve()
  const [{ pid }] = await kept\`select pg_backend_pid() as pid\`
  await sql\`select pg_terminate_backend(\${pid})\`
  await new Promise((resolve) => setTimeout(resolve, 200))
  kept\`select 1\`.catch(() => {})
  await new Promise((resolve) => setTimeout(resolve, 500))
  ${then}
  console.log('alive')
  process.exit(0)
`

async function run(then: string, how: string) {
  const database = await freshDatabase()
  const args = ['--input-type=module', '-e', program(then), import.meta.dirname, database.url, how]
  const child = spawn(process.execPath, args, { cwd: path.join(import.meta.dirname, '../../..') })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  await database.drop()
  return { code, said }
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
