import { css, js } from './assets.ts'
import { claimForm, claimNotice, type ClaimForm } from './claims.ts'
import { html, type Markup, type Piece } from './html.ts'
import { heldNotices, notice, receipts, refresh, requestNotice, thanks } from './notices.ts'
import { otherPhone, paybill } from './other-ways.ts'
import { listOthers } from './others.ts'
import { payForm, type Form } from './pay-form.ts'
import { lookAgainIn, phaseOf, type Phase } from './phase.ts'
import type { Bill, PageLogo } from './read-bill.ts'
import { claimPhase, type PageClaim } from './read-claim.ts'
import type { PhoneRequest } from './read-requests.ts'
import { summary } from './summary.ts'
import { address, money, type View } from './view.ts'
import { languages, wordsOf } from './words.ts'

/** What a bill's page says beside the bill: the request or claim it is about, or why a form was not taken. */
export type Said = {
  request: PhoneRequest | null
  claim: PageClaim | null
  form: Form | null
  claimForm: ClaimForm | null
  refused: string | null
}

export function billPage(view: View, bill: Bill, qr: Markup, said: Said): string {
  const { words } = view
  const { request, claim, form, refused } = said
  const { status, business } = bill
  if (status === 'draft') return noBill(view, bill, words.draft, words.draftMore(business.name))
  if (status === 'cancelled') return noBill(view, bill, words.withdrawn, words.withdrawnMore(business.name))

  const phase = request && phaseOf(request, bill, view.now)
  const isPaid = status === 'paid'
  const isSought = claim !== null && claimPhase(claim, view.now) === 'waiting'
  const isOpen = isSought || (phase !== null && phase.kind !== 'arrived' && phase.kind !== 'ended')
  const canPayHere = bill.currency === 'KES' && bill.paybill !== null
  const problem = said.claimForm ? words.claimProblem : form !== null || refused !== null ? words.problem : null
  const offer = !isPaid && !isOpen
  return document(
    view,
    {
      title: problem ?? (isPaid ? words.receipt : `${money(bill.dueNow, bill.currency)} · ${business.name}`),
      business: business.name,
      logo: bill.logo,
      lookAgainIn: isPaid ? null : isSought ? seekAgainIn : phase && lookAgainIn(phase),
    },
    summary(view, bill, request !== null || claim !== null || problem !== null),
    html`<div class="act">
      ${problem !== null && notice('bad', problem, refused)} ${standing(view, bill, said, phase)}
      ${phase?.kind !== 'held' && heldNotices(view, bill)}
      ${offer && !canPayHere && html`<p>${words.cannotPayHere(business.name)}</p>`}
      ${offer && canPayHere && bill.canAsk && payForm(view, bill, form)}
      ${offer && canPayHere && bill.paybill !== null && paybill(view, bill, bill.paybill)}
      ${!(offer && canPayHere && bill.canAsk) && !isOpen && listOthers(view, bill)}
      ${offer && canPayHere && claimForm(view, said.claimForm)} ${bill.payments.length > 0 && receipts(view, bill)}
    </div>`,
    offer && canPayHere && otherPhone(view, qr),
  )
}

/** Seconds until a claim is looked at again. */
const seekAgainIn = 15

function standing(view: View, bill: Bill, { request, claim }: Said, phase: Phase | null): Markup | false {
  const { words } = view
  if (claim && (bill.status !== 'paid' || claim.here > 0n)) return claimNotice(view, bill, claim)
  if (bill.status === 'paid') {
    const [last] = bill.payments
    const payment = phase?.kind === 'arrived' ? (phase.payment ?? last) : last
    return payment ? thanks(view, bill, payment.whole) : notice('good', words.nothingToPay)
  }
  return request !== null && phase !== null && requestNotice(view, bill, request, phase)
}

function noBill(view: View, bill: Bill, heading: string, more: string): string {
  const { status, number } = bill
  return document(
    view,
    { title: heading, business: bill.business.name, logo: bill.logo, lookAgainIn: null },
    html`<section class="bill">
      ${status === 'cancelled' && number !== null && html`<p class="what"><s>${view.words.invoice(number)}</s></p>`}
      <h1>${heading}</h1>
      <p>${more}</p>
    </section>`,
  )
}

/** A page that belongs to no bill: not found, or something broke. */
export function plainPage(view: View, heading: string, more: string): string {
  const about = { title: heading, business: null, logo: null, lookAgainIn: null } as const
  return document(
    view,
    about,
    html`<section class="bill">
      <h1>${heading}</h1>
      <p>${more}</p>
    </section>`,
  )
}

/** Beside the name, so it says nothing to who cannot see it. Its size is known before it comes, so that nothing moves. */
function logo({ code }: View, { width, height, version }: PageLogo): Markup {
  const shown = Math.min(40 / height, 120 / width, 1)
  return html`<img
    src="/pay/${code}/logo?v=${version}"
    alt=""
    width="${Math.round(width * shown)}"
    height="${Math.round(height * shown)}"
  />`
}

type About = { title: string; business: string | null; logo: PageLogo | null; lookAgainIn: number | null }

function document(view: View, about: About, ...main: Piece[]): string {
  const { words, language, code, requestId, claimId } = view
  const other = languages.find((one) => one !== language) ?? language
  const inOther = address({ ...view, language: other, chosen: true }, '', {
    ...(requestId !== null && { request: requestId }),
    ...(claimId !== null && { claim: claimId }),
  })
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${about.title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${css.address}">
<script src="${js.address}" defer></script>
${refresh(about.lookAgainIn)}
</head>
<body>
<header><p>${about.logo && logo(view, about.logo)}<bdi>${about.business ?? 'Kusanya'}</bdi></p>
${code !== '' && html`<a href="${inOther}" lang="${other}" hreflang="${other}">${wordsOf(other).language}</a>`}</header>
<main${about.lookAgainIn !== null && html` data-look="${about.lookAgainIn}"`}>
${main.flatMap((piece) => (piece instanceof Object && !Array.isArray(piece) ? piece : []))}
</main>
<footer>${words.smallPrint}</footer>
</body>
</html>`
  return page.toString().replace(/\n\s+/g, '\n')
}
