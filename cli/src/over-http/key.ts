import type { Command } from 'commander'
import { scopes } from '@kusanya/domain/api-key.ts'
import type { Data } from '@kusanya/sdk'
import { apiOf, type Api } from '../api.ts'
import { anInstant, asking, chosenFrom, wholeNumber, type Asking } from '../options.ts'
import { misuse } from '../stop.ts'
import { facts, mention, say, table } from '../terminal.ts'
import { moment } from '../words.ts'
import { isId, listed, none } from './things.ts'

type Create = Asking & { scopes: (typeof scopes)[number][]; expires?: string }
type Rotate = Asking & { overlap: number; expires?: string }

export function addKey(kusanya: Command): void {
  const key = kusanya.command('key').description('API keys: create, list, rotate, revoke')

  asking(key, 'create <name>', 'make an API key, which is shown this once')
    .option('--scopes <list>', `separated by commas: ${scopes.join(', ')}`, chosenFrom(scopes, 'scope'), [...scopes])
    .option('--expires <when>', 'a day or a date-time; never when left out', anInstant)
    .action(async (name: string, { scopes: wanted, expires, json, ...server }: Create) => {
      const body = { name, scopes: wanted, ...(expires !== undefined && { expiresat: expires }) }
      tell(json, await apiOf(server).keys.create(body))
    })

  asking(key, 'list', 'the API keys of the business').action(async ({ json, ...server }: Asking) => {
    const api = apiOf(server)
    const { things } = await listed((query) => api.keys.list(query), 1000)
    say(json, things, () =>
      table(things, [
        { head: 'ID', of: ({ _id }) => _id },
        { head: 'NAME', of: ({ name }) => name },
        { head: 'ENDS IN', of: ({ lastfour }) => lastfour },
        { head: 'SCOPES', of: (one) => one.scopes.join(', ') },
        { head: 'STATUS', of: ({ status }) => status, style: ({ status }) => (status === 'active' ? 'green' : 'dim') },
        { head: 'EXPIRES', of: ({ expiresat }) => moment(expiresat) || 'never' },
        { head: 'LAST USED', of: ({ lastusedat }) => moment(lastusedat) || 'never' },
      ]),
    )
  })

  asking(key, 'rotate <key>', 'put a new key in the place of one, by id, name or last four characters')
    .option('--overlap <hours>', 'how long the old one goes on, up to 720', wholeNumber(0, 720), 24)
    .option('--expires <when>', 'when the new one ends; as the old one did when left out', anInstant)
    .action(async (which: string, { overlap, expires, json, ...server }: Rotate) => {
      const api = apiOf(server)
      const id = await findKey(api, which)
      const body = { overlaphours: overlap, ...(expires !== undefined && { expiresat: expires }) }
      tell(json, await api.keys.rotate(id, body))
      mention(overlap === 0 ? 'The old key has ended.' : `The old key goes on for ${overlap} hours.`)
    })

  asking(key, 'revoke <key>', 'end a key at once, by id, name or last four characters')
    .option('--reason <text>', 'kept in the audit trail')
    .action(async (which: string, { reason, json, ...server }: Asking & { reason?: string }) => {
      const api = apiOf(server)
      const id = await findKey(api, which)
      const ended = await api.keys.revoke(id, reason === undefined ? {} : { reason })
      say(json, ended, () => `${ended.name} (…${ended.lastfour}) is ${ended.status}.`)
    })
}

type Made = Data<'createKey'>

function tell(json: boolean | undefined, made: Made): void {
  say(json, made, () =>
    facts([
      ['Key', made.secret],
      ['Name', made.name],
      ['Id', made._id],
      ['Scopes', made.scopes.join(', ')],
      ['Expires', moment(made.expiresat) || 'never'],
    ]),
  )
  mention('The key is shown this once and kept nowhere.')
}

async function findKey(api: Api, which: string): Promise<string> {
  if (isId(which)) return which
  const { things } = await listed((query) => api.keys.list({ status: 'active', ...query }), 1000)
  const found = things.filter(({ name, lastfour }) => name === which || lastfour === which)
  if (found.length > 1) misuse(`${found.length} active keys are called “${which}”.`, 'Name it by its id.')
  return found[0]?._id ?? none('active key', which, 'key list')
}
