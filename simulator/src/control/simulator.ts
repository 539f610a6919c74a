import { type BusinessWish, putBusiness, viewBusiness } from '../businesses.ts'
import { readDuration, readInstant } from '../duration.ts'
import type { JournalEntry, JournalFilter } from '../journal.ts'
import { readJournalFilter } from '../journal-filter.ts'
import { tellAgain } from '../payments.ts'
import { type PhoneView, type PhoneWish, phoneOf, putPhone, readMsisdn, viewPhone } from '../phones.ts'
import { readStatementWish, statementOf, type StatementView, type StatementWish } from '../statement.ts'
import { answerPrompt, type PromptOutcome } from '../stk-prompts.ts'
import { setSwitches, type Switches } from '../switches.ts'
import type { Trouble, TroubleWish } from '../trouble.ts'
import { readTrouble } from '../trouble-wish.ts'
import { type Road, roads } from '../work.ts'
import type { World } from '../world.ts'
import { type MenuPayment, type MenuReceipt, payByMenu } from './pay-by-menu.ts'
import { ControlRefusal } from './refuse.ts'

export type BusinessView = ReturnType<typeof viewBusiness>
export interface ClockView {
  now: string
  frozen: boolean
  /** How far the clock is from the real one, ms. */
  aheadMs: number
}

/** What a test, the control API and the page can do; all amounts are KES. */
export interface Controls {
  phones(): PhoneView[]
  /** Phones whose number or name holds these characters, at most so many of them, and how many there are. */
  findPhones(q: string, limit: number): { phones: PhoneView[]; total: number }
  /** Made on first use. Throws when it is no Kenyan mobile number. */
  phone(msisdn: string): PhoneView
  addPhone(wish: PhoneWish): PhoneView
  businesses(): BusinessView[]
  addBusiness(wish: BusinessWish): BusinessView
  /** Throws when there is no such business. */
  statement(shortcode: string, wish?: StatementWish): StatementView
  answerPrompt(msisdn: string, promptId: string, answer: { pin: string } | { cancel: true }): Promise<PromptOutcome>
  /** A customer pays from the M-PESA menu. Rejects with `status`, `message` and `more.refusal` when it is not taken. */
  pay(wish: MenuPayment): Promise<MenuReceipt>
  /** Tells of a payment once more, by all its roads or the named ones; answers the roads taken. */
  sendAgain(receipt: string, only?: readonly Road[]): Road[]
  journal(filter?: JournalFilter): JournalEntry[]
  /** Throws with the list of what did come when the journal does not hold exactly this many. Answers them. */
  expectRequests(filter: JournalFilter, times: number): JournalEntry[]
  clearJournal(): void
  trouble(wish: TroubleWish): Trouble
  troubles(): Trouble[]
  clearTrouble(id?: number): void
  switches(wanted?: Partial<Switches>): Switches
  clock(): ClockView
  /** Moves the clock by an ISO 8601 duration or ms; what becomes due on the way is done in order. */
  advance(duration: string | number): Promise<ClockView>
  setClock(to: string): Promise<ClockView>
  freezeClock(frozen: boolean): ClockView
  /** When every callback that is due has been delivered or given up. */
  settled(): Promise<void>
}

/** Turns an Error of the inner parts into a refusal with this status. */
function refusing<T>(status: number, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof ControlRefusal) throw error
    throw new ControlRefusal(status, (error as Error).message)
  }
}

const reachMs = 100 * 365.25 * 86_400_000

function withinReach(world: World, at: number): number {
  if (at - world.realNow().getTime() <= reachMs) return at
  throw new ControlRefusal(400, 'The clock can be at most 100 years ahead of the real one.')
}

export function controlsOf(world: World): Controls {
  const clock = (): ClockView => ({
    now: new Date(world.agenda.now()).toISOString(),
    frozen: world.state.frozenAt !== null,
    aheadMs: Math.round(world.agenda.now() - world.realNow().getTime()),
  })
  const moved = () => {
    world.changed({ type: 'clock' })
    return clock()
  }
  const known = (given: string) => {
    const msisdn = readMsisdn(given)
    if (!msisdn) throw new ControlRefusal(400, `${given} is no Kenyan mobile number`)
    return msisdn
  }
  return {
    phones: () => [...world.state.phones.values()].map((phone) => viewPhone(world, phone)),
    findPhones(q, limit) {
      const found = [...world.state.phones.values()].filter(
        (phone) => phone.msisdn.includes(q) || phone.name.toLowerCase().includes(q.toLowerCase()),
      )
      return { phones: found.slice(0, limit).map((phone) => viewPhone(world, phone)), total: found.length }
    },
    phone: (msisdn) => viewPhone(world, phoneOf(world, known(msisdn))),
    addPhone: (wish) => refusing(400, () => viewPhone(world, putPhone(world, wish))),
    businesses: () => [...world.state.businesses.values()].map((business) => viewBusiness(world, business)),
    addBusiness: (wish) => refusing(400, () => viewBusiness(world, putBusiness(world, wish))),
    statement(shortcode, wish = {}) {
      const business = world.state.businesses.get(shortcode)
      if (!business) throw new ControlRefusal(404, `No business has the number ${shortcode}`)
      return refusing(400, () => statementOf(world, business, readStatementWish(wish)))
    },
    async answerPrompt(msisdn, promptId, answer) {
      try {
        return await answerPrompt(world, known(msisdn), promptId, answer)
      } catch (error) {
        if (error instanceof ControlRefusal) throw error
        throw new ControlRefusal(409, (error as Error).message)
      }
    },
    pay: (wish) => payByMenu(world, wish),
    sendAgain: (receipt, only) =>
      refusing(404, () => {
        const strange = only?.find((road) => !roads.includes(road))
        if (strange !== undefined) throw new ControlRefusal(400, `roads are ${roads.join(', ')}`)
        return tellAgain(world, receipt, only)
      }),
    journal: (filter = {}) => refusing(400, () => world.journal.read(readJournalFilter(filter))),
    expectRequests(filter, times) {
      const found = world.journal.read(readJournalFilter(filter))
      if (found.length === times) return found
      const came = world.journal.read().map((one) => `  ${one.direction} ${one.method} ${one.path} → ${one.status}`)
      throw new Error(
        `Expected ${times} of ${JSON.stringify(filter)}, the journal has ${found.length} among\n${came.slice(-40).join('\n')}`,
      )
    },
    clearJournal: () => world.journal.clear(),
    trouble: (wish) => refusing(400, () => world.troubles.add(readTrouble(wish))),
    troubles: () => world.troubles.list(),
    clearTrouble: (id) => world.troubles.clear(id),
    switches: (wanted) => {
      if (wanted) refusing(400, () => setSwitches(world.switches, wanted))
      return structuredClone(world.switches)
    },
    clock,
    async advance(duration) {
      const ms = refusing(400, () => readDuration(duration))
      await world.agenda.moveTo(withinReach(world, world.agenda.now() + ms))
      return moved()
    },
    async setClock(to) {
      const at = refusing(400, () => readInstant(to))
      if (at < world.agenda.now()) throw new ControlRefusal(409, 'The clock only goes forward.')
      await world.agenda.moveTo(withinReach(world, at))
      return moved()
    },
    freezeClock(frozen) {
      world.agenda.freeze(frozen)
      return moved()
    },
    settled: () => world.agenda.settled(),
  }
}
