import { callBack } from '../callbacks.ts'
import { newConversationId } from '../ids.ts'
import { readWholeKes } from '../money.ts'
import { payBusiness } from '../transfers.ts'
import type { World } from '../world.ts'
import { type Answer, DarajaError } from './answers.ts'
import { type Call, isWebUrl, ok, text } from './call.ts'

const badRequest = (field: string) => new DarajaError(400, '400.002.02', `Bad Request - Invalid ${field}`)

/** `POST /v1/ussdpush/get-msisdn` (B2B Express): asks the holder of a till to pay a vendor. */
export function pushToTill(world: World, { app, fields }: Call): Answer {
  const payer = text(fields, 'primaryShortCode')
  const receiver = text(fields, 'receiverShortCode')
  if (!/^\d{5,7}$/.test(payer)) throw badRequest('primaryShortCode')
  if (!/^\d{5,7}$/.test(receiver) || !app.shortcodes.includes(receiver)) throw badRequest('receiverShortCode')
  const amountCents = readWholeKes(fields.amount)
  if (!amountCents) throw badRequest('amount')
  const paymentReference = text(fields, 'paymentRef')
  if (paymentReference === '') throw badRequest('paymentRef')
  const callbackUrl = text(fields, 'callbackUrl')
  if (!isWebUrl(callbackUrl)) throw badRequest('callbackUrl')
  if (text(fields, 'partnerName') === '') throw badRequest('partnerName')
  const requestId = text(fields, 'RequestRefID')
  if (requestId === '') throw badRequest('RequestRefID')

  const amount = (amountCents / 100).toFixed(1)
  const conversationID = newConversationId(world.chance, world.agenda.now())
  const failed = (resultCode: string, resultDesc: string) =>
    callBack(
      world,
      'b2b-express-callback',
      callbackUrl,
      { resultCode, resultDesc, requestId, amount, paymentReference },
      requestId,
    )
  const till = world.state.businesses.get(payer)
  if (!till || till.express === 'no-number') failed('4104', 'Missing Nominated Number')
  else if (till.express === 'cancels') failed('4001', 'User cancelled transaction')
  else if (till.express === 'no-kyc') failed('4102', 'Merchant KYC Fail')
  else {
    const movement = {
      kind: 'b2b' as const,
      amountCents,
      account: paymentReference,
      conversationId: conversationID,
      originatorConversationId: requestId,
    }
    const moved = payBusiness(world, till, world.state.businesses.get(receiver), receiver, movement)
    if ('refused' in moved) failed(String(moved.refused.code), moved.refused.desc)
    else {
      const body = {
        resultCode: '0',
        resultDesc: 'The service request is processed successfully.',
        amount,
        requestId,
        resultType: '0',
        conversationID,
        transactionId: moved.transaction.receipt,
        status: 'SUCCESS',
      }
      callBack(world, 'b2b-express-callback', callbackUrl, body, requestId)
    }
  }
  return ok({ code: '0', status: 'USSD Initiated Successfully' })
}
