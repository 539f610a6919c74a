import type { Tx } from '../../server/src/db/sql.ts'

/** One of them, whatever the number; an id that nobody has if there is none. */
export const at = (list: string[], index: number) => list[index % (list.length || 1)] ?? '0'.repeat(24)

export const idsOf = async (tx: Tx, table: 'invoices' | 'payments') =>
  (await tx<{ id: string }[]>`select id from ${tx(table)} order by id`).map(({ id }) => id)
