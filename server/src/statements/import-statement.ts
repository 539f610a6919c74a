import { refuse } from '@kusanya/domain/refusal.ts'
import type { StatementFile, StatementKind, StatementLine } from '@kusanya/domain/statement-file.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { post, type Posting } from '../ledger/post.ts'
import { applyPayments } from '../payments/apply-payments.ts'
import type { Arrival } from '../payments/arrival.ts'
import { findByReceipt, keyOf } from '../payments/find-by-receipt.ts'
import { followReversals } from './follow-reversals.ts'
import { writeLines, type Fate, type FatedLine } from './write-lines.ts'

/** A statement, whose it is said to be, and the SHA-256 of the file that it was read from. */
export type File = { shortcode: string; fileName: string | null; hash: Buffer; statement: StatementFile }

const together = 200

/**
 * Takes a statement of the organisation portal into the books. Payments that are news are booked, those that are known
 * are confirmed, charges and settlements are posted; every line keeps its fate. A file that was imported before changes nothing, nor does a line that another
 * file had. Imports of one shortcode wait for each other. Throws refusals for an unknown shortcode, for the statement of
 * another one, and for a file that is no statement. Returns the import's id, and whether it was there before.
 */
export async function importStatement(
  tx: Tx,
  given: Given,
  business: Business,
  { shortcode, fileName, hash, statement }: File,
  actor: string,
): Promise<{ id: string; repeated: boolean }> {
  const [known] = await tx<{ shortcode: string }[]>`
    select shortcode from shortcodes where business_id = ${business.id} and shortcode = ${shortcode} for update
  `
  if (!known) refuse('shortcode_unknown')
  if (statement.shortcode !== null && statement.shortcode !== shortcode) {
    refuse('statement_of_another_shortcode', { shortcode: statement.shortcode })
  }
  const [before] = await tx<{ id: string }[]>`
    select id from statement_imports where business_id = ${business.id} and shortcode = ${shortcode} and hash = ${hash}
  `
  if (before) return { id: before.id, repeated: true }

  const id = given.newId()
  await tx`
    insert into statement_imports (business_id, id, shortcode, file_name, hash, created_at)
    values (${business.id}, ${id}, ${shortcode}, ${fileName}, ${hash}, ${given.now()})
  `
  const fated = await decideFates(tx, given, business.id, shortcode, statement.lines)
  const arrivals = fated.filter(({ line, fate }) => line.kind === 'payment' && fate !== 'repeated')
  for (let start = 0; start < arrivals.length; start += together) {
    const some = arrivals.slice(start, start + together).map(({ line }) => toArrival(line, shortcode))
    await applyPayments(tx, given, business, some)
  }
  await writeLines(tx, business.id, id, shortcode, await followReversals(tx, given, business, shortcode, fated))
  await post(
    tx,
    given,
    business.id,
    fated.flatMap((one) => postingOf(one, shortcode)),
  )
  await recordAudit(tx, given, business.id, [
    {
      actor,
      reason: null,
      action: 'statement.import',
      subject: { kind: 'statement', id },
      before: null,
      after: { shortcode, filename: fileName ?? '', lines: fated.length },
    },
  ])
  return { id, repeated: false }
}

/** The fates of lines, decided before any is booked. A second line of a payment with the same amount is a repeat. */
async function decideFates(
  tx: Tx,
  given: Given,
  businessId: string,
  shortcode: string,
  lines: StatementLine[],
): Promise<FatedLine[]> {
  const receipts = [...new Set(lines.map(({ receipt }) => receipt))]
  const seen = await tx<{ receipt: string; kind: StatementKind; amount: bigint; ordinal: number }[]>`
    select receipt, kind, amount, ordinal from statement_lines
    where business_id = ${businessId} and shortcode = ${shortcode} and receipt = any (${receipts})
      and fate not in ('repeated', 'unreadable')
  `
  const booked = await findByReceipt(tx, businessId, receipts)
  const before = new Set(seen.map(({ receipt, kind, amount, ordinal }) => `${receipt} ${kind} ${amount} ${ordinal}`))
  const amounts = new Map([...booked].map(([key, { amount }]) => [key, amount]))
  const times = new Map<string, number>()
  return lines.map((line): FatedLine => {
    const id = given.newId()
    const { receipt, kind, amount } = line
    const key = `${receipt} ${kind} ${amount}`
    const ordinal = times.get(key) ?? 0
    times.set(key, ordinal + 1)
    if (kind === 'unreadable') return { id, line, ordinal, fate: kind }
    const again = before.has(`${key} ${ordinal}`) || (kind === 'payment' && ordinal > 0)
    if (again) return { id, line, ordinal, fate: 'repeated' }
    if (kind !== 'payment') return { id, line, ordinal, fate: kind }
    const there = amounts.get(keyOf({ shortcode, receipt }))
    if (there === undefined) amounts.set(keyOf({ shortcode, receipt }), amount)
    const fate: Fate = there === undefined ? 'booked' : there === amount ? 'known' : 'contradicts'
    return { id, line, ordinal, fate }
  })
}

/** Charges leave for Safaricom, settlements for the bank; what comes in from the bank comes the other way round. */
function postingOf({ id, line, fate }: FatedLine, shortcode: string): Posting[] {
  if (fate !== 'charge' && fate !== 'settlement') return []
  const [cause, kind] = fate === 'charge' ? (['charged', 'fees'] as const) : (['settled', 'bank'] as const)
  const [debit, credit] = [
    { kind, ref: '' },
    { kind: 'mpesa' as const, ref: shortcode },
  ]
  return [{ cause, causeId: id, debit, credit, amount: -line.amount }]
}

function toArrival(line: StatementLine, shortcode: string): Arrival {
  return {
    road: 'statement',
    channel: 'mpesa',
    currency: 'KES',
    shortcode,
    receipt: line.receipt,
    amount: line.amount,
    accountTyped: line.accountTyped,
    phone: line.phone,
    payerName: line.payerName,
    paidAt: line.completedAt,
    note: null,
    callbackId: null,
    asked: null,
  }
}
