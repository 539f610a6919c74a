import { Checks } from '../check.ts'
import type { Connection } from '../connection.ts'
import type { CallOptions } from '../options.ts'

/** Buy goods, withdraw at agent, paybill, send money, sent to business. */
export type QRTransactionCode = 'BG' | 'WA' | 'PB' | 'SM' | 'SB'

export interface DynamicQRRequest {
  merchantName: string
  /** Reference of the payment; the account number for 'PB'. */
  refNo: string
  /** Whole KES. */
  amount: number
  trxCode: QRTransactionCode
  /** Credit party: till, agent, paybill or phone, by `trxCode`. */
  cpi: string
  /** Side of the picture in pixels. Default 300. */
  size?: number
}

export interface DynamicQRResponse {
  ResponseCode: string
  RequestID?: string
  ResponseDescription: string
  /** PNG, base64. */
  QRCode: string
}

/** A QR code for the M-PESA app. The sandbox answers ResponseCode "00"; the docs show an "AG_…" id in its place. */
export async function generateDynamicQR(connection: Connection, request: DynamicQRRequest, options?: CallOptions) {
  const check = new Checks()
  const size = request.size ?? 300
  if (!Number.isInteger(size) || size < 1 || size > 1000) check.add('size', 'must be 1 to 1000 pixels')
  const body = {
    MerchantName: check.text('merchantName', request.merchantName),
    RefNo: check.text('refNo', request.refNo),
    Amount: check.shillings('amount', request.amount),
    TrxCode: check.oneOf('trxCode', request.trxCode, ['BG', 'WA', 'PB', 'SM', 'SB']),
    CPI: request.trxCode === 'SM' ? check.phone('cpi', request.cpi) : check.text('cpi', request.cpi),
    Size: String(size),
  }
  check.done('generateDynamicQR')
  return connection.post<DynamicQRResponse>(
    {
      name: 'generateDynamicQR',
      path: '/mpesa/qrcode/v1/generate',
      body,
      success: { read: (answer) => (answer['QRCode'] ? answer['ResponseCode'] : undefined), good: /^(0+|AG_.+)$/ },
      repeatable: true,
    },
    options,
  )
}
