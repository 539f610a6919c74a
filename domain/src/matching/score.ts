import { isOwed, owed, type Account, type Book, type Past } from './book.ts'
import { isOurs, sizeOf, shareNamed, namesOf, type Keys, type Lead, type Paid, type Pointer } from './leads.ts'
import { namesInCommon } from './names.ts'
import { chanceOfMask, hasPhone } from './payer.ts'
import type { Reason } from './reasons.ts'

/** What speaks for and against an account, as times by which each fact is likelier if the account was meant. */
export type Weighed = {
  account: Account
  pointer: Pointer | null
  weight: number
  /** The part of the weight that the amount is. */
  amountTimes: number
  reasons: Reason[]
  /** `sole`: a whole or hashed phone that serves this account and no other. */
  payer: 'sole' | 'known' | 'maybe' | 'unknown' | 'untold'
  name: 'agrees' | 'differs' | 'untold'
  amount: 'owed' | 'other'
}

type Payer = { times: number; state: Weighed['payer']; reasons: Reason[] }

/** The share of payments by a phone that is on file for another customer than the one who is meant. */
const othersPhone = 0.15
export const rememberedMs = 400 * 86_400_000
/** Longer than a school term or a quarter: who was not billed since has left. */
export const leftAfterMs = 200 * 86_400_000

/** What counts of a payer's past, the newest first. */
export function recent(past: Past[], at: Date): Past[] {
  return past
    .filter((one) => one.at.getTime() <= at.getTime() && at.getTime() - one.at.getTime() < rememberedMs)
    .sort((a, b) => b.at.getTime() - a.at.getTime() || compare(a.accountId, b.accountId) || compare(a.by, b.by))
}

/** Whether nothing is billed here any more: who types this number may mean the account that followed it. */
export function hasLeft(account: Account, at: Date, book: Book): boolean {
  if (owed(account) > 0n || book.billed * 2 <= book.size) return false
  return !account.billedAt || at.getTime() - account.billedAt.getTime() > leftAfterMs
}

/** Weighs all leads of one payment. Weights are relative to an account that nothing points to (1). */
export function weigh(leads: Lead[], paid: Paid, keys: Keys, past: Past[], book: Book): Weighed[] {
  const { phone } = keys
  const onFile = phone ? leads.filter(({ account }) => hasPhone(account, phone)).length : 0
  return leads.map(({ account, pointer }) => {
    const payer = weighPayer(account, keys, past, onFile, book)
    const name = weighName(account, keys.names, payer.state, book)
    const amount = weighAmount(account, paid, book)
    return {
      account,
      pointer,
      weight: (pointer?.times ?? 1) * payer.times * name.times * amount.times,
      amountTimes: amount.times,
      reasons: [...(pointer ? [pointer.reason] : []), ...payer.reasons, ...name.reasons, ...amount.reasons],
      payer: payer.state,
      name: name.state,
      amount: amount.state,
    }
  })
}

/** The weight of nobody: somebody who means no account of this book. */
export function weighNobody(weighed: Weighed[], { phone, reference }: Keys, book: Book): number {
  const stranger = phone && !weighed.some(({ payer }) => payer === 'sole' || payer === 'known')
  // Whoever typed a number of ours whole has it from us, even if it is somebody else's.
  if (weighed.some(({ account, pointer }) => pointer?.kind === 'number' && isOurs(account.number))) return sizeOf(book)
  const share = { empty: 0.3, words: 0.5, number: 1, valid_number: 30 }[reference.shape]
  return sizeOf(book) * share * (stranger ? 5 : 1)
}

function weighPayer(account: Account, { phone, names }: Keys, past: Past[], onFile: number, book: Book): Payer {
  if (!phone) return { times: 1, state: 'untold', reasons: [] }
  const here = hasPhone(account, phone)
  const times = past.filter(({ accountId }) => accountId === account.id).length
  const reasons: Reason[] = times > 0 ? [{ code: 'paid_before', times }] : []
  if (!here && times === 0) {
    if (account.phones.length + account.phoneHashes.length === 0) return { times: 3, state: 'untold', reasons }
    return { times: 1, state: 'unknown', reasons: [{ code: 'phone_not_on_file' }] }
  }
  const another = othersPhone / sizeOf(book)
  if (phone.kind === 'masked') {
    const mask = chanceOfMask(phone)
    const [name] = names
    const alike = mask * (name ? Math.max(0.005, shareNamed(name, book)) : 1)
    const byFile = here ? 4 / (mask + another) : 1
    const byPast = times > 0 ? (4 * times) / past.length / (alike + another) : 1
    if (here) reasons.unshift({ code: 'phone_may_be_on_file', mask: `${phone.start}…${phone.end}` })
    return { times: Math.max(byFile, byPast), state: 'maybe', reasons }
  }
  // What the payer paid before says which of several accounts is meant; the phone on file counts as one payment to each.
  const share = (times + (here ? 1 : 0)) / (past.length + onFile)
  if (here) reasons.unshift({ code: 'phone_on_file', accounts: onFile })
  return {
    times: (4 * share) / another,
    state: here && onFile === 1 && times === past.length ? 'sole' : 'known',
    reasons,
  }
}

function weighName(account: Account, told: string[], payer: Weighed['payer'], book: Book): Evidence<Weighed['name']> {
  const known = namesOf(account)
  if (told.length === 0 || known.length === 0) return { times: 1, state: 'untold', reasons: [] }
  const words = namesInCommon(told, known)
  // Whose phone it is tells the name too, so that it says little more.
  const phoneTells = payer === 'sole' || payer === 'known'
  if (words.length === 0)
    return {
      times: phoneTells ? 0.6 : 0.7,
      state: 'differs',
      reasons: [{ code: 'name_differs', name: told.join(' ') }],
    }
  const rarity = words.reduce((product, word) => product * (shareNamed(word, book) + 0.005), 1)
  const times = phoneTells ? 1.5 : Math.max(1, Math.min(2000, 0.5 / rarity))
  return { times, state: 'agrees', reasons: [{ code: 'name_agrees', words: words.join(' ') }] }
}

function weighAmount(account: Account, { amount, at }: Paid, book: Book): Evidence<Weighed['amount']> {
  const open = owed(account)
  if (open === 0n) {
    if (hasLeft(account, at, book)) return { times: 0.02, state: 'other', reasons: [{ code: 'not_billed' }] }
    return { times: 0.25, state: 'other', reasons: [{ code: 'nothing_owed' }] }
  }
  if (!isOwed(account, amount)) return { times: amount < open ? 0.7 : 0.5, state: 'other', reasons: [] }
  const share = book.countOwing(amount) / sizeOf(book)
  const times = Math.max(1, 0.5 / (share + 0.01))
  return { times, state: 'owed', reasons: [{ code: 'amount_owed', amount: String(amount) }] }
}

type Evidence<State> = { times: number; state: State; reasons: Reason[] }

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
