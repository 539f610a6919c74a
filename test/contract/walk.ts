import { demoConsumerKey, demoConsumerSecret, demoShortcodes, sandboxPasskey } from '@kusanya/simulator'
import { png } from '../picture.ts'
import type { World } from '../world.ts'
import { messageSteps } from './walk-messages.ts'
import { paymentSteps } from './walk-payments.ts'
import { webhookSteps } from './walk-webhooks.ts'
import { lookAt, nothing, type Answered, type Step } from './step.ts'

const onInvoice = (_: World, data: Answered) => ({ params: { id: data('createInvoice')._id } })
const thePaybill = { params: { id: demoShortcodes.stk } }
const draft = (w: World, data: Answered, rate = 25_000) => ({
  customerid: data('createCustomer')._id,
  items: [{ itemid: w.products[0], quantity: 1, rate }],
  duedate: '2031-03-31',
})

/**
 * One request for each operation, in an order in which all of them succeed: what was made before is used after. A new
 * operation needs a line here; `npm run examples` then makes what it was asked and answered the example in the API's
 * description.
 */
export const walk: Step[] = [
  [
    'createCustomer',
    () => ({
      body: {
        name: 'Baraka Njoroge',
        email: 'baraka@example.com',
        phone: '+254722000111',
        country: 'Kenya',
        currency: 'KES',
      },
    }),
  ],
  ['listCustomers', () => ({ query: { search: '0722000111', limit: '2' } })],
  ['getCustomer', (_, data) => ({ params: { id: data('createCustomer')._id } })],
  ['updateCustomer', (_, data) => ({ params: { id: data('createCustomer')._id }, body: { city: 'Nakuru' } })],
  ['createAccount', (_, data) => ({ body: { customerid: data('createCustomer')._id, name: 'Room 12' } })],
  ['listAccounts', (_, data) => ({ query: { customerid: data('createCustomer')._id } })],
  ['getAccount', (_, data) => ({ params: { id: data('createAccount')._id } })],
  ['updateAccount', (_, data) => ({ params: { id: data('createAccount')._id }, body: { name: 'Room 14' } })],
  ['createProduct', () => ({ body: { title: 'Rent of a room', price: 25_000 } })],
  ['listProducts', () => ({ query: { limit: '2' } })],
  ['getProduct', (_, data) => ({ params: { id: data('createProduct')._id } })],
  ['updateProduct', (_, data) => ({ params: { id: data('createProduct')._id }, body: { price: 26_000 } })],
  ['createTax', () => ({ body: { name: 'VAT', rate: 16 } })],
  ['listTaxes', nothing],
  ['getTax', (_, data) => ({ params: { id: data('createTax')._id } })],
  ['updateTax', (_, data) => ({ params: { id: data('createTax')._id }, body: { code: 'V16' } })],
  ['createWebhook', () => ({ body: { url: 'https://example.com/hooks', events: ['invoice.created'] } })],
  ['listWebhooks', nothing],
  ['getWebhook', (_, data) => ({ params: { id: data('createWebhook')._id } })],
  ['updateWebhook', (_, data) => ({ params: { id: data('createWebhook')._id }, body: { description: 'The shop' } })],
  ['updateSettings', () => ({ body: { creditpaysinvoices: false } })],
  // An invoice that is paid twice over leaves credit for the next one.
  ['createInvoice', (w, data) => ({ body: draft(w, data, 100) })],
  ['addInvoicePayment', (w, data) => ({ ...onInvoice(w, data), body: { amount: 200, allowoverpayment: true } })],
  ['createInvoice', (w, data) => ({ body: { ...draft(w, data), title: 'Rent for March', taxid: w.taxId } })],
  [
    'rewriteDraft',
    (w, data) => ({
      ...onInvoice(w, data),
      body: { ...draft(w, data), title: 'Rent for March', taxid: w.taxId, discount: 500 },
    }),
    async (w, data) => {
      const id = data('createInvoice')._id as string
      await w.call('PATCH', `/business/invoice/update/${id}`, { status: 'draft' })
    },
  ],
  ['updateInvoice', (w, data) => ({ ...onInvoice(w, data), body: { status: 'unpaid' } })],
  ['listInvoices', () => ({ query: { status: 'unpaid', limit: '2' } })],
  ['getInvoice', onInvoice],
  ['updateInvoice', (w, data) => ({ ...onInvoice(w, data), body: { discount: 10, discounttype: 'percentage' } })],
  ...webhookSteps,
  ['addInvoicePayment', (w, data) => ({ ...onInvoice(w, data), body: { amount: 2000, method: 'cheque' } })],
  ['applyInvoiceCredit', (w, data) => ({ ...onInvoice(w, data), body: { amount: 60 } })],
  ['listInvoicePayments', onInvoice],
  [
    'reverseInvoicePayment',
    (w, data) => ({
      ...onInvoice(w, data),
      body: { transactionid: data('addInvoicePayment').transaction._id, reason: 'The cheque bounced' },
    }),
  ],
  ['createPaymentLink', () => ({ body: { title: 'School trip', amount: 1500, expiresat: '2031-06-30' } })],
  ['listPaymentLinks', () => ({ query: { limit: '1' } })],
  ['getPaymentLink', (_, data) => ({ params: { id: data('createPaymentLink')._id } })],
  ['updatePaymentLink', (_, data) => ({ params: { id: data('createPaymentLink')._id }, body: { amount: 1600 } })],
  ['getBill', (_, data) => ({ params: { code: data('createPaymentLink').code } })],
  ...paymentSteps,
  [
    'addInvoiceAdjustment',
    (w, data) => ({ ...onInvoice(w, data), body: { kind: 'write_off', amount: 300, reason: 'Agreed on the phone' } }),
  ],
  [
    'reverseInvoiceAdjustment',
    (w, data) => ({
      ...onInvoice(w, data),
      body: { adjustmentid: data('addInvoiceAdjustment').adjustment._id, reason: 'Paid after all' },
    }),
  ],
  ['listInvoiceAdjustments', onInvoice],
  ['getInvoiceTimeline', onInvoice],
  [
    'createCreditNote',
    (_, data) => ({
      body: {
        invoiceid: data('createInvoice')._id,
        reason: 'A week without water',
        items: [{ line: 1, amount: 500 }],
      },
    }),
  ],
  ['listCreditNotes', nothing],
  ['getCreditNote', (_, data) => ({ params: { id: data('createCreditNote')._id } })],
  [
    'reverseCreditNote',
    (_, data) => ({ params: { id: data('createCreditNote')._id }, body: { reason: 'It was two days' } }),
  ],
  ['getInvoicePdf', onInvoice],
  ['zipInvoicePdfs', (_, data) => ({ body: { ids: [data('createInvoice')._id] } })],
  ['getReceiptPdf', lookAt('listReceipts')],
  ['getCreditNotePdf', lookAt('listCreditNotes')],
  ['getCustomerStatement', (_, data) => ({ params: { id: data('createCustomer')._id } })],
  ['getAccountStatement', (_, data) => ({ params: { id: data('createInvoice').accountid } })],
  ['getAgingReport', nothing],
  ['getOwedReport', nothing],
  ['getCollectedReport', nothing],
  ['getChannelReport', nothing],
  ['getDaysOutstandingReport', () => ({ query: { from: '2031-02-01', to: '2031-03-01' } })],
  ['getTrialBalance', nothing],
  ['getAccountLedger', () => ({ query: { account: 'receivable', from: '2031-02-01', to: '2031-03-01' } })],
  ['updateNumbers', () => ({ body: { invoice: 1842 } })],
  ['getNumbers', nothing],
  ['setLogo', () => ({ body: { image: png(1, 1).toString('base64') } })],
  ['getLogo', nothing],
  ['removeLogo', nothing],
  ['getSettings', nothing],
  ['inviteUser', () => ({ body: { email: 'head@school.example', name: 'Achieng Odhiambo', role: 'owner' } })],
  ['inviteUser', () => ({ body: { email: 'bursar@school.example', name: 'Wanjiru Kamau', role: 'cashier' } })],
  ['listUsers', nothing],
  ['getUser', lookAt('listUsers')],
  ['updateUser', (_, data) => ({ params: { id: data('inviteUser')._id }, body: { role: 'accountant' } })],
  ['removeUser', (_, data) => ({ params: { id: data('inviteUser')._id } })],
  ['createKey', () => ({ body: { name: 'Till 2', scopes: ['read'] } })],
  ['listKeys', nothing],
  ['getKey', (_, data) => ({ params: { id: data('createKey')._id } })],
  ['updateKey', (_, data) => ({ params: { id: data('createKey')._id }, body: { name: 'Till 3' } })],
  ['rotateKey', (_, data) => ({ params: { id: data('createKey')._id }, body: { overlaphours: 1 } })],
  ['revokeKey', (_, data) => ({ params: { id: data('rotateKey')._id }, body: { reason: 'Lost' } })],
  ['listShortcodes', nothing],
  [
    'connectShortcode',
    () => ({
      body: {
        shortcode: demoShortcodes.stk,
        environment: 'sandbox',
        consumerkey: demoConsumerKey,
        consumersecret: demoConsumerSecret,
        passkey: sandboxPasskey,
        email: 'bursar@school.example',
        officialcontact: '0722 000111',
      },
    }),
  ],
  [
    'setShortcodeOperator',
    () => ({ ...thePaybill, body: { name: 'collections', securitycredential: 'Q3JlZGVudGlhbA'.repeat(8) } }),
  ],
  ['testShortcode', () => ({ ...thePaybill, body: { phone: '0722 333444' } })],
  ['getShortcode', () => thePaybill],
  ['disconnectShortcode', () => ({ ...thePaybill, body: { reason: 'We bank elsewhere now' } })],
  ...messageSteps,
  ['listAuditLines', () => ({ query: { type: 'payment', limit: '2' } })],
  [
    'renewPaymentLink',
    (_, data) => ({ params: { id: data('createPaymentLink')._id }, body: { reason: 'Posted in the wrong group' } }),
  ],
]
