import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { traceTransactions, type Sql } from './db/sql.ts'
import { createMailer, type Mailer } from './mail/mailer.ts'
import { africasTalking } from './messages/africas-talking.ts'
import type { SmsGateway } from './messages/sms-gateway.ts'
import { createDaraja, type Daraja } from './payments/daraja.ts'
import { createVault, type Vault } from './secrets/vault.ts'
import { createMeter, type Meter } from './watching/meter.ts'
import { createSpool, type Spool } from './spool/spool.ts'
import type { Tracer } from './watching/tracer.ts'

/** All that a process holds. Built once in main.ts, and by hand in each test. No container. */
export type Context = {
  sql: Sql
  now: () => Date
  newId: () => string
  chance: Chance
  vault: Vault
  daraja: Daraja
  /** For webhooks: reaches public addresses only. */
  post: (url: string, headers: Record<string, string>, body: string) => Promise<Posted>
  /** Where callbacks wait while the database is away. */
  spool: Spool
  /** Hands letters to the mail server; null when none is set. */
  mailer: Mailer | null
  /** Hands SMS to their gateway; null when none is set. */
  sms: SmsGateway | null
  log: Logger
  meter: Meter
  /** Null unless traces are asked for. */
  tracer: Tracer | null
  /** No more work is to be sent here. Set once, by whoever ends the process. */
  stopping: boolean
  config: Config
  /** Where payers and Safaricom reach us, without a slash at the end. */
  publicUrl: string
}

export type Chance = { fraction: () => number; bytes: (length: number) => Buffer }

/** What a webhook receiver answered: its status, or why there is none. */
export type Posted = { status: number; excerpt: string; retryAfter: string | null } | { status: null; problem: string }

/** What an operation is told. It gets no pool and no network, so it cannot use them by mistake. */
export type Given = Pick<Context, 'now' | 'newId' | 'chance' | 'vault' | 'publicUrl' | 'tracer'>

export type Means = Pick<Context, 'sql' | 'now' | 'post' | 'log' | 'config' | 'publicUrl'> & {
  masterKey: Buffer
  chance?: Chance
  tracer?: Tracer | null
}

/** Puts a context together from what differs between a process and a test. */
export function createContext({ masterKey, chance = realChance, tracer = null, ...means }: Means): Context {
  if (tracer) traceTransactions(means.sql, tracer)
  return {
    ...means,
    chance,
    tracer,
    newId: idMaker(means.now, chance),
    vault: createVault(masterKey),
    meter: createMeter(),
    stopping: false,
    mailer: means.config.smtpUrl ? createMailer(means.config.smtpUrl, means.config.mailFrom) : null,
    sms: means.config.africasTalking ? africasTalking(means.config.africasTalking) : null,
    daraja: createDaraja(means.config.darajaUrl, means.now, { tracer }),
    spool: createSpool(path.join(means.config.dataDirectory, 'spool')),
  }
}

export const realChance: Chance = { fraction: () => Math.random(), bytes: pooledBytes(8192) }

/** Asks the system for much chance at a time: an invoice wants a few bytes in a dozen places. */
function pooledBytes(size: number): (length: number) => Buffer {
  let pool = Buffer.alloc(0)
  return (length) => {
    if (length > size) return randomBytes(length)
    if (pool.length < length) pool = randomBytes(size)
    const taken = pool.subarray(0, length)
    pool = pool.subarray(length)
    return taken
  }
}

/** Makes 24-hex ids whose order is that of their making: milliseconds, a counter, chance. */
export function idMaker(now: () => Date, chance: Chance): () => string {
  let lastMs = 0
  let counter = 0
  return () => {
    lastMs = Math.max(lastMs, now().getTime())
    counter = (counter + 1) % 0x1_00_00_00
    if (counter === 0) lastMs++
    return (
      lastMs.toString(16).padStart(12, '0') + counter.toString(16).padStart(6, '0') + chance.bytes(3).toString('hex')
    )
  }
}
