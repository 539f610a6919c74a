import type { JournalEntry, Simulator } from '@kusanya/simulator'

export type Bill = { linkId: string; accountno: string; phone: string }
export type Api = (path: string, body: unknown) => Promise<{ status: number; body: any }> // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into answers freely

/** What happened while the money flowed, as Safaricom and the callers saw it. */
export type Tally = {
  /** Invoices that the API said it had made. */
  created: string[]
  /** Receipts whose report was answered with 200, by the road that was first. */
  acknowledged: Map<string, string>
  /** Answers of the API by status; 0 is none. */
  answers: Map<number, number>
}

/**
 * Payers who pay by Paybill and on prompts, and a clerk who makes invoices (whose payment Bill Manager reports), until
 * told to stop. Whoever is refused or hears nothing goes on with something else, as people do.
 */
export function startPayers(
  simulator: Simulator,
  api: Api,
  { bills, customers, productId }: { bills: Bill[]; customers: string[]; productId: string },
  random: () => number,
) {
  const tally: Tally = { created: [], acknowledged: new Map(), answers: new Map() }
  const stopping = new AbortController()
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)] as T
  const call: Api = async (path, body) => {
    const answer = await api(path, body).catch(() => ({ status: 0, body: null }))
    tally.answers.set(answer.status, (tally.answers.get(answer.status) ?? 0) + 1)
    return answer
  }

  const payByMenu = async () => {
    const { phone, accountno } = pick(bills)
    await simulator.pay({ phone, shortcode: '600984', account: accountno, amount: 1 + Math.floor(random() * 90) })
  }
  const payByPrompt = async () => {
    const { linkId, phone } = pick(bills)
    await call('/business/payments/mobile/request', {
      referenceid: linkId,
      phone,
      amount: 1 + Math.floor(random() * 90),
      channel: 'mpesa',
    })
    for (const { id, state } of simulator.phone(phone).prompts) {
      if (state === 'waiting') await simulator.answerPrompt(phone, id, { pin: '1234' })
    }
  }
  const bill = async () => {
    const made = await call('/business/invoice/create', {
      customerid: pick(customers),
      items: [{ itemid: productId, quantity: 1, rate: 150 }],
      duedate: '2099-01-01',
    })
    if (made.status === 201) tally.created.push(made.body.data._id)
  }
  const loop = async (restMs: number, one: () => Promise<void>) => {
    while (!stopping.signal.aborted) {
      await one()
      await new Promise((resolve) => setTimeout(resolve, restMs * (0.5 + random())))
    }
  }
  let last = 0
  const listen = () => {
    for (const entry of simulator.journal({ direction: 'out', status: 200, since: last })) {
      last = Math.max(last, entry.id)
      const receipt = receiptOf(entry)
      if (receipt !== null && !tally.acknowledged.has(receipt)) tally.acknowledged.set(receipt, entry.name)
    }
  }
  const loops = [
    loop(25, payByMenu),
    loop(25, payByMenu),
    loop(60, payByPrompt),
    loop(60, payByPrompt),
    loop(80, bill),
    loop(300, async () => listen()),
    loop(1000, async () => void bills.map(({ phone }) => simulator.addPhone({ msisdn: phone, balance: 400_000 }))), // payday
  ]
  return {
    tally,
    async stop() {
      stopping.abort()
      await Promise.all(loops)
      listen()
    },
    listen,
  }
}

function receiptOf({ name, request }: JournalEntry): string | null {
  const body = request as Record<string, any> // eslint-disable-line @typescript-eslint/no-explicit-any -- three documented shapes
  if (name === 'bill-payment') return body['transactionId'] as string
  if (name === 'c2b-confirmation') return body['TransID'] as string
  if (name !== 'stk-callback') return null
  const items = (body['Body']?.stkCallback?.CallbackMetadata?.Item ?? []) as { Name: string; Value: unknown }[]
  const item = items.find(({ Name }) => Name === 'MpesaReceiptNumber')
  return item ? String(item.Value) : null
}
