export interface ParsedAccount {
  /** Such as 'Working Account' or 'Utility Account'. */
  name: string
  /** 'KES'. */
  currency: string
  /** The first figure: what is available, as decimal text; may be negative. */
  amount: string
  /** All figures. Sources disagree on the order of those after the first (uncleared, reserved, unreserved). */
  figures: readonly string[]
}

/**
 * Reads the `AccountBalance` parameter of a balance result: accounts joined by `&`, each `Name|KES|a|b|c|d`
 * (captured from the sandbox). Parts that are no account are left out.
 */
export function parseAccountBalance(text: string): ParsedAccount[] {
  if (typeof text !== 'string') return []
  return text.split('&').flatMap((account) => {
    const [name = '', currency = '', ...figures] = account.split('|').map((part) => part.trim())
    const [amount] = figures
    return name !== '' && amount !== undefined ? [{ name, currency, amount, figures }] : []
  })
}
