import { statuses, type Status } from '@kusanya/domain/invoice.ts'
import { Type, type Static } from 'typebox'
import { Bound, dayIn, endOf, startOf } from '../http/bounds.ts'
import { PageQuery } from '../http/envelope.ts'
import type { InvoiceFilter } from './read-invoices.ts'

const oneStatus = `(?:${statuses.join('|')})`

export const InvoiceQuery = Type.Object({
  ...PageQuery,
  status: Type.Optional(
    Type.String({
      pattern: `^${oneStatus}(?:, ?${oneStatus})*$`,
      wording: 'Invalid status value',
      description: `One, or any of several with commas between: ${statuses.join(', ')}`,
    }),
  ),
  search: Type.Optional(
    Type.String({
      maxLength: 200,
      description:
        'A part of title, description, number, customer’s name or phone; or a whole phone in any form, account number, M-PESA receipt or amount (total or balance)',
    }),
  ),
  customerid: Type.Optional(Type.String()),
  accountid: Type.Optional(Type.String()),
  createdfrom: Bound('Made on this day (YYYY-MM-DD, in the business’s time zone) or later; or from an instant on'),
  createdto: Bound('Made on this day or before; or before an instant'),
  duefrom: Bound('Due on this day or later'),
  dueto: Bound('Due on this day or before'),
})

/** Throws a refusal for a date that cannot be read. */
export function readInvoiceFilter(query: Static<typeof InvoiceQuery>, timeZone: string): InvoiceFilter {
  return {
    // The schema let nothing else through.
    statuses: query.status === undefined ? null : (query.status.split(/, ?/) as Status[]),
    search: query.search ?? null,
    customerId: query.customerid ?? null,
    accountId: query.accountid ?? null,
    createdFrom: startOf(query.createdfrom, 'createdfrom', timeZone),
    createdBefore: endOf(query.createdto, 'createdto', timeZone),
    dueFrom: dayIn(query.duefrom, 'duefrom', timeZone),
    dueTo: dayIn(query.dueto, 'dueto', timeZone),
    timeZone,
  }
}
