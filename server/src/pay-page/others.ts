import { html, type Markup } from './html.ts'
import type { OtherBill } from './read-others.ts'
import type { Bill } from './read-bill.ts'
import { address, money, shortName, type View } from './view.ts'

/** What else this payer owes, to be ticked and paid with one PIN. */
export function tickOthers({ words }: View, { others, currency }: Bill, ticked: string[]): Markup | false {
  return (
    others.length > 0 &&
    html`<fieldset>
      <legend>${words.payAlso}</legend>
      <p class="soft">${words.payAlsoHint}</p>
      ${others.map(
        (other) =>
          html`<label class="choice"
            ><input
              type="checkbox"
              name="also"
              value="${other.code}"
              ${ticked.includes(other.code) && html` checked`}
            />
            <span>${named(other)} ${money(other.due, currency)}</span></label
          >`,
      )}
    </fieldset>`
  )
}

/** The same where nothing can be ticked: each with its own page. */
export function listOthers(view: View, { others, currency }: Bill): Markup | false {
  return (
    others.length > 0 &&
    html`<section>
      <h2>${view.words.otherBills}</h2>
      <ul>
        ${others.map(
          (other) =>
            html`<li>
              <a href="${address({ ...view, code: other.code })}">${named(other)}</a> ${money(other.due, currency)}
            </li>`,
        )}
      </ul>
    </section>`
  )
}

function named({ title, accountName }: OtherBill): Markup {
  return html`<bdi>${title}</bdi>${accountName !== null && html`, <bdi>${shortName(accountName)}</bdi>`}`
}
