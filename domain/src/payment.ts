import type { Money } from './money.ts'

/** The roads by which we hear of a payment. One receipt is one payment, whichever roads it arrives by. */
export const roads = ['bill', 'c2b', 'stk', 'manual', 'pull', 'statement'] as const
export type Road = (typeof roads)[number]

export type Room = { invoiceId: string; room: Money }
export type Spread = { parts: { invoiceId: string; amount: Money }[]; excess: Money }

/** The order in which money goes to invoices: the named one first, then the oldest due first. */
export function inTurn(namedId: string | null) {
  const turn = ({ id }: { id: string }) => (id === namedId ? 0 : 1)
  return (a: { id: string; dueAt: Date }, b: { id: string; dueAt: Date }): number =>
    turn(a) - turn(b) || a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1)
}

/**
 * Lays money over open invoices in the order given. What is over is
 * returned as excess, never dropped: parts and excess always add up to the amount.
 */
export function spread(amount: Money, rooms: Room[]): Spread {
  let rest = amount
  const parts = []
  for (const { invoiceId, room } of rooms) {
    const part = rest < room ? rest : room
    if (part <= 0n) continue
    parts.push({ invoiceId, amount: part })
    rest -= part
  }
  return { parts, excess: rest }
}

/** What Daraja's STK result codes mean to a payer (daraja-wire.md 4.4). */
export type AskOutcome = 'paid' | 'cancelled' | 'wrong_pin' | 'no_funds' | 'no_answer' | 'failed'

export function askOutcome(resultCode: string): AskOutcome {
  switch (resultCode) {
    case '0':
      return 'paid'
    case '1031':
    case '1032':
      return 'cancelled'
    case '2001':
      return 'wrong_pin'
    case '1':
      return 'no_funds'
    case '1037':
    case '1019':
      return 'no_answer'
    default:
      return 'failed'
  }
}
