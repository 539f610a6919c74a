import { AsyncLocalStorage } from 'node:async_hooks'

type Waiting<Job, Answer> = {
  job: Job
  resolve: (answer: Answer) => void
  reject: (error: unknown) => void
  /** Does something where this one asked: in its trace, if there is one. */
  there: <T>(work: () => T) => T
}

/**
 * Many callers, one transaction. While `serve` is at work for a business, jobs of that business gather; the next call
 * serves all of them, `most` at a time, so that they share one commit. An idle lane starts at once and waits for nobody.
 *
 * `serve` answers in the order of the jobs. When a batch throws, each of its jobs is done again alone, so that only the
 * one at fault fails; but not when the line broke, because then nobody knows whether the batch was committed.
 */
export function lane<Job, Answer>(
  serve: (businessId: string, jobs: Job[]) => Promise<Answer[]>,
  most = 64,
): (businessId: string, job: Job) => Promise<Answer> {
  const waiting = new Map<string, Waiting<Job, Answer>[]>()

  async function run(businessId: string, queue: Waiting<Job, Answer>[]) {
    while (queue.length > 0) await serveBatch(businessId, queue.splice(0, most))
    waiting.delete(businessId)
  }

  async function serveBatch(businessId: string, batch: Waiting<Job, Answer>[]): Promise<void> {
    try {
      const jobs = batch.map(({ job }) => job)
      const answers = await (batch[0] as Waiting<Job, Answer>).there(() => serve(businessId, jobs))
      if (answers.length !== batch.length) throw new Error('a lane answered more or fewer than it was asked')
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer)
    } catch (error) {
      if (batch.length === 1 || mayHaveCommitted(error)) for (const one of batch) one.reject(error)
      else for (const one of batch) await serveBatch(businessId, [one])
    }
  }

  return (businessId, job) =>
    new Promise((resolve, reject) => {
      const queue = waiting.get(businessId)
      const entry = { job, resolve, reject, there: AsyncLocalStorage.snapshot() }
      if (queue) {
        queue.push(entry)
      } else {
        const fresh = [entry]
        waiting.set(businessId, fresh)
        void run(businessId, fresh)
      }
    })
}

/** A refused statement has rolled back. An error of the connection may have come between the commit and its answer. */
function mayHaveCommitted(error: unknown): boolean {
  const { code } = error as { code?: string }
  return code !== undefined && /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ETIMEDOUT|57P0|08)/.test(code)
}
