import type { DoorKey } from './doors.ts'

/** Answers to what was asked in an operator's name, and what expired in Safaricom's queue. */
export type ResultRoad = 'status' | 'status_expired' | 'reversal' | 'reversal_expired' | 'reversal_status'

/** A callback at a door. Its id is made before it is written anywhere, so that however often it is written it is one. */
export type Knock = DoorKey & {
  id: string
  road: 'bill' | 'c2b' | 'stk' | ResultRoad
  /** Byte for byte. */
  body: Buffer
  remoteAddress: string
  receivedAt: Date
}

/** One line of the spool. It has the hash of the secret path, not the path. */
export function writeKnock({ body, receivedAt, ...rest }: Knock): string {
  return JSON.stringify({ ...rest, receivedAt: receivedAt.toISOString(), body: body.toString('base64') })
}

/** Reads what writeKnock wrote; throws on what is not JSON. */
export function readKnock(line: string): Knock {
  const { body, receivedAt, ...rest } = JSON.parse(line) as Omit<Knock, 'body' | 'receivedAt'> & {
    body: string
    receivedAt: string
  }
  return { ...rest, body: Buffer.from(body, 'base64'), receivedAt: new Date(receivedAt) }
}
