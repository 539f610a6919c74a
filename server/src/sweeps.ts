import { settleClaims } from './claims/settle-claims.sweep.ts'
import type { Context } from './context.ts'
import { forgetKeys } from './http/forget-keys.sweep.ts'
import { markOverdue } from './invoices/mark-overdue.sweep.ts'
import { checkBooks } from './ledger/check-books.sweep.ts'
import { acknowledgePayments } from './payments/acknowledge.sweep.ts'
import { reconcileRequests } from './payments/reconcile-requests.sweep.ts'
import { settleCallbacks } from './payments/settle-callbacks.sweep.ts'
import { takeInSpooled } from './payments/take-in-spooled.sweep.ts'
import { inquire } from './reconciliation/inquire.sweep.ts'
import { remind } from './messages/remind.sweep.ts'
import { sendMessages } from './messages/send-messages.sweep.ts'
import { sendMails } from './mail/send-mails.sweep.ts'
import { pullTransactions } from './reconciliation/pull-transactions.sweep.ts'
import { settleResults } from './reconciliation/settle-results.sweep.ts'
import { askReversals } from './reversals/ask-reversals.sweep.ts'
import { sendPushes } from './pushes/send-pushes.sweep.ts'
import { forgetSessions } from './users/forget-sessions.sweep.ts'
import { deliverEvents, finishDeliveries } from './webhooks/deliver.sweep.ts'

/** Deals with up to `limit` due rows for each business; says how many it dealt with. */
export type Sweep = (ctx: Context, limit: number) => Promise<number>

/** What every process does, one that only serves HTTP too: nobody else sees its disk. */
export const ownSweeps: Record<string, Sweep> = { takeInSpooled }

export const sweeps: Record<string, Sweep> = {
  ...ownSweeps,
  settleCallbacks,
  settleResults,
  pullTransactions,
  inquire,
  askReversals,
  settleClaims,
  sendPushes,
  acknowledgePayments,
  deliverEvents,
  reconcileRequests,
  sendMails,
  remind,
  sendMessages,
  markOverdue,
  forgetKeys,
  forgetSessions,
  checkBooks,
}

const batch = 1000
const idleMs = 250

/**
 * Runs each sweep in a loop of its own, so that a slow webhook cannot hold up a callback: again at once while there is
 * work, then after a short rest. `stop` lets each finish what it has claimed.
 */
export function startSweeps(ctx: Context, chosen = sweeps): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  const loops = Object.entries(chosen).map(([name, sweep]) => loop(ctx, name, sweep, stopping.signal))
  return {
    stop: async () => {
      stopping.abort()
      await Promise.all(loops)
      await finishDeliveries(ctx)
    },
  }
}

async function loop(ctx: Context, name: string, sweep: Sweep, stopping: AbortSignal) {
  while (!stopping.aborted) {
    let dealtWith = 0
    try {
      dealtWith = await sweep(ctx, batch)
      if (dealtWith > 0) ctx.meter.sweepRows.inc({ sweep: name }, dealtWith)
    } catch (error) {
      ctx.meter.sweepFailures.inc({ sweep: name })
      ctx.log.error({ err: error, sweep: name }, 'sweep failed')
    }
    if (dealtWith === 0) await rest(idleMs * (0.8 + 0.4 * ctx.chance.fraction()), stopping)
  }
}

/** Leaves no listener behind: each rest would make the next one dearer, for as long as the server runs. */
function rest(ms: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopping.aborted) return resolve()
    const wake = () => {
      clearTimeout(timer)
      stopping.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, ms)
    stopping.addEventListener('abort', wake)
  })
}
