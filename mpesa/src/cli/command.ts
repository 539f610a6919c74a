import type { Mpesa } from '../mpesa.ts'
import type { Env } from './environment.ts'

/** What a command is given. `mpesa()` is made on first use, so that commands without a network need no credentials. */
export interface Given {
  mpesa: () => Mpesa
  env: Env
  now: () => Date
  /** Positional arguments after the command's name. */
  words: readonly string[]
  /** A flag's value; throws UsageError if it was not given. */
  flag: (name: string) => string
  optionalFlag: (name: string) => string | undefined
  readFile: (path: string) => Promise<string>
  readBytes: (path: string) => Promise<Uint8Array>
  appendFile: (path: string, text: string) => Promise<void>
  /** Shown to people while they wait; not in scripts. */
  progress: (done: number, total: number) => void
}

export interface Command {
  /** Arguments and flags, for `help`. */
  usage: string
  help: string
  /** What is printed: as lines to people, as JSON to scripts. `exitCode` in it is taken out and used. */
  run: (given: Given) => Promise<Record<string, unknown>>
}

/** The command line makes no sense. */
export class UsageError extends Error {}

/** A flag's whole KES. */
export function shillings(text: string): number {
  return /^\d{1,9}(\.00?)?$/.test(text) ? Number(text) : Number.NaN
}
