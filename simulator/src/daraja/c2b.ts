import { c2bAccepted } from '../c2b-bodies.ts'
import { readWholeKes } from '../money.ts'
import { takePayment } from '../payments.ts'
import { phoneOf } from '../phones.ts'
import { textFailed } from '../sms.ts'
import type { World } from '../world.ts'
import { type Answer, DarajaError } from './answers.ts'
import { type Call, isWebUrl, ok, text } from './call.ts'

const bad = (message: string) => new DarajaError(400, '400.003.02', message)
const bannedWords = /m-?pesa|safaricom|exec?|cmd|sql|query/i

/** `POST /mpesa/c2b/v1|v2/registerurl`. */
export function registerUrls(world: World, { app, fields, version }: Call): Answer {
  const shortcode = text(fields, 'ShortCode')
  const business = world.state.businesses.get(shortcode)
  if (!business || !app.shortcodes.includes(shortcode)) throw bad('Bad Request - Invalid ShortCode')
  const responseType = text(fields, 'ResponseType')
  if (responseType !== 'Completed' && responseType !== 'Cancelled') throw bad('Bad Request - Invalid ResponseType')
  const confirmationUrl = text(fields, 'ConfirmationURL')
  const validationUrl = text(fields, 'ValidationURL')
  const production = world.switches.environment === 'production'
  for (const [field, url] of [
    ['ConfirmationURL', confirmationUrl],
    ['ValidationURL', validationUrl],
  ] as const) {
    const insecure = production && !url.startsWith('https:')
    if (!isWebUrl(url) || insecure || bannedWords.test(url)) throw bad(`Bad Request - Invalid ${field}`)
  }
  if (production && business.c2b) throw new DarajaError(500, '500.003.1001', 'Urls are already registered')
  business.c2b = { version: version === 'v1' ? 'v1' : 'v2', responseType, confirmationUrl, validationUrl }
  world.changed({ type: 'business', shortcode })
  // Eight zeros: what the sandbox really answers, though the documents show one.
  return ok(c2bAccepted(world, world.switches.environment === 'sandbox' ? '00000000' : '0', 'Success'))
}

/** `POST /mpesa/c2b/v1|v2/simulate`: a payment from the given phone, without anybody's PIN. */
export function simulatePayment(world: World, { app, fields }: Call): Answer {
  if (world.switches.environment === 'production') throw new DarajaError(404, '404.001.01', 'Resource not found')
  const shortcode = text(fields, 'ShortCode')
  const business = world.state.businesses.get(shortcode)
  if (!business || !app.shortcodes.includes(shortcode)) throw bad('Bad Request - Invalid ShortCode')
  const command = text(fields, 'CommandID')
  if (command !== 'CustomerPayBillOnline' && command !== 'CustomerBuyGoodsOnline')
    throw bad('Bad Request - Invalid CommandID')
  const amountCents = readWholeKes(fields.Amount)
  if (!amountCents) throw bad('Bad Request - Invalid Amount')
  const msisdn = text(fields, 'Msisdn')
  if (!/^254[17]\d{8}$/.test(msisdn)) throw bad('Bad Request - Invalid Msisdn')
  const buysGoods = command === 'CustomerBuyGoodsOnline'
  const account = text(fields, 'BillRefNumber')
  if (buysGoods ? fields.BillRefNumber != null : account === '' || account.length > 20)
    throw bad('Bad Request - Invalid BillRefNumber')
  if (buysGoods !== (business.kind === 'till')) throw bad('Bad Request - Invalid CommandID')
  const phone = phoneOf(world, msisdn)
  // The answer only says that the request was taken; what becomes of the payment, the callbacks tell.
  const payment = takePayment(world, { phone, business, amountCents, account, via: 'simulate' })
  world.agenda.track(
    payment.then((paid) => {
      if (!paid.ok) textFailed(world, phone, paid.resultDesc)
    }),
  )
  return ok(c2bAccepted(world, '0', 'Accept the service request successfully.'))
}
