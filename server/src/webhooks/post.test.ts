import { randomInt } from 'node:crypto'
import type { LookupAddress } from 'node:dns'
import { connect, createServer, type LookupFunction, type Server } from 'node:net'
import { once } from 'node:events'
import { isIPv6 } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPoster } from './post.ts'
import { say, startReceiver, type Receiver } from './test-receiver.ts'

const notCalled = 'Not called: this is no public https address on port 443 or 8443'

/** A DNS of our own: each question gets the next answer, the last one for ever. */
function names(...answers: string[][]): { lookup: LookupFunction; asked: string[] } {
  const asked: string[] = []
  const lookup: LookupFunction = (hostname, _options, callback) => {
    const found = answers[Math.min(asked.length, answers.length - 1)] ?? []
    asked.push(hostname)
    const addresses = found.map((address): LookupAddress => ({ address, family: isIPv6(address) ? 6 : 4 }))
    process.nextTick(() => callback(null, addresses))
  }
  return { lookup, asked }
}

describe('an inner server at a port that is called', () => {
  /** Somewhere in 127.0.0.0/8, so that the port, which cannot be chosen, is nobody else's. */
  const bytes = [127, randomInt(1, 255), randomInt(1, 255), randomInt(2, 255)]
  const inner = bytes.join('.')
  const [a = 0, b = 0, c = 0, d = 0] = bytes
  const number = ((a * 256 + b) * 256 + c) * 256 + d
  const hex = (high: number, low: number) => (high * 256 + low).toString(16)
  const tail = `${hex(a, b)}:${hex(c, d)}`
  let hits = 0
  let server: Server

  beforeEach(async () => {
    hits = 0
    server = createServer((socket) => {
      hits++
      socket.destroy()
    }).listen(8443, inner)
    await once(server, 'listening')
  })
  afterEach(async () => {
    server.close()
    await once(server, 'close')
  })

  test('is there', async () => {
    const socket = connect(8443, inner)
    await once(socket, 'close')
    expect(hits).toBe(1)
  })

  test.each([
    `https://${inner}:8443/`,
    `https://${number}:8443/`,
    `https://0x${number.toString(16)}:8443/`,
    `https://0${number.toString(8)}:8443/`,
    `https://${bytes.map((byte) => `0x${byte.toString(16)}`).join('.')}:8443/`,
    `https://${bytes.map((byte) => `0${byte.toString(8)}`).join('.')}:8443/`,
    `https://${a}.${number % 2 ** 24}:8443/`,
    `https://${a}.${b}.${c * 256 + d}:8443/`,
    `https://${inner}.:8443/`,
    `https://${inner.replaceAll('.', '。')}:8443/`,
    `https://${inner.replace(/\d/g, (digit) => (digit === '0' ? '⓪' : String.fromCodePoint(0x245f + Number(digit))))}:8443/`,
    `https://example.com@${inner}:8443/`,
    `https://example.com:8443@${inner}:8443/`,
    `https://[::ffff:${inner}]:8443/`,
    `https://[::ffff:${tail}]:8443/`,
    `https://[::${inner}]:8443/`,
    `https://[64:ff9b::${tail}]:8443/`,
    `https://[64:ff9b:1::${tail}]:8443/`,
    `https://[2002:${tail}::]:8443/`,
    'https://[::]:8443/',
    'https://[::1]:8443/',
    'https://0.0.0.0:8443/',
    'https://0:8443/',
    'https://127.1:8443/',
    'https://localhost:8443/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/',
    'https://198.18.0.1/',
    'https://10.0.0.1:8443/',
    'https://[fd00::1]:8443/',
    'https://[fe80::1]:8443/',
    `http://${inner}:8443/`,
    `http://${inner}:80/`,
    `https://${inner}:22/`,
  ])('is not reached by %s', async (url) => {
    const posted = await createPoster({ loopback: false })(url, {}, '{}')
    expect(posted).toEqual({ status: null, problem: notCalled })
    expect(hits).toBe(0)
  })

  test.each([
    [[inner]],
    [[`::ffff:${inner}`]],
    [[`64:ff9b::${tail}`]],
    [[`2002:${tail}::`]],
    [['::1']],
    [['0.0.0.0']],
    [['10.0.0.1']],
    [['169.254.169.254']],
    [['8.8.8.8', inner]],
    [[inner, '8.8.8.8']],
    [[]],
  ])('is not reached by a name that leads to %j', async (addresses) => {
    const { lookup, asked } = names(addresses)
    const posted = await createPoster({ loopback: false, lookup })('https://hook.example:8443/', {}, '{}')
    expect(posted).toEqual({ status: null, problem: notCalled })
    expect(asked).toEqual(['hook.example'])
    expect(hits).toBe(0)
  })
})

describe('on loopback', () => {
  let receiver: Receiver
  beforeEach(async () => void (receiver = await startReceiver()))
  afterEach(() => receiver.end())

  test('the bytes and headers arrive as they were given', async () => {
    const body = '{ "a" : "Wanjikũ" }'
    const posted = await createPoster({ loopback: true })(receiver.url, { 'x-cashfin-event': 'invoice.paid' }, body)
    expect(posted).toEqual({ status: 200, excerpt: '{"received":true}', retryAfter: null })
    expect(receiver.received).toMatchObject([
      { method: 'POST', path: '/hook', body, headers: { 'x-cashfin-event': 'invoice.paid' } },
    ])
  })

  test('a name counts for what it means when the connection is made, once for each connection', async () => {
    const { lookup, asked } = names(['127.0.0.1'], ['10.0.0.1'], ['127.0.0.1', '10.0.0.1'])
    receiver.answering = (_received, response) => void response.setHeader('connection', 'close').end()
    const post = createPoster({ loopback: true, lookup })
    const url = `http://rebinding.localhost:${receiver.port}/`
    expect(await post(url, {}, '1')).toMatchObject({ status: 200 })
    expect(await post(url, {}, '2')).toMatchObject({ status: null })
    expect(await post(url, {}, '3')).toMatchObject({ status: null })
    expect(receiver.received.map(({ body }) => body)).toEqual(['1'])
    expect(asked).toHaveLength(3)
  })

  test('plain http reaches no public address, whatever the name says', async () => {
    const { lookup } = names(['8.8.8.8'])
    const posted = await createPoster({ loopback: true, lookup })('http://sneaky.localhost/', {}, '')
    expect(posted).toEqual({ status: null, problem: notCalled })
  })

  test('what is no URL of the web is not called', async () => {
    const post = createPoster({ loopback: true })
    for (const url of ['file:///etc/passwd', 'gopher://127.0.0.1/', 'nonsense']) {
      expect(await post(url, {}, '')).toMatchObject({ status: null })
    }
  })

  test.each([301, 302, 303, 307, 308])('a %i is an answer and is not followed', async (status) => {
    receiver.answering = (_received, response) => void response.writeHead(status, { location: receiver.url }).end()
    expect(await createPoster({ loopback: true })(receiver.url, {}, '')).toEqual({
      status,
      excerpt: '',
      retryAfter: null,
    })
    expect(receiver.received).toHaveLength(1)
  })

  test('of a long answer 64 kB are read and a thousand characters kept, as text that a table can hold', async () => {
    let sent = 0
    receiver.answering = (_received, response) => {
      const more = () => {
        while (!response.destroyed && sent < 100_000_000) {
          sent += 10_000
          if (!response.write('a\0\ud83d'.repeat(2500))) return response.once('drain', more)
        }
        return response.end()
      }
      response.writeHead(500)
      more()
    }
    const posted = await createPoster({ loopback: true })(receiver.url, {}, '')
    expect(posted).toMatchObject({ status: 500 })
    expect('excerpt' in posted && posted.excerpt).toHaveLength(1000)
    expect('excerpt' in posted && posted.excerpt.includes('\0')).toBe(false)
    expect('excerpt' in posted && posted.excerpt.isWellFormed()).toBe(true)
    expect(sent).toBeLessThan(20_000_000)
  })

  test('an emoji is not cut in two', async () => {
    receiver.answering = say(500, `${'a'.repeat(999)}😀`)
    const posted = await createPoster({ loopback: true })(receiver.url, {}, '')
    expect('excerpt' in posted && posted.excerpt.isWellFormed()).toBe(true)
  })

  test('whoever says nothing, or never stops, has so much time for everything', async () => {
    const trickling = await startReceiver((_received, response) => {
      response.writeHead(200).write('a')
      const timer = setInterval(() => response.write('a'), 50)
      response.on('close', () => clearInterval(timer))
    })
    const silent = await startReceiver(() => {})
    const before = performance.now()
    const post = createPoster({ loopback: true, totalMs: 400 })
    const posted = await Promise.all([post(silent.url, {}, ''), post(trickling.url, {}, '')])
    expect(posted[0]).toEqual({ status: null, problem: 'No answer within 0.4 seconds' })
    expect(posted[1]).toMatchObject({ status: 200 })
    expect(performance.now() - before).toBeLessThan(3000)
    await Promise.all([silent.end(), trickling.end()])
  })

  test('what cannot be reached is said in words', async () => {
    await receiver.end()
    const post = createPoster({ loopback: true })
    expect(await post(receiver.url, {}, '')).toEqual({ status: null, problem: 'The connection was refused' })
    receiver = await startReceiver((_received, response) => void response.socket?.destroy())
    expect(await post(receiver.url, {}, '')).toEqual({
      status: null,
      problem: expect.stringContaining('The connection failed'),
    })
  })

  test('proxy variables are not looked at', async () => {
    const proxies = { HTTP_PROXY: process.env['HTTP_PROXY'], http_proxy: process.env['http_proxy'] }
    Object.assign(process.env, { HTTP_PROXY: 'http://127.0.0.1:1', http_proxy: 'http://127.0.0.1:1' })
    try {
      expect(await createPoster({ loopback: true })(receiver.url, {}, '')).toMatchObject({ status: 200 })
    } finally {
      for (const [name, value] of Object.entries(proxies)) {
        if (value === undefined) delete process.env[name]
        else process.env[name] = value
      }
    }
  })
})
