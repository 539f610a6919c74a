import { readDecimal, nextShilling, type Money } from './money.ts'

/**
 * M-PESA's receipt codes: ten letters and digits, of which the first tells the year and the second the month, so that both
 * are letters (derived from Safaricom's samples: `SGL31HA2AB`).
 */
const codeLength = 10

/** What a payer tells of a payment: its code, and what else the message says. Null where it says nothing. */
export type ClaimRead = { receipt: string; amount: Money | null; paidAt: Date | null }

/** Reads a code as it was typed, or the whole message pasted, in English or Kiswahili; null when there is no code in it. */
export function readClaim(text: string): ClaimRead | null {
  const typed = tidyCode(text)
  if (typed !== null) return { receipt: typed, amount: null, paidAt: null }
  const code = codeIn(text)
  return code === null ? null : { receipt: code, amount: amountIn(text), paidAt: momentIn(text) }
}

/** The code with one sign for those that are read as each other: O is 0, I and L are 1. */
export function foldReceipt(receipt: string): string {
  return receipt.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1')
}

function tidyCode(text: string): string | null {
  const signs = text.replace(/[\s\-_.,:#/]+/g, '').toUpperCase()
  if (signs.length !== codeLength || /[^A-Z0-9]/.test(signs)) return null
  const letters = signs.slice(0, 2).replaceAll('0', 'O').replaceAll('1', 'I')
  return /^[A-Z]{2}$/.test(letters) ? letters + signs.slice(2) : null
}

/** The word before "Confirmed" or "Imethibitishwa", else the first word that looks like a code and has a digit. */
function codeIn(text: string): string | null {
  const [, named] = /\b([a-z0-9]{10})[\s.,:]*(?:confirmed|imethibitishwa)/i.exec(text) ?? []
  const words = text.match(/\b(?=[a-z0-9]*\d)[a-z0-9]{10}\b/gi) ?? []
  return [named, ...words].map((word) => tidyCode(word ?? '')).find((code) => code !== null) ?? null
}

/** The first amount: what was sent stands before balance, fee and limit. */
function amountIn(text: string): Money | null {
  const [, digits] = /\b(?:ksh?s?|kes|sh)\.?\s*(\d[\d,]*(?:\.\d{1,2})?)/i.exec(text) ?? []
  const amount = readDecimal((digits ?? '').replaceAll(',', ''))
  return amount !== null && amount > 0n ? amount : null
}

/** `1/3/31 at 11:15 AM`, `tarehe 1/3/31 saa 11:15 AM`: M-PESA writes the day first, and Nairobi's time (UTC+3). */
function momentIn(text: string): Date | null {
  const form = /\b(\d{1,2})\/(\d{1,2})\/(?:20)?(\d{2})\s*(?:,|at|saa)?\s*(\d{1,2}):(\d{2})\s*([ap])\.?m/i
  const [, day, month, year, hour, minute, half] = form.exec(text) ?? []
  if (!day || !month || !year || !hour || !minute || !half) return null
  const hours = (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  const local = Date.UTC(2000 + Number(year), Number(month) - 1, Number(day), hours, Number(minute))
  const at = new Date(local)
  const isThatDay = at.getUTCDate() === Number(day) && at.getUTCMonth() === Number(month) - 1
  return isThatDay && Number(hour) <= 12 && Number(minute) < 60 ? new Date(local - 3 * 3_600_000) : null
}

/** What is known of the payment that a claim names, and of the bill that it is claimed for. Amounts in cents of one currency. */
export type ClaimFacts = {
  /** What the message said; null if only the code was typed. */
  claimed: Money | null
  /** The whole payment. */
  amount: Money
  /** What of it lies on this bill, anywhere on its account, and with nobody. Held money waits for M-PESA and is none of these. */
  here: Money
  onAccount: Money
  unmatched: Money
  /** Whether its phone is, or by its mask may be, that of the bill's customer. */
  phoneKnown: boolean
  /** A clerk took it off this account before, or has been asked about it: whose it is he says. */
  takenOff: boolean
  /** What is due now, and all that is still owed; nothing when the bill takes no money: a draft, a cancelled one, another
   * currency, a standalone link. */
  owed: Money[]
}

/**
 * What becomes of a claim. Whoever knows a code may have read it over a shoulder: only the customer's phone, or exactly
 * what is owed or due now in whole shillings, makes it his. `waiting` says nothing of a payment that is somebody else's.
 */
export function judgeClaim(facts: ClaimFacts): 'applied' | 'apply' | 'known' | 'suggested' | 'waiting' {
  const { claimed, amount, here, onAccount, unmatched, phoneKnown, takenOff, owed } = facts
  if (here > 0n) return 'applied'
  if (unmatched > 0n) {
    const agrees = claimed === null || claimed === amount
    const isHis = phoneKnown || owed.some((sum) => sum > 0n && unmatched === nextShilling(sum))
    return agrees && isHis && !takenOff && owed.length > 0 ? 'apply' : 'suggested'
  }
  return onAccount > 0n ? 'known' : 'waiting'
}

/** How long a claim is looked for. */
export const claimLivesMs = 3 * 24 * 3_600_000
const leastLookMs = 60_000

/** When to look again by itself: arrivals wake a claim at once, so twice as late each time, and when it is given up. */
export function nextClaimLookAt(claimedAt: Date, now: Date): Date {
  const wait = Math.max(leastLookMs, now.getTime() - claimedAt.getTime())
  return new Date(Math.min(now.getTime() + wait, claimedAt.getTime() + claimLivesMs))
}
