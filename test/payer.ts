import { expect } from 'vitest'
import type { World } from './world.ts'

/** What is typed into a form; a list where a name comes more than once. */
type Fields = Record<string, string> | [string, string][]

export type PayerBill = { _id: string; invoiceno: string; accountno: string; code: string; path: string }

/** What a payer does with a link, over HTTP and without a script. */
export type Payer = ReturnType<typeof payer>

export function payer(w: World) {
  let phones = 0
  const get = (path: string, headers: Record<string, string> = {}) =>
    w.call('GET', path, undefined, { 'accept-language': 'en', ...headers })
  const send = (path: string, fields: Fields) =>
    w.call('POST', path, new URLSearchParams(fields).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      'accept-language': 'en',
    })
  const press = (path: string, fields: Fields) => send(`${path}/request`, fields)

  return {
    get,
    /** Presses *Pay now*. */
    press,
    /** Says *I have already paid*: the code, or the message. */
    claim: (path: string, claim: string) => send(`${path}/claim`, { claim }),
    /** An invoice of KES 1,000 unless wished otherwise. */
    async bill(wishes: Record<string, unknown> = {}): Promise<PayerBill> {
      const answer = await w.call('POST', '/business/invoice/create', {
        customerid: w.customer.id,
        items: [{ itemid: w.products[0], quantity: 1, rate: 1000 }],
        duedate: '2031-04-15',
        ...wishes,
      })
      expect(answer.status).toBe(201)
      const { _id, invoiceno, accountno, paymentlink } = answer.body.data
      return { _id, invoiceno, accountno, code: paymentlink.code, path: `/pay/${paymentlink.code}` }
    },
    /** A phone that nobody has asked before. */
    phone(balance = 500_000): string {
      const msisdn = `2547${String(20_000_000 + phones++)}`
      w.simulator.addPhone({ msisdn, name: 'Baraka Mwangi', balance, pin: '1234' })
      return msisdn
    },
    /** Presses *Pay now* and says where the browser is sent. */
    async pay(path: string, fields: Fields): Promise<string> {
      const pressed = await press(path, fields)
      expect(pressed.status).toBe(303)
      return pressed.headers.get('location') as string
    },
    /** Answers the prompt on a phone; the news of it has not been looked at yet. */
    async answer(msisdn: string, given: { pin: string } | { cancel: true }) {
      const prompt = w.simulator.phone(msisdn).prompts.find(({ state }) => state === 'waiting')
      if (!prompt) throw new Error(`no prompt on ${msisdn}`)
      const outcome = await w.simulator.answerPrompt(msisdn, prompt.id, given)
      await w.simulator.settled()
      return outcome
    },
  }
}
