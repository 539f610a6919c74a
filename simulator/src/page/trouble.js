import { ask } from './api.js'
import { el, freshId } from './element.js'

const kinds = {
  'The answer': [
    ['slow', 'comes slowly'],
    ['dropped-after-commit', 'never comes, but all is done'],
    ['dropped', 'never comes, nothing is done'],
    ['refused', 'is a refusal'],
    ['500', 'is HTTP 500'],
    ['503', 'is HTTP 503'],
    ['504', 'is HTTP 504'],
    ['spike-arrest', 'is a spike arrest'],
    ['quota', 'is a quota violation'],
    ['token-revoked', 'rejects the token'],
    ['garbled', 'comes by half'],
    ['callback-before-answer', 'comes after the callback'],
    ['queue-timeout', 'is fine, then the order times out in the queue'],
  ],
  'The callback': [
    ['callback-twice', 'comes twice'],
    ['callback-late', 'comes late'],
    ['callback-lost', 'is lost'],
    ['callback-out-of-order', 'is overtaken by the next'],
  ],
}
const endpoints =
  'oauth stk-push stk-query c2b-register c2b-simulate bill-opt-in bill-single bill-bulk bill-cancel bill-cancel-bulk bill-reconcile b2c b2b tax reversal status balance qr pull-query b2b-express sms'
const roads = 'stk-callback c2b-validation c2b-confirmation bill-payment result b2b-express-callback'
const orders = 'b2c b2b tax reversal status balance'
const takesTime = ['slow', 'callback-late', 'callback-before-answer']
const takesForm = ['500', '503', '504', 'spike-arrest', 'quota']

const sentences = new Map(
  Object.entries(kinds).flatMap(([who, list]) => list.map(([kind, does]) => [kind, `${who} ${does}`])),
)
const labelled = (text, field) => {
  field.id = freshId('trouble')
  return el('div.field', {}, el('label', { for: field.id }, text), field)
}

/** The panel in which somebody chooses what goes wrong next. */
export function createTrouble() {
  const kind = el(
    'select',
    { onchange: adapt },
    Object.entries(kinds).map(([label, list]) =>
      el(
        'optgroup',
        { label },
        list.map(([value]) => el('option', { value }, sentences.get(value))),
      ),
    ),
  )
  const endpoint = el('select')
  const times = el(
    'select',
    {},
    [
      ['1', 'once'],
      ['2', 'twice'],
      ['5', 'five times'],
      ['always', 'until lifted'],
    ].map(([value, words]) => el('option', { value }, words)),
  )
  const seconds = el('input', { type: 'number', min: 0, max: 86_400, value: 5 })
  const form = el(
    'select',
    {},
    [
      ['fault', 'the gateway’s fault'],
      ['daraja', 'Daraja’s envelope'],
      ['html', 'a web page'],
      ['empty', 'nothing'],
    ].map(([value, words]) => el('option', { value }, words)),
  )
  const secondsField = labelled('Seconds', seconds)
  const formField = labelled('Body', form)
  const error = el('p.error', { role: 'alert' })
  const list = el('ul.troubles', { 'aria-label': 'Troubles that are set' })
  const element = el(
    'div',
    {},
    el(
      'form.trouble-form',
      { onsubmit: add },
      labelled('What goes wrong', kind),
      labelled('Where', endpoint),
      el('div.pair', {}, labelled('How often', times), secondsField, formField),
      error,
      el('button.primary', { type: 'submit' }, 'Set it'),
    ),
    list,
  )

  function adapt() {
    const isCallback = /^callback-(late|lost|twice|out)/.test(kind.value)
    const names = (isCallback ? roads : kind.value === 'queue-timeout' ? orders : endpoints).split(' ')
    // The question whether a payment is welcome can be lost; it cannot be late or come twice.
    if (isCallback && kind.value !== 'callback-lost') names.splice(names.indexOf('c2b-validation'), 1)
    const wanted = endpoint.value
    endpoint.replaceChildren(
      el('option', { value: '*' }, 'anywhere'),
      ...names.map((name) => el('option', { value: name }, name)),
    )
    if (names.includes(wanted)) endpoint.value = wanted
    secondsField.hidden = !takesTime.includes(kind.value)
    formField.hidden = !takesForm.includes(kind.value)
  }

  async function add(event) {
    event.preventDefault()
    error.textContent = ''
    const wish = {
      kind: kind.value,
      endpoint: endpoint.value,
      times: times.value === 'always' ? 'always' : Number(times.value),
    }
    if (!secondsField.hidden) wish.ms = Number(seconds.value) * 1000
    if (!formField.hidden) wish.form = form.value
    try {
      await ask('/trouble', wish)
    } catch (problem) {
      error.textContent = problem.message
    }
  }

  function show({ troubles }) {
    const rows = troubles.map((one) => {
      const where = one.endpoint === '*' ? 'anywhere' : one.endpoint
      const left = one.times === 'always' ? 'until lifted' : `${(one.times ?? 1) - one.struck} to come`
      const lift = () => ask(`/trouble/${one.id}`, undefined, 'DELETE')
      return el(
        'li',
        {},
        el('span', {}, `${sentences.get(one.kind) ?? one.kind}, ${where}: ${left}`),
        el('button.small', { type: 'button', onclick: lift }, 'Lift'),
      )
    })
    list.replaceChildren(
      ...(rows.length > 0
        ? rows
        : [el('li.empty', {}, 'Nothing is set: all goes well. Choose what your program must survive.')]),
    )
  }

  adapt()
  show({ troubles: [] })
  return { element, show }
}
