import { endpoints } from './daraja/endpoints.ts'
import { knownKeys } from './known.ts'
import { callbackTroubles, errorForms, troubleKinds, type TroubleKind, type TroubleWish } from './trouble.ts'
import { roads } from './work.ts'

/** The names of the API products, as they are ticked on an app and as troubles take them. */
export const endpointNames: readonly string[] = ['oauth', ...endpoints.map((one) => one.name)]
const roadNames: readonly string[] = ['c2b-validation', ...roads]
/** Orders whose result is told later, and which can time out in the queue before. */
const orders = ['b2c', 'b2b', 'tax', 'reversal', 'status', 'balance']

const always = ['endpoint', 'kind', 'times', 'chance']
const optionsOf: Partial<Record<TroubleKind, string[]>> = {
  slow: ['ms'],
  'callback-late': ['ms'],
  'callback-out-of-order': ['ms'],
  'callback-before-answer': ['ms'],
  '500': ['form'],
  '502': ['form'],
  '503': ['form'],
  '504': ['form'],
  'spike-arrest': ['form'],
  quota: ['form'],
  refused: ['status', 'errorCode', 'message'],
}
const longestMs = 366 * 86_400_000
/** A real timer cannot wait longer, nor can anybody who develops. */
const longestWaitMs = 3_600_000

/** The names this kind can strike at. */
function namesFor(kind: TroubleKind): readonly string[] {
  // The business is asked before there is a payment: the question can be lost, it cannot be late or come twice.
  if (kind === 'callback-lost') return roadNames
  if ((callbackTroubles as readonly string[]).includes(kind)) return roads
  return kind === 'queue-timeout' ? orders : [...endpointNames, 'sms']
}

const isWholeFrom = (least: number, most: number, value: unknown) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most

/** Throws an Error that says what is wrong with the wish, and what can be wished. */
export function readTrouble(given: TroubleWish): TroubleWish {
  const { endpoint = '*', times, ms, form, chance, status, errorCode, message } = given
  // A status may be written as the number it is.
  const kind = String(given.kind) as TroubleKind
  if (!troubleKinds.includes(kind)) throw new Error(`kind must be one of ${troubleKinds.join(', ')}`)
  knownKeys(given, [...always, ...(optionsOf[kind] ?? [])])
  const names = namesFor(kind)
  const isPath = typeof endpoint === 'string' && endpoint.startsWith('/') && kind !== 'queue-timeout'
  if (endpoint !== '*' && !isPath && !names.includes(endpoint))
    throw new Error(`endpoint of ${kind} must be *, a part of a path that begins with /, or one of ${names.join(', ')}`)
  if (times !== undefined && times !== 'always' && !isWholeFrom(1, Number.MAX_SAFE_INTEGER, times))
    throw new Error('times must be a whole number from 1, or "always"')
  const most = kind === 'slow' || kind === 'callback-before-answer' ? longestWaitMs : longestMs
  if (ms !== undefined && !isWholeFrom(0, most, ms)) throw new Error(`ms must be a whole number from 0 to ${most}`)
  if (form !== undefined && !errorForms.includes(form)) throw new Error(`form must be one of ${errorForms.join(', ')}`)
  if (chance !== undefined && !(typeof chance === 'number' && chance > 0 && chance <= 1))
    throw new Error('chance must be above 0 and at most 1')
  if (status !== undefined && !isWholeFrom(200, 599, status))
    throw new Error('status must be an HTTP status from 200 to 599')
  for (const [name, value] of Object.entries({ errorCode, message }))
    if (value !== undefined && typeof value !== 'string') throw new Error(`${name} must be text`)
  return { ...given, endpoint, kind }
}
