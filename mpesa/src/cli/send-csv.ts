import type { BillManagerSingleInvoiceRequest } from '../calls/bill-manager-types.ts'
import { PesafyError, withoutSecrets } from '../error.ts'
import { type Given, UsageError } from './command.ts'
import { csvLine, parseCsv, withoutApostrophe } from './csv.ts'
import { billOf, type BillOutcome, type BillState, columns, sendBatch, sendEach } from './send-bills.ts'

const mostRows = 1_000

/**
 * Sends the bills of a CSV that no earlier run has sent. A run that was stopped is simply started once more; what ended unknown
 * is left alone until `--resolve`, which sends it bill by bill, so that a duplicate is the proof of arrival.
 */
export async function sendCsv({ mpesa, flag, optionalFlag, readFile, appendFile, progress }: Given) {
  const out = optionalFlag('out') ?? `${flag('csv')}.results.csv`
  const batch = Number(optionalFlag('batch') ?? mostRows)
  if (!Number.isInteger(batch) || batch < 1 || batch > mostRows) throw new UsageError('--batch must be 1 to 1000')
  const resolve = optionalFlag('resolve') !== undefined
  const all = await readBills(readFile, flag('csv'))
  const earlier = await readStates(readFile, out)
  if (earlier === null) await appendFile(out, csvLine(['externalReference', 'state', 'problem']))
  const bills = all.filter((bill) => earlier?.get(bill.externalReference) !== 'sent')
  const doubtful = bills.filter((bill) => earlier?.get(bill.externalReference) === 'unknown')
  const others = bills.filter((bill) => !doubtful.includes(bill))

  const counts: Record<BillState, number> = { sent: 0, duplicate: 0, invalid: 0, refused: 0, unknown: 0 }
  let done = 0
  const record = async (outcomes: readonly BillOutcome[]) => {
    await appendFile(out, outcomes.map((one) => csvLine([one.externalReference, one.state, one.problem])).join(''))
    for (const { state } of outcomes) counts[state]++
    done += outcomes.length
    progress(done, bills.length)
  }
  progress(0, bills.length)
  const skipped = all.length - bills.length
  try {
    if (resolve) await sendEach(mpesa(), doubtful, true, record)
    for (let from = 0; from < others.length; from += batch) {
      await sendBatch(mpesa(), others.slice(from, from + batch), resolve, record)
    }
  } catch (error) {
    // Nothing at all was sent, or may have been: the error says it best.
    if (counts.sent + counts.unknown + skipped + doubtful.length === 0) throw error
    const left = bills.length - done
    return { ...counts, skipped, left, stopped: reason(error), results: out, exitCode: counts.unknown > 0 ? 3 : 1 }
  }
  if (!resolve) counts.unknown += doubtful.length
  const bad = counts.duplicate + counts.invalid + counts.refused
  return { ...counts, skipped, results: out, exitCode: counts.unknown > 0 ? 3 : bad > 0 ? 1 : 0 }
}

async function readBills(readFile: Given['readFile'], path: string): Promise<BillManagerSingleInvoiceRequest[]> {
  const text = await readFile(path).catch((error: unknown) => {
    throw new UsageError(`${path} cannot be read: ${reason(error)}`)
  })
  const rows = parseCsv(text)
  for (const [name, cell] of rows.flatMap((row) => Object.entries(row))) {
    const known = Object.hasOwn(columns, name) || (name === '' && cell === '')
    if (!known) throw new UsageError(`unknown column '${name}'; known are ${Object.keys(columns).join(', ')}`)
  }
  for (const [name, need] of Object.entries(columns)) {
    if (need === 'required' && rows[0] && !Object.hasOwn(rows[0], name)) throw new UsageError(`no column '${name}'`)
  }
  return rows.map(billOf)
}

/** The last state of each reference in the result file; null if there is no such file yet. */
async function readStates(readFile: Given['readFile'], path: string): Promise<Map<string, string> | null> {
  const text = await readFile(path).catch(() => '')
  const rows = parseCsv(text)
  if (text === '') return null
  return new Map(rows.map((row) => [withoutApostrophe(row['externalReference'] ?? ''), row['state'] ?? '']))
}

function reason(error: unknown): string {
  if (error instanceof PesafyError) return withoutSecrets(`${error.code}: ${error.message}`)
  return error instanceof Error ? error.message : String(error)
}
