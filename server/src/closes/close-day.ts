import { closeDay, type Close } from '@kusanya/domain/close.ts'
import { endOfDay, type Day } from '@kusanya/domain/day.ts'
import { toWire } from '@kusanya/domain/money.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { post } from '../ledger/post.ts'
import { findDay } from './find-day.ts'

/**
 * Closes a day of a shortcode and keeps what was found. The first day with a statement brings forward what the shortcode
 * held before. Closes of one shortcode wait for each other. A day may be closed again, after a statement came or a difference
 * was dealt with: the newest close counts. Throws refusals for an unknown shortcode and for a day that is not over.
 */
export async function closeShortcodeDay(
  tx: Tx,
  given: Given,
  business: Business,
  shortcode: string,
  day: Day,
  actor: string,
): Promise<string> {
  const [known] = await tx<{ shortcode: string }[]>`
    select shortcode from shortcodes where business_id = ${business.id} and shortcode = ${shortcode} for update
  `
  if (!known) refuse('shortcode_unknown')
  if (given.now() < endOfDay(day, business.timeZone)) refuse('day_not_over')
  const close = closeDay(await findDay(tx, business, shortcode, day))
  const id = given.newId()
  await tx`
    insert into closes (business_id, id, shortcode, closed_on, source, opening, paid_in, paid_out, closing, brought_forward, places, differences,
      created_at)
    values (${business.id}, ${id}, ${shortcode}, ${day}, ${close.source}, ${close.opening}, ${close.paidIn}, ${close.paidOut},
      ${close.closing}, ${close.broughtForward}, ${tx.json(placesText(close))}, ${tx.json(differencesText(close))}, ${given.now()})
  `
  await post(tx, given, business.id, [
    {
      cause: 'brought_forward',
      causeId: id,
      debit: { kind: 'mpesa', ref: shortcode },
      credit: { kind: 'opening', ref: '' },
      amount: close.broughtForward,
    },
  ])
  await recordAudit(tx, given, business.id, [
    {
      actor,
      reason: null,
      action: 'close.create',
      subject: { kind: 'close', id },
      before: null,
      after: {
        shortcode,
        date: day,
        differences: close.differences.length,
        broughtforward: toWire(close.broughtForward),
      },
    },
  ])
  return id
}

const text = (amount: bigint | null) => (amount === null ? null : String(amount))

function placesText({ places }: Close) {
  return Object.fromEntries(
    Object.entries(places).map(([place, { receipts, amount }]) => [place, { receipts, amount: String(amount) }]),
  )
}

function differencesText({ differences }: Close) {
  return differences.map(({ kind, receipt, ours, theirs }) => ({
    kind,
    receipt,
    ours: text(ours),
    theirs: text(theirs),
  }))
}
