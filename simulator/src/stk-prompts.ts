import { callBack } from './callbacks.ts'
import { takePayment } from './payments.ts'
import { phoneOf } from './phones.ts'
import { textFailed } from './sms.ts'
import type { StkPush } from './state.ts'
import type { World } from './world.ts'

export interface PromptOutcome {
  ok: boolean
  resultCode: number | string
  resultDesc: string
  receipt?: string
}

const cancelled = [1032, 'Request Cancelled by user.'] as const
const noResponse = [1037, 'No response from user.'] as const
const unreachable = [1037, 'DS timeout user cannot be reached'] as const
const wrongPin = [2001, 'The initiator information is invalid.'] as const
const locked = [8006, 'The security credential is locked.'] as const

/** Throws an Error when there is no such prompt, or nobody is being asked any more. */
export async function answerPrompt(
  world: World,
  msisdn: string,
  checkoutId: string,
  answer: { pin: string } | { cancel: true },
): Promise<PromptOutcome> {
  const push = world.state.pushes.get(checkoutId)
  if (!push || push.msisdn !== msisdn) throw new Error(`The phone ${msisdn} has no prompt ${checkoutId}`)
  if (push.state !== 'waiting' || push.busy)
    throw new Error(`This prompt is over: ${push.resultDesc ?? 'it is being paid'}`)
  const phone = phoneOf(world, msisdn)
  if ('cancel' in answer) return finishPush(world, push, ...cancelled)
  if (phone.wrongPins >= world.switches.pinTries) return finishPush(world, push, ...locked)
  if (answer.pin !== phone.pin) {
    phone.wrongPins++
    textFailed(world, phone, 'You have entered a wrong PIN.')
    return finishPush(world, push, ...wrongPin)
  }
  phone.wrongPins = 0
  return payPush(world, push)
}

async function payPush(world: World, push: StkPush): Promise<PromptOutcome> {
  const business = world.state.businesses.get(push.receiver)
  if (!business) return finishPush(world, push, 'SFC_IC0003', 'The operator does not exist.')
  if (repeatsTooSoon(world, push))
    return finishPush(world, push, 17, 'Declined due to limit rule: a similar transaction was just made.')
  const phone = phoneOf(world, push.msisdn)
  // A till has no account number of its own to fill in.
  const account = business.kind === 'till' ? '' : push.account
  push.busy = true
  const paid = await takePayment(world, {
    phone,
    business,
    amountCents: push.amountCents,
    account,
    via: 'stk',
    push,
  }).finally(() => delete push.busy)
  if (!paid.ok) {
    textFailed(world, phone, paid.resultDesc)
    return finishPush(world, push, paid.resultCode, paid.resultDesc)
  }
  push.receipt = paid.transaction.receipt
  return settle(world, push, 'paid', 0, 'The service request is processed successfully.')
}

function repeatsTooSoon(world: World, push: StkPush): boolean {
  const since = world.agenda.now() - world.switches.repeatWindowSeconds * 1000
  const last = world.state.lastStk.get(push.msisdn)
  return last !== undefined && last.at > since && last.amountCents === push.amountCents && last.to === push.receiver
}

/** Ends a push that was not paid, and tells the business. */
export function finishPush(world: World, push: StkPush, code: number | string, desc: string): PromptOutcome {
  const outcome = settle(world, push, 'failed', code, desc)
  const stkCallback = {
    MerchantRequestID: push.merchantRequestId,
    CheckoutRequestID: push.checkoutId,
    ResultCode: code,
    ResultDesc: desc,
  }
  callBack(world, 'stk-callback', push.callbackUrl, { Body: { stkCallback } }, push.checkoutId)
  return outcome
}

function settle(
  world: World,
  push: StkPush,
  state: 'paid' | 'failed',
  code: number | string,
  desc: string,
): PromptOutcome {
  push.state = state
  push.resultCode = code
  push.resultDesc = desc
  if (state === 'paid') {
    const { amountCents, receiver: to } = push
    world.state.lastStk.set(push.msisdn, { at: world.agenda.now(), amountCents, to })
  }
  world.agenda.remove((work) => work.kind === 'prompt-expires' && work.checkoutId === push.checkoutId)
  world.changed({ type: 'phone', msisdn: push.msisdn })
  return { ok: state === 'paid', resultCode: code, resultDesc: desc, ...(push.receipt && { receipt: push.receipt }) }
}

/** A phone that answers by itself does so now. */
export async function letPhoneAnswer(world: World, checkoutId: string): Promise<void> {
  const push = world.state.pushes.get(checkoutId)
  if (push?.state !== 'waiting' || push.busy) return
  const phone = phoneOf(world, push.msisdn)
  switch (phone.answers) {
    case 'pays':
      await answerPrompt(world, push.msisdn, checkoutId, { pin: phone.pin })
      return
    case 'wrong-pin':
      await answerPrompt(world, push.msisdn, checkoutId, { pin: '' })
      return
    case 'cancels':
      finishPush(world, push, ...cancelled)
      return
    case 'unreachable':
      finishPush(world, push, ...unreachable)
      return
    case 'ignores':
    case 'by-hand':
      return
  }
}

export function expirePrompt(world: World, checkoutId: string): void {
  const push = world.state.pushes.get(checkoutId)
  if (push?.state !== 'waiting' || push.busy) return
  finishPush(world, push, ...noResponse)
}
