import type { Style } from './fonts.ts'
import type { Qr, Tone } from './paper.ts'

/** Points from the upper left corner of an A4 page. */
export const page = { width: 595.28, height: 841.89, left: 48, right: 547.28, top: 48, bottom: 778 }
export const pageWidth = page.right - page.left

/** Ours have a contrast of at least 4.5 to 1 on white, `line` and `ground` apart, which nobody has to read. */
export const inks = {
  ink: '#16202a',
  soft: '#56616d',
  accent: '#0f766e',
  good: '#15803d',
  late: '#b42318',
  line: '#d5dade',
  ground: '#f4f7f7',
} as const
export type Ink = keyof typeof inks

export const inkOf: Record<Tone, Ink> = { plain: 'ink', good: 'good', late: 'late', part: 'accent', void: 'soft' }

/** One thing on a page. `y` is the base line of a text, and the upper edge of everything else. */
export type Mark = { x: number; y: number } & (
  | { kind: 'text'; text: string; style: Style; ink: Ink }
  | { kind: 'rule'; width: number; ink: Ink; thick: number }
  | { kind: 'box'; width: number; height: number; ink: Ink; filled: boolean }
  | { kind: 'qr'; side: number; drawing: Qr }
  | { kind: 'picture'; width: number; height: number; bytes: Buffer }
  | { kind: 'link'; width: number; height: number; address: string }
)

/** Things that stay together; their `y` counts from the block's upper edge. */
export type Block = {
  height: number
  marks: Mark[]
  /** What is said again above the block when it begins a page. */
  head?: Block
  /** Not to be the last on its page. */
  keep?: boolean
}

export const gap = (height: number): Block => ({ height, marks: [] })

/** Moves marks right and down. */
export function shifted(marks: Mark[], right: number, down: number): Mark[] {
  return marks.map((mark) => ({ ...mark, x: mark.x + right, y: mark.y + down }))
}

/** Puts blocks under each other, on as many pages as that takes. Gaps do not begin a page. */
export function stack(blocks: Block[]): Mark[][] {
  const pages: Mark[][] = [[]]
  let y = page.top
  const put = ({ marks, height }: Block) => {
    pages.at(-1)?.push(...shifted(marks, 0, y))
    y += height
  }
  for (const [index, block] of blocks.entries()) {
    const isGap = block.marks.length === 0
    if (y > page.top && y + heightKept(blocks, index) > page.bottom) {
      pages.push([])
      y = page.top
      if (block.head) put(block.head)
    }
    if (!isGap || y > page.top) put(block)
  }
  return pages
}

/** The height of a block and of what must not be parted from it. */
function heightKept(blocks: Block[], index: number): number {
  const block = blocks[index]
  if (!block) return 0
  return block.height + (block.keep ? heightKept(blocks, index + 1) : 0)
}
