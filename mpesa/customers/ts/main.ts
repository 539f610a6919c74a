// A customer with TypeScript: compiles only if the declarations say what the documentation says.
import {
  type BillManagerSingleInvoiceRequest,
  type Callback,
  Mpesa,
  type MpesaOptions,
  parseCallback,
  PesafyError,
} from '@kusanya/mpesa'
import { expressCallbacks } from '@kusanya/mpesa/express'

const options: MpesaOptions = { consumerKey: 'demo', consumerSecret: 'demo', environment: 'sandbox' }
const mpesa: Mpesa = new Mpesa(options)

export async function bill(request: BillManagerSingleInvoiceRequest): Promise<string> {
  try {
    const { rescode } = await mpesa.sendInvoice(request, { signal: AbortSignal.timeout(1_000) })
    return rescode
  } catch (error) {
    if (error instanceof PesafyError && error.outcome === 'unknown') return error.code
    throw error
  }
}

export function receiptOf(body: unknown): string | null {
  const callback: Callback = parseCallback(body)
  switch (callback.kind) {
    case 'stk':
      return callback.paid ? callback.receipt : null
    case 'c2b':
    case 'bill_payment':
      return callback.receipt
    default:
      return null
  }
}

export async function total(): Promise<number> {
  let shillings = 0
  const period = { shortCode: '600984', startDate: '2026-11-22 00:00:00', endDate: new Date(0) }
  for await (const payment of mpesa.pullTransactions(period)) shillings += Number(payment.amount ?? 0)
  return shillings
}

// @ts-expect-error the phone is missing
void mpesa.stkPush({ amount: 1, callbackUrl: '', accountReference: '', transactionDesc: '' })
// @ts-expect-error reminders are '1' or '0'
void mpesa.updateOptIn({ shortcode: '', email: '', officialContact: '', sendReminders: true, callbackUrl: '' })

export const hooks = expressCallbacks({
  secret: '0123456789abcdef0123456789abcdef',
  onPayment: async ({ receipt, amount }) => void `${receipt} ${amount}`,
})
// @ts-expect-error without a secret everybody may report payments
expressCallbacks({ onPayment: () => {} })
