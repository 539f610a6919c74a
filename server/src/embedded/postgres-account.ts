import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { USE_YOUR_OWN } from './postgres-binaries.ts'
import type { Binaries } from './postgres-binaries.ts'

/** Who PostgreSQL runs as. `prefix` is the command its programs are started through. */
export interface Account {
  uid?: number
  gid?: number
  prefix: string[]
}

/** Root keeps its access to files but looks like nobody: for a project below a directory such as /root, mode 0700. */
const AS_NOBODY = ['unshare', '--user', '--map-user=65534', '--map-group=65534']

/**
 * PostgreSQL refuses to run as root, so root steps down: to the owner of existing data, else to `postgres` or
 * `nobody`, whichever exists and can reach the programs and the directory. No account is created.
 * @throws if the programs do not run here, or root finds nobody to step down to
 */
export function pickAccount(binaries: Binaries, directory: string, data: string): Account {
  const self = { prefix: [] }
  const complaint = complaintOf(self, binaries, directory)
  if (complaint) throw new Error(`PostgreSQL from npm does not run on this machine. ${complaint}\n${USE_YOUR_OWN}`)
  if (process.getuid?.() !== 0) return self

  const owner = fs.statSync(data, { throwIfNoEntry: false })
  const unprivileged = owner ? [owner].filter(({ uid }) => uid !== 0) : ['postgres', 'nobody'].flatMap(findAccount)
  for (const { uid, gid } of unprivileged) {
    fs.chownSync(directory, uid, gid)
    const account = { uid, gid, prefix: [] }
    if (!complaintOf(account, binaries, directory)) return account
  }
  fs.chownSync(directory, 0, 0)
  const masked = { prefix: AS_NOBODY }
  if (!owner || owner.uid === 0) if (!complaintOf(masked, binaries, directory)) return masked
  throw new Error(
    'PostgreSQL does not run as root, and no account ("postgres", "nobody" or the owner of the data) can reach both ' +
      `${binaries.postgres} and ${directory}: a directory above them is closed to others. ` +
      `Move the project, or run it as another user. ${USE_YOUR_OWN}`,
  )
}

function findAccount(name: string): { uid: number; gid: number }[] {
  try {
    const ask = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
    return [{ uid: ask('-u'), gid: ask('-g') }]
  } catch {
    return []
  }
}

/** What stops this account from running postgres inside the directory, in the system's words; undefined if nothing does. */
function complaintOf(account: Account, { postgres, env }: Binaries, directory: string): string | undefined {
  const [file, ...args] = [
    ...account.prefix,
    '/bin/sh',
    '-c',
    'cd "$1" && exec "$2" --version',
    'sh',
    directory,
    postgres,
  ]
  const { uid, gid } = account
  try {
    const identity = uid === undefined || gid === undefined ? {} : { uid, gid }
    execFileSync(file!, args, { ...identity, env, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
    return undefined
  } catch (error) {
    return (error as Error).message.trim()
  }
}
