import { ask } from './api.js'
import { el } from './element.js'
import { secondsOf } from './words.js'

const mostRows = 200

function tone(entry) {
  if (entry.status === null) return 'bad'
  return entry.status < 300 && !refused(entry) ? 'good' : 'warn'
}

/** Bill Manager refuses inside HTTP 200. */
const refused = (entry) => entry.response?.rescode !== undefined && entry.response.rescode !== '200'

const pretty = (body) =>
  body === undefined || body === '' ? 'nothing' : typeof body === 'string' ? body : JSON.stringify(body, null, 2)

/** The list of requests and callbacks, newest first. */
export function createJournal() {
  const rows = el('ol.rows', { 'aria-label': 'Requests and callbacks, newest first' })
  const empty = el('p.empty', {}, 'Every request to this Daraja, and every callback it makes, will be listed here.')
  const filter = el('input', {
    type: 'search',
    placeholder: 'Filter by path or name',
    'aria-label': 'Filter the journal',
    oninput: () => [...rows.children].forEach(sift),
  })
  const clear = el('button.small', { type: 'button', onclick: forget }, 'Clear')
  const element = el('div', {}, el('div.tools', {}, filter, clear), empty, rows)

  async function forget() {
    await ask('/journal', undefined, 'DELETE')
    rows.replaceChildren()
    empty.hidden = false
  }

  const sift = (row) => (row.hidden = !row.dataset.words.includes(filter.value.trim().toLowerCase()))

  function add(entry) {
    empty.hidden = true
    const incoming = entry.direction === 'in'
    const status =
      entry.status === null ? 'no answer' : refused(entry) ? `${entry.status}, ${entry.response.rescode}` : entry.status
    const head = el(
      'summary',
      {},
      el(
        'span.arrow',
        { title: incoming ? 'to Daraja' : 'callback', 'aria-label': incoming ? 'Request' : 'Callback' },
        incoming ? '→' : '←',
      ),
      el('span.what', {}, el('b', {}, entry.name), el('span.path', {}, incoming ? entry.path : entry.url)),
      el('span.status', { 'data-tone': tone(entry) }, String(status)),
      el('time', { dateTime: entry.at }, secondsOf(Date.parse(entry.at))),
    )
    const notes = [
      entry.trouble && `Trouble: ${entry.trouble}`,
      entry.error,
      entry.attempt > 1 && `Try ${entry.attempt}`,
      `${entry.ms} ms`,
    ]
    const details = el('details', { ontoggle: () => details.open && details.childElementCount === 1 && fill() }, head)
    function fill() {
      details.append(
        el('p.notes', {}, notes.filter(Boolean).join(' · ')),
        el('h4', {}, incoming ? 'Request' : 'Callback'),
        el('pre', { tabIndex: 0 }, pretty(entry.request)),
        el('h4', {}, 'Answer'),
        el('pre', { tabIndex: 0 }, pretty(entry.response)),
      )
    }
    const row = el(
      'li',
      { 'data-words': `${entry.name} ${entry.path} ${entry.direction} ${status}`.toLowerCase() },
      details,
    )
    sift(row)
    rows.prepend(row)
    if (rows.childElementCount > mostRows) rows.lastElementChild.remove()
  }

  return { element, add }
}
