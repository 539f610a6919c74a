const minute = 60_000
/** The first look comes after the pull that usually has confirmed the payment by then; the last a week later. */
const waits = [6, 30, 120, 360, 720, 1440, 1440, 1440, 1440, 1440, 1440].map((minutes) => minutes * minute)
/** Somebody waits for the answer: money that is held, a payer who says that he has paid. */
const urgentWaits = [0.25, 2, 10].map((minutes) => minutes * minute)

/** When Safaricom is asked again about a receipt after `attempts` questions, or null: it is given up, and a person's. */
export function nextInquiryAt(attempts: number, now: Date, isUrgent = false): Date | null {
  const wait = (isUrgent ? [...urgentWaits, ...waits.slice(1)] : waits)[attempts]
  return wait === undefined ? null : new Date(now.getTime() + wait)
}

const answersWithinMs = 10 * minute
const takenForMs = 60 * minute

/**
 * Whether one more question may go out in an operator's name: as many as there are while Safaricom took him within the hour;
 * else one, and no second before it is answered or lost. With a password that is not his any more each counts against him.
 */
export function mayAskInName(operator: { takenAt: Date | null; triedAt: Date | null }, now: Date): boolean {
  const isWithin = (at: Date | null, ms: number) => at !== null && now.getTime() - at.getTime() < ms
  return isWithin(operator.takenAt, takenForMs) || !isWithin(operator.triedAt, answersWithinMs)
}

/** When a question is looked at again that waits for the answer to the first one in an operator's name. */
export function nextTurnAt(now: Date): Date {
  return new Date(now.getTime() + minute / 2)
}

/**
 * Result codes that speak of our operator and not of what was asked (Daraja: credential, unresolved, role, inactive,
 * invalid, locked, unknown, without permission). Asking on would lock him.
 */
const ofTheInitiator = ['18', '20', '21', '22', '2001', '8006', 'SFC_IC0003', 'TP40153']

export function isInitiatorProblem(resultCode: string): boolean {
  return ofTheInitiator.includes(resultCode)
}
