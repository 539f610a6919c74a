import type { Ruler, Style } from './fonts.ts'
import { page, pageWidth, shifted, type Block, type Ink, type Mark } from './marks.ts'
import type { Sum, Table } from './paper.ts'
import { wrap } from './wrap.ts'

export const body: Style = { size: 9.5, bold: false }
export const strong: Style = { size: 9.5, bold: true }
export const small: Style = { size: 8, bold: false }

type Setting = { style: Style; ink: Ink; right?: boolean }

/** Lines of text below each other, wrapped to a width; `right` puts them against its right edge. */
export function lines(text: string, x: number, width: number, { style, ink, right }: Setting, ruler: Ruler): Block {
  const step = style.size * 1.38
  const marks = wrap(text, width, style, ruler).map((line, index): Mark => {
    const left = right ? x + width - ruler(line, style) : x
    return { kind: 'text', x: left, y: style.size + index * step, text: line, style, ink }
  })
  return { height: marks.length * step, marks }
}

/** Blocks below each other as one that stays together. */
export function together(blocks: Block[]): Block {
  let height = 0
  const marks = blocks.flatMap((block) => {
    const moved = shifted(block.marks, 0, height)
    height += block.height
    return moved
  })
  return { height, marks }
}

/** Blocks beside each other. */
export function beside(...blocks: Block[]): Block {
  return { height: Math.max(...blocks.map(({ height }) => height)), marks: blocks.flatMap(({ marks }) => marks) }
}

const padding = 4
const between = 12

/** A table whose head is said again on each page. Cells wrap; a row stays together. */
export function tableOf({ columns, rows }: Table, ruler: Ruler): Block[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const free = pageWidth - between * (columns.length - 1)
  const widths = columns.map(({ share }) => (free * share) / shares)
  const rowOf = (cells: string[], style: Style, ink: Ink): Block => {
    const placed = cells.map((cell, index) => {
      const x = page.left + widths.slice(0, index).reduce((sum, width) => sum + width + between, 0)
      const right = columns[index]?.right ?? false
      return lines(cell, x, widths[index] ?? 0, { style, ink, right }, ruler)
    })
    const row = beside(...placed)
    const height = row.height + 2 * padding
    return { height, marks: [...shifted(row.marks, 0, padding), ruleAt(height, 0.5)] }
  }
  const names = rowOf(
    columns.map(({ name }) => name),
    { ...small, bold: true },
    'soft',
  )
  const head = { ...names, keep: true }
  return [head, ...rows.map((cells): Block => ({ ...rowOf(cells, body, 'ink'), head }))]
}

export function ruleAt(y: number, thick: number, ink: Ink = 'line'): Mark {
  return { kind: 'rule', x: page.left, y, width: pageWidth, ink, thick }
}

/** What it comes to, against the right edge of the page. */
export function sumsOf(sums: Sum[], ruler: Ruler): Block {
  const width = 250
  const x = page.right - width
  const rows = sums.map(({ label, amount, strong: isStrong }, index) => {
    const style = isStrong ? { ...strong, size: 11 } : body
    const amountWidth = ruler(amount, style)
    const row = beside(
      lines(label, x, width - amountWidth - between, { style, ink: isStrong ? 'ink' : 'soft' }, ruler),
      lines(amount, page.right - amountWidth - 1, amountWidth + 1, { style, ink: 'ink', right: true }, ruler),
    )
    const over: Mark[] = isStrong && index > 0 ? [{ kind: 'rule', x, y: 0, width, ink: 'line', thick: 0.8 }] : []
    return { height: row.height + 6, marks: [...over, ...shifted(row.marks, 0, 4)] }
  })
  return together([{ height: 6, marks: [] }, ...rows])
}

/** Names and values below each other, the values beginning where the longest name has ended. */
export function factsOf(facts: [string, string][], x: number, width: number, ruler: Ruler): Block {
  const named = Math.min(width / 2, Math.max(0, ...facts.map(([label]) => ruler(label, body))))
  const rows = facts.map(([label, value]) => {
    const row = beside(
      lines(label, x, named, { style: body, ink: 'soft' }, ruler),
      lines(value, x + named + between, width - named - between, { style: strong, ink: 'ink' }, ruler),
    )
    return { ...row, height: row.height + 3 }
  })
  return together(rows)
}
