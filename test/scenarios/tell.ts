import { expect } from 'vitest'
import { inBusiness } from '../../server/src/db/sql.ts'
import { auditBooks } from '../../server/src/ledger/audit.ts'
import { world, type World } from '../world.ts'
import { deeds, type Cast } from './deeds.ts'

/** Customers and what they are billed for; the first account of a customer is the one it has from the start. */
export type People = Record<string, string[]>

/**
 * Lives through a ledger, a line at a time, over HTTP and with M-PESA simulated: the clock goes to the date, the deed is
 * done, all work that waits is done, and then the balances must be those of the line. The columns after the deed are
 * accounts (what they owe), `credit` (of all accounts) and `suspense` (money of nobody). The books are audited after
 * every line. `start` is a day before the first line.
 */
export async function tell(people: People, start: string, ledger: string): Promise<void> {
  const w = await world({ start: new Date(`${start}T06:00:00Z`) })
  try {
    const cast = await assemble(w, people)
    const [header = [], , ...lines] = ledger.trim().split('\n').map(cellsOf)
    const columns = header.slice(2)
    const lived: string[][] = []
    for (const [date = '', deed = ''] of lines) {
      await w.advance(new Date(`${date}T06:00:00Z`).getTime() - w.ctx.now().getTime())
      await w.work()
      await perform(cast, deed)
      await w.work()
      lived.push([date, deed, ...(await balances(cast, columns))])
      const differences = await inBusiness(w.ctx.sql, w.businessId, (tx) => auditBooks(tx, w.businessId))
      expect(differences, `${date} ${deed}`).toEqual([])
    }
    expect(lived.map(show).join('\n')).toBe(lines.map(show).join('\n'))
  } finally {
    await w.end()
  }
}

const cellsOf = (line: string) => line.split('|').map((cell) => cell.trim())
const show = (cells: string[]) => cells.join(' | ')

async function perform(cast: Cast, deed: string): Promise<void> {
  for (const { pattern, does } of deeds) {
    const found = pattern.exec(deed)
    if (found) return does(cast, found.groups ?? {})
  }
  throw new Error(`nobody knows how to ${deed}`)
}

async function assemble(w: World, people: People): Promise<Cast> {
  const cast: Cast = { w, accounts: new Map(), invoices: new Map(), payments: new Map() }
  for (const [index, [name, accounts]] of Object.entries(people).entries()) {
    const phone = `25472200010${index}`
    w.simulator.addPhone({ msisdn: phone, name, balance: 450_000, pin: '1234' })
    const customer = await made(w, 'customer', {
      name,
      email: 'payer@example.test',
      phone: `+${phone}`,
      country: 'Kenya',
      currency: 'KES',
    })
    for (const [place, account] of accounts.entries()) {
      const { _id, accountno } =
        place === 0 ? customer.accounts[0] : await made(w, 'account', { customerid: customer._id, name: account })
      cast.accounts.set(account, { id: _id, number: accountno, customerId: customer._id, phone })
    }
  }
  return cast
}

export async function made(w: World, noun: string, body: object) {
  const answer = await w.call('POST', `/business/${noun}/create`, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body.data
}

async function balances({ w, accounts }: Cast, columns: string[]): Promise<string[]> {
  const seen = new Map<string, { balance: number; credit: number }>()
  for (const [name, { id }] of accounts) {
    seen.set(name, (await w.call('GET', `/business/account/details/${id}`)).body.data)
  }
  const { body } = await w.call('GET', '/business/transaction/list?limit=100')
  const sum = (amounts: number[]) => amounts.reduce((total, one) => total + Math.round(one * 100), 0) / 100
  return columns.map((column) => {
    if (column === 'credit') return money(sum([...seen.values()].map(({ credit }) => credit)))
    if (column === 'suspense') return money(sum(body.data.map(({ unmatched }: { unmatched: number }) => unmatched)))
    const account = seen.get(column)
    if (!account) throw new Error(`there is no account ${column}`)
    return money(account.balance)
  })
}

/** As in a ledger: thousands apart, cents only when there are some, nothing for nothing. */
function money(amount: number): string {
  if (amount === 0) return ''
  return amount.toLocaleString('en-KE', { minimumFractionDigits: Number.isInteger(amount) ? 0 : 2 })
}
