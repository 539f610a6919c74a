/** The database, or whatever else was asked, gives no answer in time, or none at all. */
export class Away extends Error {
  override name = 'Away'
}

/**
 * True when the same statement may well succeed later: connection lost or refused, shutting down, starting up, too many
 * connections, no disk or memory left, read only after a failover, lock or statement time-out, no answer in time.
 */
export function isDatabaseAway(error: unknown): boolean {
  const { code } = error as { code?: string }
  return (
    error instanceof Away ||
    /^(ECONN.*|EPIPE|ETIMEDOUT|ENOENT|CONNECT_TIMEOUT|CONNECTION_.*|57P0[0-5]|57014|55P03|25006|53\w{3}|58\w{3}|08\w{3})$/.test(
      code ?? '',
    )
  )
}

/** Waits so long and no longer. What it waited for goes on, and nobody hears how it ends. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Away(`no answer within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
