import PDFDocument from 'pdfkit'
import { createRuler, writeLine, type Ruler } from './fonts.ts'
import { layOut } from './layout.ts'
import { inks, page, type Mark } from './marks.ts'
import type { Paper, Qr } from './paper.ts'

let ruler: Ruler | undefined

/** A paper as PDF. The same paper gives the same bytes: nothing is asked of the clock or of chance. */
export function render(paper: Paper): Promise<Buffer> {
  const { title, number, from, madeAt, language } = paper
  const document = new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    lang: language,
    displayTitle: true,
    info: {
      Title: `${title} ${number}`.trim(),
      Author: from,
      Creator: 'Kusanya',
      Producer: 'Kusanya',
      CreationDate: madeAt,
      ModDate: madeAt,
    },
  })
  ruler ??= createRuler()
  for (const marks of layOut(paper, ruler)) {
    document.addPage()
    for (const mark of marks) draw(document, mark)
  }
  return finished(document)
}

function draw(document: PDFKit.PDFDocument, mark: Mark): void {
  const { x, y } = mark
  switch (mark.kind) {
    case 'text':
      document.fillColor(inks[mark.ink])
      return writeLine(document, mark.text, x, y, mark.style)
    case 'rule':
      document.rect(x, y - mark.thick / 2, mark.width, mark.thick).fill(inks[mark.ink])
      return
    case 'box':
      document.roundedRect(x, y, mark.width, mark.height, 4)
      if (mark.filled) document.fill(inks[mark.ink])
      else document.lineWidth(1).stroke(inks[mark.ink])
      return
    case 'qr':
      return drawQr(document, x, y, mark.side, mark.drawing)
    case 'picture':
      document.image(mark.bytes, x, y, { fit: [mark.width, mark.height] })
      return
    case 'link':
      document.link(x, y, mark.width, mark.height, mark.address)
  }
}

/** As one path with a rectangle for each run of dark modules, within a quiet zone of four. */
function drawQr(document: PDFKit.PDFDocument, x: number, y: number, side: number, { size, dark }: Qr): void {
  const quiet = 4
  const module = side / (size + 2 * quiet)
  document.rect(x, y, side, side).fill('#ffffff')
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const begins = column
      while (column < size && dark[row * size + column]) column++
      if (column === begins) continue
      document.rect(x + (quiet + begins) * module, y + (quiet + row) * module, (column - begins) * module, module)
    }
  }
  document.fill('#000000')
}

function finished(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    document.on('data', (part: Buffer) => parts.push(part))
    document.on('error', reject)
    document.on('end', () => resolve(Buffer.concat(parts)))
    document.end()
  })
}
