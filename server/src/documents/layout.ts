import { beside, body, factsOf, lines, ruleAt, small, strong, sumsOf, tableOf, together } from './blocks.ts'
import type { Ruler } from './fonts.ts'
import { gap, inkOf, page, pageWidth, shifted, stack, type Block, type Mark } from './marks.ts'
import type { Paper, Payment } from './paper.ts'

const columns = { gap: 24, width: (pageWidth - 24) / 2 }
const second = page.left + columns.width + columns.gap

/** Where everything on a paper goes, page by page. */
export function layOut(paper: Paper, ruler: Ruler): Mark[][] {
  const { table, taxes, schedule, payment, notes } = paper
  const rows = table ? tableOf(table, ruler) : []
  const sums = sumsOf(paper.sums, ruler)
  const paragraphs = notes.flatMap((note) => [gap(10), ...singly(lines(note, page.left, pageWidth, softly, ruler))])
  const pages = stack([
    heading(paper, ruler),
    gap(26),
    parties(paper, ruler),
    gap(22),
    headline(paper, ruler),
    ...paper.about.flatMap((text) => [gap(4), ...singly(lines(text, page.left, pageWidth, softly, ruler))]),
    gap(16),
    // The sums never stand on a page without a row of what they sum up.
    ...rows.map((row, index) => (index === rows.length - 1 ? { ...row, keep: true } : row)),
    sums,
    ...(taxes ? [gap(14), ...keptTogether(tableOf(taxes, ruler))] : []),
    ...(schedule ? [gap(14), ...tableOf(schedule, ruler)] : []),
    ...(payment ? [gap(22), pay(payment, ruler)] : []),
    ...paragraphs,
  ])
  return pages.map((marks, index) => [...marks, ...foot(paper, index + 1, pages.length, ruler)])
}

const softly = { style: body, ink: 'soft' } as const

/** A long text may go on on the next page, line by line. */
function singly({ height, marks }: Block): Block[] {
  const step = height / marks.length
  return marks.map((mark, index) => ({ height: step, marks: shifted([mark], 0, -index * step) }))
}

function keptTogether(blocks: Block[]): Block[] {
  return blocks.map((block, index) => ({ ...block, keep: index < blocks.length - 1 }))
}

const logo = { width: 150, height: 54 }

/** Who writes, on the left; what it is and how it stands, on the right. */
function heading({ from, letterhead, logo: bytes, title, number, mark }: Paper, ruler: Ruler): Block {
  const name = lines(from, page.left, columns.width, { style: { size: 13, bold: true }, ink: 'ink' }, ruler)
  const picture: Block[] = bytes
    ? [
        { height: logo.height, marks: [{ kind: 'picture', x: page.left, y: 0, ...logo, bytes }] },
        { height: 8, marks: [] },
      ]
    : []
  const toTheRight = { right: true, ink: 'ink' } as const
  const what = [
    lines(title, second, columns.width, { ...toTheRight, style: { size: 21, bold: true } }, ruler),
    lines(number, second, columns.width, { ...toTheRight, style: { size: 11, bold: false } }, ruler),
  ]
  const under = letterhead.map((line) => lines(line, page.left, columns.width, softly, ruler))
  return beside(together([...picture, name, ...under]), together([...what, ...(mark ? [stamp(mark, ruler)] : [])]))
}

/** Paid, overdue, cancelled: one word in its colour. */
function stamp({ text, tone }: NonNullable<Paper['mark']>, ruler: Ruler): Block {
  const style = { size: 10, bold: true }
  const width = ruler(text, style) + 18
  const x = page.right - width
  const ink = inkOf[tone]
  const struck: Mark[] = tone === 'void' ? [{ kind: 'rule', x: x + 6, y: 17, width: width - 12, ink, thick: 0.8 }] : []
  return {
    height: 28,
    marks: [
      { kind: 'box', x, y: 8, width, height: 19, ink, filled: false },
      { kind: 'text', x: x + 9, y: 21, text, style, ink },
      ...struck,
    ],
  }
}

function parties({ to, facts }: Paper, ruler: Ruler): Block {
  const label = lines(to.label, page.left, columns.width, { style: small, ink: 'soft' }, ruler)
  const whom = to.lines.map((line, index) =>
    lines(line, page.left, columns.width, { style: index === 0 ? { ...strong, size: 11 } : body, ink: 'ink' }, ruler),
  )
  return beside(together([label, { height: 2, marks: [] }, ...whom]), factsOf(facts, second, columns.width, ruler))
}

/** The one amount that the reader looks for. */
function headline({ headline: { label, amount, more, tone } }: Paper, ruler: Ruler): Block {
  const large = { style: { size: 18, bold: true }, ink: inkOf[tone] }
  return together([
    { height: 12, marks: [ruleAt(0, 1.2, 'accent')] },
    lines(label, page.left, pageWidth, { style: small, ink: 'soft' }, ruler),
    lines(amount, page.left, pageWidth, large, ruler),
    ...(more === '' ? [] : [lines(more, page.left, pageWidth, { style: body, ink: 'ink' }, ruler)]),
  ])
}

const inset = 14
const qrSide = 92

function pay({ heading: title, steps, facts, qr }: Payment, ruler: Ruler): Block {
  const left = page.left + inset
  const width = pageWidth - 2 * inset - (qr ? qrSide + 24 : 0)
  const words = together([
    lines(title, left, width, { style: { size: 11, bold: true }, ink: 'ink' }, ruler),
    lines(steps, left, width, softly, ruler),
    { height: 6, marks: [] },
    factsOf(facts, left, width, ruler),
  ])
  const scan = qr ? [scanned(qr, ruler)] : []
  const inside = beside(words, ...scan)
  const height = inside.height + 2 * inset
  const ground: Mark = { kind: 'box', x: page.left, y: 0, width: pageWidth, height, ink: 'ground', filled: true }
  return { height, marks: [ground, ...shifted(inside.marks, 0, inset)] }
}

/** Dark on white whatever the ground: not all cameras read anything else. A reader on a screen may also press it. */
function scanned({ drawing, address, hint }: NonNullable<Payment['qr']>, ruler: Ruler): Block {
  const x = page.right - inset - qrSide
  const square = { x, y: 0, width: qrSide, height: qrSide }
  const style = small
  const said = lines(hint, x, qrSide, { style, ink: 'soft' }, ruler)
  const centred = said.marks.map((mark) =>
    mark.kind === 'text' ? { ...mark, x: x + (qrSide - ruler(mark.text, style)) / 2 } : mark,
  )
  return {
    height: qrSide + 3 + said.height,
    marks: [
      { kind: 'qr', x, y: 0, side: qrSide, drawing },
      { kind: 'link', ...square, address },
      ...shifted(centred, 0, qrSide + 3),
    ],
  }
}

function foot({ from, title, number, page: numbered }: Paper, at: number, of: number, ruler: Ruler): Mark[] {
  const width = pageWidth - 90
  const [name = ''] = lines(
    [`${title} ${number}`.trim(), from].join(' · '),
    page.left,
    width,
    { style: small, ink: 'soft' },
    ruler,
  ).marks.flatMap((mark) => (mark.kind === 'text' ? mark.text : []))
  const said = beside(
    { height: 0, marks: [{ kind: 'text', x: page.left, y: small.size, text: name, style: small, ink: 'soft' }] },
    lines(numbered(at, of), page.right - 90, 90, { style: small, ink: 'soft', right: true }, ruler),
  )
  return [ruleAt(page.bottom + 10, 0.5), ...shifted(said.marks, 0, page.bottom + 16)]
}
