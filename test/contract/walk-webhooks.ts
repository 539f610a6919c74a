import { inBusiness } from '../../server/src/db/sql.ts'
import { pauseEndpoint } from '../../server/src/webhooks/pause-endpoint.ts'
import type { World } from '../world.ts'
import { lookAt, type Answered, type Step } from './step.ts'

const onWebhook = (_: World, data: Answered) => ({ params: { id: data('createWebhook')._id } })
/** As after five days in which nothing got through. */
const isPaused = (w: World, data: Answered) =>
  inBusiness(w.ctx.sql, w.businessId, (tx) =>
    pauseEndpoint(
      tx,
      w.ctx,
      w.businessId,
      data('createWebhook')._id,
      'It accepted nothing for five days. Last: HTTP 500',
    ),
  )

/** What is asked about webhooks once something has happened. */
export const webhookSteps: Step[] = [
  ['listEvents', () => ({ query: { limit: '2' } })],
  ['getEvent', lookAt('listEvents')],
  ['listWebhookDeliveries', onWebhook],
  [
    'resendWebhookDelivery',
    (w, data) => ({ ...onWebhook(w, data), body: { deliveryid: data('listWebhookDeliveries')[0]._id } }),
  ],
  [
    'replayWebhookDelivery',
    (w, data) => ({ ...onWebhook(w, data), body: { from: '2031-02-01T00:00:00Z', to: '2031-03-01T00:00:00Z' } }),
  ],
  ['testWebhook', (w, data) => ({ ...onWebhook(w, data), body: { event: 'invoice.paid' } })],
  ['rotateWebhookSecret', (w, data) => ({ ...onWebhook(w, data), body: { overlaphours: 24 } })],
  ['retireWebhookSecret', onWebhook],
  ['resumeWebhook', onWebhook, isPaused],
]
