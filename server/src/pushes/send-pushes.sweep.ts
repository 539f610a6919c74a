import { balanceOf, type Invoice } from '@kusanya/domain/invoice.ts'
import { isDuplicateReference, isPesafyError } from '@kusanya/mpesa'
import { theBusiness, type Business } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness, type Tx } from '../db/sql.ts'
import { eachBusinessWithWork } from '../db/waiting.ts'
import { findInvoices } from '../invoices/rows.ts'
import { findShortcodes, type Shortcode } from '../payments/daraja.ts'
import { noteInstalments } from './next-bills.ts'
import { reference, toBill } from './bill.ts'
import { writeOutcomes, type Push, type Sent } from './write-outcomes.ts'

type Claimed = { business: Business; shortcode: Shortcode | undefined; pushes: Push[]; invoices: Map<string, Invoice> }

const leaseMs = 90_000
const aloneAtOnce = 20

/**
 * Brings bills to phones through Bill Manager, up to a thousand in one call, and cancels those that were withdrawn.
 * `sending` is written before the call: a worker that dies leaves the push unknown, not forgotten. What is not known to
 * have arrived is asked about one by one under the same reference, of which Safaricom takes no second.
 */
export function sendPushes(ctx: Context, limit: number): Promise<number> {
  return eachBusinessWithWork(ctx, 'pushes', 'next_attempt_at', async (businessId) => {
    const died = await takeUpAfterCrash(ctx, businessId)
    const claimed = await inBusiness(ctx.sql, businessId, (tx) => claim(tx, ctx, businessId, Math.min(limit, 1000)))
    const { pushes, business } = claimed
    if (pushes.length === 0) return died
    const sent = await send(ctx, claimed)
    await inBusiness(ctx.sql, businessId, (tx) => writeOutcomes(tx, ctx, business, sent))
    for (const { kind } of sent) ctx.meter.pushes.inc({ outcome: kind })
    return died + pushes.length
  })
}

/** A push that is still `sending` when its lease ends was in the hands of a worker that died: it may have arrived. */
function takeUpAfterCrash(ctx: Context, businessId: string): Promise<number> {
  return inBusiness(ctx.sql, businessId, async (tx) => {
    const now = ctx.now()
    const found = await tx`
      update pushes set
        state = case when b.when_push_unknown = 'resend' then 'queued' else 'unknown' end,
        next_attempt_at = case when b.when_push_unknown = 'resend' then ${now}::timestamptz end,
        alone = true, maybe_sent = true, reason = 'The answer of Safaricom was lost', updated_at = ${now}
      from businesses b
      where pushes.business_id = ${businessId} and b.id = pushes.business_id
        and pushes.state = 'sending' and pushes.next_attempt_at <= ${now}
    `
    return found.count
  })
}

/** A cancellation waits until it is known what became of the bill. */
async function claim(tx: Tx, ctx: Context, businessId: string, limit: number): Promise<Claimed> {
  const now = ctx.now()
  const [first] = await tx<{ kind: 'send' | 'cancel'; alone: boolean }[]>`
    select kind, alone from pushes
    where business_id = ${businessId} and state = 'queued' and next_attempt_at <= ${now}
      and (kind = 'send' or not exists (
        select 1 from pushes s
        where s.business_id = pushes.business_id and s.invoice_id = pushes.invoice_id and s.round = pushes.round
          and s.kind = 'send' and s.state in ('queued', 'sending')
      ))
    order by next_attempt_at, id limit 1
  `
  const business = await theBusiness(tx, businessId)
  if (!first) return { business, shortcode: undefined, pushes: [], invoices: new Map() }
  const together = first.kind === 'send' && !first.alone
  const rows = await tx<
    { id: string; invoice_id: string; kind: 'send' | 'cancel'; round: number; attempts: number; maybe_sent: boolean }[]
  >`
    update pushes set state = 'sending', attempts = attempts + 1, updated_at = ${now},
      next_attempt_at = ${new Date(now.getTime() + leaseMs)}
    where business_id = ${businessId} and id in (
      select id from pushes
      where business_id = ${businessId} and state = 'queued' and next_attempt_at <= ${now}
        and kind = ${first.kind} and (kind = 'cancel' or alone = ${first.alone})
        and (kind = 'send' or not exists (
          select 1 from pushes s
          where s.business_id = pushes.business_id and s.invoice_id = pushes.invoice_id and s.round = pushes.round
            and s.kind = 'send' and s.state in ('queued', 'sending')
        ))
      order by next_attempt_at, id limit ${together ? limit : aloneAtOnce} for update skip locked
    )
    returning id, invoice_id, kind, round, attempts, maybe_sent
  `
  const pushes = rows.map(({ id, invoice_id, kind, round, attempts, maybe_sent }) => ({
    id,
    invoiceId: invoice_id,
    kind,
    round,
    attempts,
    alone: !together,
    maybeSent: maybe_sent,
  }))
  const invoices = await findInvoices(
    tx,
    businessId,
    pushes.map(({ invoiceId }) => invoiceId),
  )
  await noteInstalments(tx, businessId, first.kind === 'send' ? pushes : [], invoices)
  const shortcode = (await findShortcodes(tx, ctx, businessId)).find(({ optedIn }) => optedIn)
  return { business, shortcode, pushes, invoices: new Map(invoices.map((invoice) => [invoice.id, invoice])) }
}

async function send(ctx: Context, { business, shortcode, pushes, invoices }: Claimed): Promise<Sent[]> {
  const given = pushes.map((push) => ({ push, invoice: invoices.get(push.invoiceId) }))
  if (!shortcode)
    return pushes.map((push) => ({ push, kind: 'refused', reason: 'No Paybill is opted in to Bill Manager' }))
  const client = ctx.daraja(shortcode)
  const idle: Sent[] = []
  const wanted: { push: Push; invoice: Invoice }[] = []
  for (const { push, invoice } of given) {
    const reason = push.kind === 'cancel' ? null : whyNot(invoice)
    if (reason !== null || !invoice) idle.push({ push, kind: 'refused', reason: reason ?? 'The invoice is gone' })
    else wanted.push({ push, invoice })
  }
  const together = wanted.length > 1 && wanted.every(({ push }) => !push.alone)
  if (together) {
    const outcome = await attempt(ctx, wanted[0]?.push as Push, () =>
      client.sendBulkInvoices({
        invoices: wanted.map(({ push, invoice }) => toBill(invoice, push.round, business.timeZone)),
      }),
    )
    return [...idle, ...wanted.map(({ push }) => ofBatch(push, outcome))]
  }
  const alone = wanted.map(({ push, invoice }) =>
    attempt(ctx, push, () =>
      push.kind === 'cancel'
        ? client.cancelInvoice({ externalReference: reference(invoice, push.round) })
        : client.sendInvoice(toBill(invoice, push.round, business.timeZone)),
    ),
  )
  return [...idle, ...(await Promise.all(alone))]
}

function whyNot(invoice: Invoice | undefined): string | null {
  if (!invoice) return 'The invoice is gone'
  if (invoice.cancelledAt) return 'Cancelled before it was sent'
  if (!invoice.issuedAt) return 'Withdrawn before it was sent'
  return balanceOf(invoice) === 0n ? 'Paid before it was sent' : null
}

async function attempt(ctx: Context, push: Push, call: () => Promise<unknown>): Promise<Sent> {
  try {
    await call()
    return { push, kind: 'sent' }
  } catch (error) {
    if (!isPesafyError(error)) throw error
    ctx.log.warn({ pushId: push.id, code: error.code, outcome: error.outcome }, 'push not taken')
    if (push.maybeSent && (isDuplicateReference(error) || error.code === 'DUPLICATE_REQUEST'))
      return { push, kind: 'sent' }
    if (error.outcome === 'unknown') return { push, kind: 'unknown', reason: error.message }
    const waits = !error.isValidation && (error.outcome === 'not_sent' || error.retryable || error.isAuth)
    return { push, kind: waits ? 'wait' : 'refused', reason: error.message }
  }
}

/** One row can have a whole batch refused: each is then asked about by itself. */
function ofBatch(push: Push, outcome: Sent): Sent {
  return outcome.kind === 'refused' ? { push, kind: 'split', reason: outcome.reason } : { ...outcome, push }
}
