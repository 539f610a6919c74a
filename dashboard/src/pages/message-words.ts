import type { Schemas } from '../api.ts'
import { sayMinute, sayPhone } from '../parts/dates.ts'
import { say, type Sentence } from '../words/say.ts'

export type Message = Schemas['Message']
export type Channel = Message['channel']
export type Purpose = Message['purpose']

export const channels = ['email', 'sms'] as const satisfies Channel[]
export const purposes: Record<Purpose, Sentence> = { invoice: 'Invoice', reminder: 'Reminder', receipt: 'Receipt' }

/** One word and one colour for what became of a message: amber where a person has to look, red where nothing came. */
export const statuses = {
  queued: ['gray', 'Waits'],
  sending: ['gray', 'On its way'],
  sent: ['teal', 'Handed over'],
  maybe_sent: ['yellow', 'Perhaps sent'],
  failed: ['red', 'Not sent'],
  suppressed: ['gray', 'Left out'],
} as const satisfies Record<Message['status'], readonly [string, Sentence]>

/** What the server says of messages in these very words; what a gateway says stays as it is. */
const reasons = [
  'The invoice was cancelled',
  'The invoice was withdrawn',
  'The receipt was cancelled',
  'The invoice was paid',
  'What was due that day was paid, or is due on another day',
  'The customer does not want this',
  'The customer has no e-mail address',
  'The customer has no Kenyan mobile number',
  'It could not be sent for three days',
  'Bill Manager sends this SMS',
  'No SMS gateway is set',
  'No mail server is set',
  'Its document could not be made',
] as const satisfies Sentence[]

export function sayReason(reason: string): string {
  const known = reasons.find((one) => one === reason)
  return known ? say(known) : reason
}

export function sayChannel(channel: Channel): string {
  return channel === 'email' ? say('E-mail') : say('SMS')
}

/** `Reminder by SMS` */
export function sayMessage({ purpose, channel }: Pick<Message, 'purpose' | 'channel'>): string {
  return say(channel === 'email' ? '{what} by e-mail' : '{what} by SMS', { what: say(purposes[purpose]) })
}

/** An address as people write it. */
export function sayRecipient(channel: Channel, recipient: string): string {
  return channel === 'sms' ? sayPhone(recipient) : recipient
}

/** What became of a message, in a sentence. */
export function sayFate({ status, reason, channel, sentat, nextattempt }: Message): string {
  const because = reason === null ? '' : sayReason(reason)
  switch (status) {
    case 'sent':
      return say(channel === 'email' ? 'The mail server took it on {at}.' : 'The SMS gateway took it on {at}.', {
        at: sayMinute(sentat ?? ''),
      })
    case 'maybe_sent':
      return say('The answer was lost: nobody knows whether it came.')
    case 'queued': {
      const until =
        nextattempt && Date.parse(nextattempt) > Date.now()
          ? say('It waits until {at}.', { at: sayMinute(nextattempt) })
          : say('It goes out in a moment.')
      return [until, because && `${because}.`].filter(Boolean).join(' ')
    }
    case 'sending':
      return say('It is being handed over.')
    case 'failed':
    case 'suppressed':
      return because ? `${because}.` : say('No reason is known.')
  }
}

/** What a person can do about it; null when nothing is to be done. */
export function sayRemedy({ status, purpose }: Message): string | null {
  const isReceipt = purpose === 'receipt'
  if (status === 'maybe_sent')
    return say(
      isReceipt
        ? 'It is not sent again by itself, so that nobody gets it twice. Ask the customer whether it came; the receipt is on the page of the invoice, as PDF.'
        : 'It is not sent again by itself, so that nobody gets it twice. Ask the customer whether it came, or send it again.',
    )
  if (status !== 'failed') return null
  return say(
    isReceipt
      ? 'Give the customer the receipt yourself: it is on the page of the invoice, as PDF.'
      : 'Put right what stood in the way, then send it again.',
  )
}
