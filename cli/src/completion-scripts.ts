export const shells = ['bash', 'zsh', 'fish'] as const

type Word = { word: string; means: string }
/** `values`: that may follow the option, when they are known. */
type Option = Word & { values: readonly string[] }
/** What may follow the words of a path: commands or values, and options. */
export type Known = { path: string[]; words: Word[]; options: Option[] }

export function scriptFor(shell: (typeof shells)[number], known: Known[]): string {
  return { bash, zsh, fish }[shell](known)
}

/** Words that are no options lead to the command; whatever is typed after it completes to files where nothing is known. */
function bash(known: Known[]): string {
  const cases = known.map(
    ({ path, words, options }) =>
      `    ${quoted(path.join(' '))}) words=${quoted(listOf(words))}; options=${quoted(listOf(options))} ;;`,
  )
  return `# bash completions of kusanya
_kusanya() {
  local current=\${COMP_WORDS[COMP_CWORD]} path='' words='' options='' word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [[ $word == -* ]] && continue
    case " \${path:+$path }$word " in
${known
  .filter(({ path }) => path.length > 0)
  .map(({ path }) => `      ${quoted(` ${path.join(' ')} `)}) path=${quoted(path.join(' '))} ;;`)
  .join('\n')}
    esac
  done
  case "$path" in
${cases.join('\n')}
  esac
  case "$path \${COMP_WORDS[COMP_CWORD-1]}" in
${valuesOf(known, (values) => `words=${quoted(values.join(' '))}`)}
  esac
  if [[ $current == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$current"))
  else COMPREPLY=($(compgen -W "$words" -- "$current")); fi
}
complete -o default -F _kusanya kusanya
`
}

function zsh(known: Known[]): string {
  const cases = known.map(({ path, words, options }) => {
    const described = (list: Word[]) => list.map(({ word, means }) => quoted(`${word}:${means}`)).join(' ')
    return `    ${quoted(path.join(' '))}) found=(${described(words)}); options=(${described(options)}) ;;`
  })
  return `#compdef kusanya
_kusanya() {
  local path_so_far='' word; local -a found options
  for word in "\${(@)words[2,CURRENT-1]}"; do
    [[ $word == -* ]] && continue
    case " \${path_so_far:+$path_so_far }$word " in
${known
  .filter(({ path }) => path.length > 0)
  .map(({ path }) => `      ${quoted(` ${path.join(' ')} `)}) path_so_far=${quoted(path.join(' '))} ;;`)
  .join('\n')}
    esac
  done
  case "$path_so_far" in
${cases.join('\n')}
  esac
  case "$path_so_far \${words[CURRENT-1]}" in
${valuesOf(known, (values) => `found=(${values.map(quoted).join(' ')})`)}
  esac
  if [[ $PREFIX == -* ]]; then _describe option options
  elif (( $#found )); then _describe command found
  else _files; fi
}
compdef _kusanya kusanya
`
}

function fish(known: Known[]): string {
  const lines = known.flatMap(({ path, words, options }) => {
    const here = ['__kusanya_at', ...path].join(' ')
    return [
      ...words.map(
        ({ word, means }) => `complete -c kusanya -n ${quoted(here)} -f -a ${quoted(word)} -d ${quoted(means)}`,
      ),
      ...options.map(
        ({ word, means, values }) =>
          `complete -c kusanya -n ${quoted(here)} -l ${word.replace(/^--/, '')} -d ${quoted(means)}` +
          (values.length > 0 ? ` -x -a ${quoted(values.join(' '))}` : ''),
      ),
    ]
  })
  const paths = known.filter(({ path }) => path.length > 0).map(({ path }) => quoted(path.join(' ')))
  return `# fish completions of kusanya
function __kusanya_at
  set -l path ''
  for word in (commandline -opc)[2..]
    string match -q -- '-*' $word; and continue
    set -l next (string trim -- "$path $word")
    contains -- $next ${paths.join(' ')}; and set path $next
  end
  test "$path" = "$argv"
end
${lines.join('\n')}
`
}

/** Branches of a `case` over the words of a path and the option before the cursor. */
function valuesOf(known: Known[], set: (values: readonly string[]) => string): string {
  return known
    .flatMap(({ path, options }) =>
      options
        .filter(({ values }) => values.length > 0)
        .map(({ word, values }) => `    ${quoted([...path, word].join(' '))}) ${set(values)} ;;`),
    )
    .join('\n')
}

const listOf = (words: Word[]) => words.map(({ word }) => word).join(' ')

/** For all three shells: fish alone would read a backslash, and there is none. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", '’').replaceAll('\\', '/')}'`
}
