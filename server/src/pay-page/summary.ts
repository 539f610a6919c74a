import { lineTotal } from '@kusanya/domain/invoice.ts'
import type { Money } from '@kusanya/domain/money.ts'
import { deadline } from './dates.ts'
import { html, type Markup, type Piece } from './html.ts'
import type { Bill } from './read-bill.ts'
import { address, money, shortName, type View } from './view.ts'

const itemsShown = 15
const itemsShownOpen = 3

/** Who asks, what for, and how much. `folded` keeps the items out of the way of what is more urgent. */
export function summary(view: View, bill: Bill, folded: boolean): Markup {
  const { words } = view
  return html`<section class="bill">
    <p class="what"><bdi>${bill.title ?? (bill.number === null ? '' : words.invoice(bill.number))}</bdi></p>
    <p class="soft">${labels(view, bill)}</p>
    ${due(view, bill)} ${bill.instalments.length > 0 && schedule(view, bill)}
    ${bill.items.length > 0 && items(view, bill, folded)}
    ${bill.invoiceId !== null && html`<p><a href="${address(view, '/invoice.pdf')}">${view.words.invoicePdf}</a></p>`}
  </section>`
}

/** The invoice's number, when its title does not say it already, and whose it is. */
function labels({ words }: View, { title, number, payerName }: Bill): Markup[] {
  const said: Piece[] = [
    title !== null && number !== null && words.invoice(number),
    payerName !== null && html`<bdi>${words.billedTo(shortName(payerName))}</bdi>`,
  ]
  return said.flatMap((piece) => (piece === false ? [] : html`<span>${piece}</span> `))
}

function due({ words, language }: View, bill: Bill): Markup | false {
  const { status, balance, dueNow, paid, currency, dueAt, business } = bill
  const inParts = bill.instalments.length > 0
  if (status !== 'unpaid' && status !== 'partially_paid' && status !== 'overdue') return false
  const day = dueAt && deadline(dueAt, business.timeZone, language)
  return html`<p class="label">${inParts ? words.dueNow : paid > 0n ? words.stillDue : words.amountDue}</p>
    <h1 class="amount">${money(dueNow, currency)}</h1>
    ${inParts && html`<p>${words.inAll(money(balance, currency))}</p>`}
    ${
      day !== null &&
      (status === 'overdue'
        ? html`<p><strong class="late">${words.overdue}</strong> ${words.wasDue(day)}</p>`
        : html`<p>${words.due(day)}</p>`)
    }`
}

/** Each instalment with its day and what of it is still to be paid. */
function schedule({ words, language }: View, { instalments, currency, business }: Bill): Markup {
  const state = ({ status, balance }: Bill['instalments'][number]) =>
    status === 'paid' || status === 'cancelled' ? words.instalmentPaid : money(balance, currency)
  return html`<details open>
    <summary>${words.schedule}</summary>
    <table>
      ${instalments.map(
        (one) =>
          html`<tr>
            <th scope="row">
              ${deadline(one.dueAt, business.timeZone, language)}${one.status === 'overdue' && html` <strong class="late">${words.overdue}</strong>`}
            </th>
            <td>${state(one)}</td>
          </tr>`,
      )}
    </table>
  </details>`
}

function items({ words }: View, bill: Bill, folded: boolean): Markup {
  const { subtotal, discount, tax, taxIncluded, rounding, total, paid, adjusted, currency } = bill
  const shown = bill.items.slice(0, itemsShown)
  const more = bill.items.length - shown.length
  const sum = (label: string, amount: Money, strong = false) =>
    html`<tr${strong && html` class="sum"`}><th scope="row">${label}</th><td>${money(amount, currency)}</td></tr>`
  return html`<details${!folded && bill.items.length <= itemsShownOpen && html` open`}>
    <summary>${words.items}</summary>
    <table>
      ${shown.map(
        (item) =>
          html`<tr>
            <th scope="row"><bdi>${item.name}</bdi>${item.quantity > 1 && ` ×\u00a0${item.quantity}`}</th>
            <td>${money(lineTotal(item), currency)}</td>
          </tr>`,
      )}
      ${
        more > 0 &&
        html`<tr>
          <th scope="row">${words.moreItems(more)}</th>
          <td></td>
        </tr>`
      }
      ${(discount > 0n || tax > 0n || rounding !== 0n) && sum(words.subtotal, subtotal)}
      ${discount > 0n && sum(words.discount, -discount)}
      ${tax > 0n && sum(taxIncluded ? words.taxIncluded : words.tax, tax)}
      ${rounding !== 0n && sum(words.rounding, rounding)}
      ${sum(words.total, total, true)}
      ${paid > 0n && sum(words.paidSoFar, paid)}
      ${adjusted > 0n && sum(words.adjusted, -adjusted)}
    </table>
  </details>`
}
