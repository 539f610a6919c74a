import { optIn, changeOptIn } from './bill-opt-in.ts'
import { acknowledge, cancelBills, changeBills, sendMany, sendOne } from './bill-manager.ts'
import { registerUrls, simulatePayment } from './c2b.ts'
import type { Endpoint } from './call.ts'
import { pushToTill } from './express.ts'
import { payCustomer, payOtherBusiness, payTax, reversePayment } from './money-out.ts'
import { queryPull, registerPull } from './pull.ts'
import { drawQr } from './qr.ts'
import { askBalance, askStatus } from './questions.ts'
import { createStandingOrder } from './standing-order.ts'
import { pushToPhone, queryPush } from './stk.ts'

/** Bill Manager's paths; the prefix comes twice in the letters Safaricom sends when a Paybill goes live. */
const bill = (operation: string) => new RegExp(`^(?:/v1/billmanager-invoice){1,2}/${operation}$`)

function billManager(
  name: string,
  operation: string,
  run: Endpoint['run'],
  firstField = 'externalReference',
): Endpoint {
  return { name, path: bill(operation), dialect: '401', wrongMethod: '405.001', firstField, run }
}

/** One of `POST /mpesa/<path>` and its like. */
function endpoint(
  name: string,
  path: RegExp,
  dialect: Endpoint['dialect'],
  firstField: string,
  run: Endpoint['run'],
  wrongMethod: Endpoint['wrongMethod'] = '405.001',
): Endpoint {
  return { name, path, dialect, wrongMethod, firstField, run }
}

const stk = '404.001.03'
const older = '400.003.01'
const core = '401.002.01'
const headerError = '404.001.04'

/** Every endpoint but OAuth. */
export const endpoints: Endpoint[] = [
  endpoint('stk-push', /^\/mpesa\/stkpush\/v1\/processrequest$/, stk, 'BusinessShortCode', pushToPhone),
  endpoint('stk-query', /^\/mpesa\/stkpushquery\/v1\/query$/, stk, 'BusinessShortCode', queryPush),
  endpoint('c2b-register', /^\/mpesa\/c2b\/v[12]\/registerurl$/, older, 'ShortCode', registerUrls, headerError),
  endpoint('c2b-simulate', /^\/mpesa\/c2b\/v[12]\/simulate$/, older, 'ShortCode', simulatePayment, headerError),
  endpoint('b2c', /^\/mpesa\/b2c\/v[13]\/paymentrequest$/, core, 'InitiatorName', payCustomer),
  endpoint('b2b', /^\/mpesa\/b2b\/v1\/paymentrequest$/, core, 'Initiator', payOtherBusiness),
  endpoint('tax', /^\/mpesa\/b2b\/v1\/remittax$/, core, 'Initiator', payTax),
  endpoint('reversal', /^\/mpesa\/reversal\/v1\/request$/, stk, 'Initiator', reversePayment),
  endpoint('status', /^\/mpesa\/transactionstatus\/v1\/query$/, older, 'Initiator', askStatus, headerError),
  endpoint('balance', /^\/mpesa\/accountbalance\/v1\/query$/, core, 'Initiator', askBalance),
  endpoint('qr', /^\/mpesa\/qrcode\/v1\/generate$/, older, 'MerchantName', drawQr, headerError),
  endpoint('pull-register', /^\/pulltransactions\/v1\/register$/, '401.001', 'ShortCode', registerPull),
  endpoint('pull-query', /^\/pulltransactions\/v1\/query$/, '401.001', 'ShortCode', queryPull),
  endpoint('b2b-express', /^\/v1\/ussdpush\/get-msisdn$/, '401', 'primaryShortCode', pushToTill),
  endpoint(
    'standing-order',
    /^\/standingorder\/v1\/createStandingOrderExternal$/,
    core,
    'StandingOrderName',
    createStandingOrder,
  ),
  billManager('bill-opt-in', 'optin', optIn, 'shortcode'),
  billManager('bill-change-opt-in', 'change-optin-details', changeOptIn, 'shortcode'),
  billManager('bill-single', 'single-invoicing', sendOne),
  billManager('bill-bulk', 'bulk-invoicing', sendMany),
  billManager('bill-change', 'change-invoices?', changeBills),
  billManager('bill-cancel', 'cancel-single-invoice', cancelBills),
  billManager('bill-cancel-bulk', 'cancel-bulk-invoices?', cancelBills),
  billManager('bill-reconcile', 'reconciliation', acknowledge, 'paymentDate'),
]
