import { ask } from './api.js'
import { el, freshId } from './element.js'
import { openPaybill } from './paybill.js'
import { createPrompt } from './prompt.js'
import { dayOf, kes, since, spoken, timeOf } from './words.js'

const ways = {
  'by-hand': 'You answer prompts',
  pays: 'Pays by itself',
  cancels: 'Cancels by itself',
  ignores: 'Never answers',
  'wrong-pin': 'Types a wrong PIN',
  unreachable: 'Is switched off',
}
const senderNames = {
  bill: 'Bill',
  reminder: 'Reminder',
  cancelled: 'Cancelled',
  mpesa: 'M-PESA',
  receipt: 'Receipt',
  message: 'SMS',
}

/** One phone on the desk. `update(view)` shows what the control API says of it. */
export function createPhone(first, clock) {
  let view = first
  let shownIds = new Set()
  const titleId = freshId('phone')
  const time = el('div.lock-time', { 'aria-hidden': 'true' })
  const day = el('div.lock-day', { 'aria-hidden': 'true' })
  const inbox = el('div.inbox', { role: 'log', 'aria-label': 'Messages, newest first', tabIndex: 0 })
  const balance = el('strong.balance')
  const prompt = createPrompt(clock, (text) => say(text))
  const status = el('p.toast', { role: 'status' })
  const sheet = el('div.sheet', { hidden: true })
  const pay = el('button.lipa', { type: 'button', onclick: () => openPaybill(sheet, view, {}, say) }, 'Lipa na M-PESA')
  const name = el('span.owner')
  const pin = el('span.pin')
  const answers = el(
    'select.answers',
    { 'aria-label': 'How this phone answers', onchange: () => change({ answers: answers.value }) },
    Object.entries(ways).map(([value, label]) => el('option', { value }, label)),
  )
  const dock = el('div.dock', {}, el('div.purse', {}, el('span', {}, 'Balance'), balance), pay)
  const statusBar = el('div.status-bar', { 'aria-hidden': 'true' }, el('span', {}, 'Simulated'), el('span.bars'))
  const screen = el(
    'div.screen',
    {},
    statusBar,
    el('div.lock', {}, time, day),
    inbox,
    status,
    dock,
    sheet,
    prompt.element,
  )
  const element = el(
    'article.phone',
    { 'aria-labelledby': titleId },
    el('div.case', {}, screen),
    el('div.caption', {}, el('h3', { id: titleId }, name, ` ${spoken(view.msisdn)}`), pin, answers),
  )

  // What lies under a prompt or the menu is out of reach until that is done.
  const cover = () => (inbox.inert = dock.inert = !(sheet.hidden && prompt.element.hidden))
  const covers = new MutationObserver(cover)
  for (const veil of [sheet, prompt.element]) covers.observe(veil, { attributeFilter: ['hidden'] })

  let toastTimer
  function say(text) {
    status.textContent = text
    clearTimeout(toastTimer)
    toastTimer = setTimeout(() => (status.textContent = ''), 6000)
  }

  async function change(wish) {
    try {
      update(await ask(`/phones/${view.msisdn}`, wish))
    } catch (error) {
      say(error.message)
    }
  }

  const isBill = (sms) => (sms.kind === 'bill' || sms.kind === 'reminder') && sms.bill

  function card(sms, isNew) {
    const when = el('time', { dateTime: sms.at })
    when.dataset.at = sms.at
    return el(
      'div.sms',
      { 'data-id': sms.id, 'data-kind': sms.kind, class: `sms${isNew ? ' new' : ''}` },
      el('div.sms-head', {}, el('b', {}, sms.from), el('span.kind', {}, senderNames[sms.kind]), when),
      el('p', {}, sms.text),
      isBill(sms) && el('div.bill-state'),
    )
  }

  /** What can still be done about a bill: it may have been paid or cancelled since. */
  function billState({ bill }) {
    if (bill.cancelled) return el('p.settled', {}, 'Cancelled')
    if (bill.owed === 0) return el('p.settled', {}, 'Paid')
    const start = () => openPaybill(sheet, view, { ...bill, amount: bill.owed }, say)
    return el('button.pay-bill', { type: 'button', onclick: start }, `Pay ${kes(bill.owed)}`)
  }

  function showBills() {
    for (const sms of view.inbox.filter(isBill)) {
      const place = inbox.querySelector(`[data-id="${sms.id}"] .bill-state`)
      const state = `${sms.bill.owed} ${sms.bill.cancelled}`
      if (!place || place.dataset.state === state) continue
      place.dataset.state = state
      place.replaceChildren(billState(sms))
    }
  }

  function update(next) {
    view = next
    name.textContent = next.name
    pin.textContent = next.locked ? `Locked. PIN was ${next.pin}` : `PIN ${next.pin}`
    balance.textContent = kes(next.balance)
    answers.value = next.answers
    const isFirst = shownIds.size === 0 && inbox.childElementCount === 0
    const fresh = next.inbox.filter((sms) => !shownIds.has(sms.id))
    if (fresh.length > 0 && inbox.firstElementChild?.classList.contains('empty')) inbox.replaceChildren()
    for (const sms of fresh) inbox.prepend(card(sms, !isFirst))
    if (fresh.length > 0 && !isFirst) inbox.scrollTop = 0
    shownIds = new Set(next.inbox.map((sms) => sms.id))
    for (const old of [...inbox.children]) if (old.dataset.id && !shownIds.has(old.dataset.id)) old.remove()
    if (inbox.childElementCount === 0) {
      inbox.append(el('p.empty', {}, 'No messages yet. Bills, reminders and receipts will arrive here.'))
    }
    showBills()
    prompt.show(next)
    tick(clock.now())
  }

  function tick(now) {
    time.textContent = timeOf(now)
    day.textContent = dayOf(now)
    for (const when of inbox.querySelectorAll('time')) when.textContent = since(Date.parse(when.dataset.at), now)
    prompt.tick(now)
  }

  const stop = clock.onTick(tick)
  update(first)
  return { element, update, remove: () => (stop(), element.remove()) }
}
