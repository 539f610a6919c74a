import { callbackUrls } from '../../server/src/businesses/connect-shortcode.ts'
import type { World } from '../world.ts'
import { lookAt, nothing, type Answered, type Step } from './step.ts'

const shortcode = '600984'

/** What Safaricom sends when somebody pays at the Paybill, or is about to. */
async function c2b(w: World, kind: 'validation' | 'confirmation', about: object): Promise<void> {
  await fetch(callbackUrls(w.ctx, w.businessId)[kind], {
    method: 'POST',
    body: JSON.stringify({
      TransactionType: 'Pay Bill',
      TransTime: '20310301111500',
      TransAmount: '900.00',
      BusinessShortCode: shortcode,
      MSISDN: '2547 ***** 111',
      FirstName: 'BARAKA',
      ...about,
    }),
  })
  await w.work()
}
const comesIn = (w: World, data: Answered, about: object = { TransID: 'UKT0000002' }) =>
  c2b(w, 'confirmation', { BillRefNumber: data('createInvoice').accountno, ...about })
/** A payer says on the pay page that he has paid already. */
async function hasPaid(w: World, data: Answered): Promise<void> {
  const claim = 'UKT0000003 Confirmed. Ksh1,000.00 sent to MWANGAZA ACADEMY on 1/3/31 at 11:15 AM'
  await fetch(`${w.ctx.publicUrl}/pay/${data('createInvoice').paymentlink.code}/claim`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ claim }),
  })
}

/** What is asked about money that came in. */
export const paymentSteps: Step[] = [
  [
    'requestMobilePayment',
    (w, data) => ({
      body: { amount: 1000, phone: w.customer.phone, referenceid: data('createInvoice').invoiceno },
    }),
  ],
  [
    'importStatement',
    (_, data) => ({
      body: {
        shortcode,
        csv: [
          'Receipt No.,Completion Time,Details,Transaction Status,Paid In,Withdrawn,Balance,Other Party Info,A/C No.',
          `UKS0000001,2031-02-28 10:00:00,Pay Bill,Completed,500.00,,,254722000111 - BARAKA,${data('createInvoice').accountno}`,
          'UKS0000002,2031-02-28 11:00:00,Pay Bill,Completed,700.00,,,254722000111 - BARAKA,NOBODY',
        ].join('\n'),
        filename: 'february.csv',
      },
    }),
  ],
  ['listStatements', nothing],
  ['getStatement', (_, data) => ({ params: { id: data('importStatement')._id } })],
  ['listStatementLines', (_, data) => ({ params: { id: data('importStatement')._id } })],
  ['createClose', () => ({ body: { shortcode, date: '2031-02-28' } })],
  ['listCloses', nothing],
  ['listUnmatchedPayments', nothing],
  [
    'matchPayment',
    (_, data) => ({
      params: { id: data('listUnmatchedPayments')[0]._id },
      body: { accountid: data('createAccount')._id, reason: 'She rang and said so' },
    }),
  ],
  [
    'unmatchPayment',
    (_, data) => ({ params: { id: data('matchPayment')._id }, body: { reason: 'It was her sister' } }),
  ],
  ['listTransactions', () => ({ query: { channel: 'mpesa' } })],
  ['getTransaction', lookAt('listTransactions')],
  ['listReceipts', nothing],
  ['getReceipt', lookAt('listReceipts')],
  [
    'movePayment',
    (_, data) => ({
      params: { id: data('listTransactions')[0]._id },
      body: { reason: 'Typed the wrong account', accountid: data('createAccount')._id },
    }),
  ],
  [
    'refundAccountCredit',
    (_, data) => ({
      params: { id: data('createAccount')._id },
      body: { amount: 100, method: 'cash', reason: 'Asked for it' },
    }),
  ],
  [
    'reversePayment',
    (_, data) => ({ params: { id: data('listTransactions')[1]._id }, body: { reason: 'Not a payment of ours' } }),
  ],
  ['getPayment', (_, data) => ({ params: { id: data('listTransactions')[1]._id } })],
  [
    'listPaymentContradictions',
    () => ({ query: { state: 'open' } }),
    (w, data) => comesIn(w, data, { TransID: 'UKS0000001', TransAmount: '450.00' }),
  ],
  [
    'resolvePaymentContradiction',
    (_, data) => ({
      params: { id: data('listPaymentContradictions')[0]._id },
      body: { keep: 'ours', reason: 'The statement says 500' },
    }),
  ],
  ['listClaims', () => ({ query: { state: 'waiting' } }), hasPaid],
  ['getAttention', nothing],
  [
    'dismissClaim',
    (_, data) => ({
      params: { id: data('listClaims')[0]._id },
      body: { reason: 'He paid another school, and has it back' },
    }),
  ],
  ['updateSettings', () => ({ body: { confirmedabove: 500, validationpolicy: 'known_only' } })],
  ['listRefusedPayments', nothing, (w) => c2b(w, 'validation', { BillRefNumber: 'NOBODY', TransID: 'UKT0000001' })],
  ['listTransactions', () => ({ query: { trust: 'held' } }), (w, data) => comesIn(w, data)],
  [
    'releasePayment',
    (_, data) => ({ params: { id: data('listTransactions')[0]._id }, body: { reason: 'She showed the message' } }),
  ],
]
