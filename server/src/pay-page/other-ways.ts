import { spokenAccountNumber } from '@kusanya/domain/account-number.ts'
import { html, type Markup } from './html.ts'
import type { Bill } from './read-bill.ts'
import { proposedAmount } from './read-form.ts'
import { money, type View } from './view.ts'

/** The Paybill by hand, each number to be read aloud or copied. */
export function paybill({ words }: View, bill: Bill, number: string): Markup {
  const amount = proposedAmount(bill)
  const row = (label: string, shown: string, copied: string) =>
    html`<dt>${label}</dt>
      <dd>
        <span>${shown}</span
        ><button
          type="button"
          hidden
          data-copy="${copied}"
          data-done="${words.copied}"
          aria-label="${words.copy}: ${label}"
        >
          ${words.copy}
        </button>
      </dd>`
  return html`<section>
    <h2>${bill.canAsk ? words.paybillHeading : words.paybillOnly}</h2>
    <p class="soft">${words.paybillSteps}</p>
    <dl>
      ${row(words.businessNumber, number, number)}
      ${row(words.accountNumber, spokenAccountNumber(bill.accountNumber), bill.accountNumber)}
      ${row(words.amount, money(amount, bill.currency), String(amount / 100n))}
    </dl>
    <p class="soft">${words.paybillAfter}</p>
  </section>`
}

/** The page's own address for the camera of another phone. */
export function otherPhone({ words }: View, drawing: Markup): Markup {
  return html`<section class="qr">
    <div aria-hidden="true">${drawing}</div>
    <div>
      <h2>${words.qrHeading}</h2>
      <p class="soft">${words.qrHint}</p>
    </div>
  </section>`
}
