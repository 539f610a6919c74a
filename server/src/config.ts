import { join, resolve } from 'node:path'
import ipaddr from 'ipaddr.js'

type Read<T> = { value: T } | { problem: string }
type Setting<T> = { read: (text: string) => Read<T>; otherwise: T; meaning: string; shown?: string }

const text = (otherwise: string, meaning: string): Setting<string> => ({
  read: (value) => ({ value }),
  otherwise,
  meaning,
})
const port = (otherwise: number, meaning: string): Setting<number> => ({
  read: (value) =>
    /^\d{1,5}$/.test(value) && Number(value) <= 65_535
      ? { value: Number(value) }
      : { problem: 'must be a port, 0 to 65535' },
  otherwise,
  meaning,
})
const count = (otherwise: number, meaning: string): Setting<number> => ({
  read: (value) =>
    /^\d{1,9}$/.test(value) ? { value: Number(value) } : { problem: 'must be a whole number, 0 to 999999999' },
  otherwise,
  meaning,
})
const flag = (meaning: string, shown: string): Setting<boolean | null> => ({
  read: (value) =>
    value === 'true' || value === 'false' ? { value: value === 'true' } : { problem: 'must be true or false' },
  otherwise: null,
  meaning,
  shown,
})
const oneOf = <T extends string>(choices: readonly T[], otherwise: T, meaning: string): Setting<T> => ({
  read: (value) => {
    const chosen = choices.find((choice) => choice === value)
    return chosen ? { value: chosen } : { problem: `must be one of ${choices.join(', ')}` }
  },
  otherwise,
  meaning,
})
const url = (protocols: string[], meaning: string, shown: string): Setting<string | null> => ({
  read: (value) =>
    protocols.includes(URL.parse(value)?.protocol ?? '')
      ? { value: value.replace(/\/$/, '') }
      : { problem: `must be a URL that begins with ${protocols.map((one) => `${one}//`).join(' or ')}` },
  otherwise: null,
  meaning,
  shown,
})
const web = ['https:', 'http:']

/** Every setting: how it is read, what it is otherwise, what it means. docs/operating.md shows this table. */
export const settings = {
  KUSANYA_DATA: text(
    './.kusanya',
    'Folder of the embedded database, the master key, the demo, and callbacks that wait for a database',
  ),
  KUSANYA_ROLE: oneOf(
    ['all', 'api', 'worker', 'migrate'],
    'all',
    'What this process does: everything, only HTTP, only the sweeps, or only migrate and stop',
  ),
  DATABASE_URL: url(
    ['postgres:', 'postgresql:'],
    'PostgreSQL 15 or newer, as the owner of the database',
    'an embedded PostgreSQL in KUSANYA_DATA',
  ),
  HOST: text('127.0.0.1', 'Address to listen on'),
  PORT: port(4000, 'Port of the API and the pay page; 0 takes a free one'),
  KUSANYA_PUBLIC_URL: url(web, 'Where payers and Safaricom reach this server', 'http://localhost:PORT'),
  KUSANYA_DEMO: flag('Start the M-PESA simulator and keep a demo business', 'true with KUSANYA_ROLE=all'),
  SIMULATOR_PORT: port(4010, 'Port of the simulator; 0 takes a free one'),
  DARAJA_URL: url(
    web,
    'Where Daraja is, for every business',
    'the simulator when it runs, else Safaricom by each shortcode’s environment',
  ),
  KUSANYA_MASTER_KEY: {
    read: (value) => (/^[0-9a-f]{64}$/i.test(value) ? { value } : { problem: 'must be 64 hexadecimal digits' }),
    otherwise: null,
    meaning: 'Seals the secrets in the database',
    shown: 'KUSANYA_DATA/master.key, made at the first start',
  } as Setting<string | null>,
  KUSANYA_WEBHOOKS_TO_LOOPBACK: flag(
    'Allow webhook endpoints on this machine, over plain http',
    'true in the demo on the embedded database',
  ),
  SMTP_URL: url(
    ['smtp:', 'smtps:'],
    'The mail server: invitations and new passwords go there, and wait without one',
    'none',
  ),
  MAIL_FROM: text('Kusanya <no-reply@localhost>', 'The sender of mails'),
  TRUST_PROXY: text('', 'Addresses of proxies whose X-Forwarded-For is believed, separated by commas'),
  KUSANYA_REQUESTS_PER_MINUTE: count(
    6000,
    'How many requests an API key may make in a minute, over all processes; 0 is no limit. A business may have its own',
  ),
  KUSANYA_GUESSES_PER_MINUTE: count(
    60,
    'How many wrong API keys, or codes of payment links, are answered to an address in a minute; 0 is no limit',
  ),
  METRICS_PORT: {
    ...port(0, 'Port of /metrics, /healthz and /readyz for the operator, without a password'),
    otherwise: null,
    shown: 'none: not served',
  } as Setting<number | null>,
  METRICS_HOST: text('127.0.0.1', 'Address that METRICS_PORT listens on'),
  KUSANYA_DRAIN_SECONDS: {
    ...count(
      0,
      'How long, after SIGTERM, requests are still taken while /readyz says 503, so that proxies turn away first',
    ),
    otherwise: null,
    shown: '5; 0 with the embedded database',
  } as Setting<number | null>,
  LOG_REQUESTS: flag('Log a line for each request', 'false'),
  LOG_LEVEL: oneOf(
    ['silent', 'fatal', 'error', 'warn', 'info', 'debug'],
    'info',
    'How much is logged to standard error',
  ),
}

export type Config = {
  dataDirectory: string
  role: 'all' | 'api' | 'worker' | 'migrate'
  databaseUrl: string | null
  host: string
  port: number
  publicUrl: string | null
  demo: boolean
  simulatorPort: number
  darajaUrl: string | null
  masterKey: string | null
  webhooksToLoopback: boolean
  smtpUrl: string | null
  mailFrom: string
  trustProxy: string[]
  requestsPerMinute: number
  metricsPort: number | null
  metricsHost: string
  drainSeconds: number
  logRequests: boolean
  guessesPerMinute: number
  logLevel: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug'
}

/** Read by the SDK, and so often set in the same shell. */
const ofTheSdk = ['KUSANYA_API_KEY', 'KUSANYA_BASE_URL']

export class SettingsProblem extends Error {
  override name = 'SettingsProblem'
}

/** Reads the settings from an environment. Throws SettingsProblem, which lists everything that is wrong, one a line. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const problems: string[] = []
  const read = <T>(name: keyof typeof settings, setting: Setting<T>): T => {
    const written = environment[name]?.trim()
    if (!written) return setting.otherwise
    const got = setting.read(written)
    if ('value' in got) return got.value
    problems.push(`${name} ${got.problem}${name === 'KUSANYA_MASTER_KEY' ? '' : `, not "${written}"`}`)
    return setting.otherwise
  }
  for (const name of Object.keys(environment)) {
    if (name.startsWith('KUSANYA_') && !(name in settings) && !ofTheSdk.includes(name))
      problems.push(`${name} is not a setting`)
  }
  const role = read('KUSANYA_ROLE', settings.KUSANYA_ROLE)
  const databaseUrl = read('DATABASE_URL', settings.DATABASE_URL)
  const demo = read('KUSANYA_DEMO', settings.KUSANYA_DEMO) ?? role === 'all'
  const config: Config = {
    dataDirectory: resolve(read('KUSANYA_DATA', settings.KUSANYA_DATA)),
    role,
    databaseUrl,
    host: read('HOST', settings.HOST),
    port: read('PORT', settings.PORT),
    publicUrl: read('KUSANYA_PUBLIC_URL', settings.KUSANYA_PUBLIC_URL),
    demo,
    simulatorPort: read('SIMULATOR_PORT', settings.SIMULATOR_PORT),
    darajaUrl: read('DARAJA_URL', settings.DARAJA_URL),
    masterKey: read('KUSANYA_MASTER_KEY', settings.KUSANYA_MASTER_KEY),
    webhooksToLoopback:
      read('KUSANYA_WEBHOOKS_TO_LOOPBACK', settings.KUSANYA_WEBHOOKS_TO_LOOPBACK) ?? (demo && databaseUrl === null),
    smtpUrl: read('SMTP_URL', settings.SMTP_URL),
    mailFrom: read('MAIL_FROM', settings.MAIL_FROM),
    trustProxy: read('TRUST_PROXY', settings.TRUST_PROXY)
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
    requestsPerMinute: read('KUSANYA_REQUESTS_PER_MINUTE', settings.KUSANYA_REQUESTS_PER_MINUTE),
    guessesPerMinute: read('KUSANYA_GUESSES_PER_MINUTE', settings.KUSANYA_GUESSES_PER_MINUTE),
    metricsPort: read('METRICS_PORT', settings.METRICS_PORT),
    metricsHost: read('METRICS_HOST', settings.METRICS_HOST),
    drainSeconds: read('KUSANYA_DRAIN_SECONDS', settings.KUSANYA_DRAIN_SECONDS) ?? (databaseUrl === null ? 0 : 5),
    logRequests: read('LOG_REQUESTS', settings.LOG_REQUESTS) ?? false,
    logLevel: read('LOG_LEVEL', settings.LOG_LEVEL),
  }
  for (const proxy of config.trustProxy) {
    if (!ipaddr.isValid(proxy) && !ipaddr.isValidCIDR(proxy))
      problems.push(`TRUST_PROXY must list addresses, not "${proxy}"`)
  }
  if (role === 'api' || role === 'worker') {
    if (!databaseUrl)
      problems.push(`KUSANYA_ROLE=${role} needs DATABASE_URL: processes that share the work share a database`)
    if (!config.masterKey)
      problems.push(`KUSANYA_ROLE=${role} needs KUSANYA_MASTER_KEY: all processes must open the same secrets`)
  }
  if (role === 'worker' && !config.publicUrl) {
    problems.push('KUSANYA_ROLE=worker needs KUSANYA_PUBLIC_URL: webhooks carry links to the pay page')
  }
  if (demo && role !== 'all') problems.push('KUSANYA_DEMO=true needs KUSANYA_ROLE=all')
  if (problems.length > 0) throw new SettingsProblem(problems.join('\n'))
  return config
}

export function masterKeyFile(config: Config): string {
  return join(config.dataDirectory, 'master.key')
}
