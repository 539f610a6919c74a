import { css } from '../pay-page/assets.ts'
import { html } from '../pay-page/html.ts'
import type { Language } from '../pay-page/words.ts'

const words = {
  en: {
    title: 'There is no such page',
    about: 'Check that the whole address was copied.',
    link: 'A link to pay is asked for from the business that sent it.',
    home: 'To the dashboard',
  },
  sw: {
    title: 'Hakuna ukurasa huu',
    about: 'Hakikisha umenakili anwani yote.',
    link: 'Kiungo cha kulipia kiombwe kwa biashara iliyokituma.',
    home: 'Kwenye dashibodi',
  },
}

/** What somebody sees who has opened an address in a browser that leads nowhere. */
export function notFoundPage(language: Language): string {
  const said = words[language]
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${said.title} · Kusanya</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${css.address}" />
      </head>
      <body>
        <header><p>Kusanya</p></header>
        <main>
          <section class="bill">
            <h1>${said.title}</h1>
            <p>${said.about} ${said.link}</p>
            <p><a href="/">${said.home}</a></p>
          </section>
        </main>
      </body>
    </html>`.toString()
}
