import { tidyReference } from '@kusanya/domain/account-number.ts'
import { isOurs } from '@kusanya/domain/matching/leads.ts'
import type { Candidate } from '@kusanya/domain/matching/match.ts'
import { leftAfterMs } from '@kusanya/domain/matching/score.ts'
import type { Part } from '@kusanya/domain/payment.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { findMatches } from '../matching/find-matches.ts'
import type { Decision } from '../matching/write-matches.ts'
import type { Payment } from './arrival.ts'
import { partsOf } from './parts.ts'

/**
 * Whose money it is: an account, with the invoice that was meant if one was, what is for which of several, and why we think
 * so if the payer did not say it; a standalone link; or nobody we know.
 */
export type Target =
  | { kind: 'account'; accountId: string; invoiceId: string | null; parts?: Part[]; match?: Candidate }
  | { kind: 'link'; linkId: string }
  | { kind: 'nobody' }

const askedLatelyMs = 30 * 60_000

/**
 * Where payments belong: what the phone was asked to pay, else the account number that was typed, else what the rules of
 * matching are sure of. A whole number with its check character of an account that is alive is followed without asking
 * them: they would say the same (decision 22).
 */
export async function findTargets(
  tx: Tx,
  given: Given,
  business: Business,
  payments: Payment[],
): Promise<Map<string, Target>> {
  const targets = await findTold(tx, given, business.id, payments)
  const open = payments.filter(({ id, channel }) => channel === 'mpesa' && !targets.has(id))
  const paid = open.map(({ accountTyped, phone, payerName, amount, paidAt }) => ({
    typed: accountTyped ?? '',
    phone,
    payerName,
    amount,
    at: paidAt,
  }))
  const matches = await findMatches(tx, business, paid, given.now())
  for (const [place, { id }] of open.entries()) {
    const match = matches[place]
    if (match?.kind !== 'certain') continue
    targets.set(id, { kind: 'account', accountId: match.accountId, invoiceId: match.invoiceId, match })
  }
  return targets
}

/** The targets that payers named themselves. By account number a request over the same amount, whose money has not come, says which invoice. */
async function findTold(tx: Tx, given: Given, businessId: string, payments: Payment[]): Promise<Map<string, Target>> {
  const now = given.now().getTime()
  const aliveSince = new Date(now - leftAfterMs)
  const typed = payments.map(({ accountTyped }) => tidyReference(accountTyped ?? ''))
  const askedInvoices = payments.flatMap(({ asked }) => asked?.invoiceId ?? [])
  const [accounts, invoices, requests] = await Promise.all([
    tx<{ id: string; number: string; link_id: string | null; alive: boolean }[]>`
      select a.id, a.number, l.id as link_id, a.created_at > ${aliveSince} or exists (
          select 1 from invoices i where i.business_id = a.business_id and i.account_id = a.id and i.issued_at is not null
            and (i.issued_at > ${aliveSince} or (i.cancelled_at is null and i.paid + i.adjusted < i.total))
        ) as alive
      from accounts a
      left join payment_links l on l.business_id = a.business_id and l.account_id = a.id
      where a.business_id = ${businessId} and a.number = any (${typed})
    `,
    tx<{ id: string; account_id: string }[]>`
      select id, account_id from invoices where business_id = ${businessId} and id = any (${askedInvoices})
    `,
    tx<
      { invoice_id: string; account_id: string; amount: bigint; part_invoice_ids: string[]; part_amounts: bigint[] }[]
    >`
      select r.invoice_id, i.account_id, r.amount, r.part_invoice_ids, r.part_amounts from payment_requests r
      join invoices i on i.business_id = r.business_id and i.id = r.invoice_id
      join accounts a on a.business_id = i.business_id and a.id = i.account_id
      where r.business_id = ${businessId} and a.number = any (${typed})
        and r.state in ('asking', 'asked', 'paid', 'unknown') and not exists (
          select 1 from callbacks c
          join evidence e on e.business_id = c.business_id and e.callback_id = c.id
          where c.business_id = r.business_id and c.request_id = r.id and e.payment_id is not null
        )
        and r.created_at > ${new Date(now - askedLatelyMs)}
      order by r.created_at desc
    `,
  ])
  const byNumber = new Map(accounts.map((account) => [account.number, account]))
  const byId = new Map(invoices.map((invoice) => [invoice.id, invoice]))

  const targetOf = ({ asked, amount }: Payment, text: string): Target | null => {
    const meant = asked?.invoiceId ? byId.get(asked.invoiceId) : undefined
    if (asked && meant) return { kind: 'account', accountId: meant.account_id, invoiceId: meant.id, parts: asked.parts }
    if (asked) return { kind: 'link', linkId: asked.linkId }
    const account = byNumber.get(text)
    if (account?.link_id) return { kind: 'link', linkId: account.link_id }
    if (account?.alive && isOurs(account.number)) {
      const request = requests.find((one) => one.account_id === account.id && one.amount === amount)
      const parts = request ? partsOf(request.part_invoice_ids, request.part_amounts) : []
      return { kind: 'account', accountId: account.id, invoiceId: request?.invoice_id ?? null, parts }
    }
    return null
  }
  return new Map(
    payments.flatMap((payment, index): [string, Target][] => {
      const target = targetOf(payment, typed[index] ?? '')
      return target ? [[payment.id, target]] : []
    }),
  )
}

/** What the rules of matching decided, where the payer had not said it himself. */
export function decisionsOf(targets: Map<string, Target>): Decision[] {
  return [...targets].flatMap(([paymentId, target]) => {
    if (target.kind !== 'account' || !target.match) return []
    const { accountId, invoiceId, match } = target
    return [{ paymentId, accountId, invoiceId, by: 'rule' as const, candidate: match }]
  })
}
