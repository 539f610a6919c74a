import { readDecimal } from '@kusanya/domain/money.ts'
import { Refusal } from '@kusanya/domain/refusal.ts'
import { parseC2B, respond, type C2BCallback } from '@kusanya/mpesa'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { within } from '../db/away.ts'
import { inBusiness } from '../db/sql.ts'
import { validatePayment } from '../matching/validate-payment.ts'
import { doorKeyOf, findDoor } from './doors.ts'
import { keepRefused } from './keep-refused.ts'
import { parseBody } from './parse-body.ts'
import { phoneText } from './phone-text.ts'

/** Safaricom wants to hear within a second, and the payer is waiting. */
const patienceMs = 450

/**
 * An edge: says to M-PESA whether a payment may go on, while the payer is still on the phone. In doubt it may: when the
 * body cannot be read, and when the database is away or slow. What was turned away is kept; that it could not be kept
 * changes nothing. Refuses a path that is nobody's.
 */
export async function answerValidation(ctx: Context, token: string, body: Buffer) {
  const key = doorKeyOf('callbacks', token)
  const parsed = parseC2B(parseBody(body))
  try {
    const { businessId } = await within(patienceMs, findDoor(ctx, key))
    if (!parsed.ok) return respond.accept()
    const code = await within(patienceMs, validate(ctx, businessId, parsed.value.billRefNumber))
    if (code === '0') return respond.accept(echoOf(parsed.value))
    await within(patienceMs, keep(ctx, businessId, code, parsed.value, body)).catch((error: unknown) =>
      ctx.log.error({ err: error, businessId }, 'a payment was turned away and could not be kept'),
    )
    return respond.reject(code)
  } catch (error) {
    if (error instanceof Refusal) throw error
    ctx.log.warn({ err: error }, 'a payment could not be validated, and was accepted')
    return respond.accept()
  }
}

function validate(ctx: Context, businessId: string, typed: string) {
  return inBusiness(ctx.sql, businessId, async (tx) => {
    // What nobody waits for any more must not hold a connection.
    await tx`set local statement_timeout = '450ms'`
    return validatePayment(tx, await theBusiness(tx, businessId), typed)
  })
}

function keep(ctx: Context, businessId: string, code: 'C2B00012', payment: C2BCallback, body: Buffer): Promise<void> {
  const { shortCode, receipt, amount, billRefNumber, phone, firstName, middleName, lastName } = payment
  const refused = {
    code,
    shortcode: shortCode,
    receipt,
    amount: readDecimal(amount),
    accountTyped: billRefNumber,
    phone: phoneText(phone),
    payerName: [firstName, middleName, lastName].filter(Boolean).join(' ') || null,
    body,
  }
  return inBusiness(ctx.sql, businessId, (tx) => keepRefused(tx, ctx, businessId, [refused]))
}

/** What a third party gave the payment as its own name goes back to it. */
function echoOf({ thirdPartyTransId }: C2BCallback) {
  return thirdPartyTransId ? { thirdPartyTransId } : {}
}
