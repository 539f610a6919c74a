import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { hashOf } from '../secrets/vault.ts'

/** Where a customer chooses which messages he gets: an address that nobody can guess, without a key. */
export function choicesAddress({ vault, publicUrl }: Pick<Given, 'vault' | 'publicUrl'>, customerId: string): string {
  return `${publicUrl}/m/${vault.path('messages', customerId)}`
}

/** Makes the addresses of customers findable, who may have been written to before. */
export async function giveChoices(
  tx: Tx,
  { vault }: Pick<Given, 'vault'>,
  businessId: string,
  customerIds: string[],
): Promise<void> {
  if (customerIds.length === 0) return
  const rows = customerIds.map((id) => ({ id, hash: hashOf(vault.path('messages', id)).toString('hex') }))
  await tx`
    insert into secret_paths (hash, kind, business_id, subject_id)
    select decode(p.hash, 'hex'), 'messages', ${businessId}, p.id
    from jsonb_to_recordset(${tx.json(rows)}) as p (hash text, id text)
    on conflict (hash) do nothing
  `
}
