import { Refusal } from '@kusanya/domain/refusal.ts'
import type { Business } from '../../server/src/businesses/business.ts'
import { makeClaim } from '../../server/src/claims/make-claim.ts'
import type { Given } from '../../server/src/context.ts'
import type { Tx } from '../../server/src/db/sql.ts'
import { lockInvoices } from '../../server/src/invoices/rows.ts'
import { matchPayment } from '../../server/src/payments/match-payment.ts'
import { releaseByHand } from '../../server/src/payments/release-by-hand.ts'
import { unmatchPayment } from '../../server/src/payments/unmatch-payment.ts'
import { followReversal } from '../../server/src/reversals/follow-reversal.ts'
import type { Deed } from './deeds.ts'
import { shortcode, type Household } from './household.ts'
import { at, idsOf } from './pick.ts'
import { receiptOf } from './report.ts'

const by = { actor: 'system', reason: 'Because' }
type OnPayments = Extract<Deed, { kind: 'match' | 'unmatch' | 'claim' | 'release' | 'give_back' }>

/** What clerks decide of money that waits, what payers say of it, and what M-PESA gives back. */
export async function actOnPayments(
  tx: Tx,
  given: Given,
  business: Business,
  home: Household,
  one: OnPayments,
): Promise<void> {
  switch (one.kind) {
    case 'match': {
      const accountId = home.customers[one.who % 2]?.accountId ?? ''
      const paymentId = at(await idsOfTarget(tx, 'suspense'), one.which)
      return matchPayment(tx, given, business, paymentId, { accountId }, by, 'clerk')
    }
    case 'unmatch':
      return unmatchPayment(tx, given, business, at(await idsOfTarget(tx, 'invoice'), one.which), by)
    case 'claim': {
      const [invoice] = await lockInvoices(tx, business.id, [at(await idsOf(tx, 'invoices'), one.which)])
      if (!invoice) throw new Refusal('invoice_not_found')
      const said = { receipt: receiptOf(one.receipt), amount: null, paidAt: null }
      await makeClaim(tx, given, business, { linkId: invoice.link.id, shortcode }, said)
      return
    }
    case 'release': {
      const held = await tx<{ id: string }[]>`select payment_id as id from holds where ended_at is null order by id`
      const ids = held.map(({ id }) => id)
      await releaseByHand(tx, given, business, at(ids, one.which), by)
      return
    }
    case 'give_back': {
      const done = await followReversal(tx, given, business, at(await idsOf(tx, 'payments'), one.which), by)
      if (done !== 'reversed') throw new Refusal('payment_reversed')
    }
  }
}

/** M-PESA's payments of which something lies there. */
async function idsOfTarget(tx: Tx, target: 'suspense' | 'invoice'): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select p.id from payments p join allocations a on a.business_id = p.business_id and a.payment_id = p.id
    where p.channel = 'mpesa' and a.target = ${target} group by p.id having sum(a.amount) > 0 order by p.id
  `
  return rows.map(({ id }) => id)
}
