import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

/** A callback as it came, byte for byte, nonsense included. */
export type Received = {
  road: 'bill' | 'c2b' | 'stk'
  /** The payment request whose own path it came by. */
  requestId: string | null
  body: Buffer
  remoteAddress: string
}

/** Writes callbacks down, to be settled at our own pace. Repeats too: the receipt tells them apart, not we here. */
export async function receiveCallbacks(tx: Tx, given: Given, businessId: string, received: Received[]): Promise<void> {
  const now = given.now()
  const rows = received.map(({ road, requestId, body, remoteAddress }) => ({
    id: given.newId(),
    road,
    request_id: requestId,
    body: body.toString('base64'),
    remote_address: remoteAddress,
  }))
  await tx`
    insert into callbacks (business_id, id, road, request_id, body, remote_address, received_at, next_attempt_at)
    select ${businessId}, c.id, c.road, c.request_id, decode(c.body, 'base64'), c.remote_address, ${now}, ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as c (id text, road text, request_id text, body text, remote_address text)
  `
}
