import { callBack } from '../callbacks.ts'
import { newReceipt } from '../ids.ts'
import { readWholeKes } from '../money.ts'
import type { World } from '../world.ts'
import { type Answer, badField } from './answers.ts'
import { type Call, isWebUrl, ok, text } from './call.ts'

/**
 * `POST /standingorder/v1/createStandingOrderExternal` (Ratiba): takes the order and tells that it stands. The
 * payments of a standing order are not made by the clock.
 */
export function createStandingOrder(world: World, { app, fields, requestId }: Call): Answer {
  const shortcode = text(fields, 'BusinessShortCode')
  if (text(fields, 'StandingOrderName') === '') throw badField('StandingOrderName')
  for (const name of ['StartDate', 'EndDate']) if (!/^\d{8}$/.test(text(fields, name))) throw badField(name)
  if (text(fields, 'EndDate') < text(fields, 'StartDate')) throw badField('EndDate')
  if (!app.shortcodes.includes(shortcode)) throw badField('BusinessShortCode')
  if (!/^Standing Order Customer Pay (Bill|Marchant|Merchant)$/.test(text(fields, 'TransactionType')))
    throw badField('TransactionType')
  if (!['2', '4'].includes(text(fields, 'ReceiverPartyIdentifierType'))) throw badField('ReceiverPartyIdentifierType')
  if (!readWholeKes(fields.Amount)) throw badField('Amount')
  const msisdn = text(fields, 'PartyA')
  if (!/^254[17]\d{8}$/.test(msisdn)) throw badField('PartyA')
  const callbackUrl = text(fields, 'CallBackURL')
  if (!isWebUrl(callbackUrl)) throw badField('CallBackURL')
  const account = text(fields, 'AccountReference')
  if (account === '' || account.length > 12) throw badField('AccountReference')
  if (!/^[1-8]$/.test(text(fields, 'Frequency'))) throw badField('Frequency')
  const responseData = [
    { name: 'TransactionID', value: newReceipt(world.chance, world.agenda.now()) },
    { name: 'responseCode', value: '0' },
    { name: 'Status', value: 'OKAY' },
    { name: 'Msisdn', value: `******${msisdn.slice(-3)}` },
  ]
  const told = {
    ResponseHeader: {
      responseRefID: requestId,
      requestRefID: requestId,
      responseCode: '0',
      responseDescription: 'The service request is processed successfully',
    },
    ResponseBody: { responseData },
  }
  callBack(world, 'standing-order-callback', callbackUrl, told, requestId)
  const responseDescription = 'Request accepted for processing'
  return ok({
    ResponseHeader: { responseRefID: requestId, responseCode: '200', responseDescription },
    ResponseBody: { responseDescription, responseCode: '200' },
  })
}
