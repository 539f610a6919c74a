import type { Tx } from '../db/sql.ts'
import type { Door } from './doors.ts'
import type { Knock } from './knock.ts'

/**
 * Writes callbacks down as they came, byte for byte, nonsense included, to be settled at our own pace. A report that
 * comes again is written again: the receipt tells them apart, not we here. The same knock twice is one row.
 */
export async function receiveCallbacks(
  tx: Tx,
  businessId: string,
  knocks: { knock: Knock; door: Door }[],
): Promise<void> {
  const rows = knocks.map(({ knock, door }) => ({
    id: knock.id,
    road: knock.road,
    request_id: knock.kind === 'callbacks' ? null : door.subjectId,
    body: knock.body.toString('base64'),
    remote_address: knock.remoteAddress,
    received_at: knock.receivedAt.toISOString(),
  }))
  await tx`
    insert into callbacks (business_id, id, road, request_id, body, remote_address, received_at, next_attempt_at)
    select ${businessId}, c.id, c.road, c.request_id, decode(c.body, 'base64'), c.remote_address, c.received_at, c.received_at
    from jsonb_to_recordset(${tx.json(rows)}) as c (
      id text, road text, request_id text, body text, remote_address text, received_at timestamptz
    )
    on conflict (business_id, id) do nothing
  `
}
