import { Type } from 'typebox'
import type { File } from '../http/files.ts'
import { languages } from '../pay-page/words.ts'
import type { Paper } from './paper.ts'
import { render } from './render.ts'

export const LanguageQuery = {
  lang: Type.Optional(Type.Enum(languages, { description: 'Of the words on the document; en when absent' })),
}

/** A batch as large as a bill run pushes to phones at once. */
export const PdfZipBody = Type.Object({
  ids: Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
    minItems: 1,
    maxItems: 1000,
    wording: 'ids must name 1 to 1,000 invoices',
    missing: 'ids is required',
  }),
  ...LanguageQuery,
})

/** A paper as the file that is sent. */
export async function pdfOf(paper: Paper): Promise<File> {
  return { type: 'application/pdf', disposition: 'inline', name: `${paper.name}.pdf`, bytes: await render(paper) }
}
