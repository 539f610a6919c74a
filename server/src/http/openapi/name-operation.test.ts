import { expect, test } from 'vitest'
import { nameOperation } from './name-operation.ts'

test.each([
  ['post', '/business/invoice/create', 'createInvoice'],
  ['get', '/business/invoice/list', 'listInvoices'],
  ['get', '/business/invoice/details/{id}', 'getInvoice'],
  ['patch', '/business/payment-link/update/{id}', 'updatePaymentLink'],
  ['post', '/business/invoice/{id}/payment/add', 'addInvoicePayment'],
  ['get', '/business/webhook/{id}/delivery/list', 'listWebhookDeliveries'],
  ['get', '/business/customer/{id}/statement', 'getCustomerStatement'],
  ['get', '/business/tax/list', 'listTaxes'],
  ['get', '/business/key/list', 'listKeys'],
  ['post', '/business/customer/find-or-create', 'findOrCreateCustomer'],
])('%s %s is %s', (method, path, name) => {
  expect(nameOperation(method, path)).toBe(name)
})
