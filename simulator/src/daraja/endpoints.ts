import { optIn, changeOptIn } from './bill-opt-in.ts'
import { acknowledge, cancelBills, changeBills, sendMany, sendOne } from './bill-manager.ts'
import { registerUrls, simulatePayment } from './c2b.ts'
import type { Endpoint } from './call.ts'
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

/** Every endpoint but OAuth. */
export const endpoints: Endpoint[] = [
  {
    name: 'stk-push',
    path: /^\/mpesa\/stkpush\/v1\/processrequest$/,
    dialect: '404.001.03',
    wrongMethod: '405.001',
    firstField: 'BusinessShortCode',
    run: pushToPhone,
  },
  {
    name: 'stk-query',
    path: /^\/mpesa\/stkpushquery\/v1\/query$/,
    dialect: '404.001.03',
    wrongMethod: '405.001',
    firstField: 'BusinessShortCode',
    run: queryPush,
  },
  {
    name: 'c2b-register',
    path: /^\/mpesa\/c2b\/(v1|v2)\/registerurl$/,
    dialect: '400.003.01',
    wrongMethod: '404.001.04',
    firstField: 'ShortCode',
    run: registerUrls,
  },
  {
    name: 'c2b-simulate',
    path: /^\/mpesa\/c2b\/(v1|v2)\/simulate$/,
    dialect: '400.003.01',
    wrongMethod: '404.001.04',
    firstField: 'ShortCode',
    run: simulatePayment,
  },
  billManager('bill-opt-in', 'optin', optIn, 'shortcode'),
  billManager('bill-change-opt-in', 'change-optin-details', changeOptIn, 'shortcode'),
  billManager('bill-single', 'single-invoicing', sendOne),
  billManager('bill-bulk', 'bulk-invoicing', sendMany),
  billManager('bill-change', 'change-invoices?', changeBills),
  billManager('bill-cancel', 'cancel-single-invoice', cancelBills),
  billManager('bill-cancel-bulk', 'cancel-bulk-invoices?', cancelBills),
  billManager('bill-reconcile', 'reconciliation', acknowledge, 'paymentDate'),
]
