import type { Work } from './work.ts'

/** A Daraja app: who may call for which shortcodes. */
export interface App {
  consumerKey: string
  consumerSecret: string
  shortcodes: string[]
  /** API products ticked on the app; absent means all. Names as in the endpoint list. */
  products?: string[]
}

export interface Token {
  value: string
  consumerKey: string
  expiresAt: number
}

export interface OptIn {
  appKey: string
  email: string
  officialContact: string
  sendReminders: boolean
  callbackUrl: string
  logo: string
  at: number
}

export interface C2BUrls {
  version: 'v1' | 'v2'
  responseType: 'Completed' | 'Cancelled'
  confirmationUrl: string
  validationUrl: string
}

export interface Business {
  shortcode: string
  name: string
  kind: 'paybill' | 'till'
  passkey: string
  /** KES cents, by account as the balance query names them. */
  workingCents: number
  utilityCents: number
  chargesCents: number
  /** Whether M-PESA asks the validation URL before it takes a payment: off until support switches it on. */
  validation: boolean
  /** The only operator that may call the initiator APIs; absent means anybody. */
  initiator?: { name: string; password: string }
  /** How the holder of this till answers a B2B Express push; absent means he pays. */
  express?: 'pays' | 'cancels' | 'no-number' | 'no-kyc'
  c2b?: C2BUrls
  optIn?: OptIn
  pull?: { nominatedNumber: string; callbackUrl: string }
}

/** What a phone does with an STK prompt when nobody is holding it. */
export type Answers = 'by-hand' | 'pays' | 'cancels' | 'ignores' | 'wrong-pin' | 'unreachable'

export interface Sms {
  id: string
  at: number
  from: string
  text: string
  kind: 'bill' | 'reminder' | 'cancelled' | 'mpesa' | 'receipt' | 'message'
  bill?: { shortcode: string; externalReference: string; account: string; amountCents: number; dueDay: string }
  receipt?: string
}

export interface Phone {
  msisdn: string
  name: string
  pin: string
  balanceCents: number
  answers: Answers
  wrongPins: number
  inbox: Sms[]
}

export type PushState = 'waiting' | 'paid' | 'failed'

/** An M-PESA Express (STK) push, from the request to its result. */
export interface StkPush {
  checkoutId: string
  merchantRequestId: string
  shortcode: string
  receiver: string
  msisdn: string
  amountCents: number
  account: string
  description: string
  callbackUrl: string
  at: number
  state: PushState
  /** A prompt that is being paid at this moment cannot be paid a second time. */
  busy?: boolean
  resultCode?: number | string
  resultDesc?: string
  receipt?: string
}

export interface Bill {
  shortcode: string
  externalReference: string
  fullName: string
  msisdn: string
  period: string
  invoiceName: string
  dueDay: string
  account: string
  amountCents: number
  paidCents: number
  items: { itemName: string; amountCents: number }[]
  cancelled: boolean
  sentAt: number
}

export type TransactionKind = 'paybill' | 'buy-goods' | 'b2c' | 'b2b' | 'tax' | 'reversal' | 'transfer' | 'deposit'

export type OwnAccount = 'working' | 'utility'

/** One line of the M-PESA ledger; every balance in the simulator is what these lines add up to. */
export interface Transaction {
  receipt: string
  at: number
  kind: TransactionKind
  amountCents: number
  feeCents: number
  from: string
  fromName: string
  to: string
  toName: string
  account: string
  via: 'menu' | 'stk' | 'simulate' | 'api' | 'hand'
  /** The business's own account after this line. */
  balanceAfterCents: number
  checkoutId?: string
  thirdPartyId?: string
  conversationId?: string
  originatorConversationId?: string
  /** The account a transfer goes into, or one whose balance was set by hand (`deposit`). */
  own?: OwnAccount
  reversedBy?: string
  acknowledged?: boolean
}

export interface Task {
  id: number
  dueAt: number
  work: Work
}

/** Everything that survives a restart when a state file is asked for. Times are ms, money is cents. */
export interface State {
  apps: Map<string, App>
  tokens: Map<string, Token>
  businesses: Map<string, Business>
  phones: Map<string, Phone>
  pushes: Map<string, StkPush>
  /** By shortcode, a space, and the external reference. */
  bills: Map<string, Bill>
  /** Keys of `bills` by shortcode and account number (`accountKey`), in the order they were sent. */
  billsByAccount: Map<string, string[]>
  transactions: Map<string, Transaction>
  /** What each phone has paid on its latest day of paying, for the daily limit. */
  spent: Map<string, { day: string; cents: number }>
  /** Each phone's latest STK payment, for the rule against paying the same thing twice in a row. */
  lastStk: Map<string, { at: number; amountCents: number; to: string }>
  /** OriginatorConversationIDs of B2C v3 already taken. */
  originators: Map<string, string>
  tasks: Task[]
  offsetMs: number
  frozenAt: number | null
  nextId: number
}

export function emptyState(): State {
  return {
    apps: new Map(),
    tokens: new Map(),
    businesses: new Map(),
    phones: new Map(),
    pushes: new Map(),
    bills: new Map(),
    billsByAccount: new Map(),
    transactions: new Map(),
    spent: new Map(),
    lastStk: new Map(),
    originators: new Map(),
    tasks: [],
    offsetMs: 0,
    frozenAt: null,
    nextId: 1,
  }
}
