import { messagingPath, refuseMessages } from '../africas-talking/messaging.ts'
import { newRequestId } from '../ids.ts'
import { requestTroubles, type Trouble } from '../trouble.ts'
import type { World } from '../world.ts'
import { type Answer, DarajaError, envelope, fault, serverError } from './answers.ts'
import { revokeToken } from './gate.ts'
import { nameOf, receive, type Received, spikeArrest } from './receive.ts'

/** What goes out: an answer, half of one, or a cut line. */
export type Outcome = { kind: 'answer' | 'garbled'; answer: Answer } | { kind: 'cut'; answer?: Answer }

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Answers a request as `receive` does, except for the troubles somebody has chosen. */
export async function receiveInTrouble(
  world: World,
  received: Received,
): Promise<{ outcome: Outcome; struck: Trouble[] }> {
  const struck = world.troubles.strike(requestTroubles, nameOf(received.path), received.path)
  for (const trouble of struck) if (trouble.kind === 'slow') await pause(trouble.ms ?? 3000)
  for (const trouble of struck) {
    if (trouble.kind === 'dropped') return { outcome: { kind: 'cut' }, struck }
    if (trouble.kind === 'token-revoked') revokeToken(world, received.headers)
    const instead = insteadOfWork(world, trouble, received)
    if (instead) return { outcome: { kind: 'answer', answer: instead }, struck }
  }
  const early = struck.find((trouble) => trouble.kind === 'callback-before-answer')
  const gone = early && nextCallback(world, early.ms ?? 10_000)
  const answer = await receive(world, received)
  if (gone) await (answer.status < 400 ? gone.wait() : gone.forget())
  if (struck.some((trouble) => trouble.kind === 'dropped-after-commit'))
    return { outcome: { kind: 'cut', answer }, struck }
  const garbled = struck.some((trouble) => trouble.kind === 'garbled')
  return { outcome: { kind: garbled ? 'garbled' : 'answer', answer }, struck }
}

/** The answer of a trouble that keeps the work from being done. */
function insteadOfWork(world: World, trouble: Trouble, received: Received): Answer | undefined {
  const { kind, form } = trouble
  const requestId = newRequestId(world.chance)
  if (kind === '500' || kind === '502' || kind === '503' || kind === '504')
    return serverError(requestId, Number(kind) as 500 | 502 | 503 | 504, form ?? 'fault')
  if (kind === 'spike-arrest')
    return form === 'fault'
      ? spikeArrest()
      : envelope(requestId, new DarajaError(500, '500.003.02', 'Error Occurred: Spike Arrest Violation'))
  if (kind === 'quota')
    return form === 'fault'
      ? fault(429, 'Quota Violation', 'policies.ratelimit.QuotaViolation')
      : envelope(requestId, new DarajaError(500, '500.003.03', 'Quota Violation'))
  if (kind !== 'refused') return undefined
  if (received.path === messagingPath) return refuseMessages(trouble, received.raw)
  return refusal(trouble, requestId, received.path)
}

function refusal(trouble: Trouble, requestId: string, path: string): Answer {
  if (path.includes('/billmanager-invoice/')) {
    const Status_Message = trouble.message ?? 'Action Forbidden'
    const body = { Status_Message, resmsg: 'Action Forbidden', rescode: trouble.errorCode ?? '409', errors: [] }
    return { status: trouble.status ?? 200, body }
  }
  const code = trouble.errorCode ?? '400.002.02'
  return envelope(requestId, new DarajaError(trouble.status ?? 400, code, trouble.message ?? 'Bad Request'))
}

/** Waits for the next callback to have left, so that it overtakes the answer. */
function nextCallback(world: World, mostMs: number) {
  let stop = () => {}
  const left = new Promise<void>((resolve) => {
    stop = world.watch((happening) => {
      if (happening.type === 'journal' && (happening.entry as { direction: string }).direction === 'out') resolve()
    })
  })
  const forget = () => stop()
  const wait = async () => {
    const limit = new AbortController()
    const late = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, mostMs)
      limit.signal.addEventListener('abort', () => clearTimeout(timer))
    })
    await Promise.race([left, late])
    limit.abort()
    forget()
  }
  return { wait, forget }
}
