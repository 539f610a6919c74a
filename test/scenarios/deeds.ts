import { expect } from 'vitest'
import type { World } from '../world.ts'

/** Who plays, and the names under which a ledger speaks of invoices and payments. */
export type Cast = {
  w: World
  accounts: Map<string, { id: string; number: string; customerId: string; phone: string }>
  invoices: Map<string, string>
  payments: Map<string, string>
}

type Deed = { pattern: RegExp; does: (cast: Cast, said: Record<string, string>) => Promise<void> }

const shortcode = '600984'
const strangersPhone = '254733999999'
const reason = 'As the ledger says'
const number = (text = '') => Number(text.replaceAll(',', ''))
const named = <T>(names: Map<string, T>, name = ''): T => {
  const found = names.get(name)
  if (found === undefined) throw new Error(`nobody has heard of ${name}`)
  return found
}

async function send({ w }: Cast, path: string, body: object) {
  const answer = await w.call('POST', path, body)
  expect([200, 201], `${path} ${JSON.stringify(answer.body)}`).toContain(answer.status)
  return answer.body.data
}

/** The payment with this receipt, once its news has been looked at. */
async function remember({ w, payments }: Cast, name: string | undefined, receipt: string): Promise<void> {
  await w.work()
  const { body } = await w.call('GET', `/business/transaction/list?search=${receipt}`)
  expect(body.data).toHaveLength(1)
  if (name !== undefined) payments.set(name, body.data[0]._id)
}

/** What can happen in a ledger, in the words it is written in. */
export const deeds: Deed[] = [
  {
    pattern: /^bill (?<account>\w+) (?<amount>[\d,.]+)(?<vat> plus VAT)? due (?<due>[\d-]+) as (?<name>\w+)$/,
    async does(cast, { account, amount, vat, due, name = '' }) {
      const { id, customerId } = named(cast.accounts, account)
      const { w } = cast
      const invoice = await send(cast, '/business/invoice/create', {
        customerid: customerId,
        accountid: id,
        items: [{ itemid: w.products[0], quantity: 1, rate: number(amount) }],
        duedate: due,
        ...(vat && { taxid: w.taxId }),
      })
      cast.invoices.set(name, invoice._id)
    },
  },
  {
    pattern: /^pay (?<account>\w+) (?<amount>[\d,]+) by Paybill(?: as (?<name>\w+))?$/,
    async does(cast, { account, amount, name }) {
      const { phone, number: typed } = named(cast.accounts, account)
      const wanted = { phone, shortcode, account: typed, amount: number(amount) }
      const { receipt } = await cast.w.simulator.pay(wanted)
      await remember(cast, name, receipt)
    },
  },
  {
    pattern: /^somebody pays (?<amount>[\d,]+) for "(?<typed>.+)" as (?<name>\w+)$/,
    async does(cast, { amount, typed = '', name }) {
      const wanted = { phone: strangersPhone, shortcode, account: typed, amount: number(amount) }
      const { receipt } = await cast.w.simulator.pay(wanted)
      await remember(cast, name, receipt)
    },
  },
  {
    pattern: /^pay (?<invoice>\w+) (?<amount>[\d,]+) on the prompt(?: as (?<name>\w+))?$/,
    async does(cast, { invoice, amount, name }) {
      const { w } = cast
      const { data } = (await w.call('GET', `/business/invoice/details/${named(cast.invoices, invoice)}`)).body
      const [account] = [...cast.accounts.values()].filter(({ id }) => id === data.accountid)
      const phone = account?.phone ?? ''
      const wanted = { referenceid: data._id, phone, amount: number(amount), channel: 'mpesa' }
      await send(cast, '/business/payments/mobile/request', wanted)
      const prompt = w.simulator.phone(phone).prompts.find(({ state }) => state === 'waiting')
      const paid = await w.simulator.answerPrompt(phone, prompt?.id ?? '', { pin: '1234' })
      await remember(cast, name, paid.receipt ?? '')
    },
  },
  {
    pattern: /^receive (?<amount>[\d,.]+) by (?<method>cash|cheque|bank) for (?<invoice>\w+)(?: as (?<name>\w+))?$/,
    async does(cast, { amount, method, invoice, name }) {
      const path = `/business/invoice/${named(cast.invoices, invoice)}/payment/add`
      const { transaction } = await send(cast, path, { amount: number(amount), method, allowoverpayment: true })
      if (name) cast.payments.set(name, transaction._id)
    },
  },
  {
    pattern: /^move (?<payment>\w+) to (?<invoices>[\w, ]+)$/,
    async does(cast, { payment, invoices = '' }) {
      const invoiceids = invoices.split(', ').map((one) => named(cast.invoices, one))
      await send(cast, `/business/payment/${named(cast.payments, payment)}/move`, { invoiceids, reason })
    },
  },
  {
    pattern: /^reverse (?<payment>\w+)$/,
    async does(cast, { payment }) {
      await send(cast, `/business/payment/${named(cast.payments, payment)}/reverse`, { reason })
    },
  },
  {
    pattern: /^credit note of (?<amount>[\d,.]+) on (?<invoice>\w+)$/,
    async does(cast, { amount, invoice }) {
      const items = [{ line: 1, amount: number(amount) }]
      const invoiceid = named(cast.invoices, invoice)
      await send(cast, '/business/credit-note/create', { invoiceid, items, reason })
    },
  },
  {
    pattern: /^(?<kind>write off|round off) (?<amount>[\d,.]+) of (?<invoice>\w+)$/,
    async does(cast, { kind, amount, invoice }) {
      const body = { kind: kind === 'write off' ? 'write_off' : 'rounding', amount: number(amount), reason }
      await send(cast, `/business/invoice/${named(cast.invoices, invoice)}/adjustment/add`, body)
    },
  },
  {
    pattern: /^withhold (?<amount>[\d,.]+) (?<tax>vat|income) tax of (?<invoice>\w+) by (?<certificate>[\w-]+)$/,
    async does(cast, { amount, tax, invoice, certificate }) {
      const of = { withheld: tax, certificateno: certificate, amount: number(amount) }
      const path = `/business/invoice/${named(cast.invoices, invoice)}/adjustment/add`
      await send(cast, path, { kind: 'withholding', ...of, reason })
    },
  },
  {
    pattern: /^refund (?<amount>[\d,.]+) to (?<account>\w+)$/,
    async does(cast, { amount, account }) {
      const path = `/business/account/${named(cast.accounts, account).id}/credit/refund`
      await send(cast, path, { amount: number(amount), method: 'cash', reason })
    },
  },
]
