import { ask } from './api.js'
import { el } from './element.js'
import { dateOf, secondsOf } from './words.js'

const steps = [
  ['1 min', 'PT1M'],
  ['1 hour', 'PT1H'],
  ['1 day', 'P1D'],
  ['1 week', 'P1W'],
]

/** The simulator's clock: `now()` in ms, `set(view)` from the control API, `onTick(listener)` every second. */
export function createClock(place) {
  let aheadMs = 0
  let frozenAt = null
  const tickers = new Set()
  const now = () => frozenAt ?? Date.now() + aheadMs

  const time = el('time.clock-time')
  const day = el('span.clock-day')
  const note = el('span.clock-note', { role: 'status' })
  const freeze = el(
    'button.small',
    { type: 'button', 'aria-pressed': 'false', onclick: () => move({ freeze: frozenAt === null }) },
    'Stop',
  )
  const buttons = steps.map(([label, advance]) =>
    el(
      'button.small',
      { type: 'button', 'aria-label': `+${label}, moves the clock forward`, onclick: () => move({ advance }) },
      `+${label}`,
    ),
  )
  place.append(el('div.clock-face', {}, time, day, note), el('div.clock-buttons', {}, buttons, freeze))

  async function move(body) {
    for (const button of [...buttons, freeze]) button.disabled = true
    note.textContent = 'Moving…'
    try {
      set(await ask('/clock', body))
    } catch (error) {
      note.textContent = error.message
    } finally {
      for (const button of [...buttons, freeze]) button.disabled = false
    }
  }

  function set(view) {
    const at = Date.parse(view.now)
    frozenAt = view.frozen ? at : null
    aheadMs = at - Date.now()
    freeze.setAttribute('aria-pressed', String(view.frozen))
    freeze.textContent = view.frozen ? 'Let it run' : 'Stop'
    const hours = Math.round(view.aheadMs / 3_600_000)
    const days = Math.floor(hours / 24)
    const ahead = days > 0 ? `${days} d ahead` : hours > 0 ? `${hours} h ahead` : ''
    note.textContent = [view.frozen && 'stopped', ahead].filter(Boolean).join(', ')
    tick()
  }

  function tick() {
    time.textContent = secondsOf(now())
    day.textContent = `${dateOf(now())}, Nairobi`
    for (const ticker of tickers) ticker(now())
  }

  setInterval(tick, 1000)
  tick()
  return { now, set, onTick: (listener) => (tickers.add(listener), () => tickers.delete(listener)) }
}
