import { refuse } from '@kusanya/domain/refusal.ts'
import { openAccounts } from '../accounts/open-accounts.ts'
import { differing } from '../audit/differing.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import { theBusiness } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { differs } from '../http/updates.ts'
import { givePaths } from './give-paths.ts'
import { lockLinks } from './rows.ts'
import { presentWholeLink, updatable, type Link, type LinkDraft } from './wire.ts'

/** Makes standalone links, each with an account number of its own, so that it can be paid at the Paybill as well. */
export async function createLinks(tx: Tx, given: Given, businessId: string, drafts: LinkDraft[]): Promise<Link[]> {
  const { currency } = await theBusiness(tx, businessId)
  const now = given.now()
  for (const { expiresAt } of drafts) mustBeAhead(expiresAt, now)
  const accounts = await openAccounts(
    tx,
    given,
    businessId,
    drafts.map(() => ({ customerId: null, name: null, isDefault: false })),
  )
  const made = drafts.map((draft, index) => ({ ...draft, id: given.newId(), account: accounts[index] }))
  const rows = made.map(({ id, account, title, amount, type, expiresAt }) => ({
    id,
    account_id: account?.id,
    title,
    amount: String(amount),
    type,
    expires_at: expiresAt,
  }))
  await tx`
    insert into payment_links (business_id, id, account_id, title, amount, type, currency, active, expires_at, generation, created_at, updated_at)
    select ${businessId}, l.id, l.account_id, l.title, l.amount, l.type, ${currency}, true, l.expires_at, 0, ${now}, ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as l (
      id text, account_id text, title text, amount bigint, type text, expires_at timestamptz
    )
  `
  await givePaths(tx, given, businessId, 'payment_link', made)
  return made.map(({ account, ...draft }) => ({
    ...draft,
    generation: 0,
    invoiceId: null,
    paid: 0n,
    invoiceStatus: null,
    active: true,
    currency,
    accountNumber: account?.number ?? '',
    createdAt: now,
    updatedAt: now,
  }))
}

type LinkChange = { title?: string; amount?: bigint; active?: boolean; expiresAt?: Date | null }

/**
 * Changes a link, says when it ends, or switches it off: its page is then not to be found. What an invoice's link says is
 * the invoice's, and is changed there. Money sent to the account of a link that is off is still the link's.
 */
export async function changeLink(
  tx: Tx,
  given: Given,
  businessId: string,
  id: string,
  wanted: LinkChange,
  by: By,
): Promise<{ link: Link; modified: boolean }> {
  const [before] = await lockLinks(tx, businessId, [id])
  if (!before) refuse('link_not_found')
  const now = given.now()
  const isSame = wanted.expiresAt?.getTime() === before.expiresAt?.getTime()
  const change = 'expiresAt' in wanted && isSame ? { ...wanted, expiresAt: before.expiresAt } : wanted
  const allowed = before.invoiceId === null ? change : ofInvoice(before, change)
  if (!differs(before, allowed)) return { link: before, modified: false }
  const link = { ...before, ...allowed, updatedAt: now }
  if (link.invoiceId === null && link.amount === 0n) refuse('amount_not_positive', { field: 'amount' })
  if (link.expiresAt !== before.expiresAt) mustBeAhead(link.expiresAt, now)
  await tx`
    update payment_links set active = ${link.active}, expires_at = ${link.expiresAt}, updated_at = ${link.updatedAt},
      title = case when invoice_id is null then ${link.title} end, amount = case when invoice_id is null then ${link.amount}::bigint end
    where business_id = ${businessId} and id = ${id}
  `
  const pictures = differing(presentWholeLink(before, given), presentWholeLink(link, given), updatable)
  await recordAudit(tx, given, businessId, [
    { ...by, action: 'payment_link.update', subject: { kind: 'payment_link', id }, ...pictures },
  ])
  return { link, modified: true }
}

function mustBeAhead(expiresAt: Date | null, now: Date): void {
  if (expiresAt !== null && expiresAt <= now) refuse('expiry_past')
}

/** What of a change an invoice's link can follow. Words and amount that are sent back as they were shown are no change. */
function ofInvoice(before: Link, { title, amount, ...rest }: LinkChange): LinkChange {
  if (title !== undefined && title !== before.title.trim()) refuse('link_of_invoice')
  if (amount !== undefined && amount !== before.amount) refuse('link_of_invoice')
  return rest
}
