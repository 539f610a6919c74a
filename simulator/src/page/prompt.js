import { ask } from './api.js'
import { el, freshId } from './element.js'
import { kes } from './words.js'

/** The STK prompt over a phone's screen: shows the oldest one that waits. */
export function createPrompt(clock, say) {
  let shown
  let phone
  const titleId = freshId('stk')
  const fieldId = freshId('stk-pin')
  const words = el('p', { id: titleId })
  const left = el('div.left')
  const error = el('p.error', { role: 'alert' })
  const pin = el('input.pin-field', {
    id: fieldId,
    type: 'password',
    inputMode: 'numeric',
    autocomplete: 'off',
    maxLength: 4,
    pattern: '[0-9]{4}',
    required: true,
  })
  const cancel = el('button', { type: 'button', onclick: () => answer({ cancel: true }) }, 'Cancel')
  const send = el('button.send', { type: 'submit' }, 'Send')
  const form = el(
    'form.stk',
    { onsubmit: submit },
    el('div.stk-head', {}, 'M-PESA', left),
    words,
    el('label', { for: fieldId }, 'Enter M-PESA PIN'),
    pin,
    error,
    el('div.stk-buttons', {}, cancel, send),
  )
  const element = el('div.stk-veil', { hidden: true, role: 'alertdialog', 'aria-labelledby': titleId }, form)

  function submit(event) {
    event.preventDefault()
    void answer({ pin: pin.value })
  }

  async function answer(body) {
    const prompt = shown
    error.textContent = ''
    send.disabled = cancel.disabled = true
    try {
      const outcome = await ask(`/phones/${phone.msisdn}/prompts/${prompt.id}`, body)
      say(outcome.ok ? `Sent. Receipt ${outcome.receipt}.` : outcome.resultDesc)
    } catch (problem) {
      error.textContent = problem.message
    } finally {
      send.disabled = cancel.disabled = false
    }
  }

  /** The person may be typing elsewhere; then the prompt does not take the keyboard. */
  function mayFocus() {
    const active = document.activeElement
    return !active || !active.matches('input, select, textarea')
  }

  function show(view) {
    phone = view
    const waiting = view.answers === 'by-hand' ? view.prompts.find((one) => one.state === 'waiting') : undefined
    if (waiting?.id === shown?.id) return
    shown = waiting
    element.hidden = !waiting
    pin.value = ''
    error.textContent = ''
    if (!waiting) return
    words.replaceChildren(
      'Do you want to pay ',
      el('b', {}, kes(waiting.amount)),
      ' to ',
      el('b', {}, waiting.businessName),
      ', account no. ',
      el('b', {}, waiting.account),
      '?',
    )
    tick(clock.now())
    if (mayFocus()) pin.focus({ preventScroll: true })
  }

  function tick(now) {
    if (!shown) return
    const seconds = Math.max(0, Math.ceil((Date.parse(shown.expiresAt) - now) / 1000))
    left.textContent = seconds > 90 ? '' : `${seconds} s`
  }

  return { element, show, tick }
}
