import { failed, fieldsOf, type Fields, pairsOf, type Parsed, textIn } from './reading.ts'

export interface StandingOrderCallback {
  kind: 'standing_order'
  /** '0' is agreed to by the customer. */
  responseCode: string
  responseDescription: string
  agreed: boolean
  /** Safaricom's id of the request, as in the answer to `createStandingOrder`. */
  responseRefId: string
  requestRefId: string
  /** TransactionID, Status, Msisdn (masked) and what else is told, by name. */
  values: Readonly<Record<string, string>>
}

/** `POST <CallBackURL>` of M-PESA Ratiba. Its only published sample differs in capitals from other guides: both are read. */
export function parseStandingOrder(body: unknown): Parsed<StandingOrderCallback> {
  const fields = fieldsOf(body)
  const header = fields && eitherCase(fields, 'ResponseHeader')
  if (!header) return failed('no ResponseHeader')
  const responseCode = textIn(header, 'responseCode')
  if (responseCode === '') return failed('no responseCode')
  const content = eitherCase(fields, 'ResponseBody') ?? {}
  return {
    ok: true,
    value: {
      kind: 'standing_order',
      responseCode,
      responseDescription: textIn(header, 'responseDescription'),
      agreed: responseCode === '0',
      responseRefId: textIn(header, 'responseRefID'),
      requestRefId: textIn(header, 'requestRefID'),
      values: pairsOf(content['ResponseData'] ?? content['responseData'], 'Name'),
    },
  }
}

function eitherCase(fields: Fields, name: string): Fields | null {
  return fieldsOf(fields[name]) ?? fieldsOf(fields[name.charAt(0).toLowerCase() + name.slice(1)])
}
