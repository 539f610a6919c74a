import { createAsk } from './ask.ts'
import { connect } from './connection.ts'
import { type KusanyaOptions, readOptions } from './options.ts'
import { Resources, Webhooks } from './resources.gen.ts'
import { verify } from './webhooks.ts'

export type { CallOptions } from './connection.ts'
export { type ErrorCode, KusanyaError } from './errors.ts'
export type { EventOf, EventType, KusanyaEvent, PaymentNews } from './events.ts'
export type { List } from './list.ts'
export type { KusanyaOptions } from './options.ts'
export type { Body, Data, Item, Operation, Page, Query, Schemas } from './types.ts'
export { type IncomingHeaders, type VerifyOptions, WebhookError } from './webhooks.ts'

/**
 * The client of a Kusanya server. `create`, `get` and `update` answer the thing itself, `get` null when there is none; `list`
 * answers a page when it is awaited, and everything in `for await`. What is refused rejects with KusanyaError.
 */
export class Kusanya extends Resources {
  static readonly webhooks = { verify }
  override readonly webhooks: Webhooks & { verify: typeof verify }

  /** Throws KusanyaError when there is no API key, or an option makes no sense. */
  constructor(options: KusanyaOptions = {}) {
    const ask = createAsk(connect(readOptions(options)))
    super(ask)
    this.webhooks = Object.assign(new Webhooks(ask), { verify })
  }
}

export { Kusanya as default }
