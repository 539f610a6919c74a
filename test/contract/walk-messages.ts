import type { World } from '../world.ts'
import { nothing, type Answered, type Step } from './step.ts'

const onInvoice = (_: World, data: Answered) => ({ params: { id: data('createInvoice')._id } })

/** Messages to customers. */
export const messageSteps: Step[] = [
  ['sendMessage', (_, data) => ({ body: { invoiceid: data('createInvoice')._id, purpose: 'reminder' } })],
  ['listMessages', () => ({ query: { limit: '2' } })],
  ['listInvoiceMessages', onInvoice],
  [
    'previewMessage',
    (_, data) => ({
      body: {
        purpose: 'reminder',
        channel: 'sms',
        invoiceid: data('createInvoice')._id,
        text: 'Dear {customer}, {amount} is {due}. {howtopay}',
      },
    }),
  ],
  [
    'updateMessageTemplate',
    () => ({
      body: {
        purpose: 'reminder',
        channel: 'sms',
        language: 'en',
        text: 'Dear {customer}, {amount} is {due}. {howtopay}',
      },
    }),
  ],
  ['getMessageTemplates', nothing],
]
