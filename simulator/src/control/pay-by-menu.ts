import { kes, readWholeKes } from '../money.ts'
import { takePayment } from '../payments.ts'
import { phoneOf, readMsisdn } from '../phones.ts'
import { textFailed } from '../sms.ts'
import type { World } from '../world.ts'
import { ControlRefusal } from './refuse.ts'

export interface MenuPayment {
  phone: string
  shortcode: string
  /** What the customer types as account number; not used for a till. */
  account?: string
  /** Whole KES. */
  amount: number
  /** When given it must be the phone's. */
  pin?: string
}

export interface MenuReceipt {
  ok: true
  receipt: string
  /** KES. */
  amount: number
  fee: number
  /** What the phone has left, KES. */
  balance: number
  shortcode: string
  account: string
  at: string
}

/** A customer pays from the M-PESA menu. Throws a ControlRefusal (422) with M-PESA's reason when it is not taken. */
export async function payByMenu(world: World, wish: MenuPayment): Promise<MenuReceipt> {
  checkMenu(wish)
  const msisdn = readMsisdn(wish.phone)
  if (!msisdn) throw new ControlRefusal(400, 'phone must be a Kenyan mobile number, such as 254712345678')
  const amountCents = readWholeKes(wish.amount)
  if (amountCents === undefined) throw new ControlRefusal(400, 'amount must be whole KES')
  const shortcode = String(wish.shortcode ?? '')
  const business = world.state.businesses.get(shortcode)
  if (!business) throw refused('unknown_business', 'SFC_IC0003', `No business has the number ${shortcode}.`)
  const phone = phoneOf(world, msisdn)
  if (wish.pin !== undefined) checkPin(world, phone, wish.pin)
  const account = business.kind === 'till' ? '' : String(wish.account ?? '').trim()
  const paid = await takePayment(world, { phone, business, amountCents, account, via: 'menu' })
  if (!paid.ok) {
    textFailed(world, phone, paid.resultDesc)
    throw refused(paid.refusal, paid.resultCode, paid.resultDesc)
  }
  const { receipt, feeCents, at } = paid.transaction
  return {
    ok: true,
    receipt,
    amount: kes(amountCents),
    fee: kes(feeCents),
    balance: kes(phone.balanceCents),
    shortcode,
    account,
    at: new Date(at).toISOString(),
  }
}

const menu = ['phone', 'shortcode', 'account', 'amount', 'pin']

/** Programs write account numbers and PINs as numbers too; anything else is a mistake. */
function checkMenu(wish: MenuPayment): void {
  const strange = Object.entries(wish).find(
    ([key, value]) => !menu.includes(key) || !['string', 'number', 'undefined'].includes(typeof value),
  )
  if (strange) throw new ControlRefusal(400, `${strange[0]} is not known or not text; give ${menu.join(', ')}`)
}

function checkPin(world: World, phone: ReturnType<typeof phoneOf>, pin: string): void {
  if (phone.wrongPins >= world.switches.pinTries) throw refused('locked', 8006, 'The security credential is locked.')
  if (String(pin) === phone.pin) {
    phone.wrongPins = 0
    return
  }
  phone.wrongPins++
  world.changed({ type: 'phone', msisdn: phone.msisdn })
  throw refused('wrong_pin', 2001, 'You have entered a wrong PIN.')
}

function refused(refusal: string, resultCode: number | string, message: string): ControlRefusal {
  return new ControlRefusal(422, message, { refusal, resultCode })
}
