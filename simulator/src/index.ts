import type { AddressInfo } from 'node:net'
import { type BusinessWish, putBusiness, sandboxPasskey } from './businesses.ts'
import { type Controls, controlsOf } from './control/simulator.ts'
import { type PhoneWish, putPhone } from './phones.ts'
import { planReminders } from './reminders.ts'
import { runWork } from './run-work.ts'
import { createServer } from './server.ts'
import { keepState, loadState, type StateFile } from './state-file.ts'
import { lockState } from './state-lock.ts'
import type { Switches } from './switches.ts'
import { createWorld, type World } from './world.ts'

export { sandboxAccount } from './africas-talking/messaging.ts'
export {
  demoConsumerKey,
  demoConsumerSecret,
  demoInitiator,
  demoPasskey,
  sandboxPasskey,
  type BusinessWish,
} from './businesses.ts'
export type { MenuPayment, MenuReceipt } from './control/pay-by-menu.ts'
export { ControlRefusal } from './control/refuse.ts'
export type { BusinessView, ClockView, Controls } from './control/simulator.ts'
export type { JournalEntry, JournalFilter } from './journal.ts'
export type { PhoneView, PhoneWish, PromptView } from './phones.ts'
export type { StatementLine, StatementView, StatementWish } from './statement.ts'
export type { PromptOutcome } from './stk-prompts.ts'
export { defaultSwitches, type Switches } from './switches.ts'
export type { Trouble, TroubleKind, TroubleWish } from './trouble.ts'
export type { Road } from './work.ts'

export interface SimulatorOptions {
  /** 0, the default, takes a free port. */
  port?: number
  /** Default 127.0.0.1: the control API has no password. */
  host?: string
  /** Keeps phones, bills, opt-ins, tokens and what waits on the clock in this file; otherwise all is in memory. */
  stateFile?: string
  /** The real clock. */
  now?: () => Date
  /** Makes receipts, identifiers and troubles of chance the same in every run. */
  seed?: number
  /** Starts with the clock standing still: only `advance` moves it. */
  frozen?: boolean
  businesses?: BusinessWish[]
  phones?: PhoneWish[]
  /** What a phone nobody has heard of before starts with. Default KES 50,000 and PIN 1234, answered by hand. */
  newPhones?: Partial<World['newPhones']>
  switches?: Partial<Switches>
}

export interface Simulator extends Controls {
  /** `http://127.0.0.1:<port>`: Daraja's base URL, the control API at `/_sim`, the phones at `/`. */
  url: string
  port: number
  close(): Promise<void>
}

/** The shortcodes there are without any set-up, both of the app `demo`. */
export const demoShortcodes = { bills: '600984', stk: '174379' }
export const demoPhone = { msisdn: '254708374149', name: 'Test Customer', balance: 50_000, pin: '1234' }

/**
 * Starts a Daraja on this machine, ready to use: app `demo`/`demo`, Paybills 600984 and 174379, phone 254708374149.
 * Rejects when the port is taken, an option is wrong or the state file is not readable.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const unlock = options.stateFile === undefined ? async () => {} : await lockState(options.stateFile)
  try {
    return await startUnlocked(options, unlock)
  } catch (error) {
    await unlock()
    throw error
  }
}

async function startUnlocked(options: SimulatorOptions, unlock: () => Promise<void>): Promise<Simulator> {
  const kept = options.stateFile === undefined ? undefined : await loadState(options.stateFile)
  let file: StateFile | undefined
  const world = createWorld({
    state: kept,
    now: options.now ?? (() => new Date()),
    seed: options.seed,
    switches: options.switches,
    newPhones: options.newPhones,
    run: runWork,
    save: () => file?.touch(),
    kept: () => file?.kept() ?? Promise.resolve(),
  })
  if (!kept) putDefaults(world)
  for (const business of options.businesses ?? []) putBusiness(world, business)
  for (const phone of options.phones ?? []) putPhone(world, phone)
  if (options.frozen) world.agenda.freeze(true)
  planReminders(world)

  const controls = controlsOf(world)
  const server = createServer(world, controls)
  const host = options.host ?? '127.0.0.1'
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, host, resolve)
  })
  const { port } = server.address() as AddressInfo
  if (options.stateFile !== undefined) file = keepState(options.stateFile, () => world.state)
  world.agenda.start()

  let closing: Promise<void> | undefined
  async function close(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    world.poster.close()
    await world.agenda.stop()
    await closed
    await file?.close()
    await unlock()
  }
  const shownHost = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return { ...controls, url: `http://${shownHost}:${port}`, port, close: () => (closing ??= close()) }
}

function putDefaults(world: World): void {
  putBusiness(world, { shortcode: demoShortcodes.bills, name: 'Demo Paybill' })
  putBusiness(world, { shortcode: demoShortcodes.stk, name: 'Demo Online Paybill', passkey: sandboxPasskey })
  putPhone(world, demoPhone)
}
