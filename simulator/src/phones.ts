import { kesOnly, knownKeys, textOnly } from './known.ts'
import { kes } from './money.ts'
import type { Answers, Phone, Sms, StkPush } from './state.ts'
import type { World } from './world.ts'

const mostSms = 200

/** Reads `07…`, `01…` or `254…` into `2547XXXXXXXX`/`2541XXXXXXXX`; undefined when it is no Kenyan mobile number. */
export function readMsisdn(value: unknown): string | undefined {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).replace(/[\s-]/g, '') : ''
  const match = /^(?:\+?254|0)([17]\d{8})$/.exec(text)
  return match ? `254${match[1]}` : undefined
}

/** The phone with this number; made on first use, since anybody may be billed. */
export function phoneOf(world: World, msisdn: string, name = ''): Phone {
  const known = world.state.phones.get(msisdn)
  if (known) {
    if (known.name === '' && name !== '') known.name = name
    return known
  }
  const { balanceKes, pin, answers } = world.newPhones
  const phone: Phone = { msisdn, name, pin, balanceCents: balanceKes * 100, answers, wrongPins: 0, inbox: [] }
  world.state.phones.set(msisdn, phone)
  world.changed({ type: 'phone', msisdn })
  return phone
}

export interface PhoneWish {
  msisdn: string
  name?: string
  /** KES. */
  balance?: number
  /** Four digits; a number is taken as its digits. */
  pin?: string | number
  answers?: Answers
}

export const allAnswers: Answers[] = ['by-hand', 'pays', 'cancels', 'ignores', 'wrong-pin', 'unreachable']

/** Makes a phone, or changes what is named of one. Throws an Error that says what is wrong. */
export function putPhone(world: World, wish: PhoneWish): Phone {
  knownKeys(wish, ['msisdn', 'name', 'balance', 'pin', 'answers'])
  textOnly({ ...wish }, 'name')
  kesOnly({ ...wish }, 'balance')
  const msisdn = readMsisdn(wish.msisdn)
  if (!msisdn) throw new Error('msisdn must be a Kenyan mobile number, such as 254712345678')
  const pin = typeof wish.pin === 'number' ? String(wish.pin) : wish.pin
  if (pin !== undefined && !(typeof pin === 'string' && /^\d{4}$/.test(pin))) throw new Error('pin must be four digits')
  if (wish.answers !== undefined && !allAnswers.includes(wish.answers))
    throw new Error(`answers must be one of ${allAnswers.join(', ')}`)
  const phone = phoneOf(world, msisdn, wish.name ?? '')
  if (wish.name !== undefined) phone.name = wish.name
  if (wish.balance !== undefined) phone.balanceCents = Math.round(wish.balance * 100)
  if (wish.answers !== undefined) phone.answers = wish.answers
  if (pin !== undefined) {
    phone.pin = pin
    phone.wrongPins = 0
  }
  world.changed({ type: 'phone', msisdn })
  return phone
}

export function sendSms(world: World, msisdn: string, sms: Omit<Sms, 'id' | 'at'>): void {
  const phone = phoneOf(world, msisdn)
  phone.inbox.push({ id: `sms-${world.state.nextId++}`, at: world.agenda.now(), ...sms })
  if (phone.inbox.length > mostSms) phone.inbox.shift()
  world.changed({ type: 'phone', msisdn })
}

export interface PromptView {
  id: string
  shortcode: string
  businessName: string
  amount: number
  account: string
  at: string
  expiresAt: string
  state: StkPush['state']
  resultCode?: number | string
  resultDesc?: string
  receipt?: string
}

/** The bill a message is about: what it asked for then, and what is owed now. KES. */
export interface BillView {
  shortcode: string
  externalReference: string
  account: string
  amount: number
  owed: number
  cancelled: boolean
  dueDay: string
}

export interface PhoneView {
  msisdn: string
  name: string
  /** KES. */
  balance: number
  /** Shown because this phone is nobody's. */
  pin: string
  locked: boolean
  answers: Answers
  inbox: {
    id: string
    at: string
    from: string
    text: string
    kind: Sms['kind']
    bill?: BillView
    receipt?: string
  }[]
  prompts: PromptView[]
}

/** What the control API shows of a phone: newest message and newest prompt last. */
export function viewPhone(world: World, phone: Phone): PhoneView {
  const prompts = promptsOf(world, phone.msisdn).map((push) => viewPrompt(world, push))
  return {
    msisdn: phone.msisdn,
    name: phone.name,
    balance: kes(phone.balanceCents),
    pin: phone.pin,
    locked: phone.wrongPins >= world.switches.pinTries,
    answers: phone.answers,
    inbox: phone.inbox.map(({ at, bill, ...sms }) => ({
      ...sms,
      at: new Date(at).toISOString(),
      ...(bill && { bill: viewBill(world, bill) }),
    })),
    prompts,
  }
}

function viewBill(world: World, sent: NonNullable<Sms['bill']>): BillView {
  const bill = world.state.bills.get(`${sent.shortcode} ${sent.externalReference}`)
  return {
    shortcode: sent.shortcode,
    externalReference: sent.externalReference,
    account: sent.account,
    amount: kes(sent.amountCents),
    owed: bill ? kes(Math.max(0, bill.amountCents - bill.paidCents)) : kes(sent.amountCents),
    cancelled: bill?.cancelled ?? false,
    dueDay: sent.dueDay,
  }
}

function viewPrompt(world: World, push: StkPush): PromptView {
  return {
    id: push.checkoutId,
    shortcode: push.receiver,
    businessName: world.state.businesses.get(push.receiver)?.name ?? push.receiver,
    amount: kes(push.amountCents),
    account: push.account,
    at: new Date(push.at).toISOString(),
    expiresAt: new Date(push.at + world.switches.promptSeconds * 1000).toISOString(),
    state: push.state,
    ...(push.resultCode !== undefined && { resultCode: push.resultCode }),
    ...(push.resultDesc !== undefined && { resultDesc: push.resultDesc }),
    ...(push.receipt !== undefined && { receipt: push.receipt }),
  }
}

const recentPushes = new WeakMap<Map<string, StkPush>, Map<string, StkPush[]>>()

/** The pushes this phone has seen, oldest first. The index is made anew after a restart. */
export function promptsOf(world: World, msisdn: string): StkPush[] {
  return pushIndex(world).get(msisdn) ?? []
}

export function rememberPush(world: World, push: StkPush): void {
  const index = pushIndex(world)
  world.state.pushes.set(push.checkoutId, push)
  const list = index.get(push.msisdn) ?? []
  list.push(push)
  index.set(push.msisdn, list)
}

function pushIndex(world: World): Map<string, StkPush[]> {
  const known = recentPushes.get(world.state.pushes)
  if (known) return known
  const index = new Map<string, StkPush[]>()
  for (const push of world.state.pushes.values()) {
    const list = index.get(push.msisdn) ?? []
    list.push(push)
    index.set(push.msisdn, list)
  }
  recentPushes.set(world.state.pushes, index)
  return index
}
