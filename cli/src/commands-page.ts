import type { Command } from 'commander'
import { program } from './program.ts'

const head = `# The command line

Written from the commands themselves by \`npm run gen\`: do not edit.

\`npx kusanya\` in a checkout of this repository, or \`npm run kusanya --\`.

What people read is aligned, amounts with their currency, days and times of Nairobi; colours only in a terminal, and not with
\`NO_COLOR\`. With \`--json\` the answer is JSON on standard output, as [the API](api.md) gives it, and what went wrong is
\`{"error":{"message","remedy",…}}\` on standard error.

| Exit code | |
|---|---|
| 0 | done |
| 1 | refused or failed; the message says why, and what to do |
| 2 | the command line, a file or a setting makes no sense; nothing was changed |
| 3 | done, but something in it wants a person: a day that does not agree, a row that was refused |
| 130 | broken off by Ctrl-C |

Secrets are not written on the command line: they are asked for where nobody sees them, or read from the environment. A key is
read from \`KUSANYA_API_KEY\`.
`

/** docs/cli.md: every command with its help. */
export function commandsPage(): string {
  return [head, ...leaves(program()).map(section)].join('\n')
}

function leaves(command: Command): Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap(leaves)
}

function section(command: Command): string {
  let help = ''
  command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp()
  const [usage = ''] = help.split('\n')
  const name = usage.replace(/^Usage: /, '').replace(' [options]', '')
  return `## ${name}\n\n\`\`\`text\n${help.trimEnd()}\n\`\`\`\n`
}
