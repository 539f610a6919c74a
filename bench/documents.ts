import { setImmediate } from 'node:timers/promises'
import qrcode from 'qrcode'
import { totals, type Invoice } from '../domain/src/invoice.ts'
import { invoicePaper } from '../server/src/documents/invoice-paper.ts'
import { render } from '../server/src/documents/render.ts'

/**
 * What a document costs: invoices as PDF, one after the other in one process, with a QR code and tax. `ratio` compares
 * with the plain invoice of eight lines; `longest` is how long others waited for their turn. On a machine that others use, the
 * CPU time says more.
 *
 *   node bench/documents.ts [documents of each kind, 300]
 */
const count = Number(process.argv[2] ?? 300)
const at = new Date('2031-03-01T08:00:00Z')
const business = {
  name: 'Mwangaza Academy',
  letterhead: ['P.O. Box 1, Nakuru', 'PIN P051234567X'],
  timeZone: 'Africa/Nairobi',
  logo: null,
}
const hand = { business, language: 'en' as const }

function invoiceOf(serial: number, lines: number): Invoice {
  const items = Array.from({ length: lines }, (_, line) => ({
    productId: 'p',
    name: `Exercise books, ruled, carton ${line + 1}`,
    quantity: line + 1,
    rate: 12_345n,
  }))
  const taxAs = { basisPoints: 1600n, included: false }
  const sums = totals(items, null, taxAs)
  const kept = {
    title: 'Term 2',
    description: null,
    remark: null,
    currency: 'KES',
    discountAs: null,
    instalments: [],
    taxId: null,
    taxAs,
  }
  const facts = { issuedAt: at, cancelledAt: null, overdueAt: null, dueAt: at, paid: 0n, adjusted: 0n }
  const whose = {
    account: { id: 'a', number: '7KQ4MX2' },
    customer: { id: 'c', name: 'Amina Otieno', email: null, phone: null },
  }
  const times = { invoicedAt: at, createdAt: at, updatedAt: at }
  const number = { year: 2031, serial: BigInt(serial) }
  return {
    id: String(serial),
    number,
    items,
    link: { id: 'l', generation: 1 },
    ...sums,
    ...kept,
    ...facts,
    ...whose,
    ...times,
  }
}

async function measure(name: string, lines: number, to: string, base: number | null): Promise<number> {
  let bytes = 0
  let longest = 0
  const begun = performance.now()
  const worked = process.cpuUsage()
  for (let serial = 1; serial <= count; serial++) {
    const turn = performance.now()
    const address = `https://pay.example.test/pay/${String(serial).padStart(22, 'x')}`
    const { modules } = qrcode.create(address, { errorCorrectionLevel: 'M' })
    const page = { address, drawing: { size: modules.size, dark: modules.data } }
    const facts = { invoice: invoiceOf(serial, lines), to: [to], taxName: 'VAT', way: { paybill: '600984', page } }
    bytes += (await render(invoicePaper(facts, hand))).length
    if (serial > 1) longest = Math.max(longest, performance.now() - turn)
    await setImmediate()
  }
  const { user, system } = process.cpuUsage(worked)
  const cpu = ((user + system) / 1000 / count).toFixed(1)
  const perSecond = (count / (performance.now() - begun)) * 1000
  const ratio = (perSecond / (base ?? perSecond)).toFixed(2)
  const said = `${(1000 / perSecond).toFixed(1)} ms each (${cpu} ms of CPU), longest ${longest.toFixed(0)} ms, ${(bytes / count / 1024).toFixed(1)} KB`
  console.log(`${name.padEnd(28)} ${perSecond.toFixed(0).padStart(5)}/s  ratio ${ratio}  ${said}`)
  return perSecond
}

await measure('(warming up)', 8, 'Amina Otieno', null)
const plain = await measure('8 lines', 8, 'Amina Otieno', null)
await measure('1 line', 1, 'Amina Otieno', plain)
await measure('60 lines, 3 pages', 60, 'Amina Otieno', plain)
await measure('8 lines, name in Cyrillic', 8, 'Мария Иванова', plain)
