import { newCheckoutId } from '../ids.ts'
import { readWholeKes } from '../money.ts'
import { readTime } from '../nairobi.ts'
import { phoneOf, promptsOf, rememberPush } from '../phones.ts'
import type { Business, StkPush } from '../state.ts'
import { finishPush } from '../stk-prompts.ts'
import type { World } from '../world.ts'
import { type Answer, badField, DarajaError } from './answers.ts'
import { type Call, type Fields, isWebUrl, ok, text } from './call.ts'

const systemError = (message: string) => new DarajaError(500, '500.001.1001', message)
const dayMs = 86_400_000

/** `POST /mpesa/stkpush/v1/processrequest`: rings a phone. */
export function pushToPhone(world: World, { app, fields, requestId }: Call): Answer {
  const wish = readPush(world, fields)
  const business = merchant(world, app.shortcodes, wish.shortcode, fields)
  const now = world.agenda.now()
  const waiting = promptsOf(world, wish.msisdn).some((push) => push.state === 'waiting')
  if (waiting && world.switches.secondPush === 'refuse')
    throw systemError('Unable to lock subscriber, a transaction is already in process for the current subscriber')
  const push: StkPush = {
    ...wish,
    checkoutId: unusedCheckoutId(world, now, wish.msisdn),
    merchantRequestId: requestId,
    at: now,
    state: 'waiting',
  }
  rememberPush(world, push)
  const phone = phoneOf(world, wish.msisdn)
  const receiver = world.state.businesses.get(wish.receiver)
  const mismatch = !receiver || (wish.type === 'CustomerPayBillOnline') !== (receiver.kind === 'paybill')
  if (waiting)
    finishPush(
      world,
      push,
      1001,
      'Unable to lock subscriber, a transaction is already in process for the current subscriber',
    )
  else if (mismatch || (receiver.kind === 'paybill' && receiver !== business))
    finishPush(world, push, 2028, 'The request is not permitted according to product assignment.')
  else {
    world.agenda.add(now + world.switches.promptSeconds * 1000, { kind: 'prompt-expires', checkoutId: push.checkoutId })
    if (phone.answers !== 'by-hand') world.agenda.add(now, { kind: 'phone-answers', checkoutId: push.checkoutId })
  }
  world.changed({ type: 'phone', msisdn: push.msisdn })
  return ok({
    MerchantRequestID: push.merchantRequestId,
    CheckoutRequestID: push.checkoutId,
    ResponseCode: '0',
    ResponseDescription: 'Success. Request accepted for processing',
    CustomerMessage: 'Success. Request accepted for processing',
  })
}

function unusedCheckoutId(world: World, now: number, msisdn: string): string {
  for (let at = now; ; at++) {
    const id = newCheckoutId(at, msisdn)
    if (!world.state.pushes.has(id)) return id
  }
}

function readPush(world: World, fields: Fields) {
  const shortcode = text(fields, 'BusinessShortCode')
  if (!/^\d{5,7}$/.test(shortcode)) throw badField('BusinessShortCode')
  if (text(fields, 'Password') === '') throw badField('Password')
  checkTimestamp(world, text(fields, 'Timestamp'))
  const type = text(fields, 'TransactionType')
  if (type !== 'CustomerPayBillOnline' && type !== 'CustomerBuyGoodsOnline') throw badField('TransactionType')
  const amountCents = readWholeKes(fields.Amount)
  if (!amountCents || amountCents > world.switches.perTransactionLimitKes * 100) throw badField('Amount')
  if (!isMsisdn(text(fields, 'PartyA'))) throw badField('PartyA')
  const receiver = text(fields, 'PartyB')
  if (!/^\d{5,7}$/.test(receiver)) throw badField('PartyB')
  const msisdn = text(fields, 'PhoneNumber')
  if (!isMsisdn(msisdn)) throw badField('PhoneNumber')
  const callbackUrl = text(fields, 'CallBackURL')
  const insecure = world.switches.environment === 'production' && !callbackUrl.startsWith('https:')
  if (!isWebUrl(callbackUrl) || insecure) throw badField('CallBackURL')
  const account = text(fields, 'AccountReference')
  if (account === '' || account.length > 12) throw badField('AccountReference')
  const description = text(fields, 'TransactionDesc')
  if (description.length > 13 && world.switches.longDescription === 'refuse') throw badField('TransactionDesc')
  return { shortcode, receiver, type, amountCents, msisdn, callbackUrl, account, description }
}

const isMsisdn = (value: string) => /^254[17]\d{8}$/.test(value)

/** Within the tolerance of the simulator's clock or of the real one: the caller need not know that ours was moved. */
function checkTimestamp(world: World, stamp: string): void {
  const at = /^\d{14}$/.test(stamp) ? readTime(stamp) : Number.NaN
  if (Number.isNaN(at)) throw badField('Timestamp')
  const tolerance = (world.switches.timestampToleranceHours * dayMs) / 24
  const off = Math.min(Math.abs(at - world.agenda.now()), Math.abs(at - world.realNow().getTime()))
  if (tolerance > 0 && off > tolerance) throw badField('Timestamp')
}

function merchant(world: World, shortcodes: string[], shortcode: string, fields: Fields): Business {
  const business = world.state.businesses.get(shortcode)
  if (!business || !shortcodes.includes(shortcode)) throw systemError('Merchant does not exist')
  const expected = Buffer.from(shortcode + business.passkey + text(fields, 'Timestamp')).toString('base64')
  if (text(fields, 'Password') !== expected) throw systemError('[MerchantValidate] - Wrong credentials')
  return business
}

/** `POST /mpesa/stkpushquery/v1/query`: what became of a push. */
export function queryPush(world: World, { app, fields }: Call): Answer {
  const shortcode = text(fields, 'BusinessShortCode')
  if (!/^\d{5,7}$/.test(shortcode)) throw badField('BusinessShortCode')
  if (text(fields, 'Password') === '') throw badField('Password')
  checkTimestamp(world, text(fields, 'Timestamp'))
  const id = text(fields, 'CheckoutRequestID')
  if (id === '') throw badField('CheckoutRequestID')
  merchant(world, app.shortcodes, shortcode, fields)
  const push = world.state.pushes.get(id)
  const blind = push && world.agenda.now() < push.at + world.switches.queryBlindSeconds * 1000
  if (!push || push.shortcode !== shortcode || blind) throw systemError('The transaction does not Exist')
  const pending = push.state === 'waiting'
  if (pending && world.switches.pendingQuery === 'error') throw systemError('The transaction is being processed')
  return ok({
    ResponseCode: '0',
    ResponseDescription: 'The service request has been accepted successfully',
    MerchantRequestID: push.merchantRequestId,
    CheckoutRequestID: push.checkoutId,
    ResultCode: pending ? '4999' : String(push.resultCode),
    ResultDesc: pending ? 'The transaction is still under processing' : push.resultDesc,
  })
}
