import { withClaims } from '@kusanya/domain/matching/claimed.ts'
import type { Candidate, Match } from '@kusanya/domain/matching/match.ts'
import type { Paid } from '@kusanya/domain/matching/leads.ts'
import { balanceOf, type Invoice } from '@kusanya/domain/invoice.ts'
import type { Business } from '../businesses/business.ts'
import { findClaimed } from '../claims/rows.ts'
import type { Tx } from '../db/sql.ts'
import { findInvoices } from '../invoices/rows.ts'
import { findMatches } from './find-matches.ts'

/** An account that a payment may be for, as a clerk has to see it. */
export type Suggestion = Candidate & {
  /** The rules would have put it there themselves, had they known then what they know now. */
  certain: boolean
  account: { id: string; number: string; name: string | null }
  customer: { id: string; name: string; phone: string | null }
  /** Oldest due first. */
  open: Invoice[]
}

/**
 * Up to five accounts for each payment, and what its payer claimed, the likeliest first. Asked when somebody looks, so that they are true when an
 * invoice was paid, a customer was made or a phone was changed meanwhile (decision 23).
 */
export async function suggest(
  tx: Tx,
  business: Business,
  payments: { id: string; paid: Paid }[],
  now: Date,
): Promise<Suggestion[][]> {
  const claimed = await findClaimed(
    tx,
    business.id,
    payments.map(({ id }) => id),
  )
  const matches = await findMatches(
    tx,
    business,
    payments.map(({ paid }) => paid),
    now,
  )
  const asked = matches.map((match, place) => {
    const candidates = withClaims(candidatesOf(match), claimed.get(payments[place]?.id ?? '') ?? [])
    return { match, candidates }
  })
  const ids = [...new Set(asked.flatMap(({ candidates }) => candidates.map(({ accountId }) => accountId)))]
  const [accounts, open] = await Promise.all([
    tx<
      {
        id: string
        number: string
        name: string | null
        customer_id: string
        customer_name: string
        customer_phone: string | null
      }[]
    >`
      select a.id, a.number, a.name, c.id as customer_id, c.name as customer_name, c.phone as customer_phone
      from accounts a join customers c on c.business_id = a.business_id and c.id = a.customer_id
      where a.business_id = ${business.id} and a.id = any (${ids})
    `,
    findOpen(tx, business.id, ids),
  ])
  const byId = new Map(accounts.map((account) => [account.id, account]))
  return asked.map(({ match, candidates }) =>
    candidates.flatMap((candidate) => {
      const account = byId.get(candidate.accountId)
      if (!account) return []
      return {
        ...candidate,
        certain: match.kind === 'certain' && match.accountId === candidate.accountId,
        account: { id: account.id, number: account.number, name: account.name },
        customer: { id: account.customer_id, name: account.customer_name, phone: account.customer_phone },
        open: open.get(account.id) ?? [],
      }
    }),
  )
}

export function candidatesOf(match: Match): Candidate[] {
  switch (match.kind) {
    case 'certain':
      return [match]
    case 'suggestions':
      return match.candidates
    case 'nothing':
      return []
  }
}

async function findOpen(tx: Tx, businessId: string, accountIds: string[]): Promise<Map<string, Invoice[]>> {
  const rows = await tx<{ id: string }[]>`
    select id from invoices
    where business_id = ${businessId} and account_id = any (${accountIds})
      and issued_at is not null and cancelled_at is null and paid + adjusted < total
  `
  const invoices = await findInvoices(
    tx,
    businessId,
    rows.map(({ id }) => id),
  )
  const open = invoices.filter((invoice) => balanceOf(invoice) > 0n)
  open.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1))
  return Map.groupBy(open, ({ account }) => account.id)
}
