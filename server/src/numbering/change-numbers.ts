import { advanced, type Numbered } from '@kusanya/domain/numbering.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { kinds, readNumbers, type Numbers } from './read-numbers.ts'
import { seriesOf } from './reserve-serials.ts'
import { pictureOf, type NumbersChange } from './wire.ts'

/**
 * Changes how numbers are given from now on, with a line in the audit trail. The next number goes up only, under the lock
 * under which numbers are given: none is given twice, and after the one that was wanted there are no gaps. Documents keep
 * their numbers, those of the other numbering included.
 */
export async function changeNumbers(
  tx: Tx,
  given: Given,
  businessId: string,
  change: NumbersChange,
  by: By,
): Promise<{ before: Numbers; after: Numbers }> {
  await tx<{ id: string }[]>`select id from businesses where id = ${businessId} for no key update`
  const before = await readNumbers(tx, given, businessId)
  if (change.numbering && change.numbering !== before.numbering)
    await tx`update businesses set numbering = ${change.numbering} where id = ${businessId}`
  const { next } = await readNumbers(tx, given, businessId)
  for (const kind of kinds) {
    const wanted = change.next[kind]
    if (wanted !== undefined) await advance(tx, businessId, kind, next[kind].year, wanted)
  }
  const after = await readNumbers(tx, given, businessId)
  const [was, is] = [pictureOf(before), pictureOf(after)]
  if (JSON.stringify(was) === JSON.stringify(is)) return { before, after: before }
  const subject = { kind: 'business', id: businessId }
  await recordAudit(tx, given, businessId, [{ ...by, action: 'numbers.update', subject, before: was, after: is }])
  return { before, after }
}

async function advance(tx: Tx, businessId: string, kind: Numbered, year: number, wanted: bigint): Promise<void> {
  const series = seriesOf(kind, year)
  // Writing what is there locks it, so that nobody takes a number while it is decided.
  const [counter] = await tx<{ next: bigint }[]>`
    insert into counters (business_id, series, next) values (${businessId}, ${series}, 1)
    on conflict (business_id, series) do update set next = counters.next
    returning next
  `
  const next = advanced(kind, { year, serial: counter?.next ?? 1n }, wanted)
  await tx`update counters set next = ${next} where business_id = ${businessId} and series = ${series}`
}
