import { writeInstant } from '@kusanya/domain/day.ts'
import { happenings, usualHappenings } from '@kusanya/domain/happening.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type, type Static } from 'typebox'
import { named } from '../http/fields.ts'
import type { Delivery } from './read-deliveries.ts'
import type { Endpoint } from './rows.ts'
import { problemOfUrl, type Reach } from './safe-url.ts'
import type { EndpointDraft } from './write-endpoints.ts'

const Url = Type.String({
  minLength: 1,
  maxLength: 2048,
  missing: 'url is required',
  description: 'A public https address, port 443 or 8443',
})
const Events = Type.Array(Type.Enum(happenings, { wording: `Unknown event. Use ${happenings.join(', ')}` }), {
  minItems: 1,
  maxItems: 100,
  wording: `events must be a list of event names: ${happenings.join(', ')}`,
})
const Description = Type.Union([Type.String({ maxLength: 500 }), Type.Null()])

export const CreateWebhookBody = Type.Object({
  url: Url,
  events: Type.Optional(Events),
  description: Type.Optional(Description),
  active: Type.Optional(Type.Boolean()),
})

export const UpdateWebhookBody = Type.Partial(CreateWebhookBody)
export const updatable = ['url', 'events', 'description', 'active'] as const

const endpointFields = {
  _id: Type.String(),
  url: Type.String(),
  events: Type.Array(Type.Enum(happenings)),
  description: Type.String(),
  active: Type.Boolean(),
  createdat: Type.String(),
  updatedat: Type.String(),
}
export const WebhookOnWire = named('Webhook', endpointFields)
export const WebhookMade = named('WebhookWithSecret', {
  ...endpointFields,
  secret: Type.String({ description: 'Signs every delivery. Shown here and never again' }),
})

const states = { due: 'pending', held: 'held', delivered: 'delivered', given_up: 'failed' } as const
const orNull = <T extends ReturnType<typeof Type.String> | ReturnType<typeof Type.Integer>>(schema: T) =>
  Type.Union([schema, Type.Null()])

export const DeliveryOnWire = named('Delivery', {
  _id: Type.String({ description: 'The event’s id, which is also the delivery’s' }),
  event: Type.Enum(happenings),
  status: Type.Enum(Object.values(states)),
  attempts: Type.Integer(),
  nextattemptat: orNull(Type.String()),
  laststatus: orNull(Type.Integer({ description: 'HTTP status of the last answer' })),
  lasterror: orNull(Type.String()),
  lastanswer: orNull(Type.String({ description: 'How the last answer began, 1,000 characters at most' })),
  createdat: Type.String(),
  updatedat: Type.String(),
})

export const ResendBody = Type.Object({ deliveryid: Type.String({ minLength: 1, description: 'The id of the event' }) })

/** What a server must know of itself to judge a URL: `publicUrl` is its own address, which it does not call. */
export type Calling = Reach & { publicUrl: string }

/** Throws a refusal that says what is wrong with the URL. */
export function readEndpoint(body: Static<typeof CreateWebhookBody>, calling: Calling): EndpointDraft {
  return {
    description: null,
    subscribed: [...usualHappenings],
    active: true,
    ...readChange(body, calling),
    url: readUrl(body.url, calling),
  }
}

/** The fields that were sent. Throws a refusal when there are none, or for a URL that will not do. */
export function readChange(body: Static<typeof UpdateWebhookBody>, calling: Calling): Partial<EndpointDraft> {
  if (updatable.every((field) => body[field] === undefined)) refuse('nothing_to_update')
  const { url, events, description, active } = body
  return {
    ...(url !== undefined && { url: readUrl(url, calling) }),
    ...(events !== undefined && { subscribed: happenings.filter((type) => events.includes(type)) }),
    ...(description !== undefined && { description: description || null }),
    ...(active !== undefined && { active }),
  }
}

function readUrl(text: string, { publicUrl, ...reach }: Calling): string {
  const url = text.trim()
  const own = URL.parse(url)?.host === URL.parse(publicUrl)?.host
  const reason = problemOfUrl(url, reach) ?? (own ? 'it is this server’s own address' : null)
  return reason === null ? url : refuse('webhook_url_refused', { reason })
}

export function presentEndpoint(endpoint: Endpoint): Static<typeof WebhookOnWire> {
  return {
    _id: endpoint.id,
    url: endpoint.url,
    events: endpoint.subscribed,
    description: endpoint.description ?? '',
    active: endpoint.active,
    createdat: writeInstant(endpoint.createdAt),
    updatedat: writeInstant(endpoint.updatedAt),
  }
}

export function presentDelivery(delivery: Delivery): Static<typeof DeliveryOnWire> {
  return {
    _id: delivery.eventId,
    event: delivery.type,
    status: states[delivery.state],
    attempts: delivery.attempts,
    nextattemptat: delivery.nextAttemptAt && writeInstant(delivery.nextAttemptAt),
    laststatus: delivery.lastStatus,
    lasterror: delivery.lastError,
    lastanswer: delivery.lastAnswer,
    createdat: writeInstant(delivery.createdAt),
    updatedat: writeInstant(delivery.updatedAt),
  }
}
