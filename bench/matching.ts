import { tidyReference } from '../domain/src/account-number.ts'
import { readNumbers } from '../domain/src/invoice.ts'
import { indexAccounts } from '../domain/src/matching/account-index.ts'
import type { Account, Billed, Past } from '../domain/src/matching/book.ts'
import { keysOf } from '../domain/src/matching/leads.ts'
import { match, usualSettings, type Match, type Settings } from '../domain/src/matching/match.ts'
import { bill, Dice, makeWorld, type World } from './matching-book.ts'
import { makePayment, shares, type Kind, type Labelled } from './matching-payments.ts'

/**
 * How many payments find their account by themselves, how many find a wrong one, and how many a clerk finds at the top
 * of the suggestions, beside exact match; 20,000 labelled payments over 5,000 accounts, the error model in
 * matching-payments.ts. Twice: with our account numbers, and with admission numbers that have no check character.
 *
 *   node bench/matching.ts [payments, 20000] [threshold, 0.99] [seeds, 1,2,3]
 */
const payments = Number(process.argv[2] ?? 20_000)
const threshold = Number(process.argv[3] ?? usualSettings.threshold)
const seeds = (process.argv[4] ?? '1,2,3').split(',').map(Number)
const rounds = 4
const batch = 200

type Row = {
  all: number
  exact: number
  exactWrong: number
  right: number
  wrong: number
  waiting: number
  /** Those of the waiting that belong to somebody. */
  findable: number
  first: number
  third: number
}
type Result = { rows: Map<Kind, Row>; perSecond: number; scores: { score: number; right: boolean }[]; wrong: string[] }

for (const numbers of ['checked', 'own'] as const) {
  console.log(
    `\n${numbers === 'checked' ? 'Account numbers with a check character' : 'Admission numbers in a row, no check character'}; threshold ${threshold}`,
  )
  for (const [place, seed] of seeds.entries()) {
    const result = run(seed, { ...usualSettings, numbers, threshold })
    if (place === 0) printKinds(result)
    printTotal(seed, result)
  }
}

function run(seed: number, settings: Settings): Result {
  const dice = new Dice(seed * 7919 + (settings.numbers === 'own' ? 1 : 0))
  const world = makeWorld(dice, settings.numbers === 'own' ? 'own' : 'checked')
  const past = new Map<string, Past[]>()
  const result: Result = { rows: new Map(), perSecond: 0, scores: [], wrong: [] }
  const newest = new Map<Account, Billed>()
  let elapsedMs = 0
  for (let done = 0; done < payments; done += batch) {
    const at = new Date(Date.UTC(2026, 0, 5) + (done / payments) * 360 * 86_400_000)
    if (done % (payments / rounds) === 0) {
      bill(world, dice, at)
      for (const one of world.billed) newest.set(one.account, one)
    }
    const some = Array.from({ length: Math.min(batch, payments - done) }, () => makePayment(world, dice, at, newest))
    const book = indexAccounts({ accounts: world.accounts, invoices: world.billed, past })
    const begun = performance.now()
    const matches = some.map(({ paid }) => match(paid, book, settings))
    elapsedMs += performance.now() - begun
    const exact = exactMatch(world)
    for (const [place, one] of some.entries()) {
      const found = matches[place] as Match
      count(result, one, found, exact(one.paid.typed))
      apply(one, found, past, settings)
    }
  }
  result.perSecond = Math.round(payments / (elapsedMs / 1000))
  return result
}

/** What everybody does: the number as typed, without marks and lower case, else the invoice number. */
function exactMatch(world: World): (typed: string) => Account | undefined {
  const accounts = new Map(world.accounts.map((account) => [account.number, account]))
  const invoices = new Map(world.billed.map(({ number, account }) => [`${number.year} ${number.serial}`, account]))
  return (typed) => {
    const text = tidyReference(typed)
    const [number] = readNumbers(text)
    return accounts.get(text) ?? (number ? invoices.get(`${number.year} ${number.serial}`) : undefined)
  }
}

function count(
  { rows, scores, wrong }: Result,
  { kind, truth, paid }: Labelled,
  found: Match,
  exact: Account | undefined,
): void {
  const row = rows.get(kind) ?? {
    all: 0,
    exact: 0,
    exactWrong: 0,
    right: 0,
    wrong: 0,
    waiting: 0,
    findable: 0,
    first: 0,
    third: 0,
  }
  rows.set(kind, row)
  row.all++
  if (exact) row[exact === truth ? 'exact' : 'exactWrong']++
  const candidates = found.kind === 'certain' ? [found] : found.kind === 'suggestions' ? found.candidates : []
  const place = candidates.findIndex(({ accountId }) => accountId === truth?.id)
  if (candidates[0]) scores.push({ score: candidates[0].score, right: place === 0 })
  if (found.kind === 'certain') {
    row[place === 0 ? 'right' : 'wrong']++
    if (place !== 0)
      wrong.push(
        `${kind}: ${JSON.stringify(paid.typed)} meant ${truth?.number ?? 'nobody'}, score ${found.score.toFixed(5)}: ${found.reasons.map(({ code }) => code).join(', ')}`,
      )
    return
  }
  row.waiting++
  if (truth) row.findable++
  if (place === 0) row.first++
  if (place >= 0 && place < 3) row.third++
}

/** Pays what it was put on, a clerk's choice if it had to wait, and remembers the payer. */
function apply({ paid, truth }: Labelled, found: Match, past: Map<string, Past[]>, settings: Settings): void {
  const accountId = found.kind === 'certain' ? found.accountId : truth?.id
  if (!accountId) return
  const { reference, payer } = keysOf(paid, settings)
  const by = found.kind === 'certain' ? 'rule' : 'clerk'
  for (const key of payer)
    past.set(key, [...(past.get(key) ?? []), { accountId, at: paid.at, tidy: reference.tidy, by }])
  let rest = paid.amount
  for (const one of truth?.open ?? []) {
    const part = rest < one.due ? rest : one.due
    one.due -= part
    rest -= part
  }
  if (truth) truth.open = truth.open.filter(({ due }) => due > 0n)
}

function printKinds({ rows, scores, wrong }: Result): void {
  console.log('typed                    | payments | exact match  wrong | by itself  wrong | waiting  first  in 3')
  for (const kind of Object.keys(shares) as Kind[]) {
    const row = rows.get(kind)
    if (row) console.log(line(kind, row))
  }
  for (const one of wrong) console.log(`  wrong: ${one}`)
  const bins = [0, 0.2, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 1.01]
  for (const [place, from] of bins.entries()) {
    const some = scores.filter(({ score }) => score >= from && score < (bins[place + 1] ?? 0))
    if (some.length > 0)
      console.log(
        `  score from ${from}: ${some.length}, right ${share(some.filter(({ right }) => right).length, some.length)}`,
      )
  }
}

function printTotal(seed: number, { rows, perSecond }: Result): void {
  const total: Row = {
    all: 0,
    exact: 0,
    exactWrong: 0,
    right: 0,
    wrong: 0,
    waiting: 0,
    findable: 0,
    first: 0,
    third: 0,
  }
  for (const row of rows.values()) for (const key of Object.keys(total) as (keyof Row)[]) total[key] += row[key]
  console.log(`${line(`seed ${seed}`, total)} | ${perSecond}/s`)
}

function line(title: string, { all, exact, exactWrong, right, wrong, waiting, findable, first, third }: Row): string {
  return [
    title.padEnd(25),
    String(all).padStart(9),
    `${share(exact, all).padStart(12)} ${String(exactWrong).padStart(6)} `,
    `${share(right, all).padStart(10)} ${String(wrong).padStart(6)} `,
    `${String(waiting).padStart(8)} ${share(first, findable).padStart(7)} ${share(third, findable).padStart(6)}`,
  ].join('|')
}

function share(part: number, of: number): string {
  return of === 0 ? '' : `${((100 * part) / of).toFixed(2)} %`
}
