import type { Bill, State } from './state.ts'

/** C2B's `BillRefNumber` and the menu of a phone take this many characters. */
export const longestAccount = 20

/** People type account numbers in small letters and capitals: both are the same account. */
export const accountKey = (shortcode: string, account: string): string => `${shortcode} ${account.trim().toUpperCase()}`

export function indexBill(state: State, key: string, bill: Bill): void {
  const at = accountKey(bill.shortcode, bill.account)
  const sameAccount = state.billsByAccount.get(at)
  if (sameAccount) sameAccount.push(key)
  else state.billsByAccount.set(at, [key])
}
