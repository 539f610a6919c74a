import { writeInstant } from '@kusanya/domain/day.ts'
import { happenings, usualHappenings } from '@kusanya/domain/happening.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type, type Static } from 'typebox'
import { maybe, named } from '../http/fields.ts'
import type { Endpoint } from './rows.ts'
import { isSameServer, problemOfUrl, type Reach } from './safe-url.ts'
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

const endpointStates = ['active', 'failing', 'paused', 'off'] as const
const orNull = (description: string) => Type.Union([Type.String(), Type.Null()], { description })

const endpointFields = {
  _id: Type.String(),
  url: Type.String(),
  events: Type.Array(Type.Enum(happenings)),
  description: Type.String(),
  active: Type.Boolean(),
  status: Type.Enum(endpointStates, {
    description: 'failing: nothing was accepted since failingsince; paused: for so long that it is left in peace',
  }),
  failingsince: orNull('The first attempt that failed after which none succeeded'),
  pausedat: orNull('Since then events are held for it; see resume'),
  pausereason: orNull('Why it is paused, with what came of the last attempt'),
  oldsecretuntil: orNull('Until then the secret that was replaced signs as well'),
  createdat: Type.String(),
  updatedat: Type.String(),
}
export const WebhookOnWire = named('Webhook', endpointFields)
export const WebhookMade = named('WebhookWithSecret', {
  ...endpointFields,
  secret: Type.String({ description: 'Signs every delivery. Shown here and never again' }),
})
export const WebhookResumed = named('WebhookResumed', {
  ...endpointFields,
  queued: Type.Integer({ description: 'How many events were held, and go out now' }),
})

export const RotateBody = Type.Object({
  overlaphours: maybe(
    Type.Integer({
      minimum: 0,
      maximum: 168,
      description: 'How long the old secret signs as well; 24 when absent. 0 if it got out',
    }),
  ),
})

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
  const own = isSameServer(url, publicUrl)
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
    status: stateOf(endpoint),
    failingsince: endpoint.failingSince && writeInstant(endpoint.failingSince),
    pausedat: endpoint.pausedAt && writeInstant(endpoint.pausedAt),
    pausereason: endpoint.pauseReason,
    oldsecretuntil: endpoint.oldSecretUntil && writeInstant(endpoint.oldSecretUntil),
    createdat: writeInstant(endpoint.createdAt),
    updatedat: writeInstant(endpoint.updatedAt),
  }
}

function stateOf({ active, pausedAt, failingSince }: Endpoint): (typeof endpointStates)[number] {
  if (!active) return 'off'
  if (pausedAt) return 'paused'
  return failingSince ? 'failing' : 'active'
}

/** How long both secrets sign, in milliseconds. */
export function readOverlap({ overlaphours }: Static<typeof RotateBody>): number {
  return (overlaphours ?? 24) * 3_600_000
}
