import { execFileSync } from 'node:child_process'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { kusanya } from '../test/kusanya.ts'

// Each command is a process of its own.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const scripts: Record<string, string> = {}
beforeAll(async () => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { code, out } = await kusanya(['completions', shell])
    expect(code).toBe(0)
    scripts[shell] = out
  }
})

describe('in bash', () => {
  const ask = '_kusanya; printf "%s\\n" "${COMPREPLY[@]}"'
  /** What is offered for the last of some words. */
  const offered = (...words: string[]) => {
    const program = `${scripts['bash']}\nCOMP_WORDS=(kusanya "$@"); COMP_CWORD=$#; ${ask}`
    return execFileSync('bash', ['-c', program, 'bash', ...words], { encoding: 'utf8' })
      .trim()
      .split('\n')
  }

  test.each<[string[], string[]]>([
    [['im'], ['import']],
    [
      ['invoice', ''],
      ['create', 'list', 'show'],
    ],
    [
      ['import', ''],
      ['customers', 'invoices'],
    ],
    [['import', 'customers', ''], ['']], // files, which bash knows by itself
    [['import', 'customers', '--re'], ['--results']],
    [
      ['invoice', 'list', '--status', 'pa'],
      ['partially_paid', 'paid'],
    ],
    [['invoice', 'list', '--status', 'paid', '--li'], ['--limit']],
    [
      ['trigger', 'customer.'],
      ['customer.created', 'customer.updated'],
    ],
    [['restore', '--ch'], ['--check']],
  ])('%j', (words, wanted) => {
    expect(offered(...words)).toEqual(wanted)
  })
})

test('zsh is told commands, values and options with what they mean', () => {
  const lines = scripts['zsh']?.split('\n').map((line) => line.trim())
  expect(lines?.[0]).toBe('#compdef kusanya')
  expect(lines).toContain(
    "'key') found=('create:make an API key, which is shown this once' 'list:the API keys of the business' 'rotate:put a new key in the place of one, by id, name or last four characters' 'revoke:end a key at once, by id, name or last four characters'); options=('--help:show what it does') ;;",
  )
  expect(lines).toContain("'import customers --doubtful') found=('send' 'leave') ;;")
})

test('fish is told where each belongs, in words that it can compare', () => {
  const lines = scripts['fish']?.split('\n')
  expect(lines).toContain("complete -c kusanya -n '__kusanya_at invoice' -f -a 'list' -d 'the newest invoices'")
  expect(lines).toContain(
    "complete -c kusanya -n '__kusanya_at import customers' -l doubtful -d 'what was on its way when a run was broken off a day ago' -x -a 'send leave'",
  )
})

test('another shell is refused with those that there are', async () => {
  expect(await kusanya(['completions', 'tcsh'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('bash, zsh, fish'),
  })
})
