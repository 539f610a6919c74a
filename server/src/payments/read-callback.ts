import { midnight } from '@kusanya/domain/day.ts'
import { readDecimal } from '@kusanya/domain/money.ts'
import { askOutcome, type AskOutcome, type Part } from '@kusanya/domain/payment.ts'
import { parseBillPayment, parseC2B, parseStkCallback } from '@kusanya/mpesa'
import type { Arrival } from './arrival.ts'
import { parseBody } from './parse-body.ts'
import { phoneText } from './phone-text.ts'

/** A payment request as far as a callback is held against it. */
export type OpenRequest = {
  id: string
  linkId: string
  invoiceId: string | null
  shortcode: string
  amount: bigint
  parts: Part[]
  checkoutRequestId: string | null
}

export type Waiting = { id: string; road: 'bill' | 'c2b' | 'stk'; body: Buffer; request: OpenRequest | null }

/** What a callback turns out to be. Whatever it is, its bytes are kept. */
export type Reading =
  | { kind: 'arrival'; arrival: Arrival; answered: Answered | null }
  | { kind: 'answer'; answered: Answered }
  | { kind: 'nonsense'; problem: string }

/** How a phone answered our request. */
export type Answered = { requestId: string; outcome: AskOutcome; resultCode: string; resultText: string }

/** Reads a callback without believing it: it must be of a shortcode of ours, and an STK answer must fit what we asked. */
export function readCallback({ id, road, body, request }: Waiting, shortcodes: Set<string>): Reading {
  const json = parseBody(body)
  if (json === undefined) return nonsense('not JSON')
  const nothing = {
    channel: 'mpesa',
    currency: 'KES',
    note: null,
    callbackId: id,
    asked: null,
    payerName: null,
  } as const
  switch (road) {
    case 'bill': {
      const parsed = parseBillPayment(json)
      if (!parsed.ok) return nonsense(parsed.problem)
      const { value } = parsed
      if (!shortcodes.has(value.shortCode))
        return nonsense(`shortcode ${value.shortCode || '(none)'} is not of this business`)
      return arrival(
        {
          ...nothing,
          road,
          shortcode: value.shortCode,
          receipt: value.receipt,
          accountTyped: value.accountReference || null,
          phone: phoneText(value.phone),
          paidAt: value.paidOn === null ? null : midnight(value.paidOn),
        },
        value.amount,
      )
    }
    case 'c2b': {
      const parsed = parseC2B(json)
      if (!parsed.ok) return nonsense(parsed.problem)
      const { value } = parsed
      if (!shortcodes.has(value.shortCode)) return nonsense(`shortcode ${value.shortCode} is not of this business`)
      return arrival(
        {
          ...nothing,
          road,
          shortcode: value.shortCode,
          receipt: value.receipt,
          accountTyped: value.billRefNumber || null,
          phone: phoneText(value.phone),
          paidAt: value.transTime === null ? null : new Date(value.transTime),
          payerName: [value.firstName, value.middleName, value.lastName].filter(Boolean).join(' ') || null,
        },
        value.amount,
      )
    }
    case 'stk': {
      const parsed = parseStkCallback(json)
      if (!parsed.ok) return nonsense(parsed.problem)
      const { value } = parsed
      if (!request) return nonsense('no such payment request')
      if (request.checkoutRequestId !== null && request.checkoutRequestId !== value.checkoutRequestId) {
        return nonsense('CheckoutRequestID is not that of the request')
      }
      const answered = {
        requestId: request.id,
        outcome: askOutcome(value.resultCode),
        resultCode: value.resultCode,
        resultText: value.resultDesc,
      }
      if (!value.paid) return { kind: 'answer', answered }
      if (readDecimal(value.amount) !== request.amount)
        return nonsense(`amount ${value.amount} is not what was asked for`)
      return arrival(
        {
          ...nothing,
          road,
          shortcode: request.shortcode,
          receipt: value.receipt,
          accountTyped: null,
          phone: phoneText(value.phone),
          paidAt: value.transactionDate === null ? null : new Date(value.transactionDate),
          asked: { linkId: request.linkId, invoiceId: request.invoiceId, parts: request.parts },
        },
        value.amount,
        answered,
      )
    }
  }
}

function arrival(partly: Omit<Arrival, 'amount'>, written: string, answered: Answered | null = null): Reading {
  const amount = readDecimal(written)
  return amount === null
    ? nonsense(`unreadable amount ${written}`)
    : { kind: 'arrival', arrival: { ...partly, amount }, answered }
}

function nonsense(problem: string): Reading {
  return { kind: 'nonsense', problem }
}
