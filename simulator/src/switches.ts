/**
 * Every place where Safaricom's behaviour is not known, or differs between sandbox and production, and what the
 * simulator does there. The defaults are strict on what is documented. `docs/simulator.md` lists them with the reasons.
 */
export interface Switches {
  /** `production` takes C2B URLs once, and callback URLs with https only. */
  environment: 'sandbox' | 'production'
  /** Whether a new token ends the one before it. */
  liveTokens: 'one' | 'many'
  tokenSeconds: number
  expiresInAs: 'string' | 'number'
  /** HTTP status for a wrong consumer key or secret. */
  wrongKeyStatus: 400 | 401
  /** How far the `Timestamp` of a push may be from now, hours; 0 checks the form only. */
  timestampToleranceHours: number
  /** How long an STK prompt waits on the phone. */
  promptSeconds: number
  /** A second push to a phone that is showing one: refused at once, or accepted and ended with ResultCode 1001. */
  secondPush: 'refuse' | 'callback'
  /** The same phone paying the same amount to the same business by STK within this time gets ResultCode 17; 0 allows it. */
  repeatWindowSeconds: number
  /** STK query of a push nobody has answered yet. */
  pendingQuery: 'error' | '4999'
  /** STK query says "does not Exist" this long after the push, as the real one does for 20-30 s. */
  queryBlindSeconds: number
  /** HTTP status of a Bill Manager refusal (`rescode` other than 200). */
  billRefusalStatus: 200 | 409
  /** Bill Manager calls need the `app_key` of the opt-in in a header (`appKey` or `app_key`). */
  requireAppKey: boolean
  /** One bad row refuses the whole batch; otherwise the good rows are taken and the bad ones listed. */
  bulkAtomic: boolean
  /** Payment pushes for account numbers no open bill has. */
  pushUnknownAccounts: boolean
  /** When the tries of a payment push are made, seconds after the payment. */
  pushTriesAtSeconds: number[]
  /** Cancelling a bill a second time. */
  cancelAgain: 'accept' | 'refuse'
  /** Acknowledging a receipt M-PESA never gave. */
  reconcileUnknown: 'accept' | 'refuse'
  /** Whether C2B confirmation names the payer: first name only, all names, or none. */
  c2bNames: 'first' | 'all' | 'none'
  /** Whether the times of Pull Transactions, which end in Z, are really UTC or Nairobi's. */
  pullTimes: 'utc' | 'nairobi'
  /** A TransactionDesc of more than 13 characters: the documents forbid it, widely used clients send it. */
  longDescription: 'accept' | 'refuse'
  /** How long M-PESA waits for the validation URL, ms. */
  validationTimeoutMs: number
  /** How long M-PESA waits for any other callback to be answered, ms. */
  callbackTimeoutMs: number
  /** How long after the cause a callback leaves, on the simulator's clock, ms. */
  callbackDelayMs: number
  /** Requests a second the gateway lets through, for each app; 0 is no limit. */
  requestsPerSecond: number
  customerFees: boolean
  perTransactionLimitKes: number
  dailyLimitKes: number
  balanceLimitKes: number
  /** Wrong PINs in a row that lock a phone. */
  pinTries: number
  /** Whether a SecurityCredential that our key cannot read (it was made for Safaricom's) is let through. */
  foreignCredential: 'accept' | 'refuse'
}

export const defaultSwitches: Switches = {
  environment: 'sandbox',
  liveTokens: 'one',
  tokenSeconds: 3599,
  expiresInAs: 'string',
  wrongKeyStatus: 400,
  timestampToleranceHours: 24,
  promptSeconds: 60,
  secondPush: 'refuse',
  repeatWindowSeconds: 120,
  pendingQuery: 'error',
  queryBlindSeconds: 0,
  billRefusalStatus: 200,
  requireAppKey: false,
  bulkAtomic: true,
  pushUnknownAccounts: true,
  pushTriesAtSeconds: [0, 30, 120, 600, 1800],
  cancelAgain: 'accept',
  reconcileUnknown: 'accept',
  c2bNames: 'first',
  pullTimes: 'utc',
  longDescription: 'accept',
  validationTimeoutMs: 8000,
  callbackTimeoutMs: 10_000,
  callbackDelayMs: 0,
  requestsPerSecond: 0,
  customerFees: false,
  perTransactionLimitKes: 250_000,
  dailyLimitKes: 500_000,
  balanceLimitKes: 500_000,
  pinTries: 3,
  foreignCredential: 'accept',
}

const choices: Partial<Record<keyof Switches, readonly unknown[]>> = {
  environment: ['sandbox', 'production'],
  liveTokens: ['one', 'many'],
  expiresInAs: ['string', 'number'],
  wrongKeyStatus: [400, 401],
  secondPush: ['refuse', 'callback'],
  pendingQuery: ['error', '4999'],
  billRefusalStatus: [200, 409],
  cancelAgain: ['accept', 'refuse'],
  reconcileUnknown: ['accept', 'refuse'],
  c2bNames: ['first', 'all', 'none'],
  foreignCredential: ['accept', 'refuse'],
  pullTimes: ['utc', 'nairobi'],
  longDescription: ['accept', 'refuse'],
}

/** Sets the named switches; throws an Error naming the first one that is unknown or has a value it cannot have. */
export function setSwitches(switches: Switches, wanted: Record<string, unknown>): void {
  const checked = Object.entries(wanted).map(([name, value]) => {
    if (!Object.hasOwn(defaultSwitches, name)) throw new Error(`There is no switch called ${name}`)
    const key = name as keyof Switches
    const usual = defaultSwitches[key]
    const allowed = choices[key]
    const fits = allowed
      ? allowed.includes(value)
      : Array.isArray(usual)
        ? Array.isArray(value) && value.length > 0 && value.every((n) => typeof n === 'number' && n >= 0)
        : typeof value === typeof usual && (typeof value !== 'number' || value >= 0)
    if (!fits) throw new Error(`The switch ${name} cannot be ${JSON.stringify(value)}`)
    return [name, value] as const
  })
  Object.assign(switches, Object.fromEntries(checked))
}
