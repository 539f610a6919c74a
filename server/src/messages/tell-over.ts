import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents } from '../events/record-events.ts'
import { findMessages } from './rows.ts'
import { presentMessage } from './wire.ts'

/** Announces those of these messages that are over, as they now are. */
export async function tellOver(tx: Tx, given: Given, businessId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const over = (await findMessages(tx, businessId, ids)).filter(({ nextAttemptAt }) => nextAttemptAt === null)
  await recordEvents(
    tx,
    given,
    businessId,
    over.map((one) => ({
      type: one.state === 'sent' ? 'message.sent' : 'message.failed',
      subjectId: one.id,
      data: presentMessage(one),
    })),
  )
}
