import { plain } from '../money.ts'
import { readTime } from '../nairobi.ts'
import type { Transaction } from '../state.ts'
import type { World } from '../world.ts'
import { type Answer, DarajaError } from './answers.ts'
import { type Call, isWebUrl, ok, text } from './call.ts'

const pageRows = 100
const windowMs = 48 * 3_600_000
const eastOfGreenwichMs = 3 * 3_600_000
const invalidShortcode = () => new DarajaError(400, '400.001', 'Invalid ShortCode')

/** `POST /pulltransactions/v1/register`. */
export function registerPull(world: World, { app, fields, requestId }: Call): Answer {
  const shortcode = text(fields, 'ShortCode')
  const business = world.state.businesses.get(shortcode)
  if (!business || !app.shortcodes.includes(shortcode)) throw invalidShortcode()
  if (text(fields, 'RequestType') !== 'Pull') throw new DarajaError(400, '400.001', 'Invalid RequestType')
  const nominatedNumber = text(fields, 'NominatedNumber')
  if (!/^(?:254|0)[17]\d{8}$/.test(nominatedNumber)) throw new DarajaError(400, '400.001', 'Invalid NominatedNumber')
  const callbackUrl = text(fields, 'CallBackURL')
  if (!isWebUrl(callbackUrl)) throw new DarajaError(400, '400.001', 'Invalid CallBackURL')
  const again = business.pull !== undefined
  business.pull = { nominatedNumber, callbackUrl }
  world.changed({ type: 'business', shortcode })
  return ok({
    ResponseRefID: requestId,
    ResponseStatus: again ? '1001' : '1000',
    ShortCode: shortcode,
    ResponseDescription: again ? 'ShortCode already Registered' : 'ShortCode Registered Successfully',
  })
}

/** `POST /pulltransactions/v1/query`: customers' payments of the last 48 hours, a hundred at a time. */
export function queryPull(world: World, { app, fields, requestId }: Call): Answer {
  const shortcode = text(fields, 'ShortCode')
  const business = world.state.businesses.get(shortcode)
  if (!business?.pull || !app.shortcodes.includes(shortcode)) throw invalidShortcode()
  const from = readTime(text(fields, 'StartDate'))
  const to = readTime(text(fields, 'EndDate'))
  if (Number.isNaN(from)) throw new DarajaError(400, '400.001', 'Invalid StartDate')
  if (Number.isNaN(to) || to < from) throw new DarajaError(400, '400.001', 'Invalid EndDate')
  const offset = Number(text(fields, 'OffSetValue') || '0')
  if (!Number.isInteger(offset) || offset < 0) throw new DarajaError(400, '400.001', 'Invalid OffSetValue')
  const earliest = Math.max(from, world.agenda.now() - windowMs)
  const rows = [...world.state.transactions.values()]
    .filter((one) => one.to === shortcode && (one.kind === 'paybill' || one.kind === 'buy-goods'))
    .filter((one) => one.at >= earliest && one.at <= to)
    .slice(offset, offset + pageRows)
    .map((one) => row(world, one))
  return ok({
    ResponseRefID: requestId,
    ResponseCode: rows.length > 0 ? '1000' : '1001',
    ResponseMessage: rows.length > 0 ? 'Success' : 'No transactions found',
    Response: [rows],
  })
}

function row(world: World, one: Transaction) {
  const shift = world.switches.pullTimes === 'nairobi' ? eastOfGreenwichMs : 0
  return {
    transactionId: one.receipt,
    trxDate: new Date(one.at + shift).toISOString().replace(/\.\d+Z$/, 'Z'),
    msisdn: Number(one.from.slice(3)),
    sender: one.fromName.toUpperCase(),
    transactiontype: one.kind === 'paybill' ? 'c2b-pay-bill-debit' : 'c2b-buy-goods-debit',
    billreference: one.account,
    amount: plain(one.amountCents),
    organizationname: one.toName,
  }
}
