import type { Context } from '../context.ts'
import { migrationNames } from '../db/migrate.ts'

export type Readiness = { isReady: boolean; reasons: string[] }

const patienceMs = 2_000

/** Whether work may be sent here: not stopping, the database answers within two seconds, and its tables are those of this code. */
export async function readiness(ctx: Context): Promise<Readiness> {
  const reasons = [...(ctx.stopping ? ['stopping'] : []), ...(await problemsOfDatabase(ctx))]
  return { isReady: reasons.length === 0, reasons }
}

async function problemsOfDatabase({ sql, log }: Context): Promise<string[]> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => (timer = setTimeout(resolve, patienceMs, null)))
  try {
    const rows = await Promise.race([sql<{ name: string }[]>`select name from migrations`, late])
    if (rows === null) return ['database: no answer']
    const applied = new Set(rows.map(({ name }) => name))
    return migrationNames()
      .filter((name) => !applied.has(name))
      .map((name) => `migration not applied: ${name}`)
  } catch (error) {
    log.warn({ err: error }, 'not ready: the database cannot be asked')
    return ['database: unreachable']
  } finally {
    clearTimeout(timer)
  }
}
