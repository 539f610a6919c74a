import { indexAccounts } from '@kusanya/domain/matching/account-index.ts'
import { tidyNumber, type Account, type Book, type Past } from '@kusanya/domain/matching/book.ts'
import type { Paid } from '@kusanya/domain/matching/leads.ts'
import { payerKeys, readPayerPhone } from '@kusanya/domain/matching/payer.ts'
import { bill, sha256, type Dice, type World as Town } from '../bench/matching-book.ts'
import { callbackUrls } from '../server/src/businesses/connect-shortcode.ts'
import { inBusiness } from '../server/src/db/sql.ts'
import type { World } from './world.ts'

const demoShortcode = '600984'

/** Makes the customers, accounts and bills of a generated town through the API; its rows then bear the ids of the API. */
export async function settleTown(w: World, town: Town): Promise<void> {
  const made = async (path: string, body: object) => (await w.call('POST', path, body)).body.data
  for (const family of town.families) {
    family.phones = family.phones.slice(0, 1)
    const [phone] = family.phones
    const customer = await made('/business/customer/create', {
      name: `${family.firstName} ${family.surname}`,
      email: 'payer@example.test',
      // Some have no phone that M-PESA knows.
      phone: phone ?? '+44 20 7946 0000',
      country: 'Kenya',
      currency: 'KES',
    })
    for (const [place, account] of family.accounts.entries()) {
      const own = { customerid: customer._id, name: account.name }
      const found = place === 0 ? customer : await made('/business/account/create', own)
      Object.assign(account, {
        id: place === 0 ? found.accounts[0]._id : found._id,
        number: found.accountno,
        name: place === 0 ? null : account.name,
        phones: family.phones,
        phoneHashes: family.phones.map(sha256),
        billedAt: w.ctx.now(),
      })
    }
  }
}

/** Bills all living accounts and sends the bills out. */
export async function billTown(w: World, town: Town, dice: Dice): Promise<void> {
  const before = town.billed.length
  bill(town, dice, w.ctx.now())
  for (const billed of town.billed.slice(before)) {
    const open = billed.account.open.find(({ invoiceId }) => invoiceId === billed.invoiceId)
    const customer = await customerOf(w, billed.account.id)
    const { body } = await w.call('POST', '/business/invoice/create', {
      customerid: customer,
      accountid: billed.account.id,
      items: [{ itemid: w.products[0], quantity: 1, rate: Number(open?.due ?? 0n) / 100 }],
      duedate: '2031-12-01',
    })
    const [, year, serial] = /^INV-(\d+)-(\d+)$/.exec(body.data.invoiceno) ?? []
    Object.assign(billed, { invoiceId: body.data._id, number: { year: Number(year), serial: BigInt(serial ?? 0) } })
  }
}

async function customerOf(w: World, accountId: string): Promise<string> {
  return (await w.call('GET', `/business/account/details/${accountId}`)).body.data.customerid
}

/** The book in memory of what the town is now, and of what payers paid before. */
export async function bookOf(w: World, town: Town, past: Map<string, Past[]>): Promise<Book> {
  const rows = await inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx<{ id: string; account_id: string; due: bigint }[]>`
      select id, account_id, total - paid - adjusted as due from invoices
      where business_id = ${w.businessId} and issued_at is not null and cancelled_at is null and paid + adjusted < total
    `,
  )
  const open = Map.groupBy(rows, ({ account_id }) => account_id)
  for (const account of town.accounts)
    account.open = (open.get(account.id) ?? []).map(({ id, due }) => ({ invoiceId: id, due }))
  const billed = new Set(town.billed.map(({ account }) => account))
  // The customer that every world has from the start, who is billed nothing.
  const [amina] = await inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx<{ id: string; created_at: Date }[]>`
      select id, created_at from accounts where business_id = ${w.businessId} and number = ${w.customer.accountno}
    `,
  )
  const known: Account = {
    id: amina?.id ?? '',
    number: w.customer.accountno,
    name: null,
    customerName: 'Amina Otieno',
    phones: [w.customer.phone],
    phoneHashes: [sha256(w.customer.phone)],
    open: [],
    billedAt: amina?.created_at ?? null,
  }
  const accounts = [...town.accounts, known]
  const counted = indexAccounts({ accounts, invoices: town.billed, past })
  // The server can hash a whole phone, and so knows what was reported by its hash.
  const hashed = (key: string) =>
    key.startsWith('phone ') ? [key, `sha256 ${sha256(key.slice('phone '.length))}`] : key
  return { ...counted, billed: billed.size, past: (keys) => counted.past(keys.flatMap(hashed)) }
}

/** Remembers under all names of the payer what was applied. */
export function remember(past: Map<string, Past[]>, paid: Paid, accountId: string, by: Past['by'] = 'rule'): void {
  const phone = readPayerPhone(paid.phone)
  const one: Past = { accountId, at: paid.at, tidy: tidyNumber(paid.typed), by }
  const keys = payerKeys(phone, paid.payerName, phone?.kind === 'full' ? sha256(phone.phone) : null)
  for (const key of keys) past.set(key, [...(past.get(key) ?? []), one])
}

/** Safaricom's report of a payment, as C2B confirms it. */
export async function confirm(w: World, receipt: string, paid: Paid): Promise<void> {
  const [first = '', ...last] = (paid.payerName ?? '').split(' ')
  const answer = await fetch(callbackUrls(w.ctx, w.businessId).confirmation, {
    method: 'POST',
    body: JSON.stringify({
      TransactionType: 'Pay Bill',
      TransID: receipt,
      TransTime: new Date(paid.at.getTime() + 3 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14),
      TransAmount: `${paid.amount / 100n}.00`,
      BusinessShortCode: demoShortcode,
      BillRefNumber: paid.typed,
      InvoiceNumber: '',
      OrgAccountBalance: '0.00',
      ThirdPartyTransID: '',
      MSISDN: paid.phone ?? '',
      FirstName: first,
      MiddleName: '',
      LastName: last.join(' '),
    }),
  })
  if (answer.status !== 200) throw new Error(`the confirmation was answered ${answer.status}`)
}
