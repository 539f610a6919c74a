import { messagingPath, sendMessages } from '../africas-talking/messaging.ts'
import { newRequestId } from '../ids.ts'
import type { World } from '../world.ts'
import { type Answer, badField, DarajaError, envelope, fault } from './answers.ts'
import { BillRefusal } from './bill-fields.ts'
import type { Endpoint, Fields } from './call.ts'
import { endpoints } from './endpoints.ts'
import { appOf, mintToken, notTicked } from './gate.ts'

export interface Received {
  method: string
  path: string
  query: URLSearchParams
  headers: Record<string, string | string[] | undefined>
  /** The body as it came. */
  raw: string
}

/** The endpoint's name for journal and troubles. */
export function nameOf(path: string): string {
  if (path === '/oauth/v1/generate') return 'oauth'
  if (path === messagingPath) return 'sms'
  return endpoints.find((one) => one.path.test(path))?.name ?? 'unknown'
}

/** Answers a request to Daraja; whatever is refused comes back as the answer the real gateway would give. */
export async function receive(world: World, received: Received): Promise<Answer> {
  const requestId = newRequestId(world.chance)
  try {
    return await route(world, received, requestId)
  } catch (error) {
    if (error instanceof DarajaError) return envelope(requestId, error)
    if (error instanceof BillRefusal) return billRefusal(world, error)
    throw error
  }
}

async function route(world: World, received: Received, requestId: string): Promise<Answer> {
  const { method, path, headers, raw } = received
  if (path === '/oauth/v1/generate') {
    if (method !== 'GET') throw new DarajaError(405, '405.001', `${method} Method Not Allowed`)
    return mintToken(world, headers, received.query.get('grant_type'))
  }
  if (path === messagingPath) return sendMessages(world, received)
  const endpoint = endpoints.find((one) => one.path.test(path))
  if (!endpoint) throw new DarajaError(404, '404.001.01', 'Resource not found')
  if (method !== 'POST') throw wrongMethod(endpoint, method)
  const app = appOf(world, endpoint, headers)
  const refused = notTicked(app, endpoint) ?? tooFast(world, app.consumerKey)
  if (refused) return refused
  if (!String(headers['content-type'] ?? '').includes('application/json')) throw badField(endpoint.firstField)
  const body = parse(raw)
  if (typeof body !== 'object' || body === null) throw new DarajaError(400, '400.002.05', 'Invalid Request Payload')
  const fields = (Array.isArray(body) ? {} : body) as Fields
  const version = /\/(v\d)\//.exec(path)?.[1] ?? 'v1'
  return endpoint.run(world, { app, body, fields, headers, path, version, requestId })
}

function wrongMethod(endpoint: Endpoint, method: string): DarajaError {
  return endpoint.wrongMethod === '405.001'
    ? new DarajaError(405, '405.001', `${method} Method Not Allowed`)
    : new DarajaError(404, '404.001.04', 'Invalid Authentication Header')
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return undefined
  }
}

function billRefusal(world: World, refusal: BillRefusal): Answer {
  const resmsg = refusal.rescode === '409' ? 'Conflict' : refusal.rescode === '404' ? 'Not Found' : 'Bad Request'
  const status = world.switches.billRefusalStatus === 200 ? 200 : Number(refusal.rescode)
  const body = { Status_Message: refusal.message, resmsg, rescode: refusal.rescode, errors: refusal.errors }
  return { status, body }
}

export const spikeArrest = () =>
  fault(
    429,
    'Spike arrest violation. Allowed rate : MessageRate{messagesPerPeriod=25, periodInMicroseconds=1000000}',
    'policies.ratelimit.SpikeArrestViolation',
  )

const buckets = new WeakMap<World, Map<string, { tokens: number; at: number }>>()

/** A token bucket for each app, on real time since it is about load. */
function tooFast(world: World, consumerKey: string): Answer | undefined {
  const rate = world.switches.requestsPerSecond
  if (rate === 0) return undefined
  const mine = buckets.get(world) ?? new Map<string, { tokens: number; at: number }>()
  buckets.set(world, mine)
  const now = performance.now()
  const bucket = mine.get(consumerKey) ?? { tokens: rate, at: now }
  bucket.tokens = Math.min(rate, bucket.tokens + ((now - bucket.at) / 1000) * rate)
  bucket.at = now
  mine.set(consumerKey, bucket)
  if (bucket.tokens < 1) return spikeArrest()
  bucket.tokens--
  return undefined
}
