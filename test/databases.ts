import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { connect } from '../server/src/db/sql.ts'
import type { Sql } from '../server/src/db/sql.ts'
import { dropDatabase } from './drop-database.ts'

/** A migrated, empty database of the test's own. The URL is its owner's; `drop` ends sessions that are still open. */
export function freshDatabase(): Promise<TestDatabase> {
  return copyOf(inject('template'))
}

/** One without any table. */
export function bareDatabase(): Promise<TestDatabase> {
  return copyOf('template0')
}

type TestDatabase = { url: string; drop(): Promise<void> }

async function copyOf(template: string): Promise<TestDatabase> {
  const name = `kusanya_${randomBytes(8).toString('hex')}`
  const url = new URL(inject('ownerUrl'))
  url.pathname = name
  await asOwner((owner) => owner`create database ${owner(name)} template ${owner(template)}`)
  return { url: url.href, drop: () => asOwner((owner) => dropDatabase(owner, name)) }
}

async function asOwner(work: (owner: Sql) => PromiseLike<unknown>): Promise<void> {
  const owner = connect(inject('ownerUrl'), { max: 1 })
  try {
    await work(owner)
  } finally {
    await owner.end()
  }
}
