import { ask } from './api.js'
import { el } from './element.js'

const sample = { shortcode: '600000', name: 'Sample Water Company', consumerKey: 'sample', consumerSecret: 'sample' }
const sink = () => `${location.origin}/_sim/sink`

async function daraja(token, path, body) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return response.json()
}

/** A business of the page's own, so that nothing of a real program is touched. */
async function prepare() {
  const business = await ask('/businesses', sample)
  const authorization = `Basic ${btoa(`${sample.consumerKey}:${sample.consumerSecret}`)}`
  const response = await fetch('/oauth/v1/generate?grant_type=client_credentials', { headers: { authorization } })
  const token = (await response.json()).access_token
  if (!business.optIn) {
    await daraja(token, '/v1/billmanager-invoice/optin', {
      shortcode: sample.shortcode,
      email: 'bills@example.com',
      officialContact: '0700000000',
      sendReminders: '1',
      callbackurl: sink(),
    })
  }
  return { business, token }
}

async function sendBill(phone, now) {
  const { token } = await prepare()
  const due = new Date(now + 10 * 86_400_000).toISOString().slice(0, 10)
  return daraja(token, '/v1/billmanager-invoice/single-invoicing', {
    externalReference: `SAMPLE-${now}`,
    billedFullName: phone.name || 'Customer',
    billedPhoneNumber: phone.msisdn,
    billedPeriod: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' }).format(now),
    invoiceName: 'Water',
    dueDate: due,
    accountReference: `W${phone.msisdn.slice(-5)}`,
    amount: String(350 + (now % 20) * 50),
  })
}

async function ring(phone, now) {
  const { business, token } = await prepare()
  const stamp = new Date(now + 3 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14)
  return daraja(token, '/mpesa/stkpush/v1/processrequest', {
    BusinessShortCode: sample.shortcode,
    Password: btoa(sample.shortcode + business.passkey + stamp),
    Timestamp: stamp,
    TransactionType: 'CustomerPayBillOnline',
    Amount: 100 + (now % 9) * 25,
    PartyA: phone.msisdn,
    PartyB: sample.shortcode,
    PhoneNumber: phone.msisdn,
    CallBackURL: sink(),
    AccountReference: `W${phone.msisdn.slice(-5)}`,
    TransactionDesc: 'Water',
  })
}

/** Two buttons that show what the phones do before any program is connected. */
export function showSamples(place, firstPhone, now) {
  const status = el('span.try-status', { role: 'status' })
  const run = async (work) => {
    status.textContent = ''
    const phone = firstPhone()
    if (!phone) return
    try {
      const answer = await work(phone, Math.round(now()))
      status.textContent = answer.errorMessage ?? ''
    } catch (error) {
      status.textContent = error.message
    }
  }
  place.append(
    el('button', { type: 'button', onclick: () => run(sendBill) }, 'Send a sample bill'),
    el('button', { type: 'button', onclick: () => run(ring) }, 'Ask for a PIN'),
    status,
  )
}
