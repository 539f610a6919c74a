import type { Tx } from '../db/sql.ts'

type Where = 'none' | 'going' | 'there'

/** Where Bill Manager is with its own SMS: by invoice with the bill, by receipt with what follows an acknowledgement. */
export async function findElsewhere(
  tx: Tx,
  businessId: string,
  invoiceIds: string[],
  receiptIds: string[],
): Promise<{ bills: Map<string, Where>; acknowledgements: Map<string, Where> }> {
  // The newest bill counts, unless it was called off since.
  const pushes = await tx<{ invoice_id: string; state: 'queued' | 'refused' | 'sending' | 'sent' | 'unknown' }[]>`
    select distinct on (p.invoice_id) p.invoice_id, p.state from pushes p
    where p.business_id = ${businessId} and p.invoice_id = any (${invoiceIds}) and p.kind = 'send' and not exists (
      select 1 from pushes c
      where c.business_id = p.business_id and c.invoice_id = p.invoice_id and c.kind = 'cancel' and c.round = p.round)
    order by p.invoice_id, p.round desc
  `
  const acknowledged = await tx<{ id: string; state: 'done' | 'queued' | 'refused' }[]>`
    select r.id, a.state from receipts r
    join acknowledgements a
      on a.business_id = r.business_id and a.payment_id = r.payment_id and a.invoice_id = r.invoice_id
    where r.business_id = ${businessId} and r.id = any (${receiptIds})
  `
  return {
    bills: new Map(pushes.map(({ invoice_id, state }) => [invoice_id, whereIs(state)])),
    acknowledgements: new Map(acknowledged.map(({ id, state }) => [id, whereIs(state)])),
  }
}

function whereIs(state: 'done' | 'queued' | 'refused' | 'sending' | 'sent' | 'unknown'): Where {
  if (state === 'refused') return 'none'
  return state === 'queued' || state === 'sending' ? 'going' : 'there'
}
