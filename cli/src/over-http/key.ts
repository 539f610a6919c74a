import type { Command } from 'commander'
import { scopes } from '@kusanya/domain/api-key.ts'
import { apiOf } from '../api.ts'
import { anInstant, asking, wholeNumber, type Asking } from '../options.ts'
import { misuse } from '../stop.ts'
import { facts, mention, say, table } from '../terminal.ts'
import { moment } from '../words.ts'
import { isId, listed, none } from './things.ts'

type Key = {
  _id: string
  name: string
  lastfour: string
  scopes: string[]
  status: string
  expiresat: string | null
  lastusedat: string | null
}
type Create = Asking & { scopes: string; expires?: string }
type Rotate = Asking & { overlap: number; expires?: string }

export function addKey(kusanya: Command): void {
  const key = kusanya.command('key').description('API keys: create, list, rotate, revoke')

  asking(key, 'create <name>', 'make an API key, which is shown this once')
    .option('--scopes <list>', `separated by commas: ${scopes.join(', ')}`, scopes.join(','))
    .option('--expires <when>', 'a day or a date-time; never when left out', anInstant)
    .action(async (name: string, { scopes: wanted, expires, json, ...server }: Create) => {
      const body = { name, scopes: readScopes(wanted), ...(expires !== undefined && { expiresat: expires }) }
      const { data } = await apiOf(server).call<{ data: Made }>('POST', '/business/key/create', { body })
      tell(json, data)
    })

  asking(key, 'list', 'the API keys of the business').action(async ({ json, ...server }: Asking) => {
    const { things } = await listed<Key>(apiOf(server), 'key', {}, 1000)
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
      const { data } = await api.call<{ data: Made }>('POST', `/business/key/${id}/rotate`, { body })
      tell(json, data)
      mention(overlap === 0 ? 'The old key has ended.' : `The old key goes on for ${overlap} hours.`)
    })

  asking(key, 'revoke <key>', 'end a key at once, by id, name or last four characters')
    .option('--reason <text>', 'kept in the audit trail')
    .action(async (which: string, { reason, json, ...server }: Asking & { reason?: string }) => {
      const api = apiOf(server)
      const id = await findKey(api, which)
      const { data } = await api.call<{ data: Key }>('POST', `/business/key/${id}/revoke`, {
        body: reason === undefined ? {} : { reason },
      })
      say(json, data, () => `${data.name} (…${data.lastfour}) is ${data.status}.`)
    })
}

type Made = Key & { secret: string | null }

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

function readScopes(text: string): string[] {
  const wanted = text.split(',').map((one) => one.trim())
  const strange = wanted.filter((one) => !scopes.some((scope) => scope === one))
  if (strange.length > 0) misuse(`“${strange.join(', ')}” is no scope.`, `There are ${scopes.join(', ')}.`)
  return [...new Set(wanted)]
}

async function findKey(api: ReturnType<typeof apiOf>, which: string): Promise<string> {
  if (isId(which)) return which
  const { things } = await listed<Key>(api, 'key', { status: 'active' }, 1000)
  const found = things.filter(({ name, lastfour }) => name === which || lastfour === which)
  if (found.length > 1) misuse(`${found.length} active keys are called “${which}”.`, 'Name it by its id.')
  return found[0]?._id ?? none('active key', which, 'key list')
}
