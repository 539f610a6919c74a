import type { Bill } from './read-bill.ts'
import type { BillPayment } from './read-money.ts'
import type { PhoneRequest } from './read-requests.ts'

/** How far a request to a phone has come, as its payer should be told. */
export type Phase =
  | { kind: 'waiting' }
  /** Nobody knows: the phone may have paid. After `long`, M-PESA's own message on the phone says more than we can. */
  | { kind: 'unknown'; long: boolean }
  /** M-PESA's messenger told of the money, and M-PESA itself has not confirmed it yet. */
  | { kind: 'held' }
  /** M-PESA says that it was paid, and the money has not reached the books yet. */
  | { kind: 'confirmed' }
  | { kind: 'arrived'; payment: BillPayment | null }
  | { kind: 'ended'; how: 'cancelled' | 'wrong_pin' | 'no_funds' | 'no_answer' | 'failed' }

/** A prompt leaves the phone after about a minute; what is heard later than this is not heard at once. */
const promptLivesMs = 75_000
const longMs = 10 * 60_000

export function phaseOf(request: PhoneRequest, bill: Bill, now: Date): Phase {
  const { state, amount, createdAt } = request
  switch (state) {
    case 'cancelled':
    case 'wrong_pin':
    case 'no_funds':
    case 'no_answer':
    case 'failed':
      return { kind: 'ended', how: state }
    case 'asking':
    case 'asked':
    case 'paid':
    case 'unknown': {
      const payment = bill.payments.find((one) => one.whole === amount && one.knownAt >= createdAt)
      if (payment) return { kind: 'arrived', payment }
      if (bill.held.some(({ requestId }) => requestId === request.id)) return { kind: 'held' }
      if (state === 'paid') return bill.status === 'paid' ? { kind: 'arrived', payment: null } : { kind: 'confirmed' }
      const ageMs = now.getTime() - createdAt.getTime()
      if (state === 'unknown' || ageMs > promptLivesMs) return { kind: 'unknown', long: ageMs > longMs }
      return { kind: 'waiting' }
    }
  }
}

/** Seconds until it is worth looking again; null when nothing more will happen by itself. */
export function lookAgainIn({ kind }: Phase): number | null {
  switch (kind) {
    case 'waiting':
      return 3
    case 'unknown':
    case 'confirmed':
    case 'held':
      return 15
    case 'arrived':
    case 'ended':
      return null
  }
}
