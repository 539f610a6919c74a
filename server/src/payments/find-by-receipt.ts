import type { Tx } from '../db/sql.ts'

/** A payment in the edition that counts. */
export type Booked = { id: string; shortcode: string; receipt: string; amount: bigint; edition: number }

/** By what a payment is known: a receipt is M-PESA's name for money at one Paybill. */
export function keyOf({ shortcode, receipt }: { shortcode: string; receipt: string }): string {
  return `${shortcode}/${receipt}`
}

/** The payments with these receipts, of whatever Paybill, by keyOf(): each in its newest edition. */
export async function findByReceipt(tx: Tx, businessId: string, receipts: string[]): Promise<Map<string, Booked>> {
  const rows = await tx<Booked[]>`
    select id, shortcode, receipt, amount, edition from payments
    where business_id = ${businessId} and receipt = any (${receipts})
    order by edition
  `
  return new Map(rows.map((row) => [keyOf(row), row]))
}

/** The edition that counts of a payment, which may be itself. */
export async function findNewestEdition(tx: Tx, businessId: string, paymentId: string): Promise<string> {
  const [newest] = await tx<{ id: string }[]>`
    select newest.id from payments told
    join payments newest on newest.business_id = told.business_id and newest.shortcode = told.shortcode
      and newest.receipt = told.receipt
    where told.business_id = ${businessId} and told.id = ${paymentId}
    order by newest.edition desc limit 1
  `
  return newest?.id ?? paymentId
}
