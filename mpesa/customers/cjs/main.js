// A customer with require().
const { encryptSecurityCredential, isPesafyError, Mpesa, normalizePhone } = require('@kusanya/mpesa')
const { expressCallbacks } = require('@kusanya/mpesa/express')
const { fastifyCallbacks } = require('@kusanya/mpesa/fastify')
const { honoCallbacks } = require('@kusanya/mpesa/hono')

const mpesa = new Mpesa({
  consumerKey: 'demo',
  consumerSecret: 'demo',
  environment: 'sandbox',
  baseUrl: process.env.DARAJA,
})
const adapters = [expressCallbacks, fastifyCallbacks, honoCallbacks].map(
  (adapt) => typeof adapt({ secret: false, onPayment() {} }),
)

async function main() {
  const sent = await mpesa.cancelInvoice({ externalReference: 'INV-1' })
  const refused = await encryptSecurityCredential('x', 'y').catch((error) => isPesafyError(error) && error.code)
  console.log(JSON.stringify({ rescode: sent.rescode, refused, adapters, phone: normalizePhone('0712345678') }))
}
main()
