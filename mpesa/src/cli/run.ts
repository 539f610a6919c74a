import { PesafyError, withoutSecrets } from '../error.ts'
import { Mpesa } from '../mpesa.ts'
import { billCommands } from './bill-commands.ts'
import { type Command, type Given, UsageError } from './command.ts'
import { type Env, readEnvironment, variables } from './environment.ts'
import { otherCommands } from './other-commands.ts'

export interface World {
  env: Env
  now: () => Date
  out: (text: string) => void
  err: (text: string) => void
  /** Whether somebody watches. */
  isTerminal: boolean
  readFile: (path: string) => Promise<string>
  readBytes: (path: string) => Promise<Uint8Array>
  appendFile: (path: string, text: string) => Promise<void>
}

/** 0 done, 1 refused or not all done, 2 the command line or its values make no sense, 3 outcome unknown or pending, 4 nothing was sent. */
export type ExitCode = 0 | 1 | 2 | 3 | 4

const commands: Record<string, Command> = { ...otherCommands, ...billCommands }
const switches = new Set(['json', 'help', 'resolve', 'update'])

/** The whole command but its surroundings. */
export async function run(args: readonly string[], world: World): Promise<ExitCode> {
  const { words, flags, problem } = parse(args)
  const json = flags.has('json')
  const found = find(words)
  if (!found || flags.has('help')) {
    const asked = flags.has('help') || words.length === 0 || words[0] === 'help'
    ;(asked ? world.out : world.err)(help())
    return asked ? 0 : 2
  }
  try {
    refuseStrangers(found.command, flags, problem)
    const answer = await found.command.run(given(world, found.rest, flags))
    const { exitCode = 0, ...shown } = answer
    world.out(json ? `${JSON.stringify(shown)}\n` : lines(shown))
    return exitCode as ExitCode
  } catch (error) {
    const usage = `usage: mpesa ${found.name} ${found.command.usage}`
    const shown = error instanceof PesafyError ? error.toJSON() : { name: 'Error', message: messageOf(error) }
    if (json) world.err(`${JSON.stringify({ error: shown })}\n`)
    else world.err(error instanceof UsageError ? `${error.message}\n${usage}\n` : explain(error))
    return exitCodeOf(error)
  }
}

function parse(args: readonly string[]) {
  const words: string[] = []
  const flags = new Map<string, string>()
  let problem: string | undefined
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? ''
    const [, name, given] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? []
    if (arg === '--') return { words: [...words, ...args.slice(i + 1)], flags, problem }
    if (name === undefined) {
      words.push(arg)
      continue
    }
    const isSwitch = switches.has(name)
    const value = given ?? (isSwitch || args[i + 1]?.startsWith('--') ? undefined : args[++i])
    if (isSwitch && value !== undefined) problem ??= `--${name} takes no value`
    if (!isSwitch && !value) problem ??= `--${name} needs a value (--${name}=… if it begins with --)`
    if (flags.has(name)) problem ??= `--${name} is given twice`
    flags.set(name, value ?? '')
  }
  return { words, flags, problem }
}

/** Throws UsageError for a flag that the command's usage does not name, or one that was given wrongly. */
function refuseStrangers({ usage }: Command, flags: ReadonlyMap<string, string>, problem: string | undefined): void {
  const known = new Set(['json', ...Array.from(usage.matchAll(/--([a-z-]+)/g), ([, name]) => name)])
  for (const name of flags.keys()) if (!known.has(name)) throw new UsageError(`--${name} is not known`)
  if (problem !== undefined) throw new UsageError(problem)
}

function find(words: readonly string[]) {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ')
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command) return { name, command, rest: words.slice(length) }
  }
  return undefined
}

function given(world: World, words: readonly string[], flags: ReadonlyMap<string, string>): Given {
  let mpesa: Mpesa | undefined
  const optionalFlag = (name: string) => flags.get(name)
  return {
    ...world,
    words,
    mpesa: () => (mpesa ??= new Mpesa(readEnvironment(world.env))),
    optionalFlag,
    flag: (name) => {
      const value = flags.get(name)
      if (!value) throw new UsageError(`--${name} is missing`)
      return value
    },
    progress: (done, total) => {
      if (!world.isTerminal || flags.has('json') || total === 0) return
      const filled = Math.round((done / total) * 30)
      world.err(`\r${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${done}/${total}${done === total ? '\n' : ''}`)
    },
  }
}

function lines(answer: Record<string, unknown>): string {
  return Object.entries(answer)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}\n`)
    .join('')
}

function explain(error: unknown): string {
  if (!(error instanceof PesafyError)) return `${messageOf(error)}\n`
  const issues = (error.issues ?? []).map((issue) => `  ${issue.field} ${issue.problem}\n`).join('')
  const hint = error.outcome === 'unknown' ? 'It may have taken effect: ask before you send it again.\n' : ''
  return `${error.code}: ${withoutSecrets(error.message)}\n${issues}${hint}`
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof UsageError) return 2
  if (!(error instanceof PesafyError)) return 4
  if (error.isValidation) return 2
  return error.outcome === 'refused' ? 1 : error.outcome === 'unknown' ? 3 : 4
}

function help(): string {
  const list = Object.entries(commands).map(([name, { usage, help: what }]) => `  ${name} ${usage}\n      ${what}\n`)
  const settings = Object.entries(variables).map(([name, what]) => `  ${name.padEnd(26)}${what}\n`)
  return [
    'mpesa: Safaricom Daraja from the command line\n\n',
    ...list,
    '\n  --json prints JSON, for scripts.\n',
    '\nExit codes: 0 done, 1 refused or not all done, 2 bad input, 3 outcome unknown or pending, 4 nothing was sent.\n',
    '\nSettings, from the environment only:\n',
    ...settings,
  ].join('')
}
