import type { Remark, Sheet } from '@kusanya/domain/importing/sheet.ts'
import { Argument, Option, type Command } from 'commander'
import { apiOf, type Api } from '../api.ts'
import { askLeave } from '../ask.ts'
import { customerSheet } from '../importing/customer-sheet.ts'
import { invoiceSheet } from '../importing/invoice-sheet.ts'
import { readRows } from '../importing/read-rows.ts'
import { openResults } from '../importing/results.ts'
import { planOf, sendThings, type Plan } from '../importing/send-things.ts'
import { readSheet, type Kind } from '../importing/sheet.ts'
import { asking, gathered, type Asking } from '../options.ts'
import { Stop } from '../stop.ts'
import { harmless, interruption, mention, say, styled, table } from '../terminal.ts'
import { count, moneyOf } from '../words.ts'

type Options = Asking & {
  yes?: boolean
  check?: boolean
  results?: string
  ignore?: string[]
  doubtful?: 'send' | 'leave'
}

export function addImport(kusanya: Command): void {
  asking(kusanya, 'import', 'import a CSV of customers or invoices: checked as a whole before anything is sent')
    .addArgument(new Argument('<what>').choices(['customers', 'invoices']))
    .argument('<file>', 'CSV with the names of its columns in the first row')
    .option('--check', 'only check it')
    .option('--yes', 'send it without asking')
    .option('--results <file>', 'what became of each row (default: FILE.results.csv)')
    .option('--ignore <column>', 'leave a column out; may be repeated', gathered)
    .addOption(
      new Option('--doubtful <choice>', 'what was on its way when a run was broken off a day ago').choices([
        'send',
        'leave',
      ]),
    )
    .addHelpText('after', columns)
    .action(async (what: 'customers' | 'invoices', file: string, options: Options) => {
      const api = apiOf(options)
      if (what === 'customers') await importSheet(api, await customerSheet(api), file, options)
      else await importSheet(api, await invoiceSheet(api), file, options)
    })
}

const columns = `
customers  name, email, phone; and country (Kenya), currency (KES), company, address, city, type
invoices   customer (id, account number or phone), item (id, SKU or title), due; and quantity (1), rate (the
           product's), title, and invoice: rows of one customer and due day with the same word there are one invoice

Nothing is sent unless every row is right. A run that was broken off is simply repeated: what the result file calls
sent is left out, and the rest carries an Idempotency-Key made of what it says.
Ends with 3 when the server refused some of it, with 130 when Ctrl-C broke it off.`

async function importSheet<Body>(api: Api, kind: Kind<Body>, file: string, options: Options): Promise<void> {
  const sheet = await readSheet(readRows(file), kind, options.ignore ?? [])
  if (sheet.problems.length > 0) refuse(sheet.problems)
  if (options.check) {
    const { things, notices } = sheet
    say(options.json, { rows: things.length, totals: totalsOf(sheet), notices }, () => preview(kind, sheet))
    return
  }
  const { _id: business, name } = await api.settings.get()
  const where = options.results ?? `${file}.results.csv`
  const results = openResults(where)
  const plan = planOf(business, kind, sheet.things, results)
  if (plan.doubtful.length > 0) plan.due.push(...judged(plan, options.doubtful))
  const rows = new Set(plan.due.map(({ row }) => row))
  const notices = sheet.notices.filter(({ row }) => rows.has(row))
  mention(preview(kind, { things: plan.due, notices }, plan.earlier))
  if (plan.due.length > 0) {
    await askLeave(options.yes, `Send ${count(plan.due.length, kind.noun)} to ${name} at ${api.url}?`)
  }
  const interrupted = interruption()
  const done = await sendThings(kind, plan.due, results, interrupted)
  results.tidy()
  const { earlier } = plan
  say(options.json, { ...done, earlier, results: where }, () =>
    [`${done.sent} sent`, ...(earlier > 0 ? [`${earlier} sent earlier`] : []), `${done.refused} refused: ${where}`].join(', '),
  ) // prettier-ignore
  if (interrupted.aborted) process.exitCode = 130
  else if (done.refused > 0) process.exitCode = 3
}

function refuse(problems: Remark[]): never {
  const lines = problems.slice(0, 100).map(({ row, says }) => `  row ${row}: ${harmless(says)}`)
  const rows = new Set(problems.map(({ row }) => row)).size
  const more = problems.length > 100 ? [`  … and ${problems.length - 100} more: --json lists them all`] : []
  throw new Stop(
    [`${count(rows, 'row is', 'rows are')} not right, and nothing was sent:`, ...lines, ...more].join('\n'),
    { remedy: 'Mend them and run it again.', about: { problems } },
  )
}

/** What is to be done with things of which nobody knows any more whether they were made. */
function judged<Body>({ doubtful }: Plan<Body>, choice: Options['doubtful']): Plan<Body>['due'] {
  if (choice === 'send') return doubtful
  if (choice === 'leave') return []
  const rows = doubtful.map(({ row, told }) => `  row ${row}: ${harmless(told)}`)
  throw new Stop(
    [`A run was broken off more than a day ago, and nobody knows whether these were made:`, ...rows].join('\n'),
    {
      remedy: 'Look for them, then add --doubtful send or --doubtful leave.',
      about: { doubtful: doubtful.map(({ row }) => row) },
    },
  )
}

function totalsOf<Body>({ things }: Pick<Sheet<Body>, 'things'>): Record<string, string> {
  const sums = new Map<string, bigint>()
  for (const { currency, amount } of things) sums.set(currency, (sums.get(currency) ?? 0n) + amount)
  return Object.fromEntries([...sums].filter(([, sum]) => sum > 0n).map(([code, sum]) => [code, moneyOf(sum, code)]))
}

function preview<Body>(kind: Kind<Body>, sheet: Pick<Sheet<Body>, 'things' | 'notices'>, earlier = 0): string {
  const { things, notices } = sheet
  const shown = table(things.slice(0, 5), [
    { head: 'ROW', right: true, of: ({ row }) => String(row) },
    { head: kind.noun.toUpperCase(), of: ({ told }) => told },
    { head: 'AMOUNT', right: true, of: ({ amount, currency }) => (amount === 0n ? '' : moneyOf(amount, currency)) },
  ])
  const totals = Object.values(totalsOf(sheet))
  return [
    ...(things.length > 0 ? [shown] : []),
    ...(things.length > 5 ? [styled('dim', `… and ${things.length - 5} more`)] : []),
    [count(things.length, kind.noun), ...totals.map((total) => `${total} before tax`)].join(', '),
    ...(earlier > 0 ? [`${count(earlier, kind.noun)} sent earlier`] : []),
    ...notices.slice(0, 20).map(({ row, says }) => styled('yellow', `! row ${row}: ${harmless(says)}`)),
    ...(notices.length > 20 ? [`… and ${notices.length - 20} more such remarks`] : []),
  ].join('\n')
}
