import { ask } from './api.js'
import { el } from './element.js'
import { createPhone } from './phone.js'
import { spoken } from './words.js'

const atFirst = 3
const mostChips = 40
const memory = 'phones-on-the-desk'

const lastEvent = (view) => Math.max(0, ...[...view.inbox, ...view.prompts].map((one) => Date.parse(one.at)))

/** Which phones lie on the desk. Others are chips that can be taken up. */
export function createDesk(place, chips, clock) {
  const views = new Map()
  const shown = new Map()
  let wanted = JSON.parse(sessionStorage.getItem(memory) ?? 'null')

  function keep() {
    sessionStorage.setItem(memory, JSON.stringify([...shown.keys()]))
  }

  function take(msisdn) {
    if (shown.has(msisdn)) return
    const phone = createPhone(views.get(msisdn), clock)
    shown.set(msisdn, phone)
    place.append(phone.element)
  }

  /** The phones on the desk as they lie there, then the others, newest activity first. */
  function inOrder() {
    const onDesk = [...shown.keys()].map((msisdn) => views.get(msisdn))
    const others = [...views.values()].filter((view) => !shown.has(view.msisdn))
    return [...onDesk, ...others.sort((a, b) => lastEvent(b) - lastEvent(a))]
  }

  /** Where the phones lie in a row that is wider than the screen, the one that rings comes into view, unless another is in hand. */
  function bringForward(element) {
    if (place.contains(document.activeElement) && !element.contains(document.activeElement)) return
    const { left, width } = element.getBoundingClientRect()
    const middle = place.getBoundingClientRect().left + place.clientWidth / 2
    place.scrollBy({ left: left + width / 2 - middle })
  }

  function toggle(msisdn) {
    if (shown.has(msisdn)) {
      shown.get(msisdn).remove()
      shown.delete(msisdn)
    } else take(msisdn)
    keep()
    drawChips()
    shown.get(msisdn)?.element.scrollIntoView({ block: 'nearest', inline: 'center' })
  }

  function drawChips() {
    const all = inOrder()
    const buttons = all.slice(0, mostChips).map((view) => {
      const rings = view.answers === 'by-hand' && view.prompts.some((one) => one.state === 'waiting')
      return el(
        'button.chip',
        {
          type: 'button',
          'aria-pressed': String(shown.has(view.msisdn)),
          'data-rings': rings && !shown.has(view.msisdn),
          onclick: () => toggle(view.msisdn),
        },
        spoken(view.msisdn),
      )
    })
    const more = all.length > mostChips && el('span.more', {}, `and ${all.length - mostChips} more`)
    chips.replaceChildren(...buttons, ...(more ? [more] : []), adder())
  }

  function adder() {
    const field = el('input', {
      type: 'tel',
      placeholder: '07…',
      'aria-label': 'Number of another phone',
      autocomplete: 'off',
    })
    return el(
      'form.adder',
      { onsubmit: (event) => (event.preventDefault(), add(field)) },
      field,
      el('button.small', { type: 'submit' }, 'Add phone'),
    )
  }

  async function add(field) {
    try {
      const view = await ask('/phones', { msisdn: field.value })
      update(view)
      take(view.msisdn)
      keep()
      drawChips()
    } catch (error) {
      field.setCustomValidity(error.message)
      field.reportValidity()
      field.oninput = () => field.setCustomValidity('')
    }
  }

  function update(view) {
    const before = views.get(view.msisdn)
    const isNew = before === undefined
    views.set(view.msisdn, view)
    shown.get(view.msisdn)?.update(view)
    if (isNew && shown.size < atFirst) take(view.msisdn)
    const element = shown.get(view.msisdn)?.element
    if (element && (isNew || lastEvent(view) > lastEvent(before))) bringForward(element)
    // Typing a number in the field for another phone must not be disturbed.
    if (isNew || !chips.contains(document.activeElement)) drawChips()
  }

  async function refresh() {
    const { phones } = await ask('/phones')
    for (const view of phones) {
      views.set(view.msisdn, view)
      shown.get(view.msisdn)?.update(view)
    }
    const byEvent = [...views.values()].sort((a, b) => lastEvent(b) - lastEvent(a)).map((view) => view.msisdn)
    const chosen = (wanted ?? byEvent.slice(0, atFirst)).filter((msisdn) => views.has(msisdn))
    if (shown.size === 0) for (const msisdn of chosen.length > 0 ? chosen : byEvent.slice(0, atFirst)) take(msisdn)
    wanted = null
    drawChips()
  }

  return { update, refresh, first: () => views.get([...shown.keys()][0]) }
}
