import { setTimeout as pause } from 'node:timers/promises'
import { Argument, type Command } from 'commander'
import { happenings, type HappeningType } from '@kusanya/domain/happening.ts'
import type { Item } from '@kusanya/sdk'
import { apiOf, type Api } from '../api.ts'
import { asking, type Asking } from '../options.ts'
import { misuse, Stop } from '../stop.ts'
import { facts, say } from '../terminal.ts'
import { moment } from '../words.ts'
import { recipes } from './recipes.ts'

const patienceMs = 60_000

export function addTrigger(kusanya: Command): void {
  asking(kusanya, 'trigger', 'make an event really happen in a test business, or send a webhook its example')
    .addArgument(new Argument('<event>').choices(happenings))
    .option('--webhook <id>', 'send the signed example to this webhook instead, marked "test": true; nothing happens')
    .addHelpText('after', manner)
    .action(async (type: HappeningType, { webhook, json, ...server }: Asking & { webhook?: string }) => {
      const api = apiOf(server)
      if (webhook !== undefined) return tell(api, webhook, type, json)
      const happen = recipes[type]
      if (!happen) misuse(`${type} cannot be made to happen from here.`, 'Send a webhook its example: --webhook ID.')
      if (api.isLive) misuse('That would be in the books of a live business.', 'Use a key that begins with cs_test_.')
      const event = await found(api, type, await happen(api))
      say(json, event, () =>
        facts([
          ['Event', event.type],
          ['Id', event._id],
          ['Happened', moment(event.timestamp)],
          ['Subject', event.subjectid],
        ]),
      )
    })
}

const real = happenings.filter((type) => recipes[type] !== undefined)
const manner = `
Really happen can ${real.join(', ')}.`

/** The event in the list of events: it may take a sweep of the server to happen. */
async function found(api: Api, event: HappeningType, subjectid: string): Promise<Item<'listEvents'>> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await pause(500)) {
    const { data } = await api.events.list({ event, subjectid, limit: 100 })
    const last = data.at(-1)
    if (last) return last
  }
  throw new Stop(`${event} did not happen within a minute.`, { remedy: 'Is a worker of the server running?' })
}

async function tell(api: Api, id: string, event: HappeningType, json: boolean | undefined): Promise<void> {
  const tried = await api.webhooks.test(id, { event })
  say(json, tried, () => `${event} ${tried._id} → ${tried.error ?? tried.status}`)
  if (!tried.delivered) process.exitCode = 1
}
