import { expect, vi } from 'vitest'
import type { World } from './world.ts'

/** Waits until so many transactions on this world's database wait for a lock that another one has. */
export async function locksWaitedFor(w: World, count: number): Promise<void> {
  const owner = w.owner()
  const look = () =>
    owner`select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  await vi.waitFor(async () => expect(await look()).toHaveLength(count), 4_000).finally(() => owner.end())
}
