import { toDecimal } from '@kusanya/domain/money.ts'
import { readConfig } from '../server/src/config.ts'
import { connect, inBusiness } from '../server/src/db/sql.ts'
import { holdDataDirectory } from '../server/src/embedded/data-directory.ts'
import { startPostgres } from '../server/src/embedded/postgres.ts'
import { auditBooks } from '../server/src/ledger/audit.ts'

// Adds the books of every business up again and lists what differs; exits with 1 if anything does. Asks DATABASE_URL, or
// the database in KUSANYA_DATA, whose server must be stopped meanwhile.

const config = readConfig(process.env)
const held = config.databaseUrl ? null : await holdDataDirectory(config.dataDirectory)
const postgres = config.databaseUrl ? null : await startPostgres({ directory: `${config.dataDirectory}/postgres` })
const sql = connect(config.databaseUrl ?? postgres?.url ?? '', { role: 'kusanya_app', max: 1 })
try {
  const businesses = await sql<{ id: string; name: string }[]>`select id, name from businesses order by id`
  for (const { id, name } of businesses) {
    const differences = await inBusiness(sql, id, (tx) => auditBooks(tx, id))
    console.log(`${differences.length === 0 ? '✔' : '✘'} ${name} (${id}): ${differences.length} differences`)
    for (const { what, id, said, counted } of differences) {
      console.log(`    ${what} ${id}: says ${toDecimal(said)}, adds up to ${toDecimal(counted)}`)
    }
    if (differences.length > 0) process.exitCode = 1
  }
} finally {
  await sql.end()
  await postgres?.stop()
  await held?.release()
}
