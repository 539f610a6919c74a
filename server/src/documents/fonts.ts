import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import PDFDocument from 'pdfkit'

export type Style = { size: number; bold: boolean }

/** A piece of a line in one font. */
type Run = { text: string; font: string }

/**
 * What the 14 fonts that every PDF reader has can show: Windows-1252. Names in other scripts, and letters with marks that
 * have no form of their own, are set in DejaVu Sans, of which the PDF then carries the letters that it needs.
 */
const known = '\\x20-\\x7e\\xa0-\\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'
const other = new RegExp(`(?:.\\p{M}+|[^${known}])(?:\\s*(?:.\\p{M}+|[^${known}]))*`, 'gu')

const own = { regular: 'Helvetica', bold: 'Helvetica-Bold' }
const spare = { regular: 'DejaVu', bold: 'DejaVu-Bold' }
const files = { [spare.regular]: 'DejaVuSans.ttf', [spare.bold]: 'DejaVuSans-Bold.ttf' }
const parsed = new Map<string, fontkit.Font>()

/** The runs of a line, in the order of its text. */
function runsOf(text: string, { bold }: Style): Run[] {
  const [usual, otherwise] = bold ? [own.bold, spare.bold] : [own.regular, spare.regular]
  const runs: Run[] = []
  let at = 0
  for (const { index, 0: found } of text.matchAll(other)) {
    if (index > at) runs.push({ text: text.slice(at, index), font: usual })
    runs.push({ text: found, font: otherwise })
    at = index + found.length
  }
  if (at < text.length) runs.push({ text: text.slice(at), font: usual })
  return runs
}

/** Makes a font the current one of a document. DejaVu is read once in the life of the process, and when first needed. */
function choose(document: PDFKit.PDFDocument, name: string, size: number): void {
  const file = files[name]
  if (file === undefined) {
    document.font(name, size)
    return
  }
  let font = parsed.get(name)
  if (!font) {
    const path = createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${file}`)
    font = fontkit.create(readFileSync(path)) as fontkit.Font
    parsed.set(name, font)
  }
  document.font(font as unknown as PDFKit.Mixins.PDFFontSource, name, size)
}

/** Writes a line with its left end at `x` on a base line. Without `features` a reader would get Arabic words in reverse. */
export function writeLine(document: PDFKit.PDFDocument, text: string, x: number, baseline: number, style: Style): void {
  let left = x
  const runs = runsOf(text, style)
  for (const [index, run] of runs.entries()) {
    choose(document, run.font, style.size)
    document.text(run.text, left, baseline, { lineBreak: false, baseline: 'alphabetic', features: [] })
    if (index < runs.length - 1) left += document.widthOfString(run.text, { features: [] })
  }
}

export type Ruler = (text: string, style: Style) => number

/** So many widths are kept: documents say the same words again and again. */
const widthsKept = 10_000

/** Measures lines in points, with a document that is never written. */
export function createRuler(): Ruler {
  const document = new PDFDocument({ autoFirstPage: false })
  const widths = new Map<string, number>()
  const widthOf = ({ text, font }: Run): number => {
    const key = `${font} ${text}`
    const before = widths.get(key)
    if (before !== undefined) return before
    if (widths.size >= widthsKept) widths.clear()
    choose(document, font, 1)
    const width = document.widthOfString(text, { features: [] })
    widths.set(key, width)
    return width
  }
  return (text, style) => runsOf(text, style).reduce((sum, run) => sum + widthOf(run), 0) * style.size
}
