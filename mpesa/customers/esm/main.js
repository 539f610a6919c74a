// A customer with ES modules: sends a bill to the address in DARAJA, and prints what came back.
import { isPesafyError, Mpesa } from '@kusanya/mpesa'
import { expressCallbacks } from '@kusanya/mpesa/express'
import { fastifyCallbacks } from '@kusanya/mpesa/fastify'
import { honoCallbacks } from '@kusanya/mpesa/hono'

const mpesa = new Mpesa({
  consumerKey: 'demo',
  consumerSecret: 'demo',
  environment: 'sandbox',
  baseUrl: process.env.DARAJA,
})
const bill = {
  externalReference: 'INV-1',
  billedFullName: 'Jane Doe',
  billedPhoneNumber: '0712 345 678',
  billedPeriod: 'January 2024',
  invoiceName: 'Rent',
  dueDate: '2024-01-31',
  accountReference: 'A1',
  amount: 2500,
}
const adapters = [expressCallbacks, fastifyCallbacks, honoCallbacks].map(
  (adapt) => typeof adapt({ secret: false, onPayment() {} }),
)
const sent = await mpesa.sendInvoice(bill)
const refused = await mpesa.sendInvoice({ ...bill, amount: 0.5 }).catch((error) => isPesafyError(error) && error.code)
console.log(JSON.stringify({ rescode: sent.rescode, refused, adapters }))
