import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type BillManagerSingleInvoiceRequest, Mpesa } from '@kusanya/mpesa'

// 100,000 bills through sendBulkInvoices to the simulator (a process of its own), then 1,000 STK pushes, 50 at a time.
// Beside each its floor: the same bytes by a bare fetch to a server that only answers. Usage: bill-run.ts [bills] [pushes]

const bills = Number(process.argv[2] ?? 100_000)
const pushes = Number(process.argv[3] ?? 1_000)
const rows = 1_000
const atOnce = 50
const headers = { 'content-type': 'application/json' }

function bill(n: number): BillManagerSingleInvoiceRequest {
  return {
    externalReference: `RUN-${n}`,
    billedFullName: 'Jane Doe',
    billedPhoneNumber: phone(n),
    billedPeriod: 'Term 1 2030',
    invoiceName: 'School fees',
    dueDate: '2030-01-31 23:59:00',
    accountReference: `P${n}`,
    amount: 2_500,
    invoiceItems: [
      { itemName: 'Tuition', amount: 2_000 },
      { itemName: 'Lunch', amount: 500 },
    ],
  }
}

function phone(n: number): string {
  return `2547${String(10_000_000 + n).padStart(8, '0')}`
}

/** Starts the simulator and gives its address and process id. */
async function simulator() {
  const main = fileURLToPath(new URL('../simulator/src/main.ts', import.meta.url))
  const child = spawn(process.execPath, [main, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [url, passkey] = await new Promise<[string, string]>((resolve, reject) => {
    let text = ''
    child.once('exit', () => reject(new Error('the simulator did not start')))
    child.stdout.on('data', (part: Buffer) => {
      text += part.toString()
      const [, address, key] = /base URL\s+(\S+)[^]*174379, passkey (\S+)\s/.exec(text) ?? []
      if (address && key) resolve([address, key])
    })
  })
  return { url, passkey, stop: () => child.kill() }
}

/** A server that reads and answers, and nothing else. */
async function bareServer() {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200, headers).end('{"rescode":"200"}'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() }
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** What is really held, not what the collector has not got round to. */
function heldMegabytes(): string {
  collect()
  return (process.memoryUsage().heapUsed / 1_048_576).toFixed(1)
}

const seconds = (since: number) => (performance.now() - since) / 1_000

async function run(daraja: string, passkey: string, bare: string): Promise<void> {
  let requests = 0
  const mpesa = new Mpesa({
    consumerKey: 'demo',
    consumerSecret: 'demo',
    environment: 'sandbox',
    baseUrl: daraja,
    lipaNaMpesaShortCode: '174379',
    lipaNaMpesaPassKey: passkey,
    timeout: 120_000,
    fetch: (...args) => {
      requests++
      return fetch(...args)
    },
  })
  await mpesa.billManagerOptIn({
    shortcode: '600984',
    email: 'billing@shop.example',
    officialContact: '0700000000',
    sendReminders: '0',
    callbackUrl: `${bare}/hooks`,
  })

  const memory: string[] = []
  const began = performance.now()
  for (let from = 0; from < bills; from += rows) {
    const batch = Array.from({ length: Math.min(rows, bills - from) }, (_, i) => bill(from + i))
    await mpesa.sendBulkInvoices({ invoices: batch })
    if ((from / rows) % 10 === 9) memory.push(heldMegabytes())
  }
  const took = seconds(began)
  const floorBegan = performance.now()
  for (let from = 0; from < bills; from += rows) {
    const body = JSON.stringify(Array.from({ length: Math.min(rows, bills - from) }, (_, i) => bill(from + i)))
    await (await fetch(bare, { method: 'POST', headers, body })).text()
  }
  const floor = seconds(floorBegan)
  console.log(`${bills} bills in ${took.toFixed(1)} s: ${Math.round(bills / took)} a second, ${requests} requests`)
  console.log(
    `  floor (bare fetch, a server that does nothing) ${floor.toFixed(1)} s: ratio ${(took / floor).toFixed(1)}`,
  )
  console.log(`  memory the client holds, every ten batches: ${memory.join(', ')} MB`)

  const pushBegan = performance.now()
  const latencies = await concurrently(pushes, async (n) => {
    await mpesa.stkPush({
      amount: 1,
      phoneNumber: phone(n),
      callbackUrl: `${bare}/hooks`,
      accountReference: `P${n}`.slice(0, 12),
      transactionDesc: 'Fees',
    })
  })
  const pushTook = seconds(pushBegan)
  const bareBegan = performance.now()
  await concurrently(pushes, async () => {
    await (await fetch(bare, { method: 'POST', headers, body: '{}' })).text()
  })
  const at = (share: number) => (latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(1)
  console.log(
    `${pushes} pushes, ${atOnce} at once, in ${pushTook.toFixed(2)} s: ${Math.round(pushes / pushTook)} a second`,
  )
  console.log(`  p50 ${at(0.5)} ms, p99 ${at(0.99)} ms; floor ${seconds(bareBegan).toFixed(2)} s`)
}

/** Runs `work` for 0 … count-1, `atOnce` at a time; gives how long each took, in ms, sorted. */
async function concurrently(count: number, work: (n: number) => Promise<void>): Promise<number[]> {
  const took: number[] = []
  let next = 0
  const lane = async () => {
    while (next < count) {
      const n = next++
      const began = performance.now()
      await work(n)
      took.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return took.sort((a, b) => a - b)
}

const [daraja, bare] = [await simulator(), await bareServer()]
try {
  await run(daraja.url, daraja.passkey, bare.url)
} finally {
  daraja.stop()
  bare.stop()
}
