import { createHash } from 'node:crypto'
import { payerKeys, readPayerPhone } from '@kusanya/domain/matching/payer.ts'
import { readPhone } from '@kusanya/domain/phone.ts'

/** A customer's phone as M-PESA reports it: `254…` and its SHA-256 in lower-case hexadecimal. */
export type Msisdn = { msisdn: string | null; msisdnHash: string | null }

/** By what a payer is known again: the phone's SHA-256, and its mask with the first name. */
export type Traces = { hash: string | null; mask: string | null }

export function msisdnOf(phone: string | null): Msisdn {
  const msisdn = readPhone(phone ?? '')
  return { msisdn, msisdnHash: msisdn && sha256(msisdn) }
}

/** What a report tells of its payer: a whole phone leaves both traces, so that it is known again however it is reported. */
export function tracesOf(phone: string | null, payerName: string | null): Traces {
  const read = readPayerPhone(phone)
  const keys = payerKeys(read, payerName, read?.kind === 'full' ? sha256(read.phone) : null)
  const under = (kind: string) => keys.find((key) => key.startsWith(`${kind} `))?.slice(kind.length + 1) ?? null
  return { hash: under('sha256'), mask: under('mask') }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
