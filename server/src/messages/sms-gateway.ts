/** An SMS on its way. `recipient` is `254…`; no sender means the gateway's own. */
export type Sms = { recipient: string; text: string; sender: string | null }

/**
 * What became of handing a message over. `later`: it was certainly not taken, and may be tried again; `refused`: it never will
 * be; `unknown`: the answer was lost, so it may have been taken. `cost` as the gateway wrote it.
 */
export type Handed =
  | { kind: 'sent'; providerId: string | null; cost: string | null }
  | { kind: 'later' | 'refused' | 'unknown'; problem: string }

/** Hands one SMS over. Never throws for what a network or a gateway does. */
export type SmsGateway = (sms: Sms) => Promise<Handed>
