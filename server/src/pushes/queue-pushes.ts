import type { Invoice } from '@kusanya/domain/invoice.ts'
import { readPhone } from '@kusanya/domain/phone.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

/**
 * Puts bills on their way to the phones, if the business is opted in to Bill Manager. A customer without a Kenyan mobile
 * number is told from the start: refused, with the reason. An invoice has one bill at a time: only after it was called
 * off does another go out, under the next round's reference.
 */
export async function queuePushes(tx: Tx, given: Given, business: Business, invoices: Invoice[]): Promise<void> {
  if (!business.billsToPhones) return
  const rows = invoices
    .filter(({ total, currency }) => total > 0n && currency === 'KES')
    .map(({ id, customer }) => ({
      id: given.newId(),
      invoice_id: id,
      reachable: readPhone(customer.phone ?? '') !== null,
    }))
  if (rows.length === 0) return
  const now = given.now()
  await tx`
    insert into pushes (business_id, id, invoice_id, kind, round, state, next_attempt_at, reason, created_at, updated_at)
    select ${business.id}, p.id, p.invoice_id, 'send', 1 + coalesce((
        select max(s.round) from pushes s
        where s.business_id = ${business.id} and s.invoice_id = p.invoice_id and s.kind = 'send'), 0),
      case when p.reachable then 'queued' else 'refused' end,
      case when p.reachable then ${now}::timestamptz end,
      case when not p.reachable then 'The customer has no Kenyan mobile number' end,
      ${now}, ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as p (id text, invoice_id text, reachable boolean)
    where not exists (
      select 1 from pushes s
      where s.business_id = ${business.id} and s.invoice_id = p.invoice_id and s.kind = 'send' and s.state <> 'refused'
        and not exists (
          select 1 from pushes c
          where c.business_id = ${business.id} and c.invoice_id = s.invoice_id and c.kind = 'cancel' and c.round = s.round))
    on conflict (business_id, invoice_id, kind, round) do nothing
  `
}
