import { newToken } from '../ids.ts'
import type { App } from '../state.ts'
import type { World } from '../world.ts'
import { type Answer, DarajaError, fault } from './answers.ts'
import type { Endpoint, TokenDialect } from './call.ts'

type Headers = Record<string, string | string[] | undefined>

const headerText = (header: string | string[] | undefined) => (typeof header === 'string' ? header : '')

/** `GET /oauth/v1/generate`. */
export function mintToken(world: World, headers: Headers, grantType: string | null): Answer {
  const [scheme = '', credentials = ''] = headerText(headers.authorization).split(' ')
  if (scheme.toLowerCase() !== 'basic') throw new DarajaError(400, '400.008.01', 'Invalid authentication type passed')
  if (grantType !== 'client_credentials') throw new DarajaError(400, '400.008.02', 'Invalid grant type passed')
  const decoded = Buffer.from(credentials, 'base64').toString('utf8')
  const colon = decoded.indexOf(':')
  const app = world.state.apps.get(decoded.slice(0, colon))
  if (!app || app.consumerSecret !== decoded.slice(colon + 1))
    throw new DarajaError(world.switches.wrongKeyStatus, '400.008.01', 'Invalid Authentication passed')
  const { liveTokens, tokenSeconds, expiresInAs } = world.switches
  const now = world.agenda.now()
  for (const [value, token] of world.state.tokens) {
    const replaced = liveTokens === 'one' && token.consumerKey === app.consumerKey
    if (replaced || token.expiresAt <= now) world.state.tokens.delete(value)
  }
  const value = newToken(world.chance)
  world.state.tokens.set(value, { value, consumerKey: app.consumerKey, expiresAt: now + tokenSeconds * 1000 })
  world.changed()
  const expiresIn = expiresInAs === 'string' ? String(tokenSeconds) : tokenSeconds
  return { status: 200, body: { access_token: value, expires_in: expiresIn } }
}

const rejections: Record<TokenDialect, (token: string) => DarajaError> = {
  '404.001.03': () => new DarajaError(404, '404.001.03', 'Invalid Access Token'),
  '400.003.01': () => new DarajaError(400, '400.003.01', 'Invalid Access Token'),
  '401.002.01': (token) => new DarajaError(401, '401.002.01', `Error Occurred - Invalid Access Token - ${token}`),
  '401.001': (token) => new DarajaError(401, '401.001', `Error Occurred - Invalid Access Token - ${token}`),
  '401': () => new DarajaError(401, '401', 'Unauthorized - Invalid Access Token'),
}

/** The app whose token this is. Throws the endpoint's own words for a token it does not know. */
export function appOf(world: World, endpoint: Endpoint, headers: Headers): App {
  const [scheme = '', value = ''] = headerText(headers.authorization).split(' ')
  if (scheme.toLowerCase() !== 'bearer' || value === '') {
    if (endpoint.dialect === '401') throw rejections['401'](value)
    throw new DarajaError(404, '404.001.04', 'Invalid Authentication Header')
  }
  const token = world.state.tokens.get(value)
  const app = token && world.state.apps.get(token.consumerKey)
  if (!token || !app || token.expiresAt <= world.agenda.now()) throw rejections[endpoint.dialect](value)
  return app
}

export function revokeToken(world: World, headers: Headers): void {
  world.state.tokens.delete(headerText(headers.authorization).split(' ')[1] ?? '')
  world.changed()
}

/** What an app gets that has not ticked this API product; nothing when it has. */
export function notTicked(app: App, endpoint: Endpoint): Answer | undefined {
  if (!app.products || app.products.includes(endpoint.name)) return undefined
  return fault(
    401,
    'Invalid API call as no apiproduct match found',
    'keymanagement.service.InvalidAPICallAsNoApiProductMatchFound',
  )
}
