import { createHash } from 'node:crypto'
import { refuse } from '@kusanya/domain/refusal.ts'
import { readStatement, readStatementRows } from '@kusanya/domain/statement-file.ts'
import type { File } from './import-statement.ts'
import { readWorkbook } from './workbook.ts'

/** What was sent, of which exactly one is there: the CSV as text, or the Excel file in base64. */
export type Upload = { csv?: string | undefined; xlsx?: string | undefined }

/**
 * The statement in an upload. Of a workbook it is the first sheet that has the portal's columns. Throws
 * `statement_file_missing`, `statement_unreadable`, `csv_malformed`, and what `readWorkbook()` throws.
 */
export async function readUpload({ csv, xlsx }: Upload): Promise<Pick<File, 'hash' | 'statement'>> {
  if (csv !== undefined && xlsx === undefined) return { hash: sha256(csv), statement: readStatement(csv) }
  if (xlsx === undefined || csv !== undefined) return refuse('statement_file_missing')
  const bytes = Buffer.from(xlsx, 'base64')
  for (const rows of await readWorkbook(bytes)) {
    const statement = readStatementRows(rows)
    if (statement) return { hash: sha256(bytes), statement }
  }
  return refuse('statement_unreadable')
}

function sha256(content: string | Buffer): Buffer {
  return createHash('sha256').update(content).digest()
}
