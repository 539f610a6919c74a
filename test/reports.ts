import { expect } from 'vitest'
import { callbackUrls } from '../server/src/businesses/connect-shortcode.ts'
import { inBusiness } from '../server/src/db/sql.ts'
import type { World } from './world.ts'

export const shortcode = '600984'

/** What Safaricom, or whoever knows the paths, says of receipts, and what a clerk sees and does. */
export function reports(w: World) {
  let count = 0
  const post = async (url: string, body: object) => {
    expect((await fetch(url, { method: 'POST', body: JSON.stringify(body) })).status).toBe(200)
    await w.work()
  }
  const list = async (query = '') =>
    (await w.call('GET', `/business/payment/contradiction/list?limit=100${query}`)).body.data

  return {
    receipt: () => `UKC${String(++count).padStart(7, '0')}`,
    bill: (transactionId: string, paidAmount: string, accountReference = w.customer.accountno) =>
      post(callbackUrls(w.ctx, w.businessId).bill, {
        transactionId,
        paidAmount,
        msisdn: w.customer.phone,
        dateCreated: '2031-03-01',
        accountReference,
        shortCode: shortcode,
      }),
    c2b: (TransID: string, TransAmount: string, BillRefNumber = w.customer.accountno) =>
      post(callbackUrls(w.ctx, w.businessId).confirmation, {
        TransID,
        TransAmount: `${TransAmount}.00`,
        BillRefNumber,
        BusinessShortCode: shortcode,
        TransTime: '20310301111500',
        MSISDN: '2547 ***** 678',
        FirstName: 'AMINA',
      }),
    /** How a phone answered a request: it paid, or Safaricom's code of why it did not. Nobody has looked at it yet. */
    async stk(
      asked: { transactionid: string; checkoutrequestid: string },
      said: { amount: number; receipt: string } | { code: number },
    ) {
      const paid = 'receipt' in said && [
        ['Amount', said.amount],
        ['MpesaReceiptNumber', said.receipt],
        ['TransactionDate', 20310301111500],
        ['PhoneNumber', 254712345678],
      ]
      const stkCallback = {
        MerchantRequestID: '1',
        CheckoutRequestID: asked.checkoutrequestid,
        ResultCode: 'code' in said ? said.code : 0,
        ResultDesc: 'x',
        ...(paid && { CallbackMetadata: { Item: paid.map(([Name, Value]) => ({ Name, Value })) } }),
      }
      const url = `${w.ctx.publicUrl}/hooks/${w.ctx.vault.path('payment_request', asked.transactionid)}/asked`
      expect((await fetch(url, { method: 'POST', body: JSON.stringify({ Body: { stkCallback } }) })).status).toBe(200)
    },
    /** Imports a statement of one line, or more: what was paid in, or went out when it is below zero. */
    async statement(...lines: [receipt: string, amount: number, details?: string][]) {
      let balance = 0
      const rows = lines.map(([receipt, amount, details = 'Pay Bill']) => {
        const [paidIn, withdrawn] = amount > 0 ? [amount, ''] : ['', amount]
        balance += amount
        return `${receipt},01-03-2031 11:15:00,${details},Completed,${paidIn},${withdrawn},${balance},${w.customer.accountno}`
      })
      const csv = [
        'Receipt No.,Completion Time,Details,Transaction Status,Paid In,Withdrawn,Balance,A/C No.',
        ...rows,
      ].join('\n')
      const answer = await w.call('POST', '/business/statement/import', { shortcode, csv })
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      return answer.body.data
    },
    async invoice(rate: number) {
      const answer = await w.call('POST', '/business/invoice/create', {
        customerid: w.customer.id,
        items: [{ itemid: w.products[0], quantity: 1, rate }],
        duedate: '2031-04-01',
      })
      expect(answer.status).toBe(201)
      return answer.body.data
    },
    details: async (id: string) => (await w.call('GET', `/business/invoice/details/${id}`)).body.data,
    /** Newest first. */
    transactions: async (receipt: string) =>
      (await w.call('GET', `/business/transaction/list?search=${receipt}`)).body.data,
    list,
    of: (receipt: string) => list(`&search=${receipt}`),
    resolve: (id: string, keep: string, headers: Record<string, string> = {}) =>
      w.call('POST', `/business/payment/contradiction/${id}/resolve`, { keep, reason: 'The payer showed it' }, headers),
    events: (subjectId: string) =>
      inBusiness(
        w.ctx.sql,
        w.businessId,
        (tx) => tx<{ type: string }[]>`
          select type from events where business_id = ${w.businessId} and subject_id = ${subjectId} order by id
        `,
      ).then((rows) => rows.map(({ type }) => type)),
  }
}
