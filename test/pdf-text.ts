import { extractText, getDocumentProxy } from 'unpdf'

/** What a reader of PDFs finds written in one, page by page. Throws when it is no PDF. */
export async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)))
  return text
}

export async function textOf(pdf: Uint8Array): Promise<string> {
  return (await pagesOf(pdf)).join('\n')
}
