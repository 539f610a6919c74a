import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
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
  const kept = JSON.parse(text, (_key, value: unknown) => revive(value)) as { format?: number; state?: State }
  if (kept.format !== format || !kept.state) throw new Error(`${file} was not written by this version of the simulator`)
  for (const push of kept.state.pushes.values()) delete push.busy
  const state = { ...emptyState(), ...kept.state, billsByAccount: new Map() }
  for (const [key, bill] of state.bills) indexBill(state, key, bill)
  return state
}

function revive(value: unknown): unknown {
  const pairs = (value as { $map?: [unknown, unknown][] } | null)?.$map
  return Array.isArray(pairs) ? new Map(pairs) : value
}

export interface StateFile {
  /** Has the state written soon. */
  touch(): void
  close(): Promise<void>
}

/** Keeps the state in a file: written beside it and renamed, so that a crash leaves the old one or the new one. */
export function keepState(file: string, state: () => State): StateFile {
  let timer: NodeJS.Timeout | undefined
  let dirty = false
  let writing: Promise<void> = Promise.resolve()
  let lastMs = 0

  async function write(): Promise<void> {
    dirty = false
    const began = performance.now()
    const text = JSON.stringify({ format, state: state() }, (_key, value: unknown) =>
      value instanceof Map ? { $map: [...(value as Map<unknown, unknown>)] } : value,
    )
    const beside = `${file}.new`
    await mkdir(dirname(file), { recursive: true })
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

  function soon(): void {
    // A big state is written less often, so that writing never takes more than a fifth of the time.
    timer ??= setTimeout(
      () => {
        timer = undefined
        writing = writing.then(write).catch((error: unknown) => {
          process.emitWarning(`The simulator could not keep its state: ${(error as Error).message}`)
        })
        void writing.then(() => {
          if (dirty) soon()
        })
      },
      Math.max(50, lastMs * 4),
    )
  }

  return {
    touch() {
      dirty = true
      soon()
    },
    async close() {
      clearTimeout(timer)
      timer = undefined
      await writing
      await write()
    },
  }
}
