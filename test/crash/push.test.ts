import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { world, type World } from '../world.ts'

const main = path.join(import.meta.dirname, '../../server/src/main.ts')
let w: World
let worker: ChildProcess | undefined
let between: { url: string; close: () => void } | undefined
afterEach(async () => {
  worker?.kill('SIGKILL')
  between?.close()
  await w.end()
})

test('a worker killed with -9 between Safaricom’s answer and its own commit: every bill arrives once', async () => {
  w = await world({ start: new Date() })
  const phones = ['254713100001', '254713100002', '254713100003']
  const made: string[] = []
  for (const phone of phones) {
    const { body } = await w.call('POST', '/business/customer/create', {
      name: 'Payer',
      email: 'payer@example.test',
      phone: `+${phone}`,
      country: 'Kenya',
      currency: 'KES',
    })
    const invoice = await w.call('POST', '/business/invoice/create', {
      customerid: body.data._id,
      items: [{ itemid: w.products[0], quantity: 1, rate: 70 }],
      duedate: '2031-04-01',
    })
    made.push(invoice.body.data._id)
  }

  const killed = new Promise<void>((resolve) => {
    void standBetween(w.simulator.url, (incoming) => {
      if (!/single-invoicing|bulk-invoicing/.test(incoming.url ?? '')) return true
      worker?.kill('SIGKILL')
      resolve()
      return false
    }).then((it) => {
      between = it
      worker = startWorker(w, it.url)
    })
  })
  await killed
  await once(worker as ChildProcess, 'exit')
  const arrived = () =>
    phones.map((phone) => w.simulator.phone(phone).inbox.filter(({ kind }) => kind === 'bill').length)
  expect(arrived()).toEqual([1, 1, 1])

  await w.work()
  expect(await states()).toEqual(['sending', 'sending', 'sending'])
  await w.advance('PT3M')
  await w.work()
  expect(await states()).toEqual(['sent', 'sent', 'sent'])
  expect(arrived()).toEqual([1, 1, 1])

  async function states() {
    const found = await Promise.all(made.map((id) => w.call('GET', `/business/invoice/details/${id}`)))
    return found.map(({ body }) => body.data.push.state)
  }
})

function startWorker({ databaseUrl, ctx }: World, darajaUrl: string): ChildProcess {
  return spawn(process.execPath, [main], {
    stdio: 'inherit',
    env: {
      ...process.env,
      KUSANYA_ROLE: 'worker',
      DATABASE_URL: databaseUrl,
      DARAJA_URL: darajaUrl,
      KUSANYA_PUBLIC_URL: ctx.publicUrl,
      KUSANYA_MASTER_KEY: Buffer.alloc(32, 7).toString('hex'),
      LOG_LEVEL: 'error',
    },
  })
}

/** Passes requests on, and answers back only if `mayAnswer` says so: Safaricom has done its work, the caller never hears. */
async function standBetween(target: string, mayAnswer: (incoming: IncomingMessage) => boolean) {
  const server = createServer((incoming: IncomingMessage, outgoing: ServerResponse) => {
    const onward = request(target + incoming.url, { method: incoming.method, headers: incoming.headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        if (!mayAnswer(incoming)) return void incoming.socket.destroy()
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers).end(Buffer.concat(chunks))
      })
    })
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => (server.closeAllConnections(), server.close()),
  }
}
