import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { hashOf, type SecretPathKind } from '../secrets/vault.ts'

/** Makes unguessable paths findable: the directory learns whose they are, by hash only. */
export async function givePaths(
  tx: Tx,
  given: Pick<Given, 'vault'>,
  businessId: string,
  kind: SecretPathKind,
  subjects: { id: string; generation?: number }[],
): Promise<void> {
  const rows = subjects.map(({ id, generation }) => ({
    id,
    hash: hashOf(given.vault.path(kind, id, generation ?? 0)).toString('hex'),
  }))
  await tx`
    insert into secret_paths (hash, kind, business_id, subject_id)
    select decode(p.hash, 'hex'), ${kind}, ${businessId}, p.id
    from jsonb_to_recordset(${tx.json(rows)}) as p (hash text, id text)
  `
}
