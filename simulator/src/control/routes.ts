import type { PhoneWish } from '../phones.ts'
import type { BusinessWish } from '../businesses.ts'
import type { JournalFilter } from '../journal.ts'
import type { Switches } from '../switches.ts'
import type { TroubleWish } from '../trouble.ts'
import type { Road } from '../work.ts'
import type { MenuPayment } from './pay-by-menu.ts'
import { statementCsv } from '../statement.ts'
import { ControlRefusal } from './refuse.ts'
import type { Controls } from './simulator.ts'

type Body = Record<string, unknown>
type Route = (controls: Controls, given: { params: string[]; query: URLSearchParams; body: Body }) => unknown

/** An answer that is a CSV file. */
export class Download {
  readonly name: string
  readonly text: string

  constructor(name: string, text: string) {
    this.name = name
    this.text = text
  }
}

const mostPhones = 200

/** `METHOD /path` below `/_sim`, with `:` for a part that varies. */
const routes: Record<string, Route> = {
  'GET /phones': (sim, { query }) => sim.findPhones(query.get('q') ?? '', readCount(query.get('limit') ?? mostPhones)),
  'POST /phones': (sim, { body }) => sim.addPhone(body as unknown as PhoneWish),
  'GET /phones/:': (sim, { params }) => sim.phone(params[0]!),
  'POST /phones/:': (sim, { params, body }) => sim.addPhone({ ...body, msisdn: params[0]! }),
  'POST /phones/:/prompts/:': (sim, { params, body }) => sim.answerPrompt(params[0]!, params[1]!, readAnswer(body)),
  'GET /businesses': (sim) => ({ businesses: sim.businesses() }),
  'POST /businesses': (sim, { body }) => sim.addBusiness(body as unknown as BusinessWish),
  'GET /businesses/:': (sim, { params }) => {
    const business = sim.businesses().find((one) => one.shortcode === params[0])
    if (!business) throw new ControlRefusal(404, `No business has the number ${params[0]}`)
    return business
  },
  'GET /businesses/:/statement': (sim, { params, query }) => sim.statement(params[0]!, Object.fromEntries(query)),
  'GET /businesses/:/statement.csv': (sim, { params, query }) => {
    const statement = sim.statement(params[0]!, Object.fromEntries(query))
    return new Download(`statement-${statement.shortcode}-${statement.account}.csv`, statementCsv(statement))
  },
  'POST /paybill': (sim, { body }) => sim.pay(body as unknown as MenuPayment),
  'POST /payments/:/send-again': (sim, { params, body }) => ({
    sent: sim.sendAgain(params[0]!, body.roads as Road[] | undefined),
  }),
  'GET /journal': (sim, { query }) => ({ entries: sim.journal(readFilter(query)) }),
  'DELETE /journal': (sim) => (sim.clearJournal(), { ok: true }),
  'GET /trouble': (sim) => ({ troubles: sim.troubles() }),
  'POST /trouble': (sim, { body }) => sim.trouble(body as unknown as TroubleWish),
  'DELETE /trouble': (sim) => (sim.clearTrouble(), { ok: true }),
  'DELETE /trouble/:': (sim, { params }) => clearTrouble(sim, Number(params[0])),
  'GET /switches': (sim) => sim.switches(),
  'POST /switches': (sim, { body }) => sim.switches(body as Partial<Switches>),
  'GET /clock': (sim) => sim.clock(),
  'POST /clock': (sim, { body }) => moveClock(sim, body),
  // A place for callbacks of programs that have no server of their own, such as the page's samples.
  'POST /sink': () => ({ resmsg: 'Success', rescode: '200', ResultCode: 0, ResultDesc: 'Accepted' }),
  'POST /settle': async (sim) => {
    await sim.settled()
    return { ok: true }
  },
}

/** The answer of the control API, or undefined when there is no such route. Throws a ControlRefusal. */
export async function control(
  controls: Controls,
  method: string,
  path: string,
  query: URLSearchParams,
  raw: string,
): Promise<unknown> {
  for (const [pattern, route] of Object.entries(routes)) {
    const params = match(pattern, `${method} ${path}`)
    if (params) return (await route(controls, { params, query, body: readBody(raw) })) ?? { ok: true }
  }
  return undefined
}

function match(pattern: string, asked: string): string[] | undefined {
  const wanted = pattern.split('/')
  const parts = asked.split('/')
  if (wanted.length !== parts.length) return undefined
  const params: string[] = []
  for (const [i, part] of parts.entries()) {
    if (wanted[i] === ':') params.push(decoded(part))
    else if (wanted[i] !== part) return undefined
  }
  return params
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new ControlRefusal(400, `${part} is not a part of a path`)
  }
}

function readBody(raw: string): Body {
  if (raw.trim() === '') return {}
  let body: unknown
  try {
    body = JSON.parse(raw)
  } catch {
    throw new ControlRefusal(400, 'The body is not JSON')
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new ControlRefusal(400, 'The body must be a JSON object')
  return body as Body
}

function readAnswer(body: Body): { pin: string } | { cancel: true } {
  if (body.cancel === true) return { cancel: true }
  if (typeof body.pin === 'string' || typeof body.pin === 'number') return { pin: String(body.pin) }
  throw new ControlRefusal(400, 'Answer the prompt with {"pin":"…"} or {"cancel":true}')
}

function readCount(value: unknown): number {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 0) throw new ControlRefusal(400, 'limit must be a whole number from 0')
  return count
}

function clearTrouble(sim: Controls, id: number) {
  if (!sim.troubles().some((trouble) => trouble.id === id)) throw new ControlRefusal(404, 'There is no such trouble')
  sim.clearTrouble(id)
  return { ok: true }
}

function readFilter(query: URLSearchParams): JournalFilter {
  const asked = [...query].filter(([, value]) => value !== '')
  const filter = asked.map(([key, value]) => [key, isNumeric(key, value) ? Number(value) : value])
  return { limit: 1000, ...Object.fromEntries(filter) } as JournalFilter
}

const isNumeric = (key: string, value: string) => ['limit', 'status', 'since'].includes(key) && /^\d+$/.test(value)

async function moveClock(sim: Controls, body: Body) {
  const { freeze, advance, set } = body
  const wishes = Object.keys(body)
  const strange = wishes.some((key) => !['freeze', 'advance', 'set'].includes(key))
  if (wishes.length === 0 || strange || (advance !== undefined && set !== undefined))
    throw new ControlRefusal(400, 'Say {"advance":"P1D"}, {"set":"…"} or {"freeze":true}')
  if (freeze !== undefined && typeof freeze !== 'boolean') throw new ControlRefusal(400, 'freeze must be true or false')
  const before = sim.clock().frozen
  if (freeze !== undefined) sim.freezeClock(freeze)
  try {
    if (advance !== undefined) await sim.advance(advance as string)
    if (set !== undefined) await sim.setClock(set as string)
  } catch (error) {
    sim.freezeClock(before)
    throw error
  }
  return sim.clock()
}
