import type { State, Task } from './state.ts'
import type { Work } from './work.ts'

/** The one clock and everything that waits on it. */
export interface Agenda {
  /** The simulator's time, ms. */
  now(): number
  add(dueAt: number, work: Work): void
  remove(matches: (work: Work) => boolean): void
  /** Makes waiting work due at once. */
  hasten(matches: (work: Work) => boolean): void
  /** Moves the clock; what becomes due on the way is done one by one, in order, each at its own time. */
  moveTo(at: number): Promise<void>
  /** Stops the clock at the present moment, or lets it run on from there. */
  freeze(frozen: boolean): void
  /** Counts something that runs by itself as under way. */
  track(work: Promise<void>): void
  /** When nothing is under way and nothing that is due is left. */
  settled(): Promise<void>
  start(): void
  stop(): Promise<void>
}

const longestTimerMs = 2_147_483_647

export function createAgenda(
  state: () => State,
  realNow: () => Date,
  run: (work: Work) => Promise<void>,
  changed: () => void,
): Agenda {
  let timer: NodeJS.Timeout | undefined
  let stepAt: number | undefined
  let moving: Promise<void> = Promise.resolve()
  let running = false
  const underWay = new Set<Promise<void>>()

  const now = () => stepAt ?? state().frozenAt ?? realNow().getTime() + state().offsetMs

  function track(work: Promise<void>): Promise<void> {
    const done = work.finally(() => {
      underWay.delete(done)
      changed()
    })
    underWay.add(done)
    return done
  }

  // One piece of work that fails must not stop the clock for the others.
  const begin = (task: Task) =>
    track(
      run(task.work).catch((error: unknown) => {
        process.emitWarning(`The simulator failed at ${task.work.kind}: ${(error as Error).stack}`)
      }),
    )

  function wake(): void {
    clearTimeout(timer)
    if (!running || stepAt !== undefined) return
    const tasks = state().tasks
    while (tasks[0] && tasks[0].dueAt <= now()) void begin(tasks.shift()!)
    const next = tasks[0]
    if (next && state().frozenAt === null) timer = setTimeout(wake, Math.min(next.dueAt - now(), longestTimerMs))
  }

  function add(dueAt: number, work: Work): void {
    const { tasks } = state()
    let low = 0
    let high = tasks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (tasks[middle]!.dueAt <= dueAt) low = middle + 1
      else high = middle
    }
    tasks.splice(low, 0, { id: state().nextId++, dueAt, work })
    changed()
    // Not at once: the answer to the request that caused this goes out first.
    if (low === 0) setImmediate(wake)
  }

  function setTime(at: number): void {
    if (state().frozenAt === null) state().offsetMs = at - realNow().getTime()
    else state().frozenAt = at
  }

  async function step(target: number): Promise<void> {
    await Promise.all(underWay)
    stepAt = now()
    try {
      for (let next = state().tasks[0]; next && next.dueAt <= target; next = state().tasks[0]) {
        state().tasks.shift()
        stepAt = Math.max(stepAt, next.dueAt)
        await begin(next)
      }
    } finally {
      stepAt = undefined
      setTime(Math.max(target, now()))
      changed()
      wake()
    }
  }

  return {
    now,
    add,
    remove(matches) {
      state().tasks = state().tasks.filter((task) => !matches(task.work))
      changed()
    },
    hasten(matches) {
      const found = state().tasks.filter((task) => matches(task.work))
      if (found.length === 0) return
      state().tasks = state().tasks.filter((task) => !found.includes(task))
      for (const task of found) add(now(), task.work)
    },
    track: (work) => void track(work),
    moveTo(target) {
      moving = moving.then(() => step(target))
      return moving
    },
    freeze(frozen) {
      const at = now()
      state().frozenAt = frozen ? at : null
      if (!frozen) setTime(at)
      wake()
    },
    async settled() {
      await moving
      await new Promise((resolve) => setImmediate(resolve))
      while (underWay.size > 0 || (running && (state().tasks[0]?.dueAt ?? Infinity) <= now())) {
        await Promise.all(underWay)
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
    start() {
      running = true
      wake()
    },
    async stop() {
      running = false
      clearTimeout(timer)
      await Promise.allSettled(underWay)
    },
  }
}
