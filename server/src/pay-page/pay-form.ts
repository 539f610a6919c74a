import { nextShilling } from '@kusanya/domain/money.ts'
import { html, type Markup } from './html.ts'
import { tickOthers } from './others.ts'
import type { Bill } from './read-bill.ts'
import { knownPhone, mostAtOnce, proposedAmount, type Problems, type Typed } from './read-form.ts'
import { address, money, shownPhone, type View } from './view.ts'

export type Form = { typed: Typed; problems: Problems }

/** *Pay now*: how much, and which phone. */
export function payForm(view: View, bill: Bill, form: Form | null): Markup {
  const { words } = view
  const known = knownPhone(bill)
  const typed = form?.typed ?? {
    amount: String(proposedAmount(bill) / 100n),
    also: [],
    to: known === null ? 'other' : 'known',
    phone: '',
  }
  return html`<section>
    <h2>${words.payHeading}</h2>
    <form method="post" action="${address(view, '/request')}">
      ${amountField(view, bill, typed, form?.problems.amount)} ${tickOthers(view, bill, typed.also)}
      ${known === null ? phoneField(view, typed, form?.problems.phone) : whichPhone(view, known, typed, form?.problems.phone)}
      <button class="main">${words.payNow}</button>
      <p class="soft">${words.pinHint}</p>
    </form>
  </section>`
}

function amountField({ words }: View, bill: Bill, typed: Typed, problem: Problems['amount']): Markup {
  const { currency, balance, dueNow } = bill
  const most = money(mostAtOnce, currency)
  const proposed = proposedAmount(bill)
  const hint =
    dueNow > mostAtOnce ? words.atMostAtOnce(most) : dueNow < proposed ? words.wholeShillings : words.amountHint
  const said = {
    unreadable: words.amountUnreadable,
    too_large: words.amountTooLarge(money(nextShilling(balance), currency)),
    over_limit: words.amountOverLimit(most),
  }
  return html`<label for="amount">${words.amountToPay}</label>
    ${problem && html`<p class="wrong" id="amount-wrong">${said[problem]}</p>`}
    <p class="soft" id="amount-hint">${hint}</p>
    <p class="field">
      <span aria-hidden="true">${currency}</span>
      <input
        id="amount"
        name="amount"
        inputmode="decimal"
        autocomplete="off"
        required
        value="${typed.amount}"
        aria-describedby="${problem ? 'amount-wrong ' : ''}amount-hint"
        ${problem && html` aria-invalid="true"`}
      />
    </p>`
}

function whichPhone(view: View, known: string, typed: Typed, problem: Problems['phone']): Markup {
  const { words } = view
  const choice = (to: Typed['to'], label: string) =>
    html`<label class="choice"
      ><input type="radio" name="to" value="${to}" ${typed.to === to && html` checked`} /> ${label}</label
    >`
  return html`<fieldset>
    <legend>${words.whichPhone}</legend>
    ${choice('known', words.thisPhone(shownPhone(known)))} ${choice('other', words.otherPhone)}
    <div class="other">${phoneField(view, typed, problem)}</div>
  </fieldset>`
}

function phoneField({ words }: View, typed: Typed, problem: Problems['phone']): Markup {
  const said = { unreadable: words.phoneUnreadable, unclear: words.phoneUnclear }
  return html`<label for="phone">${words.phoneLabel}</label>
    ${problem && html`<p class="wrong" id="phone-wrong">${said[problem]}</p>`}
    <p class="soft" id="phone-hint">${words.phoneHint}</p>
    <p class="field">
      <input
        id="phone"
        name="phone"
        type="tel"
        inputmode="tel"
        autocomplete="tel-national"
        value="${typed.phone}"
        aria-describedby="${problem ? 'phone-wrong ' : ''}phone-hint"
        ${problem && html` aria-invalid="true"`}
      />
    </p>`
}
