/** Markup that may be sent as it is. Only `html` and `trusted` make it. */
export class Markup {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

export type Piece = string | number | Markup | Markup[] | null | undefined | false

/** A template whose values are escaped, unless they are markup themselves. Null, undefined and false leave nothing. */
export function html(texts: TemplateStringsArray, ...pieces: Piece[]): Markup {
  let written = texts[0] ?? ''
  for (const [index, piece] of pieces.entries()) written += write(piece) + (texts[index + 1] ?? '')
  return new Markup(written)
}

/** Markup from a source that knows what it writes, such as a drawing of our own. Never for what a person typed. */
export function trusted(markup: string): Markup {
  return new Markup(markup)
}

function write(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return ''
  if (piece instanceof Markup) return piece.toString()
  if (Array.isArray(piece)) return piece.map(write).join('')
  return String(piece).replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
