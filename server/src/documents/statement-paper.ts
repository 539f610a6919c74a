import { spokenAccountNumber } from '@kusanya/domain/account-number.ts'
import type { Money } from '@kusanya/domain/money.ts'
import type { Span } from '../reports/span.ts'
import { charged, paid, type AccountStatement, type OpenPart } from '../reports/wire.ts'
import type { Paper, Table } from './paper.ts'
import { figuresOf, money, writerOf, type Hand } from './writer.ts'

export type StatementFacts = {
  statement: AccountStatement
  span: Span
  currency: string
  /** What was open at its end, and by when it is to be paid. */
  open: Pick<OpenPart, 'dueOn' | 'reference' | 'balance'>[]
  /** Whose it is, the name first. */
  to: string[]
  /** The accounts that it is about, by their numbers. */
  accounts: string[]
  paybill: string | null
}

/** A statement of account: what was owed, each thing that changed it, and what is owed now or is in credit. */
export function statementPaper(facts: StatementFacts, hand: Hand): Paper {
  const { statement, span, currency, to, accounts, paybill } = facts
  const { say, pay, named } = writerOf(hand)
  const { closing, entries } = statement
  const [only, ...others] = accounts
  const isOwed = closing > 0n
  const total = (of: typeof charged) =>
    money(
      entries.reduce((sum, entry) => sum + of(entry), 0n),
      currency,
    )
  return {
    language: hand.language,
    name: `statement-${span.from}-${span.to}`,
    title: say.statement,
    number: '',
    madeAt: span.ends,
    mark: null,
    from: hand.business.name,
    letterhead: hand.business.letterhead,
    logo: hand.business.logo,
    to: { label: say.statementFor, lines: to },
    facts: [
      [say.period, say.span(named(span.from), named(span.to))],
      [pay.accountNumber, accounts.map(spokenAccountNumber).join(', ')],
    ],
    headline: {
      label: closing < 0n ? say.creditAt(named(span.to)) : say.owedAt(named(span.to)),
      amount: money(closing < 0n ? -closing : closing, currency),
      more: closing === 0n ? pay.nothingToPay : isOwed ? dueByThen(facts, hand) : '',
      tone: closing < 0n ? 'good' : 'plain',
    },
    about: [],
    table: entriesOf(facts, hand),
    sums: [
      { label: say.allCharged, amount: total(charged), strong: false },
      { label: say.allPaid, amount: total(paid), strong: false },
      { label: say.closing, amount: money(closing, currency), strong: true },
    ],
    taxes: null,
    schedule: scheduleOf(facts, hand),
    payment:
      isOwed && currency === 'KES' && paybill !== null && only !== undefined && others.length === 0
        ? {
            heading: pay.payHeading,
            steps: pay.paybillSteps,
            facts: [
              [pay.businessNumber, paybill],
              [pay.accountNumber, spokenAccountNumber(only)],
            ],
            qr: null,
          }
        : null,
    notes: [],
    page: say.page,
  }
}

function entriesOf({ statement, span, currency }: StatementFacts, hand: Hand): Table {
  const { say, pay, named, moment } = writerOf(hand)
  const { opening, closing, entries } = statement
  const figure = figuresOf([opening, closing, ...entries.flatMap(({ amount, balance }) => [amount, balance])])
  const orNothing = (amount: Money) => (amount === 0n ? '' : figure(amount))
  const column = (name: string, share: number, right = false) => ({ name, share, right })
  return {
    columns: [
      column(pay.date, 20),
      column(say.description, 22),
      column(say.reference, 18),
      column(`${say.charged} (${currency})`, 17, true),
      column(`${say.paidColumn} (${currency})`, 16, true),
      column(`${say.balance} (${currency})`, 17, true),
    ],
    rows: [
      [named(span.from), say.opening, '', '', '', figure(opening)],
      ...entries.map((entry) => [
        moment(entry.at),
        say.causes[entry.cause],
        entry.reference,
        orNothing(charged(entry)),
        orNothing(paid(entry)),
        figure(entry.balance),
      ]),
      [named(span.to), say.closing, '', '', '', figure(closing)],
    ],
  }
}

/** How much of what is owed had to be paid by the end of the statement; nothing to say when that is all. */
function dueByThen({ statement, open, span, currency }: StatementFacts, hand: Hand): string {
  const { say, named } = writerOf(hand)
  const later = open.filter(({ dueOn }) => dueOn > span.to).reduce((sum, { balance }) => sum + balance, 0n)
  const due = statement.closing > later ? statement.closing - later : 0n
  return later > 0n ? say.dueBy(money(due, currency), named(span.to)) : ''
}

function scheduleOf({ open, span, currency }: StatementFacts, hand: Hand): Table | null {
  if (open.length === 0) return null
  const { say, pay, named } = writerOf(hand)
  const figure = figuresOf(open.map(({ balance }) => balance))
  return {
    columns: [
      { name: say.dueDate, share: 40, right: false },
      { name: say.reference, share: 30, right: false },
      { name: `${say.balance} (${currency})`, share: 30, right: true },
    ],
    rows: open.map(({ dueOn, reference, balance }) => [
      dueOn < span.to ? `${named(dueOn)} · ${pay.overdue}` : named(dueOn),
      reference,
      figure(balance),
    ]),
  }
}
