import { Option, type Command } from 'commander'
import { statuses, type Status } from '@kusanya/domain/invoice.ts'
import { apiOf } from '../api.ts'
import { aDay, asking, gathered, wholeNumber, type Asking } from '../options.ts'
import { facts, mention, say, table, type Column } from '../terminal.ts'
import { count, date, moment, money } from '../words.ts'
import { writeDraft, type Wanted } from './draft.ts'
import { findInvoice, listed, type Invoice, type InvoiceInList } from './things.ts'

type List = Asking & { status?: Status; search?: string; limit: number }

export function addInvoice(kusanya: Command): void {
  const invoice = kusanya.command('invoice').description('invoices: create, list, show')

  asking(invoice, 'create', 'issue an invoice')
    .requiredOption('--customer <who>', 'an id, an account number, a phone, or a name that only one has')
    .requiredOption('--item <item>', 'PRODUCT[:QUANTITY[:RATE]], by id, SKU or title; may be repeated', gathered)
    .requiredOption('--due <day>', 'YYYY-MM-DD', aDay)
    .option('--title <text>', 'what it is for')
    .option('--discount <value>', 'an amount, or a percentage such as 10%')
    .option('--tax <id>', 'of a tax')
    .option('--draft', 'do not issue it yet')
    .option('--idempotency-key <key>', 'the same key again makes no second invoice')
    .action(async (options: Asking & Wanted & { idempotencyKey?: string }) => {
      const api = apiOf(options)
      const body = await writeDraft(api, options)
      const made = await api.invoices.create(body, { idempotencyKey: options.idempotencyKey })
      say(options.json, made, () => shown(made))
    })

  asking(invoice, 'list', 'the newest invoices')
    .addOption(new Option('--status <status>', 'of this status only').choices(statuses))
    .option('--search <text>', 'number, customer, phone, account number, receipt or amount')
    .option('--limit <number>', 'how many at most', wholeNumber(1, 100_000), 20)
    .action(async ({ json, status, search, limit, ...server }: List) => {
      const api = apiOf(server)
      const { things, total } = await listed((query) => api.invoices.list({ status, search, ...query }), limit)
      say(json, things, () => (things.length === 0 ? 'There are none.' : table(things, columns)))
      if (!json && things.length < total) mention(`${count(things.length, 'invoice')} of ${total}; --limit shows more.`)
    })

  asking(invoice, 'show <invoice>', 'an invoice, by number or id').action(async (which: string, options: Asking) => {
    const found = await findInvoice(apiOf(options), which)
    say(options.json, found, () => shown(found))
  })
}

const styles: Partial<Record<Status, 'green' | 'red' | 'yellow' | 'dim'>> = {
  paid: 'green',
  overdue: 'red',
  partially_paid: 'yellow',
  cancelled: 'dim',
  draft: 'dim',
}

const columns: Column<InvoiceInList>[] = [
  { head: 'NUMBER', of: ({ invoiceno }) => invoiceno ?? 'draft' },
  { head: 'CUSTOMER', of: ({ customer }) => customer.name },
  { head: 'STATUS', of: ({ status }) => status.replace('_', ' '), style: ({ status }) => styles[status] ?? null },
  { head: 'TOTAL', right: true, of: ({ total, currency }) => money(total, currency) },
  { head: 'OPEN', right: true, of: ({ balance, currency }) => money(balance, currency) },
  { head: 'DUE', of: ({ duedate }) => date(duedate) },
  { head: 'ACCOUNT', of: ({ accountno }) => accountno },
]

/** An invoice as one would tell it on the phone. */
function shown(invoice: Invoice): string {
  const { currency } = invoice
  const head = facts([
    ['Invoice', invoice.invoiceno ?? 'draft'],
    ['Id', invoice._id],
    ['For', invoice.title],
    ['Customer', [invoice.customer.name, invoice.customer.phone].filter(Boolean).join(', ')],
    ['Status', invoice.status.replace('_', ' ')],
    ['Account', invoice.accountno],
    ['Invoiced', moment(invoice.invoicedate)],
    ['Due', moment(invoice.duedate)],
    [
      'Bill sent',
      invoice.push ? `${invoice.push.state}${invoice.push.reason ? `: ${invoice.push.reason}` : ''}` : null,
    ],
    ['Pay at', invoice.paymentlink.shorturl],
  ])
  const items = table(invoice.items, [
    { head: 'ITEM', of: ({ name }) => name },
    { head: 'QUANTITY', right: true, of: ({ quantity }) => String(quantity) },
    { head: 'RATE', right: true, of: ({ rate }) => money(rate, currency) },
    { head: 'TOTAL', right: true, of: ({ total }) => money(total, currency) },
  ])
  const sums: [string, number][] = [
    ['Subtotal', invoice.subtotal],
    ['Discount', -invoice.discount],
    ['Tax', invoice.taxamount],
    ['Rounding', invoice.rounding],
    ['Total', invoice.total],
    ['Paid', invoice.amountpaid],
    ['Adjusted', invoice.adjusted],
    ['Open', invoice.balance],
  ]
  const always = ['Subtotal', 'Total', 'Open']
  const told = sums.filter(([name, amount]) => amount !== 0 || always.includes(name))
  const totals = facts(told.map(([name, amount]) => [name, money(amount, currency)]))
  return `${head}\n\n${items}\n\n${totals}`
}
