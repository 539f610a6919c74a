import { scale, type Money } from './money.ts'

export const agingBuckets = ['notdue', 'days1to30', 'days31to60', 'days61to90', 'over90'] as const
export type AgingBucket = (typeof agingBuckets)[number]

/** Where an open balance belongs that has been due for so many days; nothing is due on its due date itself. */
export function agingBucket(daysPastDue: number): AgingBucket {
  if (daysPastDue <= 0) return 'notdue'
  if (daysPastDue <= 30) return 'days1to30'
  if (daysPastDue <= 60) return 'days31to60'
  return daysPastDue <= 90 ? 'days61to90' : 'over90'
}

/** Days sales outstanding, to one decimal: receivable ÷ sales × days. Null when nothing was sold. */
export function daysSalesOutstanding(receivable: Money, sales: Money, days: number): number | null {
  if (sales <= 0n) return null
  return Number(scale(receivable * BigInt(days), 10n, sales)) / 10
}
