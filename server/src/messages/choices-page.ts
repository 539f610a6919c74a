import { channels, wishes, type Channel, type MessageLanguage, type MessageWish } from '@kusanya/domain/message.ts'
import { html, type Piece } from '../pay-page/html.ts'
import { languages, wordsOf } from '../pay-page/words.ts'
import { messageWords } from './words.ts'

export type Choices = {
  business: string
  customer: { emails: MessageWish; sms: MessageWish }
  language: MessageLanguage
  saved: boolean
  code: string
  css: string
}

/** The page on which a customer chooses. It names the business but not him: a message may have been forwarded. */
export function choicesPage({ business, customer, language, saved, code, css }: Choices): string {
  const words = messageWords(language)
  const other = languages.find((one) => one !== language) ?? language
  const choice = (channel: Channel) => {
    const name = channel === 'email' ? 'emails' : 'sms'
    return html`<fieldset>
      <legend>${words.byChannel[channel]}</legend>
      ${wishes.map(
        (wish) =>
          html`<label class="choice"
            ><input type="radio" name="${name}" value="${wish}" ${customer[name] === wish && html`checked`} /><span
              >${words.wish[wish]}</span
            ></label
          >`,
      )}
    </fieldset>`
  }
  return document(
    language,
    words.pageTitle,
    css,
    html`<header>
        <p><bdi>${business}</bdi></p>
        <a href="/m/${code}?lang=${other}" lang="${other}" hreflang="${other}">${wordsOf(other).language}</a>
      </header>
      <main>
        ${saved && html`<section class="notice good"><p role="status">${words.saved}</p></section>`}
        <section class="bill">
          <h1>${words.pageAbout(business)}</h1>
          <form method="post" action="/m/${code}">
            ${channels.map(choice)}
            <button class="main">${words.save}</button>
          </form>
        </section>
      </main>`,
  )
}

export function notFoundPage(language: MessageLanguage, css: string): string {
  const { notFound, notFoundMore } = wordsOf(language)
  const main = html`<main>
    <section class="bill">
      <h1>${notFound}</h1>
      <p>${notFoundMore}</p>
    </section>
  </main>`
  return document(language, notFound, css, main)
}

function document(language: MessageLanguage, title: string, css: string, body: Piece): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${css}" />
      </head>
      <body class="alone">
        ${body}
      </body>
    </html>`.toString()
}
