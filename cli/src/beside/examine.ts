import { readConfig, SettingsProblem, type Config } from '@kusanya/server/config.ts'
import { settings } from '@kusanya/server/settings.ts'
import { connect } from '@kusanya/server/db/sql.ts'
import { examineDatabase, examineFolder } from './examine-database.ts'
import { examineAddress, examineClock, examineDaraja } from './examine-outside.ts'
import { bad, good, type Finding } from './finding.ts'
import { contextOf, hasDatabase, reachDatabase } from './open.ts'

/** Looks at everything that the server needs, as far as what came before allows. Changes nothing. */
export async function examine(): Promise<Finding[]> {
  const found = readSettings()
  if ('findings' in found) return found.findings
  const { config } = found
  const first = [
    good('settings', `${Object.keys(settings).length} settings, none of them wrong`),
    ...examineFolder(config),
  ]
  if (!hasDatabase(config)) {
    const remedy = 'Start it once: kusanya start. Or set DATABASE_URL to a PostgreSQL of your own.'
    return [...first, bad('database', `there is none yet in ${config.dataDirectory}`, remedy)]
  }
  return [...first, ...(await examineFromDatabase(config))]
}

function readSettings(): { config: Config } | { findings: Finding[] } {
  try {
    return { config: readConfig(process.env) }
  } catch (error) {
    if (!(error instanceof SettingsProblem)) throw error
    const remedy = 'Mend it in the environment: docs/operating.md lists every setting.'
    return { findings: error.message.split('\n').map((one) => bad('settings', one, remedy)) }
  }
}

async function examineFromDatabase(config: Config): Promise<Finding[]> {
  const reached = await reachDatabase(config).catch((error: unknown) => error as Error)
  if (reached instanceof Error) return [bad('database', reached.message, 'What it says is what is to be mended.')]
  const owner = connect(reached.url, { max: 1 })
  const sql = connect(reached.url, { role: 'kusanya_app', max: 2 })
  try {
    const database = await examineDatabase(owner)
    if (database.some(({ state }) => state === 'wrong')) return database
    const ctx = contextOf(sql, config)
    return [...database, ...(await examineClock(ctx)), ...(await examineAddress(ctx)), ...(await examineDaraja(ctx))]
  } finally {
    await Promise.all([owner.end({ timeout: 2 }), sql.end({ timeout: 2 })])
    await reached.end()
  }
}
