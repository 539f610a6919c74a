import { ask } from './api.js'
import { el, freshId } from './element.js'
import { kes } from './words.js'

const questions = {
  shortcode: { ask: 'Enter business no.', hint: 'A Paybill or till number, such as 600984', digits: true },
  account: { ask: 'Enter account no.', hint: 'As printed on the bill' },
  amount: { ask: 'Enter amount (KES)', digits: true },
  pin: { ask: 'Enter M-PESA PIN', digits: true },
}

/** Opens the Paybill menu on a phone, one question a screen. What is known (`shortcode`, `account`, `amount`) is filled in. */
export async function openPaybill(sheet, phone, known, say) {
  const given = {
    shortcode: known.shortcode ?? '',
    account: known.account ?? '',
    amount: known.amount ? String(known.amount) : '',
    pin: '',
  }
  const opener = document.activeElement
  const businesses = await ask('/businesses').then(
    (answer) => answer.businesses,
    () => [],
  )
  const businessOf = () => businesses.find((one) => one.shortcode === given.shortcode)
  const steps = () =>
    businessOf()?.kind === 'till' ? ['shortcode', 'amount', 'pin'] : ['shortcode', 'account', 'amount', 'pin']
  // With a bill in hand only the amount is left to decide: part of it may be paid.
  let step = known.shortcode ? 'amount' : 'shortcode'

  function close() {
    sheet.hidden = true
    sheet.replaceChildren()
    opener?.focus?.({ preventScroll: true })
  }

  function show(problem = '') {
    const question = questions[step]
    const id = freshId('ussd')
    const listId = freshId('businesses')
    const field = el('input', {
      id,
      type: step === 'pin' ? 'password' : 'text',
      inputMode: question.digits ? 'numeric' : 'text',
      autocomplete: 'off',
      value: given[step],
      required: true,
      maxLength: step === 'pin' ? 4 : 20,
      list: step === 'shortcode' ? listId : undefined,
      'aria-describedby': `${id}-hint`,
      oninput: () => (given[step] = field.value.trim()),
    })
    const back = steps().indexOf(step) > 0
    const form = el(
      'form.ussd',
      { onsubmit: (event) => (event.preventDefault(), next()) },
      el(
        'div.ussd-head',
        {},
        el('span', {}, 'Lipa na M-PESA'),
        el('button.x', { type: 'button', 'aria-label': 'Close the menu', onclick: close }, '✕'),
      ),
      el('p.ussd-where', {}, summary()),
      el('label', { for: id }, question.ask),
      field,
      el('p.hint', { id: `${id}-hint` }, question.hint ?? ''),
      step === 'shortcode' &&
        el(
          'datalist',
          { id: listId },
          businesses.map((one) => el('option', { value: one.shortcode }, one.name)),
        ),
      el('p.error', { role: 'alert' }, problem),
      el(
        'div.ussd-buttons',
        {},
        el('button', { type: 'button', onclick: back ? () => go(-1) : close }, back ? 'Back' : 'Cancel'),
        el('button.send', { type: 'submit' }, step === 'pin' ? 'Send' : 'Next'),
      ),
    )
    sheet.replaceChildren(form)
    sheet.hidden = false
    field.focus({ preventScroll: true })
    field.select()
  }

  function summary() {
    const to = businessOf()?.name ?? (given.shortcode || 'a business')
    if (step === 'shortcode') return 'Pay Bill or Buy Goods'
    if (step === 'account') return `To ${to}`
    if (step === 'amount') return `To ${to}${given.account ? `, account ${given.account}` : ''}`
    const account = given.account && businessOf()?.kind !== 'till' ? `, account ${given.account}` : ''
    return `Pay ${kes(Number(given.amount))} to ${to}${account}`
  }

  function go(by) {
    step = steps()[steps().indexOf(step) + by]
    show()
  }

  async function next() {
    if (step === 'amount' && !/^[1-9]\d*$/.test(given.amount)) return show('M-PESA pays whole shillings, from 1.')
    if (step !== 'pin') return go(1)
    const { shortcode, account, amount, pin } = given
    given.pin = ''
    try {
      const paid = await ask('/paybill', { phone: phone.msisdn, shortcode, account, amount: Number(amount), pin })
      close()
      say(`Sent. Receipt ${paid.receipt}.`)
    } catch (error) {
      show(error.message)
    }
  }

  show()
}
