import type { Ruler, Style } from './fonts.ts'

/** A text as lines that are no wider than `width` points. Breaks at spaces; inside a word only when it is too long alone. */
export function wrap(text: string, width: number, style: Style, ruler: Ruler): string[] {
  return tidy(text)
    .split('\n')
    .flatMap((paragraph) => wrapParagraph(paragraph.trim(), width, style, ruler))
}

/** Control characters and marks that are not seen, such as those that steer the direction of text, are not for paper. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\P{C}\n]/gu, ' ')
}

function wrapParagraph(paragraph: string, width: number, style: Style, ruler: Ruler): string[] {
  if (ruler(paragraph, style) <= width) return [paragraph]
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (ruler(longer, style) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = breakWord(word, width, style, ruler)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return [...lines, line]
}

/** At least one letter a line, however narrow the column. */
function breakWord(word: string, width: number, style: Style, ruler: Ruler): string[] {
  if (ruler(word, style) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const { segment } of letters.segment(word)) {
    if (piece !== '' && ruler(piece + segment, style) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += segment
  }
  return [...pieces, piece]
}
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })
