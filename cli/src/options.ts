import { InvalidArgumentError, type Command } from 'commander'
import { readDay, readInstant } from '@kusanya/domain/day.ts'
import type { ApiOptions } from './api.ts'

export type Json = { json?: boolean }
/** What every command of a running server can be told. */
export type Asking = Json & ApiOptions

/** A command that does something. */
export function deed(parent: Command, usage: string, description: string): Command {
  return parent.command(usage).description(description).option('--json', 'answer as JSON')
}

/** A command that asks a running server. */
export function asking(parent: Command, usage: string, description: string): Command {
  return deed(parent, usage, description)
    .option('--url <address>', 'of the API, instead of KUSANYA_BASE_URL')
    .option('--key <key>', 'instead of KUSANYA_API_KEY, which the history of the shell does not keep')
}

export function wholeNumber(least: number, most: number) {
  return (text: string): number => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : -1
    if (number >= least && number <= most) return number
    throw new InvalidArgumentError(`It must be a whole number, ${least} to ${most}.`)
  }
}

export function aDay(text: string): string {
  return readDay(text) ?? problem('It must be a day such as 2031-03-15.')
}

export function anInstant(text: string): string {
  return readInstant(text) ? text : problem('It must be a day such as 2031-03-15, or a date-time with its zone.')
}

export function anAddress(text: string): string {
  const isAddress = /^https?:\/\//.test(text) && URL.canParse(text)
  return isAddress ? text : problem('It must be an address such as http://localhost:3000/hooks.')
}

/** Some words of a list, separated by commas. */
export function chosenFrom<T extends string>(words: readonly T[], noun: string) {
  return (text: string): T[] => {
    const wanted = text.split(',').map((one) => one.trim())
    const strange = wanted.filter((one) => !words.some((word) => word === one))
    if (strange.length > 0) problem(`“${strange.join(', ')}” is no ${noun}. There are ${words.join(', ')}.`)
    return words.filter((word) => wanted.includes(word))
  }
}

function problem(message: string): never {
  throw new InvalidArgumentError(message)
}

/** Gathers an option that may be given several times. */
export function gathered(text: string, before: string[] = []): string[] {
  return [...before, text]
}
