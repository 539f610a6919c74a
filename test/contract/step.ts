import type { World } from '../world.ts'

export type Ask = { params?: Record<string, string>; query?: Record<string, string>; body?: object }
/** What was answered last, by operation. */
export type Answered = (operation: string) => any // eslint-disable-line @typescript-eslint/no-explicit-any -- whatever the operation answers
/** A request that succeeds, and what has to happen in the world `before` it. */
export type Step = [
  operation: string,
  ask: (w: World, data: Answered) => Ask,
  before?: (w: World, data: Answered) => Promise<void>,
]

/** Asks for the first thing of a list. */
export const lookAt = (list: string) => (_: World, data: Answered) => ({ params: { id: data(list)[0]._id } })
export const nothing = () => ({})
