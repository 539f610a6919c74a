/** One request or callback, whichever way it went. */
export interface JournalEntry {
  id: number
  /** Simulator time, ISO 8601. */
  at: string
  /** `in`: somebody called us. `out`: we called somebody back. */
  direction: 'in' | 'out'
  /** The endpoint (`stk-push`) or the road (`bill-payment`). */
  name: string
  method: string
  path: string
  url?: string
  /** HTTP status; null when there was no answer. */
  status: number | null
  ms: number
  request: unknown
  response: unknown
  /** The trouble that struck it. */
  trouble?: string
  /** Why there was no answer. */
  error?: string
  attempt?: number
}

export interface JournalFilter {
  path?: string
  name?: string
  direction?: 'in' | 'out'
  /** Entries after this id, or at or after this ISO time. */
  since?: number | string
  status?: number
  limit?: number
}

export interface Journal {
  write(entry: Omit<JournalEntry, 'id'>): JournalEntry
  read(filter?: JournalFilter): JournalEntry[]
  clear(): void
}

const mostEntries = 5000
const mostBytes = 64 * 1024 * 1024

/** Remembers the newest entries within a bound on number and size, so that a long run stays flat in memory. */
export function createJournal(onWrite: (entry: JournalEntry) => void): Journal {
  let entries: { entry: JournalEntry; bytes: number }[] = []
  let bytes = 0
  let lastId = 0

  function forgetOldest(): void {
    let drop = 0
    while (entries.length - drop > mostEntries || (bytes > mostBytes && entries.length - drop > 1)) {
      bytes -= entries[drop]!.bytes
      drop++
    }
    // Many at a time: shifting an array one by one is slow when it is long.
    if (drop > 0) entries = entries.slice(Math.max(drop, Math.min(250, entries.length - 1)))
  }

  return {
    write(draft) {
      const entry = { id: ++lastId, ...draft }
      const size = 200 + roughSize(entry.request) + roughSize(entry.response)
      entries.push({ entry, bytes: size })
      bytes += size
      if (entries.length > mostEntries || bytes > mostBytes) {
        forgetOldest()
        bytes = entries.reduce((sum, one) => sum + one.bytes, 0)
      }
      onWrite(entry)
      return entry
    },
    read(filter = {}) {
      const found = entries.map((one) => one.entry).filter((entry) => matches(entry, filter))
      return filter.limit === undefined ? found : found.slice(Math.max(0, found.length - filter.limit))
    },
    clear() {
      entries = []
      bytes = 0
    },
  }
}

function roughSize(body: unknown): number {
  if (typeof body === 'string') return body.length
  if (Array.isArray(body)) return body.length * (body.length > 0 ? roughSize(body[0]) : 0)
  if (typeof body !== 'object' || body === null) return 8
  let size = 0
  for (const [key, value] of Object.entries(body)) size += key.length + roughSize(value) + 8
  return size
}

function matches(entry: JournalEntry, filter: JournalFilter): boolean {
  if (filter.direction && entry.direction !== filter.direction) return false
  if (filter.path && !entry.path.includes(filter.path)) return false
  if (filter.name && entry.name !== filter.name) return false
  if (filter.status !== undefined && entry.status !== filter.status) return false
  if (typeof filter.since === 'number') return entry.id > filter.since
  return filter.since === undefined || Date.parse(entry.at) >= Date.parse(filter.since)
}
