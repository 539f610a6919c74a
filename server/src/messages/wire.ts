import { writeInstant } from '@kusanya/domain/day.ts'
import { writeNumber } from '@kusanya/domain/invoice.ts'
import { channels, messageLanguages, purposes } from '@kusanya/domain/message.ts'
import { Type, type Static } from 'typebox'
import { PageQuery } from '../http/envelope.ts'
import { maybe, named, submission, text } from '../http/fields.ts'
import { byHand, messageStates, type Message } from './rows.ts'

const Channel = Type.Enum(channels)
const Purpose = Type.Enum(purposes)
const OrNull = (description: string) => Type.Union([Type.String(), Type.Null()], { description })

export const MessageOnWire = named('Message', {
  _id: Type.String(),
  invoiceid: Type.String(),
  invoiceno: Type.String(),
  customerid: Type.String(),
  customername: Type.String(),
  receiptid: OrNull('Of a receipt'),
  purpose: Purpose,
  channel: Channel,
  status: Type.Enum(messageStates, {
    description:
      'queued: waits for `nextattempt`. maybe_sent: the answer was lost, and it is not sent again by itself. suppressed: it was not to be sent, see `reason`',
  }),
  reason: OrNull('Why it was not sent, or not yet'),
  byhand: Type.Boolean({ description: 'Somebody asked for it' }),
  attempts: Type.Integer(),
  nextattempt: OrNull('While it waits: for the end of the quiet hours, or for another try'),
  language: Type.Union([Type.Enum(messageLanguages), Type.Null()]),
  recipient: OrNull('The e-mail address, or the phone as 254…; null until it is handed over'),
  title: OrNull('The subject line of a mail'),
  text: OrNull('What was handed over; null until then'),
  parts: Type.Union([Type.Integer(), Type.Null()], { description: 'As how many SMS it counts' }),
  providerid: OrNull('What the gateway calls it'),
  cost: OrNull('What the gateway said that it costs, as `KES 0.8000`'),
  sentat: OrNull('When it was taken'),
  createdat: Type.String(),
})

const filter = {
  status: Type.Optional(Type.Enum(messageStates, { wording: 'Invalid status value' })),
  channel: Type.Optional(Channel),
  purpose: Type.Optional(Purpose),
}
export const InvoiceMessageQuery = Type.Object({ ...PageQuery, ...filter })
export const MessageQuery = Type.Object({
  ...PageQuery,
  ...filter,
  customerid: Type.Optional(Type.String({ maxLength: 100 })),
})

export const SendMessageBody = Type.Object(
  {
    invoiceid: Type.String({ minLength: 1, maxLength: 100, missing: 'invoiceid is required' }),
    purpose: Type.Enum(['invoice', 'reminder']),
    channels: maybe(
      Type.Array(Channel, {
        minItems: 1,
        maxItems: 2,
        description: 'By all of these, or not at all. Absent: by whatever reaches the customer',
      }),
    ),
  },
  submission,
)

export const PreviewBody = Type.Object(
  {
    purpose: Purpose,
    channel: Channel,
    language: maybe(Type.Enum(messageLanguages)),
    invoiceid: maybe(Type.String({ maxLength: 100, description: 'About this invoice; absent: about an example' })),
    title: maybe(text(200)),
    text: maybe(Type.String({ maxLength: 5000, description: 'A template to try; absent: the one in use' })),
  },
  submission,
)

export const Preview = named('MessagePreview', {
  title: OrNull('The subject line of a mail'),
  text: Type.String(),
  encoding: Type.Union([Type.Enum(['GSM-7', 'UCS-2']), Type.Null()], {
    description: 'UCS-2 as soon as one sign is not in the alphabet of the networks; null of a mail',
  }),
  length: Type.Union([Type.Integer(), Type.Null()], { description: 'As the networks count' }),
  parts: Type.Union([Type.Integer(), Type.Null()], { description: 'As how many SMS it is charged' }),
  left: Type.Union([Type.Integer(), Type.Null()], { description: 'Room in the last part' }),
  unusual: Type.Array(Type.String(), { description: 'The signs that make it UCS-2' }),
  recipient: OrNull('About an invoice: to whom it goes if it is sent now, an e-mail address or a phone as 254…'),
  reason: OrNull('About an invoice: why it would not go out'),
})

export function presentMessage(one: Message): Static<typeof MessageOnWire> {
  const { year, serial } = one.invoice
  return {
    _id: one.id,
    invoiceid: one.invoice.id,
    invoiceno: year === null || serial === null ? '' : writeNumber({ year, serial }),
    customerid: one.customer.id,
    customername: one.customer.name,
    receiptid: one.receiptId,
    purpose: one.purpose,
    channel: one.channel,
    status: one.state,
    reason: one.reason,
    byhand: one.occasion.startsWith(byHand),
    attempts: one.attempts,
    nextattempt: one.nextAttemptAt && writeInstant(one.nextAttemptAt),
    language: one.language,
    recipient: one.recipient,
    title: one.title,
    text: one.body,
    parts: one.parts,
    providerid: one.providerId,
    cost: one.cost,
    sentat: one.sentAt && writeInstant(one.sentAt),
    createdat: writeInstant(one.createdAt),
  }
}
