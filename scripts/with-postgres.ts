import { spawn } from 'node:child_process'
import { migrate } from '../server/src/db/migrate.ts'
import { connect } from '../server/src/db/sql.ts'
import { startTemporaryPostgres } from '../server/src/embedded/postgres-temporary.ts'

// Runs a command with DATABASE_URL of a migrated cluster that is gone afterwards:
//   node scripts/with-postgres.ts -- npx eslint .

const [command, ...args] = process.argv.slice(process.argv[2] === '--' ? 3 : 2)
if (!command) {
  console.error('usage: node scripts/with-postgres.ts -- <command> [argument …]')
  process.exit(64)
}

const postgres = await startTemporaryPostgres()
try {
  const sql = connect(postgres.url, { max: 1 })
  await migrate(sql).finally(() => sql.end())
  process.exitCode = await run(command, args, postgres.url)
} finally {
  await postgres.stop()
}

/** Ctrl-C reaches the command too: we wait for it to end, and then stop PostgreSQL. */
function run(command: string, args: string[], url: string): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, DATABASE_URL: url } })
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}
