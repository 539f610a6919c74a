import type { Draft } from '@kusanya/domain/invoice.ts'
import { Refusal } from '@kusanya/domain/refusal.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { lane } from '../http/lane.ts'
import { answer, onceEach, type Answer, type Attempt } from '../http/once.ts'
import { issueInvoices } from './issue-invoices.ts'
import { presentInvoice } from './wire.ts'

type Job = { attempt: Attempt; draft: Draft }

/** Creates that arrive together share one transaction; each gets its own answer, a refusal included. */
export function createLane(ctx: Context): (businessId: string, job: Job) => Promise<Answer | Refusal> {
  return lane<Job, Answer | Refusal>((businessId, jobs) =>
    inBusiness(ctx.sql, businessId, (tx) =>
      onceEach(
        tx,
        ctx,
        businessId,
        jobs.map(({ attempt }) => attempt),
        async (fresh) => {
          const drafts = fresh.flatMap((index) => jobs[index]?.draft ?? [])
          const outcomes = await issueInvoices(tx, ctx, businessId, drafts)
          return outcomes.map((outcome) =>
            outcome instanceof Refusal
              ? outcome
              : answer(201, {
                  success: true,
                  message: 'Invoice created successfully',
                  data: presentInvoice(outcome, ctx),
                }),
          )
        },
      ),
    ),
  )
}
