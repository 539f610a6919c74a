import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSpool, SpoolFull } from './spool.ts'

let directory: string
beforeEach(() => {
  directory = path.join(mkdtempSync(path.join(os.tmpdir(), 'kusanya-spool-')), 'spool')
})
afterEach(() => rmSync(path.dirname(directory), { recursive: true, force: true }))

/** Takes everything, and shows it. */
async function emptied(spool = createSpool(directory)): Promise<string[]> {
  const all: string[] = []
  while ((await spool.take(2, async (lines) => (all.push(...lines), []))) > 0);
  return all
}
const files = () => readdirSync(directory).sort()

test('what was kept is there after a restart, in its order, once', async () => {
  const spool = createSpool(directory)
  await Promise.all(['a1', 'a2', 'a3'].map((id) => spool.keep(id, `line ${id}`, 'known')))
  await spool.keep('a4', 'line a4', 'unknown')
  expect(await emptied()).toEqual(['line a1', 'line a2', 'line a3', 'line a4'])
  expect(await emptied()).toEqual([])
  expect(files()).toEqual([])
})

test('only its owner may read it', async () => {
  await createSpool(directory).keep('a1', 'line', 'known')
  expect(statSync(directory).mode & 0o777).toBe(0o700)
  expect(statSync(path.join(directory, files()[0] ?? '')).mode & 0o777).toBe(0o600)
})

test('lines that come together share a file, and so a flush', async () => {
  const spool = createSpool(directory)
  await Promise.all(Array.from({ length: 60 }, (_, n) => spool.keep(`a${n + 10}`, `line ${n}`, 'known')))
  expect(files().length).toBeLessThan(10)
  expect(await emptied()).toHaveLength(60)
})

test('what could not be taken in waits on, and holds() says so until it is gone', async () => {
  const spool = createSpool(directory)
  expect(spool.holds()).toBe(false)
  await spool.keep('a1', 'line', 'known')
  await expect(spool.take(10, () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(spool.holds()).toBe(true)
  expect(await emptied(spool)).toEqual(['line'])
  expect(spool.holds()).toBe(false)
})

test('strangers fill their own room and no more', async () => {
  const spool = createSpool(directory, { known: 30, unknown: 10 })
  await spool.keep('a1', 'stranger', 'unknown')
  await expect(spool.keep('a2', 'stranger', 'unknown')).rejects.toThrow(SpoolFull)
  await spool.keep('a3', 'a known door', 'known')
  await spool.keep('a4', 'a known door', 'known')
  await expect(spool.keep('a5', 'a known door', 'known')).rejects.toThrow(SpoolFull)
  expect(await emptied(spool)).toEqual(['stranger', 'a known door', 'a known door'])
  await spool.keep('a6', 'stranger', 'unknown')
})

test('a restart knows how full it is', async () => {
  await createSpool(directory, { known: 10, unknown: 10 }).keep('a1', 'nine byte', 'unknown')
  const again = createSpool(directory, { known: 10, unknown: 10 })
  await expect(again.keep('a2', 'nine byte', 'unknown')).rejects.toThrow(SpoolFull)
})

test('a line that nobody can take in is put aside for a person and stops nobody', async () => {
  const spool = createSpool(directory)
  await spool.keep('a1', 'rubbish', 'known')
  await spool.keep('a2', 'good', 'known')
  expect(await spool.take(10, async (lines) => lines.filter((line) => line === 'rubbish'))).toBe(2)
  expect(files()).toEqual(['a1.known.aside'])
  expect(readFileSync(path.join(directory, 'a1.known.aside'), 'utf8')).toBe('rubbish\n')
  expect(await emptied(spool)).toEqual([])
})

test('what a dead process had not finished is no line, and is cleared away', async () => {
  const spool = createSpool(directory)
  await spool.keep('a1', 'whole', 'known')
  const part = path.join(directory, 'a0.known.part')
  writeFileSync(part, 'hal')
  utimesSync(part, 1, 1)
  const again = createSpool(directory)
  await again.keep('a2', 'whole too', 'known')
  expect(files()).toEqual(['a1.known', 'a2.known'])
})

test('what is kept while others are taken out is kept', async () => {
  mkdirSync(directory)
  for (let n = 100; n < 600; n++) writeFileSync(path.join(directory, `a${n}.known`), `line ${n}\n`)
  const spool = createSpool(directory)
  let keeping: Promise<void> | undefined
  await spool.take(1000, async () => {
    keeping = spool.keep('b1', 'came meanwhile', 'known') // looks how full it is while files go
    return []
  })
  await keeping
  expect(await emptied(spool)).toEqual(['came meanwhile'])
})

test('a folder that cannot be made is said, not swallowed', async () => {
  writeFileSync(directory, 'a file where the folder should be')
  await expect(createSpool(directory).keep('a1', 'line', 'known')).rejects.toMatchObject({ code: 'EEXIST' })
})
