import { failed, fieldsOf, pairsOf, type Parsed, textIn } from './reading.ts'

/** The later answer to an initiator call (B2C, B2B, tax, reversal, status, balance). */
export interface ResultCallback {
  kind: 'result'
  /** '0' is success; else a number as text, or such as 'R000002'. */
  resultCode: string
  resultDesc: string
  succeeded: boolean
  resultType: string
  originatorConversationId: string
  conversationId: string
  /** On failures a generic 'XXX0000000'. */
  transactionId: string
  /** ResultParameters by key; '' where Safaricom left the value out. */
  parameters: Readonly<Record<string, string>>
  /** ReferenceData by key. */
  references: Readonly<Record<string, string>>
}

/** `POST <ResultURL>` or `<QueueTimeOutURL>`. A queue time-out is not a final failure. */
export function parseResult(body: unknown): Parsed<ResultCallback> {
  const result = fieldsOf(fieldsOf(body)?.['Result'])
  if (!result) return failed('no Result')
  const resultCode = textIn(result, 'ResultCode')
  const conversationId = textIn(result, 'ConversationID')
  const originatorConversationId = textIn(result, 'OriginatorConversationID')
  if (resultCode === '') return failed('no ResultCode')
  if (conversationId === '' && originatorConversationId === '') return failed('no ConversationID')
  return {
    ok: true,
    value: {
      kind: 'result',
      resultCode,
      resultDesc: textIn(result, 'ResultDesc'),
      succeeded: resultCode === '0',
      resultType: textIn(result, 'ResultType'),
      originatorConversationId,
      conversationId,
      transactionId: textIn(result, 'TransactionID'),
      parameters: pairsOf(fieldsOf(result['ResultParameters'])?.['ResultParameter'], 'Key'),
      references: pairsOf(fieldsOf(result['ReferenceData'])?.['ReferenceItem'], 'Key'),
    },
  }
}
