import type { StatementLine } from '@kusanya/domain/statement-file.ts'
import type { Tx } from '../db/sql.ts'

export const fates = [
  'booked',
  'known',
  'contradicts',
  'reversed',
  'reversal',
  'charge',
  'settlement',
  'failed',
  'unreadable',
  'repeated',
] as const
/** What became of a line. `contradicts`: its payment is known with another amount, and a person must look. `reversed`: our
 * books followed it; `reversal`: they had nothing to follow with. */
export type Fate = (typeof fates)[number]
export type FatedLine = { id: string; line: StatementLine; ordinal: number; fate: Fate }

const together = 1000

/** Writes the lines of an import down, each with its payment if it is one. The payments must be there already. */
export async function writeLines(
  tx: Tx,
  businessId: string,
  importId: string,
  shortcode: string,
  fated: FatedLine[],
): Promise<void> {
  for (let start = 0; start < fated.length; start += together) {
    const rows = fated.slice(start, start + together).map(({ id, line, ordinal, fate }) => ({
      id,
      row: line.row,
      kind: line.kind,
      fate,
      receipt: line.receipt.slice(0, 100),
      ordinal,
      linked_receipt: line.linkedReceipt,
      amount: String(line.amount),
      balance: line.balance === null ? null : String(line.balance),
      account_typed: line.accountTyped,
      phone: line.phone,
      payer_name: line.payerName,
      details: line.details,
      completed_at: line.completedAt?.toISOString() ?? null,
      problem: line.problem,
    }))
    await tx`
      insert into statement_lines (business_id, id, import_id, shortcode, row, kind, fate, receipt, ordinal, linked_receipt,
        amount, balance, account_typed, phone, payer_name, details, completed_at, payment_id, problem)
      select ${businessId}, l.id, ${importId}, ${shortcode}, l.row, l.kind, l.fate, l.receipt, l.ordinal, l.linked_receipt,
        l.amount, l.balance, l.account_typed, l.phone, l.payer_name, l.details, l.completed_at, p.id, l.problem
      from jsonb_to_recordset(${tx.json(rows)}) as l (
        id text, row int, kind text, fate text, receipt text, ordinal int, linked_receipt text, amount bigint,
        balance bigint, account_typed text, phone text, payer_name text, details text, completed_at timestamptz, problem text
      )
      left join lateral (
        select newest.id from payments newest
        where newest.business_id = ${businessId} and newest.shortcode = ${shortcode} and newest.receipt = l.receipt
          and l.kind = 'payment'
        order by newest.edition desc limit 1
      ) p on true
    `
  }
}
