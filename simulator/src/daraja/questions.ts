import { plain } from '../money.ts'
import { compactTime } from '../nairobi.ts'
import type { Business, Transaction } from '../state.ts'
import type { World } from '../world.ts'
import type { Answer } from './answers.ts'
import { type Call, text } from './call.ts'
import { acknowledge, bad, type OrderForm, readOrder, type Result, succeeded } from './initiator.ts'

const statusForm: OrderForm = {
  nameField: 'Initiator',
  partyField: 'PartyA',
  badCode: '400.003.02',
  commands: ['TransactionStatusQuery'],
}

/** `POST /mpesa/transactionstatus/v1/query`: by receipt, or by the conversation of the request that caused it. */
export function askStatus(world: World, call: Call): Answer {
  const { fields } = call
  const order = readOrder(world, call, statusForm)
  if (!['1', '2', '4'].includes(text(fields, 'IdentifierType'))) throw bad(statusForm, 'IdentifierType')
  const receipt = text(fields, 'TransactionID')
  const conversation = text(fields, 'OriginalConversationID') || text(fields, 'OriginatorConversationID')
  if (receipt === '' && conversation === '') throw bad(statusForm, 'TransactionID')
  return acknowledge(world, order, 'status', (business) => {
    const found = receipt === '' ? byConversation(world, conversation) : world.state.transactions.get(receipt)
    if (!found || (found.from !== business.shortcode && found.to !== business.shortcode))
      return { code: 2032, desc: 'The transaction receipt number does not exist.' }
    return { ...statusOf(found, order.conversationId), references: [['Occasion', order.occasion]] }
  })
}

function byConversation(world: World, id: string): Transaction | undefined {
  for (const one of world.state.transactions.values())
    if (one.originatorConversationId === id || one.conversationId === id) return one
  return undefined
}

function statusOf(found: Transaction, conversationId: string): Result {
  const reasons: Record<Transaction['kind'], string> = {
    paybill: 'Pay Bill Online',
    'buy-goods': 'Buy Goods Online',
    b2c: 'Business Payment to Customer via API',
    b2b: 'Business Pay Bill via API',
    tax: 'Pay Tax to KRA via API',
    reversal: 'Transaction Reversal via API',
    transfer: 'Transfer between own accounts via API',
    deposit: 'Deposit of Funds',
  }
  return {
    code: 0,
    desc: succeeded,
    receipt: found.receipt,
    parameters: [
      ['DebitPartyName', `${found.from} - ${found.fromName}`],
      ['CreditPartyName', `${found.to} - ${found.toName}`],
      ['OriginatorConversationID', found.originatorConversationId ?? ''],
      ['InitiatedTime', compactTime(found.at)],
      ['FinalisedTime', compactTime(found.at)],
      ['DebitAccountType', found.from.startsWith('254') ? 'MMF Account For Customer' : 'Utility Account'],
      ['DebitPartyCharges', found.feeCents > 0 ? `Fee For Pay Bill|KES|${plain(found.feeCents)}` : ''],
      ['TransactionReason'],
      ['ReasonType', reasons[found.kind]],
      ['TransactionStatus', 'Completed'],
      ['Amount', found.amountCents / 100],
      ['ConversationID', found.conversationId ?? conversationId],
      ['ReceiptNo', found.receipt],
    ],
  }
}

const balanceForm: OrderForm = {
  nameField: 'Initiator',
  partyField: 'PartyA',
  badCode: '400.002.02',
  commands: ['AccountBalance'],
}

/** `POST /mpesa/accountbalance/v1/query`. */
export function askBalance(world: World, call: Call): Answer {
  const order = readOrder(world, call, balanceForm)
  if (!['1', '2', '4'].includes(text(call.fields, 'IdentifierType'))) throw bad(balanceForm, 'IdentifierType')
  return acknowledge(world, order, 'balance', (business) => ({
    code: 0,
    desc: succeeded,
    receipt: order.conversationId.slice(-10).toUpperCase(),
    parameters: [
      ['AccountBalance', accounts(business)],
      ['BOCompletedTime', compactTime(world.agenda.now())],
    ],
  }))
}

function accounts(business: Business): string {
  const line = (name: string, cents: number) => `${name}|KES|${plain(cents)}|${plain(cents)}|0.00|0.00`
  return [
    line('Working Account', business.workingCents),
    line('Float Account', 0),
    line('Utility Account', business.utilityCents),
    line('Charges Paid Account', business.chargesCents),
    line('Organization Settlement Account', 0),
  ].join('&')
}
