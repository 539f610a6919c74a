import { tidyReference } from '@kusanya/domain/account-number.ts'
import { readNumber } from '@kusanya/domain/invoice.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import type { Payment } from './arrival.ts'

/** Whose money it is: an account, with the invoice that was meant if one was; a standalone link; or nobody we know. */
export type Target =
  | { kind: 'account'; accountId: string; invoiceId: string | null }
  | { kind: 'link'; linkId: string }
  | { kind: 'nobody' }

const askedLatelyMs = 30 * 60_000

/**
 * Where payments belong: what the phone was asked to pay, else the account number that was typed, else the invoice
 * number. By account number an open request over the same amount says which of the account's invoices was meant.
 */
export async function findTargets(
  tx: Tx,
  given: Given,
  businessId: string,
  payments: Payment[],
): Promise<Map<string, Target>> {
  const typed = payments.map(({ accountTyped }) => tidyReference(accountTyped ?? ''))
  const numbers = typed.flatMap((text) => readNumber(text) ?? [])
  const askedInvoices = payments.flatMap(({ asked }) => asked?.invoiceId ?? [])
  const [accounts, invoices, requests] = await Promise.all([
    tx<{ id: string; number: string; link_id: string | null }[]>`
      select a.id, a.number, l.id as link_id from accounts a
      left join payment_links l on l.business_id = a.business_id and l.account_id = a.id
      where a.business_id = ${businessId} and a.number = any (${typed})
    `,
    tx<{ id: string; account_id: string; year: number | null; serial: bigint | null }[]>`
      select id, account_id, year, serial from invoices
      where business_id = ${businessId} and (
        id = any (${askedInvoices})
        or (year, serial) in (select n.year, n.serial from jsonb_to_recordset(${tx.json(
          numbers.map(({ year, serial }) => ({ year, serial: String(serial) })),
        )}) as n (year int, serial bigint))
      )
    `,
    tx<{ invoice_id: string; account_id: string; amount: bigint }[]>`
      select r.invoice_id, i.account_id, r.amount from payment_requests r
      join invoices i on i.business_id = r.business_id and i.id = r.invoice_id
      join accounts a on a.business_id = i.business_id and a.id = i.account_id
      where r.business_id = ${businessId} and a.number = any (${typed}) and r.state in ('asking', 'asked', 'unknown')
        and r.created_at > ${new Date(given.now().getTime() - askedLatelyMs)}
      order by r.created_at desc
    `,
  ])
  const byNumber = new Map(accounts.map((account) => [account.number, account]))
  const byId = new Map(invoices.map((invoice) => [invoice.id, invoice]))
  const bySerial = new Map(invoices.map((invoice) => [`${invoice.year} ${invoice.serial}`, invoice]))

  const targetOf = ({ asked, amount }: Payment, text: string): Target => {
    const meant = asked?.invoiceId ? byId.get(asked.invoiceId) : undefined
    if (meant) return { kind: 'account', accountId: meant.account_id, invoiceId: meant.id }
    if (asked) return { kind: 'link', linkId: asked.linkId }
    const account = byNumber.get(text)
    if (account?.link_id) return { kind: 'link', linkId: account.link_id }
    if (account) {
      const request = requests.find((one) => one.account_id === account.id && one.amount === amount)
      return { kind: 'account', accountId: account.id, invoiceId: request?.invoice_id ?? null }
    }
    const number = readNumber(text)
    const invoice = number && bySerial.get(`${number.year} ${number.serial}`)
    return invoice ? { kind: 'account', accountId: invoice.account_id, invoiceId: invoice.id } : { kind: 'nobody' }
  }
  return new Map(payments.map((payment, index) => [payment.id, targetOf(payment, typed[index] ?? '')]))
}
