import { strToU8, zipSync } from 'fflate'

/** A cell as Excel keeps it: text, a number, a date as days since 1899 with a date's format, or a formula and its value. */
export type Cell = string | number | null | { serial: number } | { formula: string; value: string }

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The files of a workbook with these sheets, for tests: the parts that Excel writes, and no more. */
export function workbookFiles(...sheets: Cell[][][]): Record<string, string> {
  const texts: string[] = []
  const numbered = sheets.map((_, index) => index + 1)
  const written = sheets.map((rows) => sheetOf(rows, texts))
  return {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook ${main} xmlns:r="${office}"><sheets>${numbered.map((n) => `<sheet name="Sheet${n}" sheetId="${n}" r:id="rId${n}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${relations}">${numbered.map((n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}<Relationship Id="rId98" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId99" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(written.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheet])),
    'xl/sharedStrings.xml': `${head}<sst ${main}>${texts.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
  }
}

export function workbook(...sheets: Cell[][][]): Buffer {
  return packed(workbookFiles(...sheets))
}

/** The same file each time: by itself a ZIP has the time of its making. */
const mtime = '2031-03-01T08:00:00Z'

export function packed(files: Record<string, string | Uint8Array>): Buffer {
  const bytes = Object.entries(files).map(([name, file]) => [name, typeof file === 'string' ? strToU8(file) : file])
  return Buffer.from(zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>, { mtime }))
}

function sheetOf(rows: Cell[][], texts: string[]): string {
  const written = rows.map((cells, row) => {
    const inside = cells.map((cell, column) => cellOf(`${String.fromCharCode(65 + column)}${row + 1}`, cell, texts))
    return `<row r="${row + 1}">${inside.join('')}</row>`
  })
  return `${head}<worksheet ${main}><sheetData>${written.join('')}</sheetData></worksheet>`
}

function cellOf(at: string, cell: Cell, texts: string[]): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${texts.push(cell) - 1}</v></c>`
  if ('serial' in cell) return `<c r="${at}" s="1"><v>${cell.serial}</v></c>`
  return `<c r="${at}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.value)}</v></c>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
