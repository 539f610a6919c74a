import { join, resolve } from 'node:path'
import ipaddr from 'ipaddr.js'
import type { AfricasTalkingAccount } from './messages/africas-talking.ts'
import { settings, type Setting } from './settings.ts'

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
  africasTalking: AfricasTalkingAccount | null
  trustProxy: string[]
  requestsPerMinute: number
  metricsPort: number | null
  metricsHost: string
  drainSeconds: number
  traces: boolean
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
  const read: Read = (name, setting) => {
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
    africasTalking: readAfricasTalking(read, problems),
    trustProxy: read('TRUST_PROXY', settings.TRUST_PROXY)
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
    requestsPerMinute: read('KUSANYA_REQUESTS_PER_MINUTE', settings.KUSANYA_REQUESTS_PER_MINUTE),
    guessesPerMinute: read('KUSANYA_GUESSES_PER_MINUTE', settings.KUSANYA_GUESSES_PER_MINUTE),
    metricsPort: read('METRICS_PORT', settings.METRICS_PORT),
    metricsHost: read('METRICS_HOST', settings.METRICS_HOST),
    drainSeconds: read('KUSANYA_DRAIN_SECONDS', settings.KUSANYA_DRAIN_SECONDS) ?? (databaseUrl === null ? 0 : 5),
    traces: read('KUSANYA_TRACES', settings.KUSANYA_TRACES) ?? false,
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

type Read = <T>(name: keyof typeof settings, setting: Setting<T>) => T

function readAfricasTalking(read: Read, problems: string[]): AfricasTalkingAccount | null {
  const username = read('AFRICASTALKING_USERNAME', settings.AFRICASTALKING_USERNAME)
  const apiKey = read('AFRICASTALKING_API_KEY', settings.AFRICASTALKING_API_KEY)
  const url = read('AFRICASTALKING_URL', settings.AFRICASTALKING_URL)
  if (username !== '' && apiKey !== '') return { username, apiKey, url }
  if (username !== apiKey) problems.push('AFRICASTALKING_USERNAME and AFRICASTALKING_API_KEY go together')
  return null
}

export function masterKeyFile(config: Config): string {
  return join(config.dataDirectory, 'master.key')
}
