import { nameWords } from '@kusanya/domain/matching/names.ts'
import type { Tx } from '../db/sql.ts'

/** An account with all the names by which a payer may call it: its own, and its customer's. */
export type NamedAccount = { id: string; names: (string | null)[] }

/** Keeps the words by which matching finds accounts by name. Those that accounts had before are forgotten. */
export async function writeAccountWords(tx: Tx, businessId: string, accounts: NamedAccount[]): Promise<void> {
  if (accounts.length === 0) return
  const rows = accounts.flatMap(({ id, names }) => nameWords(names.join(' ')).map((word) => ({ word, account_id: id })))
  await tx`
    delete from account_words where business_id = ${businessId} and account_id = any (${accounts.map(({ id }) => id)})
  `
  await tx`
    insert into account_words (business_id, word, account_id)
    select ${businessId}, w.word, w.account_id from jsonb_to_recordset(${tx.json(rows)}) as w (word text, account_id text)
  `
}
