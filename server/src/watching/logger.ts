import { pino, type DestinationStream, type Logger } from 'pino'
import type { Config } from '../config.ts'

/** JSON, one line each. Of an error only what is listed here; in the whole line no secret and no whole phone number. */
export function createLogger(level: Config['logLevel'], destination: DestinationStream): Logger {
  return pino({ level, serializers: { err: plainError }, hooks: { streamWrite: withoutSecrets } }, destination)
}

/** A database's error also carries the values of the statement: they stay out. */
function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const { code, constraint_name: constraint } = error as { code?: unknown; constraint_name?: unknown }
  const cause = error.cause === undefined ? {} : { cause: plainError(error.cause) }
  return { type: error.name, message: error.message, code, constraint, stack: error.stack, ...cause }
}

const id = /(?<![0-9a-f])[0-9a-f]{24}(?![0-9a-f])/
const secret =
  /cs_(?:live|test)_\w+|whsec_[\w+/=]+|(?:Basic|Bearer)\s+[\w+/=.-]+|(?<=\/(?:pay|qr|hooks)\/)\w+|(?<!\w)[\w+=]{32,}/
const gap = '[\\s()\\-‐-―\\u200b-\\u200f\\u2060]{0,3}'
const phone = new RegExp(`(?<!\\d)(?:(?:00|0)?2${gap}5${gap}4${gap}0?|0)?${gap}[17](?:${gap}\\d){8}(?!\\d)`)
const told = new RegExp(`${id.source}|(${secret.source})|${phone.source}`, 'gi')

/** A line with secrets cut out, and of phone numbers, however they are written, only the end. Our ids stay. */
export function withoutSecrets(line: string): string {
  return line.replace(told, (found: string, cut: string | undefined) => {
    if (cut !== undefined) return '…'
    return id.test(found) ? found : `•••••${found.slice(-3)}`
  })
}
