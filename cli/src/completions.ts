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
  const options = [
    ...command.options.map(({ long, description, argChoices }) => ({
      word: long ?? '',
      means: description,
      values: argChoices ?? [],
    })),
    { word: '--help', means: 'show what it does', values: [] },
  ]
  const choices = command.registeredArguments[0]?.argChoices ?? []
  const words = [
    ...below.map((one) => ({ word: one.name(), means: one.description() })),
    ...choices.map((word) => ({ word, means: '' })),
  ]
  return [
    { path, words, options },
    // Behind a choice comes something else: a file.
    ...choices.map((choice) => ({ path: [...path, choice], words: [], options })),
    ...below.flatMap((one) => knownBelow(one, [...path, one.name()])),
  ]
}
