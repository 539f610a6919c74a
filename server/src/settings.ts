type Read<T> = { value: T } | { problem: string }
export type Setting<T> = { read: (text: string) => Read<T>; otherwise: T; meaning: string; shown?: string }

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
  AFRICASTALKING_USERNAME: text('', 'The account at Africa’s Talking that sends SMS; `sandbox` sends to its simulator'),
  AFRICASTALKING_API_KEY: text('', 'The key of that account'),
  AFRICASTALKING_URL: url(web, 'Where Africa’s Talking is', 'by the account: live or sandbox'),
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
  KUSANYA_TRACES: flag('Send OpenTelemetry traces over HTTP, to where the standard OTEL_… variables say', 'false'),
  LOG_REQUESTS: flag('Log a line for each request', 'false'),
  LOG_LEVEL: oneOf(
    ['silent', 'fatal', 'error', 'warn', 'info', 'debug'],
    'info',
    'How much is logged to standard error',
  ),
}
