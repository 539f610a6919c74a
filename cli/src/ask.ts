import { confirm, isCancel, password, text } from '@clack/prompts'
import { misuse, Stop } from './stop.ts'
import { canAsk } from './terminal.ts'

/** Where a secret may come from, so that no history of a shell keeps it. */
export type Secret = { variable: string; label: string }

/** A secret out of the environment, else typed and not shown. */
export async function askSecret({ variable, label }: Secret): Promise<string> {
  const set = process.env[variable]?.trim()
  if (set) return set
  if (!canAsk()) misuse(`${label} is not given.`, `Set ${variable}.`)
  return answered(await password({ message: label, validate: said, output: process.stderr }))
}

/** What was given, else typed. */
export async function askFor(given: string | undefined, label: string, option: string): Promise<string> {
  if (given?.trim()) return given.trim()
  if (!canAsk()) misuse(`${label} is not given.`, `Add ${option}.`)
  return answered(await text({ message: label, validate: said, output: process.stderr })).trim()
}

/** Whether to go on. Who cannot be asked must have said so with --yes. */
export async function askLeave(yes: boolean | undefined, question: string): Promise<void> {
  if (yes) return
  if (!canAsk()) misuse(`${question} Nobody is here to ask.`, 'Add --yes to do it without being asked.')
  if (!answered(await confirm({ message: question, output: process.stderr }))) cancelled()
}

function answered<T>(answer: T): Exclude<T, symbol> {
  return isCancel(answer) ? cancelled() : (answer as Exclude<T, symbol>)
}

function cancelled(): never {
  throw new Stop('Stopped: nothing was done.')
}

function said(typed: string | undefined): string | undefined {
  return typed?.trim() ? undefined : 'Something must be said here.'
}
