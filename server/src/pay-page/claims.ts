import { html, type Markup } from './html.ts'
import { notice } from './notices.ts'
import { claimPhase, type PageClaim } from './read-claim.ts'
import type { Bill } from './read-bill.ts'
import { address, money, type View } from './view.ts'

/** *I have already paid*, as it was filled in, and why it was not taken. */
export type ClaimForm = { typed: string; problem: 'claimUnreadable' | 'claimTooMany' }

/** Asks for the code of a payment that was made already; folded until it is wanted. */
export function claimForm(view: View, form: ClaimForm | null): Markup {
  const { words } = view
  return html`<section class="claim">
    <details ${form && html` open`}>
      <summary>${words.claimHeading}</summary>
      <form method="post" action="${address(view, '/claim')}">
        <label for="claim">${words.claimLabel}</label>
        ${form && html`<p class="wrong" id="claim-wrong">${words[form.problem]}</p>`}
        <p class="soft" id="claim-hint">${words.claimHint}</p>
        <p class="field">
          <textarea
            id="claim"
            name="claim"
            rows="2"
            maxlength="1000"
            autocapitalize="characters"
            autocomplete="off"
            spellcheck="false"
            required
            aria-describedby="${form && 'claim-wrong '}claim-hint"
            ${form && html` aria-invalid="true"`}
          >
${form?.typed}</textarea>
        </p>
        <button class="main">${words.claimNow}</button>
      </form>
    </details>
  </section>`
}

/** What has become of a claim. */
export function claimNotice(view: View, { business, currency, balance }: Bill, claim: PageClaim): Markup {
  const { words, now } = view
  switch (claimPhase(claim, now)) {
    case 'found':
      return notice(
        'good',
        words.claimFound,
        html`${words.arrived(money(claim.here, currency), business.name)} ${balance === 0n && words.allPaid}`,
      )
    case 'known':
      return notice('calm', words.claimKnown, words.claimKnownMore(business.name))
    case 'waiting':
      return notice(
        'wait',
        words.claimWaiting,
        words.claimWaitingMore(claim.receipt),
        html`<a href="${address(view, '', { claim: claim.id })}">${words.checkNow}</a>
          <a href="${address(view)}">${words.claimOther}</a>`,
      )
    case 'lost':
      return notice('bad', words.claimLost, words.claimLostMore(claim.receipt, business.name))
  }
}
