import type { World } from './world.ts'
import type { HappeningType } from '@kusanya/domain/happening.ts'
import { inBusiness } from '../server/src/db/sql.ts'
import { recordEvents } from '../server/src/events/record-events.ts'
import { startReceiver, type Answering, type Receiver } from '../server/src/webhooks/test-receiver.ts'

/** What a delivery looks like on the wire, as far as tests ask. */
export type Listed = { _id: string; event: string; status: string; attempts: number; nextattemptat: string | null }
export type Registered = Receiver & { id: string; secret: string }

/** For tests: a business of its own with servers that get its webhooks. End it before the world. */
export async function startMerchant(w: World) {
  const { businessId, apiKey } = await w.stranger()
  const receivers: Receiver[] = []
  const call: World['call'] = (method, path, body, headers) =>
    w.call(method, path, body, { authorization: apiKey, ...headers })

  return {
    businessId,
    call,
    /** A server that is registered nowhere. */
    async receiver(answering?: Answering): Promise<Receiver> {
      const started = await startReceiver(answering)
      receivers.push(started)
      return started
    },
    /** A server that is registered as a webhook. */
    async registered(answering?: Answering, more: object = {}): Promise<Registered> {
      const started = await this.receiver(answering)
      const { body } = await call('POST', '/business/webhook/create', { url: started.url, ...more })
      return Object.assign(started, { id: body.data._id as string, secret: body.data.secret as string })
    },
    /** Announces something about each of the subjects, in one transaction. */
    announce(subjectIds: string[], type: HappeningType = 'invoice.updated'): Promise<void> {
      const happenings = subjectIds.map((subjectId) => ({
        type,
        subjectId,
        data: { _id: subjectId, title: 'Chakula – ½' },
      }))
      return inBusiness(w.ctx.sql, businessId, (tx) => recordEvents(tx, w.ctx, businessId, happenings))
    },
    /** What was sent to an endpoint and what is to be sent, newest first. */
    async deliveries(id: string, query = ''): Promise<(Listed & Record<string, unknown>)[]> {
      return (await call('GET', `/business/webhook/${id}/delivery/list?limit=100${query}`)).body.data
    },
    async details(id: string) {
      return (await call('GET', `/business/webhook/details/${id}`)).body.data
    },
    async end() {
      await Promise.all(receivers.map((receiver) => receiver.end()))
    },
  }
}
export type Merchant = Awaited<ReturnType<typeof startMerchant>>
