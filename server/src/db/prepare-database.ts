import { setTimeout as pause } from 'node:timers/promises'
import { isDatabaseAway } from './away.ts'
import { migrate } from './migrate.ts'
import { connect, type Sql } from './sql.ts'

const secondsBetween = 1

/** Migrates as the owner, if that is asked. Refuses a server that may forget what it has acknowledged. */
export async function prepareDatabase(url: string, { migrates }: { migrates: boolean }): Promise<void> {
  const owner: Sql = connect(url, { max: 1 })
  try {
    const [server] = await owner<{ fsync: string; sync: string }[]>`
      select current_setting('fsync') as fsync, current_setting('synchronous_commit') as sync
    `
    if (server?.fsync !== 'on' || server.sync === 'off') {
      throw new Error(
        'This PostgreSQL runs with fsync or synchronous_commit off: it would lose payments it has acknowledged',
      )
    }
    if (migrates) await migrate(owner)
  } finally {
    await owner.end()
  }
}

/**
 * The same for a process that takes callbacks and changes no tables: it must listen while the database is away, or the
 * callbacks of that time are lost. Resolves at once then; the check is made when the database answers, and what it
 * refuses is handed to `fail`.
 */
export async function prepareWhenItAnswers(
  url: string,
  { tellAway, fail }: { tellAway: (error: unknown) => void; fail: (error: unknown) => void },
): Promise<void> {
  const prepare = () => prepareDatabase(url, { migrates: false })
  try {
    await prepare()
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    tellAway(error)
    void prepareOnceItIsBack(prepare).catch(fail)
  }
}

async function prepareOnceItIsBack(prepare: () => Promise<void>): Promise<void> {
  for (;;) {
    await pause(secondsBetween * 1000, undefined, { ref: false })
    try {
      return await prepare()
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
    }
  }
}
