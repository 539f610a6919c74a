import { callBack } from '../callbacks.ts'
import { newConversationId } from '../ids.ts'
import type { Business } from '../state.ts'
import type { World } from '../world.ts'
import { type Answer, DarajaError } from './answers.ts'
import { type Call, isWebUrl, ok, text } from './call.ts'

/** How one of the initiator APIs ended, as it is told to the ResultURL. */
export interface Result {
  code: number | string
  desc: string
  /** A receipt; what failed gets a generic one. */
  receipt?: string
  parameters?: [key: string, value?: string | number][]
  references?: [key: string, value: string][]
}

/** A request of an operator: acknowledged at once, ended by a callback. */
export interface Order {
  business: Business | undefined
  owned: boolean
  resultUrl: string
  timeoutUrl: string
  originatorConversationId: string
  conversationId: string
  remarks: string
  occasion: string
  /** Why M-PESA would not act for this operator. */
  objection: Result | undefined
}

export interface OrderForm {
  nameField: 'Initiator' | 'InitiatorName'
  /** The field with the shortcode of the business that acts. */
  partyField: 'PartyA' | 'ReceiverParty'
  /** The envelope's code for a bad field: 400.003.02 for B2B and status, 400.002.02 for the others. */
  badCode: '400.002.02' | '400.003.02'
  commands: string[]
}

export const succeeded = 'The service request is processed successfully.'
const wrongInitiator: Result = { code: 2001, desc: 'The initiator information is invalid.' }

/** A bad field in the words of this API. */
export const bad = (form: OrderForm, field: string) =>
  new DarajaError(400, form.badCode, `Bad Request - Invalid ${field}`)

/** Reads what all initiator APIs have in common. Throws the envelope's error for a bad field. */
export function readOrder(world: World, call: Call, form: OrderForm): Order {
  const { fields } = call
  if (text(fields, form.nameField) === '') throw bad(form, form.nameField)
  const credential = text(fields, 'SecurityCredential')
  if (!/^[A-Za-z0-9+/]{86,}={0,2}$/.test(credential)) throw bad(form, 'SecurityCredential')
  if (!form.commands.includes(text(fields, 'CommandID'))) throw bad(form, 'CommandID')
  const shortcode = text(fields, form.partyField)
  if (!/^\d{5,7}$/.test(shortcode)) throw bad(form, form.partyField)
  const remarks = text(fields, 'Remarks')
  if (remarks.length < 2 || remarks.length > 100) throw bad(form, 'Remarks')
  const resultUrl = text(fields, 'ResultURL')
  if (!isWebUrl(resultUrl)) throw bad(form, 'ResultURL')
  const timeoutUrl = text(fields, 'QueueTimeOutURL')
  if (!isWebUrl(timeoutUrl)) throw bad(form, 'QueueTimeOutURL')
  const business = world.state.businesses.get(shortcode)
  const owned = call.app.shortcodes.includes(shortcode)
  return {
    business,
    owned,
    resultUrl,
    timeoutUrl,
    originatorConversationId: text(fields, 'OriginatorConversationID') || call.requestId,
    conversationId: newConversationId(world.chance, world.agenda.now()),
    remarks,
    // Both spellings are sent by clients and taken by the sandbox.
    occasion: text(fields, 'Occassion') || text(fields, 'Occasion'),
    objection: objection(world, business, owned, text(fields, form.nameField), credential),
  }
}

function objection(
  world: World,
  business: Business | undefined,
  owned: boolean,
  name: string,
  credential: string,
): Result | undefined {
  if (!business) return { code: 'SFC_IC0003', desc: 'The operator does not exist.' }
  if (!owned) return { code: 21, desc: 'The initiator is not allowed to initiate this request.' }
  const known = business.initiator
  if (!known) return undefined
  if (name !== known.name) return wrongInitiator
  return world.credentials.check(credential, known.password, world.switches.foreignCredential)
    ? undefined
    : wrongInitiator
}

/** Answers the acknowledgement; the work is done at once and told by callback, unless it times out in the queue. */
export function acknowledge(world: World, order: Order, name: string, work: (business: Business) => Result): Answer {
  const timedOut = world.troubles.strike(['queue-timeout'], name, order.timeoutUrl).length > 0
  const { business, conversationId } = order
  if (timedOut) {
    const result = { code: 1, desc: 'The request timed out in the queue.' }
    callBack(world, 'queue-timeout', order.timeoutUrl, envelopeOf(order, result), conversationId)
  } else {
    const result =
      order.objection ?? (business ? work(business) : { code: 'SFC_IC0003', desc: 'The operator does not exist.' })
    callBack(world, 'result', order.resultUrl, envelopeOf(order, result), conversationId)
  }
  return ok({
    OriginatorConversationID: order.originatorConversationId,
    ConversationID: conversationId,
    ResponseCode: '0',
    ResponseDescription: 'Accept the service request successfully.',
  })
}

function envelopeOf(order: Order, result: Result) {
  const references = result.references ?? []
  const items = [
    ...references.map(([Key, Value]) => ({ Key, Value })),
    { Key: 'QueueTimeoutURL', Value: order.timeoutUrl },
  ]
  const ResultParameter = result.parameters?.map(([Key, Value]) => (Value === undefined ? { Key } : { Key, Value }))
  return {
    Result: {
      ResultType: 0,
      ResultCode: result.code,
      ResultDesc: result.desc,
      OriginatorConversationID: order.originatorConversationId,
      ConversationID: order.conversationId,
      TransactionID: result.receipt ?? `${order.conversationId.slice(-3).toUpperCase()}0000000`,
      ...(ResultParameter && { ResultParameters: { ResultParameter } }),
      // A single item comes bare, several come as a list.
      ReferenceData: { ReferenceItem: items.length === 1 ? items[0] : items },
    },
  }
}
