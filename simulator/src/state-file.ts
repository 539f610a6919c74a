import { open, readFile, rename } from 'node:fs/promises'
import { indexBill } from './accounts.ts'
import { emptyState, type State } from './state.ts'

const format = 1

/** Reads what an earlier run kept; undefined when there is no such file. Throws when it is not one of ours. */
export async function loadState(file: string): Promise<State | undefined> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined
    throw error
  }
  const kept = parse(text)
  if (!isState(kept)) throw new Error(`${file} was not written by this version of the simulator`)
  for (const push of kept.pushes.values()) delete push.busy
  const state = { ...kept, billsByAccount: new Map() }
  for (const [key, bill] of state.bills) indexBill(state, key, bill)
  return state
}

/** What the file holds over what there is at first; undefined when it is no state of this format. */
function parse(text: string): unknown {
  try {
    const kept = JSON.parse(text, (_key, value: unknown) => revive(value)) as { format?: number; state?: object } | null
    return kept?.format === format && kept.state ? { ...emptyState(), ...kept.state } : undefined
  } catch {
    return undefined
  }
}

function isState(kept: unknown): kept is State {
  if (kept === undefined) return false
  const isLike = (one: unknown, usual: unknown) =>
    usual === null || (usual instanceof Map ? one instanceof Map : typeof one === typeof usual)
  return Object.entries(emptyState()).every(([key, usual]) => isLike((kept as Record<string, unknown>)[key], usual))
}

function revive(value: unknown): unknown {
  const pairs = (value as { $map?: [unknown, unknown][] } | null)?.$map
  return Array.isArray(pairs) ? new Map(pairs) : value
}

export interface StateFile {
  /** Has the state written soon. */
  touch(): void
  /** When everything up to now is in the file. */
  kept(): Promise<void>
  close(): Promise<void>
}

/** Keeps the state in a file: written beside it and renamed, so that a crash leaves the old one or the new one. */
export function keepState(file: string, state: () => State): StateFile {
  let timer: NodeJS.Timeout | undefined
  let dirty = false
  let writing: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  let lastMs = 0

  async function write(): Promise<void> {
    dirty = false
    const began = performance.now()
    const text = JSON.stringify({ format, state: state() }, (_key, value: unknown) =>
      value instanceof Map ? { $map: [...(value as Map<unknown, unknown>)] } : value,
    )
    const beside = `${file}.new`
    const handle = await open(beside, 'w')
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, file)
    lastMs = performance.now() - began
  }

  /** Whoever asks while a write is under way shares the one after it. */
  function writeNext(): Promise<void> {
    next ??= writing.then(async () => {
      next = undefined
      clearTimeout(timer)
      timer = undefined
      await write()
    })
    writing = next.catch((error: unknown) => {
      process.emitWarning(`The simulator could not keep its state: ${(error as Error).message}`)
    })
    return writing
  }

  return {
    touch() {
      dirty = true
      // A big state is written less often, so that writing never takes more than a fifth of the time.
      timer ??= setTimeout(() => void writeNext(), Math.max(50, lastMs * 4))
    },
    kept: () => (dirty ? writeNext() : writing),
    async close() {
      clearTimeout(timer)
      timer = undefined
      await writeNext()
    },
  }
}
