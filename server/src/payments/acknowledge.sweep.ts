import { dayOf } from '@kusanya/domain/day.ts'
import { titleOf, type Invoice } from '@kusanya/domain/invoice.ts'
import { toDecimal } from '@kusanya/domain/money.ts'
import { readPhone } from '@kusanya/domain/phone.ts'
import { nextCallAt } from '@kusanya/domain/retry.ts'
import { isPesafyError } from '@kusanya/mpesa'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { eachBusinessWithWork } from '../db/waiting.ts'
import { findInvoices } from '../invoices/rows.ts'
import { reference } from '../pushes/bill.ts'
import { findShortcodes, type Shortcode } from './daraja.ts'

type Due = {
  payment_id: string
  invoice_id: string
  attempts: number
  round: number | null
  shortcode: string
  receipt: string
  amount: bigint
  phone: string | null
  paid_at: Date
}

const leaseMs = 60_000

/**
 * Tells Bill Manager which invoice a payment was booked on, so that the customer gets the e-receipt. Repeated until
 * Safaricom takes it; only what can never be taken (no phone number to be had) is given up, with the reason.
 */
export function acknowledgePayments(ctx: Context, limit: number): Promise<number> {
  return eachBusinessWithWork(ctx, 'acknowledgements', 'next_attempt_at', async (businessId) => {
    const { due, invoices, shortcodes, timeZone } = await claim(ctx, businessId, Math.min(limit, 16))
    await Promise.all(
      due.map(async (one) => {
        const invoice = invoices.get(one.invoice_id)
        const shortcode = shortcodes.find(({ shortcode }) => shortcode === one.shortcode)
        if (invoice && shortcode) await acknowledge(ctx, businessId, one, invoice, shortcode, timeZone)
      }),
    )
    return due.length
  })
}

function claim(ctx: Context, businessId: string, limit: number) {
  return inBusiness(ctx.sql, businessId, async (tx) => {
    const now = ctx.now()
    const claimed = await tx<{ payment_id: string }[]>`
      update acknowledgements set attempts = attempts + 1, next_attempt_at = ${new Date(now.getTime() + leaseMs)}
      where business_id = ${businessId} and payment_id in (
        select payment_id from acknowledgements
        where business_id = ${businessId} and next_attempt_at <= ${now}
        order by next_attempt_at limit ${limit} for update skip locked
      )
      returning payment_id
    `
    const due = await tx<Due[]>`
      select a.payment_id, a.invoice_id, a.attempts, (
          select max(s.round) from pushes s
          where s.business_id = a.business_id and s.invoice_id = a.invoice_id and s.kind = 'send'
            -- The bill of the next instalment was not there yet when this was paid.
            and (s.due_at is null or s.created_at < a.created_at)) as round, p.shortcode, p.receipt, p.amount, p.paid_at,
        coalesce((select max(e.phone)::text from evidence e
          where e.business_id = a.business_id and e.payment_id = a.payment_id and e.phone ~ '^254[0-9]{9}$'), p.phone) as phone
      from acknowledgements a
      join payments p on p.business_id = a.business_id and p.id = a.payment_id
      where a.business_id = ${businessId} and a.payment_id = any (${claimed.map(({ payment_id }) => payment_id)})
    `
    const found = await findInvoices(
      tx,
      businessId,
      due.map(({ invoice_id }) => invoice_id),
    )
    return {
      due,
      invoices: new Map(found.map((invoice) => [invoice.id, invoice])),
      shortcodes: await findShortcodes(tx, ctx, businessId),
      timeZone: (await theBusiness(tx, businessId)).timeZone,
    }
  })
}

async function acknowledge(
  ctx: Context,
  businessId: string,
  due: Due,
  invoice: Invoice,
  shortcode: Shortcode,
  timeZone: string,
): Promise<void> {
  let problem: string | null = null
  let final = true
  try {
    await ctx.daraja(shortcode).reconcilePayment({
      transactionId: due.receipt,
      externalReference: reference(invoice, due.round ?? 1),
      accountReference: invoice.account.number,
      paidAmount: toDecimal(due.amount).replace(/\.00$/, ''),
      paymentDate: dayOf(due.paid_at, timeZone),
      phoneNumber: readPhone(due.phone ?? '') ?? readPhone(invoice.customer.phone ?? '') ?? '',
      fullName: invoice.customer.name,
      invoiceName: titleOf(invoice),
    })
  } catch (error) {
    if (!isPesafyError(error)) throw error
    problem = error.message
    final = error.isValidation
    ctx.log.warn({ paymentId: due.payment_id, code: error.code, outcome: error.outcome }, 'payment not acknowledged')
  }
  const now = ctx.now()
  const state = problem === null ? 'done' : final ? 'refused' : 'queued'
  const next = state === 'queued' ? nextCallAt(due.attempts, now, ctx.chance.fraction()) : null
  await inBusiness(ctx.sql, businessId, async (tx) => {
    await tx`
      update acknowledgements set state = ${state}, next_attempt_at = ${next}, last_error = ${problem},
        done_at = ${state === 'done' ? now : null}
      -- Taken back during the call: told is told, and what was not is not tried again.
      where business_id = ${businessId} and payment_id = ${due.payment_id} and (state = 'queued' or ${state} = 'done')
    `
  })
}
