import { moment } from './dates.ts'
import { html, type Markup, type Piece } from './html.ts'
import type { Phase } from './phase.ts'
import type { Bill } from './read-bill.ts'
import type { BillPayment } from './read-money.ts'
import type { PhoneRequest } from './read-requests.ts'
import { address, money, shownPhone, type View } from './view.ts'

export type Mood = 'calm' | 'good' | 'wait' | 'bad'

/** A sentence that matters now, and what to do about it. */
export function notice(mood: Mood, heading: string, ...more: Piece[]): Markup {
  return html`<section class="notice ${mood}" role="status" tabindex="-1">
    <h2>${heading}</h2>
    ${more.flatMap((piece) => (piece === false || piece === null ? [] : html`<p>${piece}</p>`))}
  </section>`
}

/** What has become of a request to a phone. */
export function requestNotice(view: View, bill: Bill, request: PhoneRequest, phase: Phase): Markup {
  const { words } = view
  const { business, currency } = bill
  const again = html`<a href="${address(view, '', { request: request.id })}">${words.checkNow}</a>`
  switch (phase.kind) {
    case 'waiting':
      return notice(
        'calm',
        words.enterPin,
        `${words.asked(shownPhone(request.phone))} ${words.askedFor(money(request.amount, currency), business.name)}`,
        html`${again} <a href="${address(view)}">${words.nothingCame}</a>`,
      )
    case 'unknown':
      return notice(
        'wait',
        words.unknown,
        words.unknownMore,
        again,
        phase.long && html`<a href="${address(view)}">${words.unknownLong}</a>`,
      )
    case 'held':
      return notice('wait', words.held(money(request.amount, currency)), words.heldMore, again)
    case 'confirmed':
      return notice('calm', words.confirmed, words.confirmedMore, again)
    case 'arrived':
      return thanks(view, bill, request.amount)
    case 'ended': {
      const said = {
        cancelled: words.cancelled,
        wrong_pin: words.wrongPin,
        no_funds: words.noFunds,
        no_answer: words.noAnswer,
        failed: words.failed,
      }
      return notice('bad', said[phase.how], words.tryAgain)
    }
  }
}

export function thanks({ words }: View, { business, currency, balance }: Bill, amount: bigint): Markup {
  return notice(
    'good',
    words.thanks,
    html`${words.arrived(money(amount, currency), business.name)} ${balance === 0n && words.allPaid}`,
  )
}

/** Money that was told of and waits for M-PESA: nobody should pay it again meanwhile. */
export function heldNotices({ words }: View, { held, currency }: Bill): Markup[] {
  return held.map(({ amount }) => notice('wait', words.held(money(amount, currency)), words.heldMore))
}

/** What has been paid: with one payment a receipt, with several a list of them. */
export function receipts(view: View, bill: Bill): Markup {
  const { words } = view
  const { payments, number } = bill
  return html`<section class="receipt">
    <h2>${payments.length > 1 ? words.payments : words.receipt}</h2>
    ${payments.map((payment) => receipt(view, bill, payment))}
    ${
      number !== null &&
      html`<dl>
        <dt>${words.invoiceNumber}</dt>
        <dd>${number}</dd>
      </dl>`
    }
  </section>`
}

function receipt(view: View, { business, currency }: Bill, payment: BillPayment): Markup {
  const { words, language } = view
  const { channel, amount, whole, receiptNumber } = payment
  return html`<dl>
    ${
      channel === 'mpesa'
        ? html`<dt>${words.mpesaCode}</dt>
            <dd class="code">
              ${payment.receipt} <span class="soft">${payment.confirmed ? words.sure : words.unsure}</span>
            </dd>`
        : html`<dt>${words.recordedBy(business.name)}</dt>
            <dd></dd>`
    }
    <dt>${words.amount}</dt>
    <dd>
      ${money(amount, currency)}${amount !== whole && html` <span class="soft">${words.partOf(money(whole, currency))}</span>`}
    </dd>
    <dt>${words.date}</dt>
    <dd>${moment(payment.paidAt, business.timeZone, language)}</dd>
    ${
      receiptNumber !== null &&
      html`<dt>${words.receipt}</dt>
        <dd><a href="${address(view, `/receipts/${receiptNumber}.pdf`)}">${receiptNumber} (PDF)</a></dd>`
    }
  </dl>`
}

/** Lets a reader without JavaScript see what happens next. */
export function refresh(seconds: number | null): Markup | false {
  return seconds !== null && html`<noscript><meta http-equiv="refresh" content="${seconds}" /></noscript>`
}
