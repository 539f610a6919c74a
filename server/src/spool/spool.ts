import fs from 'node:fs/promises'
import path from 'node:path'
import { lane } from '../http/lane.ts'

/** Whose room a line takes: known doors and strangers each have their own, so that strangers cannot fill the disk. */
export type Share = 'known' | 'unknown'

/** Lines on the disk of this process, for what must not be lost while the database is away. */
export type Spool = {
  /** True while lines wait, as far as this process has seen: what comes now goes behind them. */
  holds(): boolean
  /** Resolves when the line is on the disk, beyond a power cut. Throws SpoolFull, or what the disk says. */
  keep(id: string, line: string, share: Share): Promise<void>
  /**
   * Gives up to `limit` of the oldest lines to `takeIn` and forgets them when it has them. It returns those that
   * nobody can take in: they are put aside in a file. A crash between taking in and forgetting gives them once more.
   */
  take(limit: number, takeIn: (lines: string[]) => Promise<string[]>): Promise<number>
}

export class SpoolFull extends Error {
  override name = 'SpoolFull'
}

const megabyte = 1_048_576
export const room: Record<Share, number> = { known: 256 * megabyte, unknown: 32 * megabyte }

/**
 * A spool in a folder of its own (0700), one file (0600) for lines that come together, named after the first: written,
 * flushed, and only then given the name under which it is found. Ids that sort by time keep the order. Several
 * processes may share a folder: a line may then be taken in twice, never not at all.
 */
export function createSpool(directory: string, most = room): Spool {
  let held: Record<Share, number> | undefined
  let waits = false
  let writing = 0

  const write = lane<{ id: string; line: string }, null>(async (share, batch) => {
    const text = batch.map(({ line }) => `${line}\n`).join('')
    await writeDown(share as Share, `${batch[0]?.id}.${share}`, text)
    return batch.map(() => null)
  })

  async function writeDown(share: Share, name: string, text: string): Promise<void> {
    await fs.mkdir(directory, { recursive: true, mode: 0o700 })
    held ??= await measure()
    const bytes = Buffer.byteLength(text)
    if (held[share] + bytes > most[share]) throw new SpoolFull(`the spool holds ${held[share]} bytes of ${share} doors`)
    held[share] += bytes
    const part = path.join(directory, `${name}.part`)
    try {
      const file = await fs.open(part, 'wx', 0o600)
      try {
        await file.writeFile(text)
        await file.sync()
      } finally {
        await file.close()
      }
      await fs.rename(part, path.join(directory, name))
      await flush(directory)
    } catch (error) {
      held = undefined
      await fs.rm(part, { force: true }).catch(() => {}) // a disk that refuses this, too, has said why above
      throw error
    }
  }

  /** What is there, and rid of what a dead process had not finished: nobody was told that it was kept. */
  async function measure(): Promise<Record<Share, number>> {
    const found = { known: 0, unknown: 0 }
    for (const name of await fs.readdir(directory)) {
      const file = path.join(directory, name)
      const stat = await fs.stat(file).catch(unlessGone)
      if (stat === null) continue
      const { size, mtimeMs } = stat
      if (name.endsWith('.part') && mtimeMs < performance.timeOrigin) await fs.rm(file, { force: true })
      else found[/\.known\b/.test(name) ? 'known' : 'unknown'] += size
    }
    return found
  }

  async function list(): Promise<string[]> {
    try {
      return (await fs.readdir(directory)).filter((name) => /\.(known|unknown)$/.test(name)).sort()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
      throw error
    }
  }

  return {
    holds: () => waits,
    async keep(id, line, share) {
      waits = true
      writing++
      try {
        await write(share, { id, line })
      } finally {
        writing--
      }
    },
    async take(limit, takeIn) {
      const names = await list()
      waits = names.length > 0 || writing > 0
      const files: string[] = []
      const lines: string[] = []
      let bytes = 0
      for (const name of names) {
        if (lines.length >= limit || bytes >= 8 * megabyte) break
        const file = path.join(directory, name)
        const text = await fs.readFile(file, 'utf8').catch(unlessGone)
        if (text === null) continue
        files.push(file)
        lines.push(...text.split('\n').filter(Boolean))
        bytes += Buffer.byteLength(text)
      }
      if (files.length === 0) return 0
      const refused = await takeIn(lines)
      if (refused.length > 0) await putAside(files[0] as string, refused)
      for (const file of files) await fs.unlink(file).catch(unlessGone)
      held = undefined
      return lines.length
    },
  }
}

/** Kept for a person, beside the files that wait. Put aside once more, it says the same. */
async function putAside(file: string, lines: string[]): Promise<void> {
  await fs.writeFile(`${file}.aside`, `${lines.join('\n')}\n`, { mode: 0o600, flush: true })
}

async function flush(directory: string): Promise<void> {
  const folder = await fs.open(directory, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Another process that shares the folder was first. */
function unlessGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
