import { getEventListeners } from 'node:events'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { world, type World } from '../../test/world.ts'
import { startSweeps } from './sweeps.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

test('a server that waits for work for long holds no more than one that has just begun', async () => {
  let stopping: EventTarget | undefined
  const listen = vi.spyOn(AbortSignal.prototype, 'addEventListener').mockImplementation(function (
    this: AbortSignal,
    ...given
  ) {
    stopping ??= this
    EventTarget.prototype.addEventListener.apply(this, given as Parameters<EventTarget['addEventListener']>)
  })
  try {
    const rounds = Promise.withResolvers<void>()
    let round = 0
    const idle = () => {
      if (++round === 4) rounds.resolve()
      return Promise.resolve(0)
    }
    const { stop } = startSweeps(w.ctx, { idle } as never)
    await rounds.promise
    expect(stopping && getEventListeners(stopping, 'abort').length).toBeLessThanOrEqual(1)
    await stop()
    expect(stopping && getEventListeners(stopping, 'abort')).toEqual([])
  } finally {
    listen.mockRestore()
  }
})
