import type { DayFacts, DayLine, DayPayment, DayReversal } from '@kusanya/domain/close.ts'
import { addDays, endOfDay, type Day } from '@kusanya/domain/day.ts'
import type { StatementKind } from '@kusanya/domain/statement-file.ts'
import type { Business } from '../businesses/business.ts'
import type { Tx } from '../db/sql.ts'

type Span = { from: Date; to: Date }
const dayMs = 24 * 3_600_000
/** A callback without a time has that of its arrival; the statement's may be another day's. */
const slackMs = 3 * dayMs

/** What the books and the statement say of a shortcode's day. */
export async function findDay(tx: Tx, business: Business, shortcode: string, day: Day): Promise<DayFacts> {
  const span = { from: endOfDay(addDays(day, -1), business.timeZone), to: endOfDay(day, business.timeZone) }
  const lines = await findLines(tx, business.id, shortcode, span)
  const [before] = await tx<{ closing: bigint }[]>`
    select closing from closes
    where business_id = ${business.id} and shortcode = ${shortcode} and closed_on = ${addDays(day, -1)}
    order by created_at desc, id desc limit 1
  `
  const [first] = await tx<{ id: string }[]>`
    select id from closes
    where business_id = ${business.id} and shortcode = ${shortcode} and source = 'statement' and closed_on < ${day} limit 1
  `
  return {
    payments: await findPayments(tx, business.id, shortcode, span),
    lines,
    reversals: await (lines.length > 0 ? findReversedThere : findReversedHere)(tx, business.id, shortcode, span),
    opening: await readBooked(tx, business.id, shortcode, span.from),
    ending: await readBooked(tx, business.id, shortcode, span.to),
    isFirst: first === undefined,
    closedBefore: before?.closing ?? null,
  }
}

async function findLines(tx: Tx, businessId: string, shortcode: string, { from, to }: Span): Promise<DayLine[]> {
  const rows = await tx<(Omit<DayLine, 'kind'> & { kind: StatementKind })[]>`
    select receipt, kind, amount, balance from statement_lines
    where business_id = ${businessId} and shortcode = ${shortcode} and completed_at >= ${from} and completed_at < ${to}
      and fate not in ('repeated', 'failed', 'unreadable')
    order by completed_at, row desc
  `
  return rows.flatMap(({ kind, ...line }) => (kind === 'failed' || kind === 'unreadable' ? [] : { ...line, kind }))
}

/**
 * Payments of the day: that of the statement where it lists them, else that of the first report. Each in the edition that
 * counts. A contradiction is a difference until a person decides, and longer while it is M-PESA's statement that differs.
 */
async function findPayments(tx: Tx, businessId: string, shortcode: string, { from, to }: Span): Promise<DayPayment[]> {
  const rows = await tx<
    {
      receipt: string
      amount: bigint
      paid_at: Date
      listed_at: Date | null
      listed_so: boolean | null
      listed_amount: bigint | null
      allocated: bigint
      credit: bigint
      suspense: bigint
      refunded: bigint
      confirmations: bigint
      contradicted_by: bigint | null
    }[]
  >`
    select p.receipt, p.amount, p.paid_at, listed.at as listed_at, listed.so as listed_so,
      listed.amount as listed_amount, placed.allocated, placed.credit, placed.suspense, placed.refunded,
      sure.confirmations, told.contradicted_by
    from payments p
    cross join lateral (
      select min(l.completed_at)::timestamptz as at, bool_or(l.amount = p.amount) as so, max(l.amount)::bigint as amount
      from statement_lines l
      where l.business_id = p.business_id and l.shortcode = p.shortcode and l.receipt = p.receipt and l.kind = 'payment'
        and l.fate not in ('repeated', 'unreadable')
    ) listed
    cross join lateral (
      select coalesce(sum(a.amount) filter (where a.target in ('invoice', 'link')), 0)::bigint as allocated,
        coalesce(sum(a.amount) filter (where a.target = 'credit'), 0)::bigint as credit,
        coalesce(sum(a.amount) filter (where a.target = 'suspense'), 0)::bigint as suspense,
        coalesce(sum(a.amount) filter (where a.target = 'refund'), 0)::bigint as refunded
      from allocations a where a.business_id = p.business_id and a.payment_id = p.id
    ) placed
    cross join lateral (
      select coalesce(count(*), 0) as confirmations from payment_confirmations f
      where f.business_id = p.business_id and f.payment_id = p.id
    ) sure
    cross join lateral (
      select max(c.amount)::bigint as contradicted_by from contradictions c
      where c.business_id = p.business_id and c.payment_id = p.id and c.kept is null
    ) told
    where p.business_id = ${businessId} and p.shortcode = ${shortcode} and p.channel = 'mpesa' and not exists (
        select 1 from payments newer where newer.business_id = p.business_id and newer.shortcode = p.shortcode
          and newer.receipt = p.receipt and newer.edition > p.edition)
      and p.paid_at >= ${new Date(from.getTime() - slackMs)} and p.paid_at < ${new Date(to.getTime() + slackMs)}
    order by p.receipt
  `
  return rows
    .filter(({ paid_at, listed_at }) => {
      const at = listed_at ?? paid_at
      return at >= from && at < to
    })
    .map(({ listed_at, listed_so, listed_amount, confirmations, contradicted_by, ...row }) => ({
      receipt: row.receipt,
      amount: row.amount,
      allocated: row.allocated,
      credit: row.credit,
      suspense: row.suspense,
      refunded: row.refunded,
      listed: listed_at !== null,
      confirmed: confirmations > 0n,
      contradictedBy: contradicted_by ?? (listed_so === false ? listed_amount : null),
    }))
}

/** Reversals that M-PESA lists, with what our books still hold of the payment; null when they do not know it. */
async function findReversedThere(
  tx: Tx,
  businessId: string,
  shortcode: string,
  { from, to }: Span,
): Promise<DayReversal[]> {
  const rows = await tx<{ receipt: string; amount: bigint; payment_id: string | null; standing: bigint | null }[]>`
    select coalesce(l.linked_receipt, l.receipt) as receipt, l.amount, p.id as payment_id, (
        select sum(a.amount)::bigint from allocations a where a.business_id = l.business_id and a.payment_id = p.id
      ) as standing
    from statement_lines l
    left join payments p on p.business_id = l.business_id and p.shortcode = l.shortcode and p.receipt = l.linked_receipt
      and not exists (select 1 from payments newer where newer.business_id = p.business_id
        and newer.shortcode = p.shortcode and newer.receipt = p.receipt and newer.edition > p.edition)
    where l.business_id = ${businessId} and l.shortcode = ${shortcode} and l.kind = 'reversal' and l.fate in ('reversed', 'reversal')
      and l.completed_at >= ${from} and l.completed_at < ${to}
    order by l.completed_at, l.row
  `
  return rows.map(({ receipt, amount, payment_id, standing }) => ({
    receipt,
    amount: -amount,
    standing: payment_id === null ? null : (standing ?? 0n),
  }))
}

/** What we ourselves took back on this day; an edition that was replaced by another one never came. */
async function findReversedHere(
  tx: Tx,
  businessId: string,
  shortcode: string,
  { from, to }: Span,
): Promise<DayReversal[]> {
  const rows = await tx<{ receipt: string; amount: bigint | null }[]>`
    select p.receipt, sum(o.amount)::bigint as amount from postings o
    join payments p on p.business_id = o.business_id and p.id = o.cause_id
    where o.business_id = ${businessId} and o.credit = 'mpesa' and o.credit_ref = ${shortcode}
      and o.cause = 'payment_reversed' and o.posted_at >= ${from} and o.posted_at < ${to} and not exists (
        select 1 from payments newer where newer.business_id = p.business_id and newer.shortcode = p.shortcode
          and newer.receipt = p.receipt and newer.edition > p.edition)
    group by p.receipt order by p.receipt
  `
  return rows.map(({ receipt, amount }) => ({ receipt, amount: amount ?? 0n, standing: 0n }))
}

/**
 * The ledger's account of a shortcode at an instant, each thing at the time at which it happened: where the statement lists
 * it, as the statement says. Postings themselves are dated when they were made, days later for a statement.
 */
async function readBooked(tx: Tx, businessId: string, shortcode: string, until: Date): Promise<bigint> {
  const [row] = await tx<{ came: bigint | null; went: bigint | null; listed: bigint | null; brought: bigint | null }[]>`
    select
      (select coalesce(sum(p.amount), 0)::bigint from payments p
        where p.business_id = ${businessId} and p.shortcode = ${shortcode} and p.channel = 'mpesa' and not exists (
            select 1 from payments newer where newer.business_id = p.business_id and newer.shortcode = p.shortcode
              and newer.receipt = p.receipt and newer.edition > p.edition)
          and coalesce((select min(l.completed_at) from statement_lines l where l.business_id = p.business_id
            and l.shortcode = p.shortcode and l.receipt = p.receipt and l.kind = 'payment'
            and l.fate not in ('repeated', 'unreadable')), p.paid_at) < ${until}) as came,
      (select coalesce(sum(o.amount), 0)::bigint from postings o
        left join payments p on p.business_id = o.business_id and p.id = o.cause_id
        where o.business_id = ${businessId} and o.credit = 'mpesa' and o.credit_ref = ${shortcode}
          and o.cause = 'payment_reversed' and not exists (
            select 1 from payments newer where newer.business_id = p.business_id and newer.shortcode = p.shortcode
              and newer.receipt = p.receipt and newer.edition > p.edition)
          and coalesce((select min(l.completed_at) from statement_lines l where l.business_id = o.business_id
            and l.shortcode = ${shortcode} and l.fate in ('reversed', 'reversal') and l.linked_receipt = p.receipt), o.posted_at) < ${until}) as went,
      (select coalesce(sum(l.amount), 0)::bigint from statement_lines l
        where l.business_id = ${businessId} and l.shortcode = ${shortcode} and l.fate in ('charge', 'settlement')
          and l.completed_at < ${until}) as listed,
      (select coalesce(sum(c.brought_forward), 0)::bigint from closes c
        where c.business_id = ${businessId} and c.shortcode = ${shortcode}) as brought
  `
  return (row?.came ?? 0n) - (row?.went ?? 0n) + (row?.listed ?? 0n) + (row?.brought ?? 0n)
}
