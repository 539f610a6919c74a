import { plain, readWholeKes } from '../money.ts'
import { compactTime, dottedTime } from '../nairobi.ts'
import type { Business, Transaction } from '../state.ts'
import { type Moved, moveFloat, payBusiness, payOut, reverse } from '../transfers.ts'
import type { World } from '../world.ts'
import { type Answer, DarajaError } from './answers.ts'
import { type Call, text } from './call.ts'
import { acknowledge, bad, type Order, type OrderForm, readOrder, type Result, succeeded } from './initiator.ts'

const kraShortcode = '572572'

const b2cForm: OrderForm = {
  nameField: 'InitiatorName',
  partyField: 'PartyA',
  badCode: '400.002.02',
  commands: ['BusinessPayment', 'SalaryPayment', 'PromotionPayment'],
}

function readAmount(call: Call, form: OrderForm): number {
  const amountCents = readWholeKes(call.fields.Amount)
  if (!amountCents) throw bad(form, 'Amount')
  return amountCents
}

const idsOf = (order: Order) => ({
  conversationId: order.conversationId,
  originatorConversationId: order.originatorConversationId,
})

function told(moved: Moved, tell: (transaction: Transaction) => Omit<Result, 'code' | 'desc' | 'receipt'>): Result {
  if ('refused' in moved) return moved.refused
  return { code: 0, desc: succeeded, receipt: moved.transaction.receipt, ...tell(moved.transaction) }
}

/** `POST /mpesa/b2c/v1|v3/paymentrequest`: v3 refuses an OriginatorConversationID it has seen. */
export function payCustomer(world: World, call: Call): Answer {
  const order = readOrder(world, call, b2cForm)
  const amountCents = readAmount(call, b2cForm)
  const msisdn = text(call.fields, 'PartyB')
  if (!/^254[17]\d{8}$/.test(msisdn)) throw bad(b2cForm, 'PartyB')
  if (call.version === 'v3') {
    const id = text(call.fields, 'OriginatorConversationID')
    if (id === '') throw bad(b2cForm, 'OriginatorConversationID')
    if (world.state.originators.has(id))
      throw new DarajaError(500, '500.002.1001', 'Duplicate OriginatorConversationID')
    world.state.originators.set(id, order.conversationId)
  }
  return acknowledge(world, order, 'b2c', (business) =>
    told(payOut(world, business, msisdn, { kind: 'b2c', amountCents, ...idsOf(order) }), (transaction) => ({
      parameters: [
        ['TransactionAmount', amountCents / 100],
        ['TransactionReceipt', transaction.receipt],
        ['ReceiverPartyPublicName', `${msisdn} - ${transaction.toName}`],
        ['TransactionCompletedDateTime', dottedTime(transaction.at)],
        ['B2CUtilityAccountAvailableFunds', business.utilityCents / 100],
        ['B2CWorkingAccountAvailableFunds', business.workingCents / 100],
        ['B2CRecipientIsRegisteredCustomer', 'Y'],
        ['B2CChargesPaidAccountAvailableFunds', business.chargesCents / 100],
      ],
    })),
  )
}

const b2bForm: OrderForm = {
  nameField: 'Initiator',
  partyField: 'PartyA',
  badCode: '400.003.02',
  commands: [
    'BusinessPayBill',
    'BusinessBuyGoods',
    'BusinessPayToBulk',
    'BusinessToBusinessTransfer',
    'BusinessTransferFromMMFToUtility',
    'BusinessTransferFromUtilityToMMF',
  ],
}

/** `POST /mpesa/b2b/v1/paymentrequest`: pay bill, buy goods, B2C top-up and moves between a business's own accounts. */
export function payOtherBusiness(world: World, call: Call): Answer {
  const { fields } = call
  const order = readOrder(world, call, b2bForm)
  const amountCents = readAmount(call, b2bForm)
  const command = text(fields, 'CommandID')
  const to = text(fields, 'PartyB')
  if (!/^\d{5,7}$/.test(to)) throw bad(b2bForm, 'PartyB')
  if (text(fields, 'SenderIdentifierType') !== '4') throw bad(b2bForm, 'SenderIdentifierType')
  if (!['2', '4'].includes(text(fields, 'RecieverIdentifierType'))) throw bad(b2bForm, 'RecieverIdentifierType')
  const account = text(fields, 'AccountReference')
  if (account.length > 13 || (command === 'BusinessPayBill' && account === '')) throw bad(b2bForm, 'AccountReference')
  return acknowledge(world, order, 'b2b', (business) => {
    const receiver = world.state.businesses.get(to)
    if (!receiver) return { code: 'SFC_IC0003', desc: 'The receiver does not exist.' }
    const wanted = command === 'BusinessBuyGoods' ? 'till' : receiver.kind
    if (receiver.kind !== wanted)
      return { code: 2028, desc: 'The request is not permitted according to product assignment.' }
    const isMove = command.includes('MMF') || (command === 'BusinessPayToBulk' && to === business.shortcode)
    const movement = { kind: isMove ? ('transfer' as const) : ('b2b' as const), amountCents, account, ...idsOf(order) }
    const moved = isMove
      ? moveFloat(world, business, command !== 'BusinessTransferFromUtilityToMMF', movement)
      : payBusiness(world, business, receiver, to, movement)
    return told(moved, (transaction) => businessDetails(business, transaction))
  })
}

function businessDetails(business: Business, transaction: Transaction): Pick<Result, 'parameters' | 'references'> {
  const balance = plain(business.workingCents)
  return {
    parameters: [
      [
        'DebitAccountBalance',
        `{Amount={CurrencyCode=KES, MinimumAmount=${business.workingCents}, BasicAmount=${balance}}}`,
      ],
      ['Amount', plain(transaction.amountCents)],
      ['DebitPartyAffectedAccountBalance', `Working Account|KES|${balance}|${balance}|0.00|0.00`],
      ['TransCompletedTime', compactTime(transaction.at)],
      ['DebitPartyCharges', ''],
      ['ReceiverPartyPublicName', `${transaction.to} - ${transaction.toName}`],
      ['Currency', 'KES'],
      [
        'InitiatorAccountCurrentBalance',
        `{Amount={CurrencyCode=KES, MinimumAmount=${business.workingCents}, BasicAmount=${balance}}}`,
      ],
    ],
    references: [['BillReferenceNumber', transaction.account]],
  }
}

const taxForm: OrderForm = { ...b2bForm, badCode: '400.002.02', commands: ['PayTaxToKRA'] }

/** `POST /mpesa/b2b/v1/remittax`: tax to KRA; the account reference is the payment registration number. */
export function payTax(world: World, call: Call): Answer {
  const order = readOrder(world, call, taxForm)
  const amountCents = readAmount(call, taxForm)
  if (text(call.fields, 'PartyB') !== kraShortcode) throw bad(taxForm, 'PartyB')
  const account = text(call.fields, 'AccountReference')
  if (account === '') throw bad(taxForm, 'AccountReference')
  return acknowledge(world, order, 'tax', (business) => {
    const movement = { kind: 'tax' as const, amountCents, account, ...idsOf(order) }
    const moved = payBusiness(world, business, undefined, kraShortcode, movement)
    return told(moved, (transaction) => businessDetails(business, transaction))
  })
}

const reversalForm: OrderForm = {
  nameField: 'Initiator',
  partyField: 'ReceiverParty',
  badCode: '400.002.02',
  commands: ['TransactionReversal'],
}

/** `POST /mpesa/reversal/v1/request`: gives a customer's payment back. */
export function reversePayment(world: World, call: Call): Answer {
  const order = readOrder(world, call, reversalForm)
  const amountCents = readAmount(call, reversalForm)
  const receipt = text(call.fields, 'TransactionID')
  if (receipt === '') throw bad(reversalForm, 'TransactionID')
  // 11 is documented; older clients send 4.
  if (!['11', '4'].includes(text(call.fields, 'RecieverIdentifierType')))
    throw bad(reversalForm, 'RecieverIdentifierType')
  return acknowledge(world, order, 'reversal', (business) =>
    told(reverse(world, business, receipt, { kind: 'reversal', amountCents, ...idsOf(order) }), (transaction) => ({
      parameters: [
        [
          'DebitAccountBalance',
          `Working Account|KES|${plain(business.workingCents)}|${plain(business.workingCents)}|0.00|0.00`,
        ],
        ['Amount', plain(amountCents)],
        ['TransCompletedTime', compactTime(transaction.at)],
        ['OriginalTransactionID', receipt],
        ['Charge', '0.00'],
        ['CreditPartyPublicName', `${transaction.to} - ${transaction.toName}`],
        ['DebitPartyPublicName', `${business.shortcode} - ${business.name}`],
      ],
    })),
  )
}
