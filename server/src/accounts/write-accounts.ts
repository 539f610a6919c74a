import { Refusal, refuse } from '@kusanya/domain/refusal.ts'
import { differing } from '../audit/differing.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { differs } from '../http/updates.ts'
import { openAccounts } from './open-accounts.ts'
import { lockAccounts } from './rows.ts'
import { presentAccount, updatable, type Account } from './wire.ts'
import { writeAccountWords } from './write-account-words.ts'

export type AccountDraft = { customerId: string; name: string | null }

/** Opens further accounts for customers: a second child, another room. One whose customer is not there is refused alone. */
export async function createAccounts(
  tx: Tx,
  given: Given,
  businessId: string,
  drafts: AccountDraft[],
): Promise<(Account | Refusal)[]> {
  const wanted = [...new Set(drafts.map(({ customerId }) => customerId))]
  const customers = await tx<{ id: string; name: string }[]>`
    select id, name from customers where business_id = ${businessId} and id = any (${wanted}) order by id for share
  `
  const known = new Map(customers.map(({ id, name }) => [id, name]))
  const good = drafts.filter(({ customerId }) => known.has(customerId))
  const opened = await openAccounts(
    tx,
    given,
    businessId,
    good.map((draft) => ({ ...draft, isDefault: false })),
  )
  await writeAccountWords(
    tx,
    businessId,
    opened.map(({ id, name, customerId }) => ({ id, names: [name, known.get(customerId ?? '') ?? null] })),
  )
  const accounts = new Map(good.map((draft, index) => [draft, opened[index]]))
  const now = given.now()
  return drafts.map((draft) => {
    const account = accounts.get(draft)
    const customerName = known.get(draft.customerId)
    if (!account || customerName === undefined) return new Refusal('customer_not_in_business')
    return { ...account, ...draft, customerName, credit: 0n, balance: 0n, createdAt: now, updatedAt: now }
  })
}

/** Renames an account, with a line in the audit trail. Its number never changes: payers know it by heart. */
export async function changeAccount(
  tx: Tx,
  given: Given,
  businessId: string,
  id: string,
  change: { name?: string | null },
  by: By,
): Promise<{ account: Account; modified: boolean }> {
  const [before] = await lockAccounts(tx, businessId, [id])
  if (!before) refuse('account_not_found')
  if (!differs(before, change)) return { account: before, modified: false }
  const account = { ...before, ...change, updatedAt: given.now() }
  await tx`
    update accounts set name = ${account.name}, updated_at = ${account.updatedAt}
    where business_id = ${businessId} and id = ${id}
  `
  const customers = await tx<{ name: string }[]>`
    select name from customers where business_id = ${businessId} and id = ${account.customerId} for share
  `
  await writeAccountWords(tx, businessId, [{ id, names: [account.name, ...customers.map(({ name }) => name)] }])
  const pictures = differing(presentAccount(before), presentAccount(account), updatable)
  await recordAudit(tx, given, businessId, [
    { ...by, action: 'account.update', subject: { kind: 'account', id }, ...pictures },
  ])
  return { account, modified: true }
}
