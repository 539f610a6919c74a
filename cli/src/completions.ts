import { Argument, type Command } from 'commander'
import { scriptFor, shells, type Known } from './completion-scripts.ts'

/** Writes the completions of a shell, from the commands there are. */
export function addCompletions(kusanya: Command): void {
  kusanya
    .command('completions')
    .description('write completions for a shell to standard output')
    .addArgument(new Argument('<shell>').choices(shells))
    .addHelpText(
      'after',
      `
bash   kusanya completions bash > ~/.local/share/bash-completion/completions/kusanya
zsh    kusanya completions zsh > "\${fpath[1]}/_kusanya"
fish   kusanya completions fish > ~/.config/fish/completions/kusanya.fish`,
    )
    .action((shell: (typeof shells)[number]) => {
      process.stdout.write(scriptFor(shell, knownBelow(kusanya, [])))
    })
}

/** Every command with the words that lead to it, and what may follow. */
function knownBelow(command: Command, path: string[]): Known[] {
  const below = command.commands
  const own = {
    path,
    words: [
      ...below.map((one) => ({ word: one.name(), means: one.description() })),
      ...command.registeredArguments.flatMap(({ argChoices }) =>
        (argChoices ?? []).map((word) => ({ word, means: '' })),
      ),
    ],
    options: [...command.options.map(({ long, description }) => ({ word: long ?? '', means: description })), help],
  }
  return [own, ...below.flatMap((one) => knownBelow(one, [...path, one.name()]))]
}

const help = { word: '--help', means: 'show what it does' }
