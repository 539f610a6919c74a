/**
 * What scripts read: 1 refused or failed, 2 the command line makes no sense. 0 is done; 3 done, but something in it wants a
 * person; 130 broken off by Ctrl-C.
 */
export type ExitCode = 1 | 2 | 130

/** Ends a command with a sentence that says what is wrong, and one that says what to do about it. */
export class Stop extends Error {
  override readonly name = 'Stop'
  readonly exitCode: ExitCode
  readonly remedy: string | undefined
  /** More of it for programs: sentences by field, the request's id. */
  readonly about: Record<string, unknown>

  constructor(message: string, { exitCode = 1, remedy, about = {} }: StopOptions = {}) {
    super(message)
    this.exitCode = exitCode
    this.remedy = remedy
    this.about = about
  }
}

type StopOptions = { exitCode?: ExitCode; remedy?: string | undefined; about?: Record<string, unknown> }

/** The command line makes no sense. */
export function misuse(message: string, remedy?: string): never {
  throw new Stop(message, { exitCode: 2, remedy })
}
