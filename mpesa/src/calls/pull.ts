import { amountIn, fieldsOf, type PayerPhone, phoneIn, textIn } from '../callbacks/reading.ts'
import { Checks } from '../check.ts'
import type { Connection } from '../connection.ts'
import { nairobiDateTime } from '../nairobi-time.ts'
import type { CallOptions } from '../options.ts'

export interface PullTransactionsRegisterRequest {
  shortCode: string
  /** Phone that is told about the registration. */
  nominatedNumber: string
  callbackUrl: string
}

export interface PullTransactionsRequest {
  shortCode: string
  /** An instant, or `YYYY-MM-DD HH:mm:ss` in Nairobi. Safaricom keeps 48 hours. */
  startDate: Date | string
  endDate: Date | string
  /** Rows to skip. Default 0. */
  offset?: number
}

/** One payment as the paybill's statement has it. */
export interface PulledTransaction {
  receipt: string
  /** As sent: such as '2026-11-22T10:51:05Z'. Whether the Z is true is not documented. */
  trxDate: string
  /** KES, decimal text; null if unreadable. */
  amount: string | null
  phone: PayerPhone
  sender: string
  /** Such as 'c2b-pay-bill-debit'. */
  transactionType: string
  /** The account number. */
  billReference: string
  organizationName: string
}

export interface PullTransactionsRegisterResponse {
  ResponseRefID?: string
  ResponseStatus?: string
  ShortCode?: string
  ResponseDescription?: string
}

/** "1000" is done, "1001" is done before or nothing to show. Older answers have spaces in their keys. */
const done = {
  read: (body: Record<string, unknown>) => body['ResponseStatus'] ?? body['Response Status'] ?? body['ResponseCode'],
  good: /^100[01]$/,
}

/** Once per shortcode, before the first query. */
export async function pullTransactionsRegister(
  connection: Connection,
  request: PullTransactionsRegisterRequest,
  options?: CallOptions,
) {
  const check = new Checks()
  const body = {
    ShortCode: check.shortCode('shortCode', request.shortCode),
    RequestType: 'Pull',
    NominatedNumber: check.phone('nominatedNumber', request.nominatedNumber),
    CallBackURL: check.url('callbackUrl', request.callbackUrl, connection.settings.environment),
  }
  check.done('pullTransactionsRegister')
  const call = { name: 'pullTransactionsRegister', path: '/pulltransactions/v1/register', body, success: done }
  return connection.post<PullTransactionsRegisterResponse>({ ...call, repeatable: true }, options)
}

/**
 * Every payment of the period, page by page as you read. Each receipt is given once, also when payments arrive meanwhile and
 * shift the pages; the last request is the one that finds nothing new.
 */
export async function* pullTransactions(
  connection: Connection,
  request: PullTransactionsRequest,
  options?: CallOptions,
): AsyncGenerator<PulledTransaction, void, undefined> {
  const check = new Checks()
  const body = {
    ShortCode: check.shortCode('shortCode', request.shortCode),
    StartDate: dateTime(check, 'startDate', request.startDate),
    EndDate: dateTime(check, 'endDate', request.endDate),
  }
  let offset = request.offset ?? 0
  if (!Number.isInteger(offset) || offset < 0) check.add('offset', 'must be a whole number, 0 or more')
  if (body.EndDate < body.StartDate) check.add('endDate', 'is before startDate')
  check.done('pullTransactions')
  const call = { name: 'pullTransactions', path: '/pulltransactions/v1/query', success: done, repeatable: true }
  const seen = new Set<string>()
  for (;;) {
    const page = { ...body, OffSetValue: String(offset) }
    const answer = await connection.post<Record<string, unknown>>({ ...call, body: page }, options)
    const rows = rowsOf(answer['Response'])
    const fresh = rows.filter((row) => !seen.has(row.receipt))
    if (fresh.length === 0) return
    for (const row of fresh) seen.add(row.receipt)
    yield* fresh
    offset += rows.length
  }
}

function dateTime(check: Checks, field: string, value: Date | string): string {
  if (value instanceof Date && value.getTime() >= 0 && value.getFullYear() < 9999) return nairobiDateTime(value)
  if (typeof value === 'string' && value.length === 19) return check.billDate(field, value)
  check.add(field, 'must be a Date, or YYYY-MM-DD HH:mm:ss in Nairobi')
  return ''
}

/** The list comes nested in a list; "none" is a list with an empty list. */
function rowsOf(response: unknown): PulledTransaction[] {
  return (Array.isArray(response) ? response.flat() : []).flatMap((row: unknown) => {
    const fields = fieldsOf(row)
    const receipt = fields ? textIn(fields, 'transactionId') : ''
    if (!fields || receipt === '') return []
    return [
      {
        receipt,
        trxDate: textIn(fields, 'trxDate'),
        amount: amountIn(fields, 'amount'),
        phone: phoneIn(fields, 'msisdn'),
        sender: textIn(fields, 'sender'),
        transactionType: textIn(fields, 'transactiontype'),
        billReference: textIn(fields, 'billreference'),
        organizationName: textIn(fields, 'organizationname'),
      },
    ]
  })
}
