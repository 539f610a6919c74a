import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import type { LookupAddress } from 'node:dns'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLookup } from './resolve-name.ts'

/** A name server that knows two names and says nothing about all others. */
let server: Socket
let servers: string[]
beforeAll(async () => {
  server = createSocket('udp4')
  server.on('message', (question, { port, address }) => {
    const answer = answerTo(question)
    if (answer) server.send(answer, port, address)
  })
  server.bind(0, '127.0.0.1')
  await once(server, 'listening')
  servers = [`127.0.0.1:${server.address().port}`]
})
afterAll(() => server.close())

const known: Record<string, { four?: number[]; six?: number[] }> = {
  'both.example.test': { four: [8, 8, 8, 8], six: [0x20, 0x01, 0x48, 0x60, ...Array<number>(11).fill(0), 1] },
  'four.example.test': { four: [196, 201, 214, 200] },
  'none.example.test': {},
}

/** The question again, with one address or none. */
function answerTo(question: Buffer): Buffer | null {
  const labels: string[] = []
  let at = 12
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.toString('latin1', at + 1, at + 1 + length))
    at += length + 1
  }
  const name = known[labels.join('.').toLowerCase()]
  if (!name) return null
  const type = question.readUInt16BE(at + 1)
  const address = type === 1 ? name.four : type === 28 ? name.six : undefined
  const head = Buffer.from(question.subarray(0, at + 5))
  head.writeUInt16BE(0x8180, 2)
  head.writeUInt16BE(address ? 1 : 0, 6)
  head.writeUInt32BE(0, 8)
  if (!address) return head
  return Buffer.concat([head, Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, address.length, ...address])])
}

function find(name: string): Promise<LookupAddress[]> {
  const lookup = createLookup(servers)
  return new Promise((resolve, reject) => {
    lookup(name, { all: true }, (error, found) => (error ? reject(error) : resolve(found as LookupAddress[])))
  })
}

test('a name has all its addresses, of both kinds', async () => {
  expect(await find('both.example.test')).toEqual([
    { address: '8.8.8.8', family: 4 },
    { address: '2001:4860::1', family: 6 },
  ])
  expect(await find('four.example.test')).toEqual([{ address: '196.201.214.200', family: 4 }])
})

test('a name without addresses is not found', async () => {
  await expect(find('none.example.test')).rejects.toMatchObject({ code: 'ENODATA' })
})

test('this machine is left to the system', async () => {
  expect((await find('localhost')).map(({ address }) => address)).toContain('127.0.0.1')
})

test('fifty names whose servers are dead hold up none that is known', async () => {
  const ended: string[] = []
  const note = (name: string) =>
    find(name).then(
      () => ended.push(name),
      () => ended.push(name),
    )
  const dead = Array.from({ length: 50 }, (_, n) => note(`dead${n}.example.test`))
  await note('four.example.test')
  expect(ended).toEqual(['four.example.test'])
  await Promise.all(dead)
  expect(ended).toHaveLength(51)
})
