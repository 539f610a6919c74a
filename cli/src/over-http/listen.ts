import { setTimeout as pause } from 'node:timers/promises'
import type { Command } from 'commander'
import { KusanyaError, type Item } from '@kusanya/sdk'
import { usualHappenings } from '@kusanya/domain/happening.ts'
import { apiOf, refusedBy, type Api } from '../api.ts'
import { anAddress, anInstant, asking, chosenFrom, type Asking } from '../options.ts'
import { mention, styled } from '../terminal.ts'
import { moment } from '../words.ts'
import { forward, secretOf, type Answered } from './forward.ts'

type Event = Item<'listEvents'>
type Options = Asking & { forward: string; from?: string; events?: string[] }

const restMs = 1_000

export function addListen(kusanya: Command): void {
  asking(kusanya, 'listen', 'forward every event of the business to a receiver on this machine, until Ctrl-C')
    .requiredOption('--forward <address>', 'of your receiver', anAddress)
    .option('--events <list>', 'only these, separated by commas', chosenFrom(usualHappenings, 'event'))
    .option('--from <when>', 'begin with what happened then; with what happens next when left out', anInstant)
    .addHelpText('after', manner)
    .action(async ({ forward: to, from, events, json, ...server }: Options) => {
      const api = apiOf(server)
      const { secret, isFresh } = await secretOf()
      // Before it says that it listens, so that nothing is missed that happens afterwards.
      const cursor = from === undefined ? await endOfList(api) : ''
      mention(`Forwarding events of ${api.url} to ${to}${isFresh ? `, signed with ${secret}` : ''}`)
      for await (const event of eventsAfter(api, cursor, from)) {
        if (events && !events.includes(event.type)) continue
        const answered = await delivered(to, secret, event)
        const line = { id: event._id, type: event.type, timestamp: event.timestamp, ...answered }
        process.stdout.write(`${json ? JSON.stringify(line) : told(event, answered)}\n`)
      }
    })
}

const manner = `
Signed with WEBHOOK_SECRET; without it, with a fresh secret that is told. Each event is sent once, in the order in which
it happened, whatever the receiver answers. While no receiver is there, or no server, it waits. With --json a line for each.`

/** Where the list ends now: what an event of the future comes after. */
async function endOfList(api: Api): Promise<string> {
  for (let cursor = ''; ;) {
    const page = await api.events.list({ from: '9999-01-01T00:00:00Z', limit: 1, cursor })
    if (page.nextcursor === null) return page.lastcursor
    cursor = page.nextcursor
  }
}

/** Without an end: what follows a place in the list, as it happens. A server that is away for a while is waited for. */
async function* eventsAfter(api: Api, start: string, from: string | undefined): AsyncGenerator<Event> {
  let cursor = start
  let isAway = false
  for (;;) {
    try {
      const page = await api.events.list({ cursor, limit: 100, from })
      if (isAway) mention('The server is there again.')
      isAway = false
      yield* page.data
      cursor = page.lastcursor
      if (page.nextcursor !== null) continue
    } catch (error) {
      if (!(error instanceof KusanyaError) || !passes(error)) throw error
      if (!isAway) mention(`${refusedBy(error).message} Waiting for it.`)
      isAway = true
    }
    await pause(restMs)
  }
}

const passes = ({ code }: KusanyaError) => ['unreachable', 'timeout', 'server_error', 'rate_limited'].includes(code)

/** The receiver's answer, once there is a receiver. What may have reached it is not sent again. */
async function delivered(to: string, secret: string, event: Event): Promise<Answered> {
  for (let attempt = 1; ; attempt++) {
    const answered = await forward(to, secret, event)
    if (answered.status !== null || !answered.unreached) return answered
    if (attempt === 1) mention(`Nobody answers at ${to}: ${answered.problem}. Waiting for it.`)
    await pause(restMs)
  }
}

function told({ _id, type, timestamp }: Event, answered: Answered): string {
  const end =
    answered.status === null
      ? styled('red', answered.problem)
      : styled(answered.status >= 200 && answered.status < 300 ? 'green' : 'red', String(answered.status))
  return `${moment(timestamp)}  ${type}  ${_id}  ${end}`
}
