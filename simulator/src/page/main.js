import { ask, listen } from './api.js'
import { createBusinesses } from './businesses.js'
import { createClock } from './clock.js'
import { createDesk } from './desk.js'
import { el } from './element.js'
import { createJournal } from './journal.js'
import { showPanels } from './panels.js'
import { showSamples } from './samples.js'
import { createTrouble } from './trouble.js'

const at = (id) => document.getElementById(id)

const clock = createClock(at('clock'))
const desk = createDesk(at('phones'), at('chips'), clock)
const journal = createJournal()
const trouble = createTrouble()
const businesses = createBusinesses()
let lastEntry = 0

showPanels(at('panels'), [
  { id: 'journal', title: 'Journal', element: journal.element },
  { id: 'trouble', title: 'Trouble', element: trouble.element },
  { id: 'businesses', title: 'Businesses', element: businesses.element, onShow: () => void businesses.refresh() },
])
showSamples(at('tries'), desk.first, clock.now)
at('connect').append(
  'Point your program at ',
  el('code', {}, location.origin),
  ' with consumer key ',
  el('code', {}, 'demo'),
  ' and consumer secret ',
  el('code', {}, 'demo'),
  '.',
)

function write(entry) {
  if (entry.id <= lastEntry) return
  lastEntry = entry.id
  journal.add(entry)
}

/** Everything anew: at the start, and after the line was cut. */
async function catchUp() {
  const [now, troubles, { entries }] = await Promise.all([
    ask('/clock'),
    ask('/trouble'),
    ask('/journal?limit=200'),
    desk.refresh(),
  ])
  clock.set(now)
  trouble.show(troubles)
  // A simulator that was started anew counts from one again.
  if ((entries.at(-1)?.id ?? 0) < lastEntry) lastEntry = 0
  entries.forEach(write)
  at('lost').hidden = true
}

listen(
  {
    phone: desk.update,
    phones: () => void desk.refresh(),
    journal: write,
    trouble: trouble.show,
    clock: clock.set,
    business: () => {
      if (!at('businesses').hidden) void businesses.refresh()
    },
  },
  () => (at('lost').hidden = false),
  () => void catchUp(),
)
