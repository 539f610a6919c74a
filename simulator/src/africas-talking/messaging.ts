import type { Answer } from '../daraja/answers.ts'
import type { Trouble } from '../trouble.ts'
import { readMsisdn, sendSms } from '../phones.ts'
import type { World } from '../world.ts'

export const messagingPath = '/version1/messaging'
export const sandboxAccount = { username: 'sandbox', apiKey: 'demo' }
const defaultSender = 'AFRICASTKNG'
const centsPerPart = 80

type Received = { method: string; headers: Record<string, string | string[] | undefined>; raw: string }

/** `POST /version1/messaging`: an SMS to each recipient, which arrives on the phone at once. */
export function sendMessages(world: World, { method, headers, raw }: Received): Answer {
  if (method !== 'POST')
    return { status: 405, body: 'HTTP method not allowed, supported methods: POST', contentType: 'text/plain' }
  const form = new URLSearchParams(raw)
  if (headers['apikey'] !== sandboxAccount.apiKey || form.get('username') !== sandboxAccount.username)
    return { status: 401, body: 'The supplied authentication is invalid', contentType: 'text/plain' }
  const message = form.get('message') ?? ''
  for (const field of ['to', 'message'])
    if (!form.get(field))
      return { status: 400, body: `Request is missing required form field '${field}'`, contentType: 'text/plain' }
  const cents = centsPerPart * partsOf(message)
  const recipients = (form.get('to') ?? '').split(',').map((to) => {
    const number = to.trim()
    const msisdn = readMsisdn(number)
    if (!msisdn) return refused(number, 403, 'InvalidPhoneNumber')
    sendSms(world, msisdn, { from: form.get('from') || defaultSender, text: message, kind: 'message' })
    const messageId = `ATXid_${world.state.nextId++}`
    return { statusCode: 101, number, status: 'Success', cost: `KES ${(cents / 100).toFixed(4)}`, messageId }
  })
  return answerOf(recipients, cents)
}

/** The answer of the trouble `refused`: its code and words are the recipient's, as `405`, `InsufficientBalance`. */
export function refuseMessages(trouble: Trouble, raw: string): Answer {
  const code = Number(trouble.errorCode ?? '405')
  const number = new URLSearchParams(raw).get('to') ?? ''
  return answerOf([refused(number, code, trouble.message ?? 'InsufficientBalance')], 0)
}

type Recipient = { statusCode: number; number: string; status: string; cost: string; messageId: string }

function refused(number: string, statusCode: number, status: string): Recipient {
  return { statusCode, number, status, cost: '0', messageId: 'None' }
}

function answerOf(recipients: Recipient[], cents: number): Answer {
  const sent = recipients.filter(({ statusCode }) => statusCode === 101).length
  const total = ((sent * cents) / 100).toFixed(4)
  const Message = `Sent to ${sent}/${recipients.length} Total Cost: KES ${total}`
  return { status: 201, body: { SMSMessageData: { Message, Recipients: recipients } } }
}

/** What the networks count as one SMS: 160 signs, or 153 of a longer text; 70 and 67 with signs beyond their alphabet. */
function partsOf(text: string): number {
  const isPlain = /^[\n\r -~£¥§¿¡ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùü€ΔΦΓΛΩΠΨΣΘΞ¤]*$/.test(text) && !text.includes('`')
  const length = isPlain ? text.length + (text.match(/[\^{}\\[\]~|€]/g)?.length ?? 0) : text.length
  const [alone, together] = isPlain ? [160, 153] : [70, 67]
  return length <= alone ? 1 : Math.ceil(length / together)
}
