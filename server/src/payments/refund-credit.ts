import { toWire, type Money } from '@kusanya/domain/money.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { findRunning } from '../reversals/rows.ts'
import { findStanding } from './find-standing.ts'
import { asCredit, type Place } from './place.ts'
import { reallocate, type Move } from './reallocate.ts'

export type Refund = {
  id: string
  accountId: string
  amount: Money
  method: string
  reference: string | null
  refundedAt: Date
  /** What the account has left. */
  creditLeft: Money
}

/**
 * Records that credit of an account was given back to the payer, newest money first. It sends no money by itself. What
 * M-PESA is being asked to give back is not given back twice: refused if there is not enough besides.
 */
export async function refundCredit(
  tx: Tx,
  given: Given,
  business: Business,
  wanted: Pick<Refund, 'accountId' | 'amount' | 'method' | 'reference' | 'refundedAt'>,
  by: By & { reason: string },
): Promise<Refund> {
  const { accountId, amount } = wanted
  const [account] = await tx<{ credit: bigint }[]>`
    select credit from accounts
    where business_id = ${business.id} and id = ${accountId} and customer_id is not null for update
  `
  if (!account) return refuse('account_not_found')
  if (account.credit < amount) refuse('credit_insufficient')
  const refunded: Place = { target: 'refund', invoiceId: null, accountId, linkId: null }
  let rest = amount
  const moves: Move[] = []
  const standing = await findStanding(tx, business.id, { creditOf: [accountId] })
  const leaving = await findRunning(
    tx,
    business.id,
    standing.map(({ paymentId }) => paymentId),
  )
  for (const from of standing.filter(({ paymentId }) => !leaving.has(paymentId)).reverse()) {
    const part = rest < from.amount ? rest : from.amount
    if (part === 0n) break
    rest -= part
    const stays = from.amount - part
    moves.push({
      from,
      to: [{ ...refunded, amount: part }, ...(stays > 0n ? [{ ...asCredit(accountId), amount: stays }] : [])],
    })
  }
  if (rest > 0n) refuse('credit_leaving')
  await reallocate(tx, given, business, 'credit_refunded', moves)
  const refund: Refund = { ...wanted, id: given.newId(), creditLeft: account.credit - amount }
  await tx`
    insert into refunds (business_id, id, account_id, amount, method, reference, reason, refunded_at, created_at)
    values (${business.id}, ${refund.id}, ${accountId}, ${amount}, ${refund.method}, ${refund.reference}, ${by.reason},
      ${refund.refundedAt}, ${given.now()})
  `
  await recordAudit(tx, given, business.id, [
    {
      ...by,
      action: 'credit.refund',
      subject: { kind: 'account', id: accountId },
      before: { credit: toWire(account.credit) },
      after: { credit: toWire(refund.creditLeft), refundid: refund.id },
    },
  ])
  return refund
}
