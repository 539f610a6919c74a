import { mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { uptime } from 'node:os'
import { dirname, resolve } from 'node:path'

/** Files this very process keeps: after a crash in a container the next process may have the number of the last. */
const ours = new Set<string>()

/**
 * Takes a state file for this process, by a file beside it that holds the process's number. Throws when a simulator that
 * is still running has it. Answers how to give it back.
 */
export async function lockState(file: string): Promise<() => Promise<void>> {
  const lock = `${resolve(file)}.lock`
  await mkdir(dirname(lock), { recursive: true })
  for (let attempt = 0; ; attempt++) {
    try {
      const handle = await open(lock, 'wx')
      await handle.writeFile(String(process.pid))
      await handle.close()
      break
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error
    }
    const holder = Number(await readFile(lock, 'utf8').catch(() => ''))
    const isHeld = holder === process.pid ? ours.has(lock) : isRunning(holder) && (await isSinceBoot(lock))
    if (attempt > 0 || isHeld)
      throw new Error(`${file} is in use by another simulator (process ${holder}); if there is none, delete ${lock}`)
    await rm(lock, { force: true })
  }
  ours.add(lock)
  return async () => {
    ours.delete(lock)
    await rm(lock, { force: true })
  }
}

/** After a power cut the number may be another program's. */
async function isSinceBoot(lock: string): Promise<boolean> {
  const { mtimeMs } = await stat(lock)
  return mtimeMs > Date.now() - uptime() * 1000
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 1) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}
