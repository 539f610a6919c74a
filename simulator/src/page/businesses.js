import { ask } from './api.js'
import { el } from './element.js'
import { kes } from './words.js'

/** The businesses with what they have taken and where they are called back. */
export function createBusinesses() {
  const list = el('ul.businesses', { 'aria-label': 'Businesses' })

  function card(one) {
    const facts = [
      ['Balance', kes(one.balances.working)],
      ['Bills', `${one.bills.sent} sent, ${one.bills.open} open`],
      ['Bill Manager', one.optIn ? one.optIn.callbackUrl : 'not opted in'],
      ['C2B confirmation', one.c2b ? one.c2b.confirmationUrl : 'not registered'],
      ['App', one.apps.join(', ')],
      ['Passkey', one.passkey],
    ]
    return el(
      'li',
      {},
      el('h4', {}, one.name, el('span', {}, `${one.kind === 'till' ? 'Till' : 'Paybill'} ${one.shortcode}`)),
      el(
        'dl',
        {},
        facts.map(([term, value]) => [el('dt', {}, term), el('dd', {}, value)]),
      ),
      el(
        'a',
        { href: `/_sim/businesses/${one.shortcode}/statement.csv`, download: '' },
        `Statement of ${one.shortcode}`,
      ),
    )
  }

  async function refresh() {
    const { businesses } = await ask('/businesses')
    list.replaceChildren(...businesses.map(card))
  }

  return { element: list, refresh }
}
