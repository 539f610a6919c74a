import { refuse } from '@kusanya/domain/refusal.ts'
import { openAccounts } from '../accounts/open-accounts.ts'
import { theBusiness } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { differs } from '../http/updates.ts'
import { givePaths } from './give-paths.ts'
import { lockLinks } from './rows.ts'
import type { Link, LinkDraft } from './wire.ts'

/** Makes standalone links, each with an account number of its own, so that it can be paid at the Paybill as well. */
export async function createLinks(tx: Tx, given: Given, businessId: string, drafts: LinkDraft[]): Promise<Link[]> {
  const { currency } = await theBusiness(tx, businessId)
  const accounts = await openAccounts(
    tx,
    given,
    businessId,
    drafts.map(() => ({ customerId: null, name: null, isDefault: false })),
  )
  const now = given.now()
  const made = drafts.map((draft, index) => ({ ...draft, id: given.newId(), account: accounts[index] }))
  const rows = made.map(({ id, account, title, amount, type }) => ({
    id,
    account_id: account?.id,
    title,
    amount: String(amount),
    type,
  }))
  await tx`
    insert into payment_links (business_id, id, account_id, title, amount, type, currency, active, generation, created_at, updated_at)
    select ${businessId}, l.id, l.account_id, l.title, l.amount, l.type, ${currency}, true, 0, ${now}, ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as l (id text, account_id text, title text, amount bigint, type text)
  `
  await givePaths(tx, given, businessId, 'payment_link', made)
  return made.map(({ account, ...draft }) => ({
    ...draft,
    generation: 0,
    invoiceId: null,
    paid: 0n,
    status: 'active',
    active: true,
    currency,
    accountNumber: account?.number ?? '',
    createdAt: now,
    updatedAt: now,
  }))
}

type LinkChange = { title?: string; amount?: bigint; active?: boolean }

/**
 * Changes a link, or switches it off: its page is then not to be found. What an invoice's link says is the invoice's, and
 * is changed there. Money sent to the account of a link that is off is still the link's.
 */
export async function changeLink(
  tx: Tx,
  given: Given,
  businessId: string,
  id: string,
  change: LinkChange,
): Promise<{ link: Link; modified: boolean }> {
  const [before] = await lockLinks(tx, businessId, [id])
  if (!before) refuse('link_not_found')
  const allowed = before.invoiceId === null ? change : ofInvoice(before, change)
  if (!differs(before, allowed)) return { link: before, modified: false }
  const link = { ...before, ...allowed, updatedAt: given.now() }
  if (link.invoiceId === null) {
    if (link.amount === 0n) refuse('amount_not_positive', { field: 'amount' })
    link.status = link.active ? 'active' : 'inactive'
  }
  await tx`
    update payment_links set active = ${link.active}, updated_at = ${link.updatedAt},
      title = case when invoice_id is null then ${link.title} end, amount = case when invoice_id is null then ${link.amount}::bigint end
    where business_id = ${businessId} and id = ${id}
  `
  return { link, modified: true }
}

/** What of a change an invoice's link can follow. Words and amount that are sent back as they were shown are no change. */
function ofInvoice(before: Link, { title, amount, active }: LinkChange): LinkChange {
  if (title !== undefined && title !== before.title.trim()) refuse('link_of_invoice')
  if (amount !== undefined && amount !== before.amount) refuse('link_of_invoice')
  return active === undefined ? {} : { active }
}
